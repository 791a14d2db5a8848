import Testing

@testable import EscalationDomain

@Suite("What a rule refuses")
struct RefusalTests {
  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var command: Command
    var occurred: Instant?
    var refusal: Refusal

    init(_ description: String, _ log: Log, _ command: Command, at occurred: Instant? = nil, _ refusal: Refusal) {
      (self.description, self.log, self.command) = (description, log, command)
      (self.occurred, self.refusal) = (occurred, refusal)
    }
  }

  static let now: Instant = "03-02 12:00"
  static let open = Log([rule("4h")])
  static let paused = open.then("03-02 10:00", .wait("03-05 09:00"))
  static let resolved = open.then("03-02 10:00", .resolve)
  static let closed = open.then("03-02 10:00", .close)
  static let cancelled = open.then("03-02 10:00", .cancelled)
  static let severities = ["S0", "S1", "S2", "S3"]

  @Test(arguments: [
    Row("the future", open, .note(text: "n"), at: "03-02 12:00:01", .inTheFuture("03-02 12:00:01")),
    Row("before the opening", open, .note(text: "n"), at: "03-02 08:59:59", .beforeOpening("03-02 09:00")),
    Row("before a later act", paused, .note(text: "n"), at: "03-02 09:30", .laterActExists("03-02 10:00")),
    Row(
      "before a later act that came with an import", open.then("03-02 10:00", .ack, source: .imported),
      .note(text: "n"), at: "03-02 09:30", .laterActExists("03-02 10:00")),
    Row(
      "before a later undo", open.then("03-02 09:10", .ack).then("03-02 10:00", .undone(event: 2)), .note(text: "n"),
      at: "03-02 09:30", .laterActExists("03-02 10:00")),
    Row(
      "a second first response", open.then("03-02 10:00", .ack), .acknowledge(note: nil),
      .alreadyAcknowledged("03-02 10:00")),
    Row("a first response to what is resolved", resolved, .acknowledge(note: nil), .notOpen(.resolved)),
    Row("a check of what is closed", closed, .check(note: nil), .notOpen(.closed)),
    Row("an update on what is closed", closed, .update(CustomerUpdate(text: "t")), .notOpen(.closed)),
    Row("an update on what is cancelled", cancelled, .update(CustomerUpdate(text: "t")), .notOpen(.cancelled)),
    Row(
      "an update that says nothing", open, .update(CustomerUpdate(text: " \n ")),
      .textRequired("what the customer was told")),
    Row(
      "a promise that is not ahead", open, .update(CustomerUpdate(text: "t", next: now)),
      .notAhead(now, what: "the promised time")),
    Row("an empty note", open, .note(text: "  "), .textRequired("the note")),
    Row("nobody notified", open, .notify(Notification(who: [" "])), .textRequired("who was told")),
    Row("a mark of nothing", open, .mark(" "), .textRequired("the step")),
    Row("a mark of no step", open, .mark("cal"), .unknownStep("cal", known: ["call"])),
    Row("an unknown severity", open, .changeSeverity(to: "S9", reason: nil), .unknownSeverity("S9", known: severities)),
    Row("the same severity", open, .changeSeverity(to: "high", reason: nil), .sameSeverity("S1")),
    Row("severity of what is resolved", resolved, .changeSeverity(to: "S0", reason: nil), .notOpen(.resolved)),
    Row("an unknown level", open, .enterLevel("L9", reason: nil), .unknownLevel("L9", known: ["L1", "L2"])),
    Row("a level of what is closed", closed, .enterLevel("L1", reason: nil), .notOpen(.closed)),
    Row(
      "the same level", open.then("03-02 10:00", .levelEntered("L1")), .enterLevel("l1", reason: nil), .sameGrade("L1")),
    Row(
      "the same stage", open.then("03-02 10:00", .stageEntered("stage-1")), .enterStage("stage-1", reason: "r"),
      .sameGrade("stage-1")),
    Row("a stage without a reason", open, .enterStage("stage-1", reason: " "), .reasonRequired),
    Row("an unknown stage", open, .enterStage("x", reason: nil), .unknownStage("x", known: ["stage-1", "stage-2"])),
    Row(
      "needed by a time past", open, .setNeededBy("03-02 11:00"), .notAhead("03-02 11:00", what: "the needed-by time")),
    Row("needed-by of what is resolved", resolved, .setNeededBy("03-03 11:00"), .notOpen(.resolved)),
    Row("a pause without a reason", open, .pause(reason: " ", until: "03-03 09:00"), .reasonRequired),
    Row(
      "a pause until a time past", open, .pause(reason: "r", until: "03-02 12:00"),
      .notAhead("03-02 12:00", what: "the expected resume time")),
    Row("a second pause", paused, .pause(reason: "r", until: "03-03 09:00"), .alreadyPaused),
    Row("a pause of what is resolved", resolved, .pause(reason: "r", until: "03-03 09:00"), .notOpen(.resolved)),
    Row("resuming what runs", open, .resume(note: nil), .notPaused),
    Row("resolving twice", resolved, .resolve(Resolution()), .alreadyResolved("03-02 10:00")),
    Row("resolving what is closed", closed, .resolve(Resolution()), .notOpen(.closed)),
    Row("closing twice", closed, .close(Closing(), reason: nil), .notOpen(.closed)),
    Row("closing what is cancelled", cancelled, .close(Closing(), reason: nil), .notOpen(.cancelled)),
    Row("a CSAT of 0", open, .close(Closing(csat: 0), reason: nil), .csatOutOfRange(0)),
    Row("a CSAT of 11", open, .close(Closing(csat: 11), reason: nil), .csatOutOfRange(11)),
    Row("cancelling what is closed", closed, .cancel(reason: "r"), .notOpen(.closed)),
    Row("cancelling twice", cancelled, .cancel(reason: "r"), .notOpen(.cancelled)),
    Row("cancelling without a reason", open, .cancel(reason: ""), .reasonRequired),
    Row("reopening what is open", open, .reopen(reason: "r"), .alreadyOpen),
    Row("reopening what is cancelled", cancelled, .reopen(reason: "r"), .cancelledForGood),
    Row("reopening without a reason", closed, .reopen(reason: " "), .reasonRequired),
    Row("a title taken away", open, .amend(Amendment(title: " ")), .textRequired("a title")),
    Row("an account without a name", open, .changeAccount(AccountFacts(name: " ")), .textRequired("an account")),
    Row(
      "a calendar that is not there", open, .changeAccount(AccountFacts(name: "Acme", calendar: "mars")),
      .unknownCalendar("mars", known: ["kolkata", "never", "new-york", "utc"])),
    Row("a contact without a name", open, .addContact(Contact(name: " ")), .textRequired("a contact's name")),
    Row("a contact that is not there", open, .removeContact(name: "Bo"), .unknownContact("Bo")),
    Row("a NUL in a text", open, .note(text: "a\0b"), .unreadableText("a\0b")),
    Row("a NUL in a reason", open, .cancel(reason: "a\0b"), .unreadableText("a\0b")),
    Row("undo of an opening", open, .undo(event: nil), .nothingToUndo),
    Row(
      "undo of what came with an import", open.then("03-02 10:00", .ack, source: .imported), .undo(event: nil),
      .nothingToUndo),
    Row(
      "undo of an act that is no longer the newest",
      open.then("03-02 10:00", .ack).then("03-02 10:05", .noted(text: "n")),
      .undo(event: 2), .overtaken),
    Row(
      "undo of what is undone", open.then("03-02 10:00", .ack).then("03-02 10:05", .undone(event: 2)),
      .undo(event: nil),
      .nothingToUndo),
  ])
  func refused(_ row: Row) {
    #expect(throws: row.refusal) { try row.log.drafts(row.command, Self.now, occurred: row.occurred) }
    #expect(!row.refusal.sentence(zone: .utc).isEmpty)
  }

  @Test("An act may be dated back to the last act, and before what time alone brought")
  func backdated() throws {
    let breached = try Self.open.settled("03-02 14:00")
    let late = try breached.doing(.acknowledge(note: nil), "03-02 14:30", occurred: "03-02 12:30")
    #expect(try late.lines("03-02 15:00") == ["#1 met due 03-02 13:00 ended 03-02 12:30 breach 03-02 13:00 corrected"])
    let same = try Self.paused.doing(.note(text: "n"), "03-02 14:30", occurred: "03-02 10:00")
    #expect(same.events.last?.occurred == "03-02 10:00" && same.events.last?.recorded == "03-02 14:30")
  }

  struct OpenRow: Sendable, CustomStringConvertible {
    var description: String
    var refusal: Refusal
    var change: @Sendable (inout Opening) -> Void

    init(_ description: String, _ refusal: Refusal, _ change: @escaping @Sendable (inout Opening) -> Void) {
      (self.description, self.refusal, self.change) = (description, refusal, change)
    }
  }

  static let opening = Opening(
    title: " Exports fail ", account: AccountFacts(name: " Acme "), playbook: "desk", edition: 0, severity: "critical")

  @Test(arguments: [
    OpenRow("no title", .textRequired("a title")) { $0.title = " " },
    OpenRow("no account", .textRequired("an account")) { $0.account.name = "" },
    OpenRow("an unknown playbook", .unknownPlaybook("none", known: ["desk"])) { $0.playbook = "none" },
    OpenRow("an unknown severity", .unknownSeverity("P1", known: severities)) { $0.severity = "P1" },
    OpenRow("an unknown level", .unknownLevel("L9", known: ["L1", "L2"])) { $0.level = "L9" },
    OpenRow("an unknown stage", .unknownStage("x", known: ["stage-1", "stage-2"])) { $0.stage = "x" },
    OpenRow("an unknown calendar", .unknownCalendar("mars", known: ["kolkata", "never", "new-york", "utc"])) {
      $0.account.calendar = "mars"
    },
    OpenRow("needed by a time past", .notAhead("03-02 12:00", what: "the needed-by time")) {
      $0.neededBy = "03-02 12:00"
    },
    OpenRow("a NUL", .unreadableText("a\0")) { $0.details = "a\0" },
    OpenRow("a NUL in a currency", .unreadableText("U\0D")) { $0.account.arr = Money(minorUnits: 1, currency: "u\0d") },
  ])
  func opening(_ row: OpenRow) {
    var opening = Self.opening
    row.change(&opening)
    #expect(throws: row.refusal) {
      try Decision.open(opening, policy: Self.open.policies.current, act: Act(actor: "ann", now: Self.now))
    }
  }

  @Test("A playbook that has only severities needs one; one with steps starts at the first")
  func grades() throws {
    var opening = Self.opening
    opening.severity = nil
    let act = Act(actor: "ann", now: Self.now)
    guard case .opened(let opened) = try Decision.open(opening, policy: Self.open.policies.current, act: act).fact
    else {
      Issue.record("not opened")
      return
    }
    #expect(opened.level == "L1" && opened.edition == 1)
    var playbook = Desk.playbook([])
    (playbook.levels, playbook.stages) = ([], [])
    #expect(throws: Refusal.severityRequired(known: Self.severities)) {
      try Decision.open(opening, policy: Desk.policy(playbook), act: act)
    }
  }

  @Test("Opening trims the names, and spells the severity as the playbook does")
  func completed() throws {
    let act = Act(actor: "ann", occurred: "03-02 11:00", now: Self.now)
    let draft = try Decision.open(Self.opening, policy: Self.open.policies.current, act: act, why: "called in")
    guard case .opened(let opened) = draft.fact else {
      Issue.record("not opened")
      return
    }
    #expect((opened.title, opened.account.name, opened.severity) == ("Exports fail", "Acme", "S0"))
    #expect((draft.occurred, draft.actor, draft.why) == ("03-02 11:00", "ann", "called in"))
    #expect(throws: Refusal.inTheFuture("03-02 12:01")) {
      try Decision.open(
        Self.opening, policy: Self.open.policies.current, act: Act(actor: "ann", occurred: "03-02 12:01", now: Self.now)
      )
    }
  }
}
