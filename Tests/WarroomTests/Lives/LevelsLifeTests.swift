import Testing

/// An escalation under `levels`, lived through the command line. Figures worked out by hand: see each block.
@Suite("Life under levels, on the command line")
struct LevelsLifeTests {
  static let matrix = [
    "#escalations slack", "Direct manager email", "VP Customer Success email", "CEO, CFO or CTO as fits email",
    "The account's flag crm",
  ]

  static let customerOpen = "customer-confirmed open: the customer has not confirmed"

  static let allUndecided = """
    decided open: undecided: document: Customer, ARR in its currency, Health, Summary, Impact, Root cause, if known, \
    What was attempted, What the customer asks for, What we recommend, Timeline; hand-off: Full context, \
    The customer's personality and way of talking, What not to say, The outcome we want; follow-through: \
    We stayed involved, Every commitment was kept, The loop is closed with everyone who was asked; \
    de-escalation: The customer confirms that it is over, The outcome is in the CRM, Everyone who helped was thanked, \
    Post-mortem, The playbook is updated
    """

  @Test func `from opening to closing and reopening`() throws {
    try LifeSteps.live { life in
      try entering(life)
      try climbing(life)
      try closing(life)
      try reopening(life)
    }
  }

  /// Friday 6 March, 16:00: a dispute of Rp 12,000,000 enters L1 at once and points to L2.
  private func entering(_ life: LifeSteps) throws {
    let opening = [
      "open", "Invoice disputed", "--account", "Acme", "--playbook", "levels", "--signal", "payment-dispute", "--arr",
      "IDR 900,000,000", "--owner", "ann", "--details", "Twelve million since May", "--contact",
      "Bo Lind <bo@acme.example> (CFO)", "--amount",
    ]
    var record = try life("03-06 16:00", with: opening + ["IDR 12,000,000"])
    #expect(record.level == "L1" && record.severity == nil && record.detection == "reactive")
    #expect(record.disputed == 12_000_000 && record.disputedCurrency == "IDR" && record.currency == "IDR")
    #expect(record.suggestion?.level == "L2" && record.suggestion?.signals == ["payment-dispute"])
    #expect(record.clocks() == ["response#1 running due 03-06 20:00", "needed-by#1 pending"])
    #expect(
      record.notices == ["#escalations slack: open", "Direct manager email: open", "The account's flag crm: open"])
    #expect(record.lists == ["document 0 of 10", "hand-off 0 of 4", "follow-through 0 of 3", "de-escalation 0 of 5"])
    #expect(record.gateWords == [Self.customerOpen, Self.allUndecided])
    #expect(try life.row("03-06 16:00") == "band 3, response due 03-06 20:00")

    // Who was told, when and how.
    try life("03-06 16:10", "notify", "W-1", "--who", "#escalations", "--channel", "slack", "--note", "in the channel")
    record = try life("03-06 16:15", "notify", "W-1", "--all")
    #expect(
      record.notices == [
        "#escalations slack: told by ann 03-06 16:10, in the channel", "Direct manager email: told by ann 03-06 16:15",
        "The account's flag crm: told by ann 03-06 16:15",
      ])
    record = try life(
      "03-06 16:20", "checklist", "done", "W-1", "context", "personality", "not-to-say", "hand-off/outcome")
    #expect(record.lists[1] == "hand-off 4 of 4")

    // The manager's message names what the record cannot fill; what is written down meanwhile is not asked for again.
    try life.refuses(
      "03-06 16:30", "message", "send", "W-1", "to-manager", code: 64,
      says: "to-manager needs impact, needed_by, tried, recommendation")
    record = try life("03-06 16:30", "needed-by", "W-1", "2026-03-09T12:00:00Z")
    #expect(record.latest("needed-by") == ["needed-by#1 running due 03-09 12:00"])
    try life("03-06 16:30", "mark", "W-1", "document")
    #expect(try life.lacks("03-06 16:30", "to-manager") == ["impact", "recommendation"])
    record = try life(
      "03-06 16:40", "message", "send", "W-1", "to-manager", "--set", "impact=They withhold payment", "--set",
      "recommendation=A credit", "--to", "Direct manager")
    #expect(record.sent == ["1 to-manager by email to Direct manager at 03-06 16:40"])
    #expect(
      try life.text("03-06 16:40", "message", "show", "W-1", "1").contains(
        """
        Acme, ARR IDR 900,000,000

        Issue: Invoice disputed
        Impact: They withhold payment
        Details: Twelve million since May
        Tried so far: Document it
        Needed by: Mon 2026-03-09 12:00 UTC

        I recommend: A credit
        """))
  }

  /// L2 on Friday at 17:00, L3 on Saturday at 09:00: each level's clock counts from its own entry.
  private func climbing(_ life: LifeSteps) throws {
    let preview = try life.text("03-06 17:00", "level", "W-1", "L2", "--dry-run")
    #expect(preview.contains("Fri 2026-03-06 20:00 UTC") && preview.contains("Fri 2026-03-06 19:00 UTC"))
    var record = try life("03-06 17:00", "level", "W-1", "L2", "--yes", "--reason", "Above ten million")
    #expect(
      record.clocks("response")
        == ["response#1 cancelled due 03-06 20:00 ended 03-06 17:00", "response#2 running due 03-06 19:00"])
    #expect(record.suggestion == nil)
    // The manager and the channel have heard; the VP has not. The hand-off is asked for anew.
    #expect(record.told == "3 of 4" && record.notices.contains("VP Customer Success email: open"))
    #expect(record.lists[1] == "hand-off 0 of 4")
    #expect(try life.row("03-06 17:00") == "band 2, response due 03-06 19:00")
    try life.refuses("03-06 17:01", "level", "W-1", "L2", "--yes", code: 69, says: "at L2 already")

    // The page for the next level is filled from the record but for three fields.
    #expect(try life.lacks("03-06 17:05", "record") == ["ask", "recommendation"])
    record = try life(
      "03-06 17:10", "message", "send", "W-1", "record", "--set", "ask=The sum back", "--set",
      "recommendation=A credit", "--to", "VP Customer Success")
    #expect(record.sent.last == "2 record by email to VP Customer Success at 03-06 17:10")
    record = try life(
      "03-06 17:10", "notify", "W-1", "--who", "VP Customer Success", "--channel", "email", "--note", "with the page")
    #expect(record.told == "4 of 4")

    // To the customer: the response of L2, and a promise for 21:00, kept ten minutes before by a new one.
    #expect(try life.lacks("03-06 18:00", "to-customer") == ["brought_in", "authority", "next_update"])
    record = try life(
      "03-06 18:00", "message", "send", "W-1", "to-customer", "--set", "brought_in=our VP", "--set",
      "authority=she decides on credits", "--next", "2026-03-06T21:00:00Z")
    #expect(record.sent.last == "3 to-customer by email to Bo Lind at 03-06 18:00, next 03-06 21:00")
    #expect(
      record.latest("response", "promise")
        == ["response#2 met due 03-06 19:00 ended 03-06 18:00", "promise#1 running due 03-06 21:00"])
    record = try life("03-06 20:50", "update", "W-1", "She calls tomorrow", "--next", "2026-03-08T09:00:00Z")
    #expect(
      record.clocks("promise")
        == ["promise#1 met due 03-06 21:00 ended 03-06 20:50", "promise#2 running due 03-08 09:00"])

    // L3 is due within the hour; its late response calls for the next level until somebody takes that path.
    record = try life("03-07 09:00", "level", "W-1", "L3", "--yes", "--reason", "Lawyers")
    #expect(record.latest("response") == ["response#3 running due 03-07 10:00"])
    #expect(record.told == "4 of 5" && record.pathWords == ["next-level quiet"])
    #expect(try life.row("03-07 09:00") == "band 1, response due 03-07 10:00")
    record = try life.look("03-07 10:01")
    #expect(record.latest("response") == ["response#3 breached due 03-07 10:00"])
    #expect(record.pathWords == ["next-level called 03-07 10:00"])
    record = try life("03-07 10:10", "path", "raise", "W-1", "next-level", "--note", "the CFO knows")
    #expect(record.pathWords == ["next-level raised 03-07 10:10"])
    record = try life("03-07 10:30", "update", "W-1", "Our CFO calls you", "--next", "2026-03-08T09:00:00Z")
    #expect(
      record.clocks() == [
        "response#1 cancelled due 03-06 20:00 ended 03-06 17:00", "needed-by#1 running due 03-09 12:00",
        "response#2 met due 03-06 19:00 ended 03-06 18:00", "promise#1 met due 03-06 21:00 ended 03-06 20:50",
        "promise#2 met due 03-08 09:00 ended 03-07 10:30", "response#3 missed due 03-07 10:00 ended 03-07 10:30",
        "promise#3 running due 03-08 09:00",
      ])
  }

  /// Sunday 8 March.
  private func closing(_ life: LifeSteps) throws {
    try life("03-08 08:00", "update", "W-1", "Agreed: a credit")
    var record = try life("03-08 08:00", "resolve", "W-1", "--summary", "A credit")
    #expect(
      record.latest("promise", "needed-by")
        == ["promise#3 met due 03-08 09:00 ended 03-08 08:00", "needed-by#1 met due 03-09 12:00 ended 03-08 08:00"])
    #expect(record.running.isEmpty)
    #expect(try life.refusedGates("03-08 08:10") == [Self.customerOpen, Self.allUndecided])

    // What is simply asked for cannot be declined; what is asked for if needed is declined with a reason only.
    #expect(record.ifNeeded == ["document/root-cause open", "de-escalation/playbook open"])
    try life.refuses(
      "03-08 09:00", "checklist", "not-needed", "W-1", "crm", "--reason", "r", code: 69, says: "can be done but not")
    try life.refuses(
      "03-08 09:00", "checklist", "not-needed", "W-1", "playbook", "--reason", " ", code: 64, says: "a reason is due")
    record = try life(
      "03-08 09:00", "checklist", "done", "W-1",
      with: [
        "customer", "arr", "health", "summary", "impact", "attempted", "ask", "recommendation", "timeline", "context",
        "personality", "not-to-say", "hand-off/outcome", "involved", "commitments", "loop", "confirmed", "crm",
        "thanks", "post-mortem",
      ])
    #expect(record.lists == ["document 9 of 10", "hand-off 4 of 4", "follow-through 3 of 3", "de-escalation 4 of 5"])
    #expect(
      try life.refusedGates("03-08 09:10") == [
        Self.customerOpen,
        "decided open: undecided: document: Root cause, if known; de-escalation: The playbook is updated",
      ])
    try life("03-08 09:20", "checklist", "done", "W-1", "document/root-cause")
    record = try life("03-08 09:30", "checklist", "not-needed", "W-1", "playbook", "--reason", "It held")
    #expect(record.ifNeeded == ["document/root-cause done", "de-escalation/playbook not-needed"])
    #expect(try life.refusedGates("03-08 09:30") == [Self.customerOpen])
    record = try life("03-08 09:40", "confirm", "W-1", "--note", "By mail")
    #expect(record.gateWords == ["customer-confirmed satisfied", "decided satisfied"])
    record = try life("03-08 10:00", "close", "W-1", "--outcome", "recovered", "--csat", "8")
    #expect(record.status == "closed" && record.closing?.outcome == "recovered" && record.closing?.csat == 8)
    #expect(record.running.isEmpty && record.told == "4 of 5")
    #expect(try life.row("03-08 10:00") == nil)
  }

  /// Monday at 09:00, at L3 and before the time it was needed by: that time stands; everything else is asked anew.
  private func reopening(_ life: LifeSteps) throws {
    var record = try life("03-09 09:00", "reopen", "W-1", "--reason", "The sum is disputed again")
    #expect(
      record.latest("response", "promise", "needed-by") == [
        "response#4 running due 03-09 10:00", "promise#3 met due 03-08 09:00 ended 03-08 08:00",
        "needed-by#2 running due 03-09 12:00",
      ])
    #expect(record.notices == Self.matrix.map { "\($0): open" })
    #expect(record.lists == ["document 0 of 10", "hand-off 0 of 4", "follow-through 0 of 3", "de-escalation 0 of 5"])
    #expect(record.pathWords == ["next-level quiet"])
    #expect(try life.refusedGates("03-09 09:00") == [Self.customerOpen, Self.allUndecided])

    // Passed over with authority and a reason; it stays listed, and the quarter's retrospective tells of it.
    try life.refuses(
      "03-09 09:30", "gate", "override", "W-1", "decided", "--as", "CSM", "--reason", "r", code: 69,
      says: "VP Customer Success only")
    try life.refuses(
      "03-09 09:30", "gate", "override", "W-1", "decided", "--as", "VP Customer Success", "--reason", "", code: 64,
      says: "a reason is due")
    record = try life(
      "03-09 09:30", "gate", "override", "W-1", "decided", "--as", "vp customer success", "--reason", "One call")
    #expect(record.gateWords == [Self.customerOpen, "decided overridden as VP Customer Success by ann: One call"])
    try life("03-09 09:40", "confirm", "W-1")
    record = try life("03-09 09:50", "close", "W-1", "--outcome", "retained-with-loss")
    #expect(record.closing?.passedOver == ["decided"])
    // Closing what was not resolved resolves it.
    #expect(
      record.latest("response", "needed-by") == [
        "response#4 met due 03-09 10:00 ended 03-09 09:50", "needed-by#2 met due 03-09 12:00 ended 03-09 09:50",
      ])
    let retrospective = try life.answer(
      "03-09 10:00", ["retrospective", "--quarter", "2026Q1", "--json"], LifeAnswer.Retrospective.self)
    #expect(retrospective.zone == "UTC")
    #expect(
      retrospective.gatesOverridden.map(\.words)
        == ["W-1 decided by ann as VP Customer Success, 03-09 09:30: One call"])
  }

  @Test(arguments: [
    ("churn-threat", "L2"), ("legal", "L3"), ("breach", "L3"), ("executive-complaint", "L2"), ("bug-for-many", "L2"),
  ])
  func `what escalates at once enters L1 and points to its level`(signal: String, level: String) throws {
    try LifeSteps.live { life in
      let record = try life(
        "03-06 16:00", "open", "At once", "--account", "Acme", "--playbook", "levels", "--signal", signal)
      #expect(record.level == "L1" && record.suggestion?.level == level)
      #expect(record.clocks("response") == ["response#1 running due 03-06 20:00"])
    }
  }

  /// Above ten million rupiah, and in no other currency.
  @Test func `the dispute rule counts in rupiah`() throws {
    try LifeSteps.live { life in
      func holds(_ amount: String) throws -> Bool? {
        try life.answer(
          "03-06 16:00", ["signals", "--playbook", "levels", "--amount", amount, "--json"], [LifeAnswer.Signal].self
        ).first { $0.id == "payment-dispute" }?.holds
      }
      #expect(try holds("IDR 10,000,000") == false)
      #expect(try holds("IDR 10,000,001") == true)
      #expect(try holds("USD 10,000,001") == nil)
      let opening = ["open", "Invoice", "--account", "Acme", "--playbook", "levels", "--signal", "payment-dispute"]
      let refused = try life.program.run(
        opening + ["--amount", "IDR 10,000,000"], now: LifeSteps.instant("03-06 16:00"))
      #expect(refused.status == 64 && refused.err.contains("is not above IDR 10,000,000"), "\(refused.err)")
      let record = try life(
        "03-06 16:00", with: opening + ["--amount", "IDR 10,000,000", "--reason", "A partner of ours"])
      // Whoever says why takes the signal all the same.
      #expect(record.level == "L1" && record.suggestion?.level == "L2")
      #expect(record.timeline.last?.why == "A partner of ours")
    }
  }
}
