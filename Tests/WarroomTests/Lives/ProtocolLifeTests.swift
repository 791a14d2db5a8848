import Testing

/// An escalation under `protocol`, lived through the command line. Figures worked out by hand: see each block.
@Suite("Life under protocol, on the command line")
struct ProtocolLifeTests {
  static let opening = [
    "open", "Reports fail", "--account", "Acme", "--owner", "ann", "--contact", "Bo Lind <bo@acme.example> (CIO)",
    "--severity",
  ]

  static let undecided = [
    "customer-confirmed open: the customer has not confirmed",
    "decided open: undecided: actions: Ticket in the system, Notify the internal team, Escalate to manager or VP, "
      + "Assemble the response team, Call the customer, Document the root cause; afterwards: Post-mortem",
  ]

  @Test func `from opening to closing and reopening`() throws {
    try LifeSteps.live { life in
      try alerting(life)
      try updating(life)
      try calming(life)
      try closing(life)
      try reopening(life)
    }
  }

  /// Wednesday 4 March, 15:00, P1: a quarter of an hour to acknowledge and to tell four, an hour to the first update.
  private func alerting(_ life: LifeSteps) throws {
    var record = try life("03-04 15:00", with: Self.opening + ["P1"])
    #expect(
      record.clocks() == [
        "acknowledge#1 running due 03-04 15:15", "notify#1 running due 03-04 15:15",
        "customer-update#1 running due 03-04 16:00",
      ])
    #expect(record.notices == ["Team lead", "Manager", "VP", "C-level as needed"].map { "\($0) any: open" })
    #expect(record.lists == ["actions 0 of 7"] && record.ifNeeded == [])
    #expect(
      record.gateWords == [
        "customer-confirmed open: the customer has not confirmed", "root-cause open: write down the root cause",
        "decided open: undecided: actions: Ticket in the system, Notify the internal team, Escalate to manager or VP, "
          + "Assemble the response team, Call the customer, Hourly updates, Document the root cause; "
          + "afterwards (once it is resolved): Post-mortem",
      ])
    #expect(try life.row("03-04 15:00") == "band 1, acknowledge due 03-04 15:15")

    // The first word to the customer: it acknowledges, restarts the hour, and promises 15:45.
    try life.refuses(
      "03-04 15:05", "message", "send", "W-1", "acknowledgement", code: 64,
      says: "acknowledgement needs timeline, next_update")
    record = try life(
      "03-04 15:05", "message", "send", "W-1", "acknowledgement", "--set", "timeline=a first finding within the hour",
      "--next", "2026-03-04T15:45:00Z")
    #expect(
      record.clocks() == [
        "acknowledge#1 met due 03-04 15:15 ended 03-04 15:05", "notify#1 running due 03-04 15:15",
        "customer-update#1 met due 03-04 16:00 ended 03-04 15:05", "customer-update#2 running due 03-04 16:05",
        "promise#1 running due 03-04 15:45",
      ])
    #expect(record.sent == ["1 acknowledgement by email to Bo Lind at 03-04 15:05, next 03-04 15:45"])
    #expect(
      try life.text("03-04 15:05", "message", "show", "W-1", "1").contains(
        """
        Hello Bo Lind,

        we have your report about Reports fail and are working on it now. Your ticket is W-1.

        What to expect: a first finding within the hour. You will hear from us again by Wed 2026-03-04 15:45 UTC.
        Until it is solved, ann is there for you.
        """))

    // Either Slack or email will do; the clock ends with the last of the four, one of whom need not hear.
    record = try life(
      "03-04 15:10", "notify", "W-1", "--who", "Team lead", "--who", "manager", "--channel", "slack", "--note", "paged")
    #expect(record.latest("notify") == ["notify#1 running due 03-04 15:15"] && record.told == "2 of 4")
    try life(
      "03-04 15:11", "notify", "not-needed", "W-1", "C-level as needed", "--reason", "the VP decides")
    record = try life("03-04 15:12", "notify", "W-1", "--all", "--channel", "email")
    #expect(record.latest("notify") == ["notify#1 met due 03-04 15:15 ended 03-04 15:12"])
    #expect(
      record.notices == [
        "Team lead any: told by ann 03-04 15:10, paged", "Manager any: told by ann 03-04 15:10, paged",
        "VP any: told by ann 03-04 15:12", "C-level as needed any: not-needed by ann 03-04 15:11, the VP decides",
      ])
  }

  /// Hourly from the last word to the customer; waiting for the customer moves it, a promise stands.
  private func updating(_ life: LifeSteps) throws {
    #expect(try life.lacks("03-04 15:40", "status") == ["known", "doing", "next_update"])
    var record = try life(
      "03-04 15:40", "message", "send", "W-1", "status", "--set", "known=a certificate ran out", "--set",
      "doing=we renew it", "--next", "2026-03-04T16:30:00Z")
    #expect(
      record.clocks("customer-update", "promise") == [
        "customer-update#1 met due 03-04 16:00 ended 03-04 15:05",
        "customer-update#2 met due 03-04 16:05 ended 03-04 15:40", "customer-update#3 running due 03-04 16:40",
        "promise#1 met due 03-04 15:45 ended 03-04 15:40", "promise#2 running due 03-04 16:30",
      ])
    // 40 minutes are left at 16:00 and an hour is lost: 17:40.
    try life("03-04 16:00", "pause", "W-1", "--reason", "Their logs", "--until", "2026-03-04T18:00:00Z")
    record = try life.look("03-04 16:35")
    #expect(
      record.latest("customer-update", "promise")
        == ["customer-update#3 paused left 2400", "promise#2 breached due 03-04 16:30"])
    record = try life("03-04 17:00", "reply", "W-1", "Here they are")
    #expect(record.latest("customer-update") == ["customer-update#3 running due 03-04 17:40"])
    record = try life("03-04 17:10", "update", "W-1", "Renewed on two of three")
    #expect(
      record.latest("customer-update", "promise")
        == ["customer-update#4 running due 03-04 18:10", "promise#2 missed due 03-04 16:30 ended 03-04 17:10"])
  }

  /// P2 at 17:20: Wednesday's words serve Thursday's slot, so Friday's is next, and only the team lead must hear.
  private func calming(_ life: LifeSteps) throws {
    let preview = try life.text("03-04 17:20", "severity", "W-1", "P2", "--dry-run")
    #expect(preview.contains("Wed 2026-03-04 18:10 UTC") && preview.contains("Fri 2026-03-06 17:00 UTC"))
    var record = try life("03-04 17:20", "severity", "W-1", "P2", "--yes", "--reason", "Half of it is back")
    #expect(record.latest("customer-update") == ["customer-update#4 running due 03-06 17:00"])
    #expect(record.clocks("acknowledge") == ["acknowledge#1 met due 03-04 15:15 ended 03-04 15:05"])
    #expect(record.notices == ["Team lead any: told by ann 03-04 15:10, paged"])
    // No hourly updates any more; two items are now for a person to decide.
    #expect(record.lists == ["actions 0 of 6"])
    #expect(record.ifNeeded == ["actions/escalate open", "actions/team open"])
    #expect(try life.row("03-04 17:20") == "band 2, customer-update due 03-06 17:00")
    #expect(record.pathWords == ["manager quiet", "executives quiet"])
    record = try life("03-04 17:30", "path", "raise", "W-1", "manager", "--note", "wants to hear at nine")
    #expect(record.pathWords == ["manager raised 03-04 17:30", "executives quiet"])
    // Thursday's slot was served on Wednesday: a word before it passes is one more, not Friday's.
    record = try life("03-05 10:00", "update", "W-1", "All three are renewed")
    #expect(record.latest("customer-update") == ["customer-update#4 running due 03-06 17:00"])
  }

  /// Thursday at 12:00: two business days for the call, fourteen dates of watching.
  private func closing(_ life: LifeSteps) throws {
    #expect(try life.lacks("03-05 11:50", "resolution") == ["fix", "root_cause", "prevention"])
    var record = try life(
      "03-05 12:00", "resolve", "W-1", "--summary", "A new certificate", "--root-cause", "A certificate ran out",
      "--prevention", "An alarm 30 days ahead", "--prevention", "A named owner")
    #expect(
      record.latest("customer-update", "follow-up", "watch") == [
        "customer-update#4 cancelled due 03-06 17:00 ended 03-05 12:00", "follow-up#1 running due 03-09 12:00",
        "watch#1 running due 03-19 12:00",
      ])
    #expect(record.lists == ["actions 0 of 6", "afterwards 0 of 1"])
    #expect(
      record.timeline.last?.text == "resolved: A new certificate · root cause: A certificate ran out · "
        + "prevention: An alarm 30 days ahead · prevention: A named owner")
    let shown = try life.text("03-05 12:00", "show", "W-1").split(separator: "\n").map { $0.split(separator: " ") }
    for line in ["solved by A new certificate", "prevention An alarm 30 days ahead", "prevention A named owner"] {
      #expect(shown.contains { $0.joined(separator: " ") == line }, "\(line)")
    }
    record = try life("03-05 12:10", "message", "send", "W-1", "resolution")
    #expect(record.sent.last == "3 resolution by email to Bo Lind at 03-05 12:10")
    #expect(
      try life.text("03-05 12:10", "message", "show", "W-1", "3").contains(
        """
        Reports fail is solved: A new certificate

        The cause was: A certificate ran out
        So that it does not happen again:
        - An alarm 30 days ahead
        - A named owner
        """))
    #expect(try life.refusedGates("03-05 12:20") == Self.undecided)
    try life.refuses(
      "03-05 12:30", "checklist", "not-needed", "W-1", "call", "--reason", "r", code: 69, says: "can be done but not")
    try life(
      "03-05 12:30", "checklist", "done", "W-1", "ticket", "notify-team", "call", "actions/root-cause", "post-mortem")
    try life("03-05 12:40", "confirm", "W-1", "--note", "It runs")
    #expect(
      try life.refusedGates("03-05 12:40")
        == ["decided open: undecided: actions: Escalate to manager or VP, Assemble the response team"])
    try life("03-05 12:50", "checklist", "done", "W-1", "escalate")
    record = try life("03-05 12:50", "checklist", "not-needed", "W-1", "team", "--reason", "One engineer did it")
    #expect(record.ifNeeded == ["actions/escalate done", "actions/team not-needed"])
    #expect(
      record.gateWords == ["customer-confirmed satisfied", "root-cause satisfied", "decided satisfied"])
    record = try life("03-05 13:00", "close", "W-1", "--outcome", "recovered", "--csat", "10")
    #expect(record.running == ["follow-up", "watch"] && record.closing?.csat == 10)
    record = try life("03-06 10:00", "mark", "W-1", "follow-up")
    #expect(record.latest("follow-up") == ["follow-up#1 met due 03-09 12:00 ended 03-06 10:00"])
  }

  /// Tuesday 10 March, 09:00: the watch is broken off, everything else begins anew at P2.
  private func reopening(_ life: LifeSteps) throws {
    var record = try life("03-10 09:00", "reopen", "W-1", "--reason", "Again")
    #expect(
      record.latest("acknowledge", "notify", "customer-update", "follow-up", "watch") == [
        "acknowledge#2 running due 03-10 10:00", "notify#2 running due 03-10 10:00",
        "customer-update#5 running due 03-11 17:00", "follow-up#1 met due 03-09 12:00 ended 03-06 10:00",
        "watch#1 cancelled due 03-19 12:00 ended 03-10 09:00",
      ])
    #expect(record.told == "0 of 1" && record.lists == ["actions 0 of 6"])
    #expect(record.pathWords == ["manager quiet", "executives quiet"])
    #expect(record.gateWords[1] == "root-cause satisfied")
    record = try life("03-10 10:00", "resolve", "W-1", "--summary", "The old one was still in use")
    #expect(
      record.latest("acknowledge", "follow-up", "watch") == [
        "acknowledge#2 met due 03-10 10:00 ended 03-10 10:00", "follow-up#2 running due 03-12 10:00",
        "watch#2 running due 03-24 10:00",
      ])
    #expect(try life.refusedGates("03-10 10:10") == Self.undecided)
    try life.refuses(
      "03-10 10:20", "gate", "override", "W-1", "decided", "--as", "Team lead", "--reason", "r", code: 69,
      says: "Manager or VP only")
    try life("03-10 10:20", "gate", "override", "W-1", "decided", "--as", "Manager", "--reason", "Done last week")
    try life("03-10 10:30", "confirm", "W-1")
    record = try life("03-10 10:40", "close", "W-1", "--outcome", "recovered")
    #expect(record.gateWords[2] == "decided overridden as Manager by ann: Done last week")
    #expect(record.closing?.passedOver == ["decided"])
    // Nobody called by Thursday; the watch ends by itself.
    record = try life.look("03-24 10:00")
    #expect(
      record.latest("follow-up", "watch")
        == ["follow-up#2 breached due 03-12 10:00", "watch#2 met due 03-24 10:00 ended 03-24 10:00"])
  }

  @Test(arguments: [("P1", "04-03 16:00"), ("P2", "03-18 16:00"), ("P3", "03-11 16:00"), ("P4", nil)])
  func `the account is watched for 30, 14 and 7 dates, and at P4 not at all`(priority: String, due: String?) throws {
    try LifeSteps.live { life in
      try life("03-04 15:00", with: Self.opening + [priority])
      let record = try life("03-04 16:00", "resolve", "W-1")
      #expect(record.latest("watch") == (due.map { ["watch#1 running due \($0)"] } ?? []))
      // The call is due at every priority: Friday at 16:00.
      #expect(record.latest("follow-up") == ["follow-up#1 running due 03-06 16:00"])
    }
  }

  /// P4 acknowledges within a business day, and has no clock for updates until one is promised.
  @Test func `if needed never passes in silence`() throws {
    try LifeSteps.live { life in
      var record = try life("03-04 15:00", with: Self.opening + ["P4"])
      #expect(record.clocks() == ["acknowledge#1 running due 03-05 15:00"])
      #expect(record.told == "0 of 0" && record.lists == ["actions 0 of 2"])
      record = try life("03-04 15:10", "update", "W-1", "Tomorrow", "--next", "2026-03-05T12:00:00Z")
      #expect(
        record.clocks() == [
          "acknowledge#1 met due 03-05 15:00 ended 03-04 15:10", "promise#1 running due 03-05 12:00",
        ])
      try life("03-05 11:00", "update", "W-1", "It was a question")
      try life("03-05 11:10", "resolve", "W-1", "--summary", "Answered")
      try life("03-05 11:10", "confirm", "W-1")
      #expect(
        try life.refusedGates("03-05 11:20") == [
          "root-cause open: write down the root cause",
          "decided open: undecided: actions: Ticket in the system, Document the root cause",
        ])
      try life("03-05 11:30", "checklist", "done", "W-1", "ticket")
      try life("03-05 11:30", "checklist", "not-needed", "W-1", "root-cause", "--reason", "A question, no fault")
      record = try life("03-05 11:30", "gate", "waive", "W-1", "root-cause", "--reason", "A question, no fault")
      #expect(
        record.gateWords
          == ["customer-confirmed satisfied", "root-cause not needed: A question, no fault", "decided satisfied"])
      record = try life("03-05 11:40", "close", "W-1", "--outcome", "recovered")
      #expect(record.status == "closed")
    }
  }
}
