import Testing

@testable import EscalationDomain

@Suite("What the room must do today, and what it has carried over")
struct DailyChecklistTests {
  static func log(_ rules: [ClockRule] = [], calendar: String? = nil, opened: Instant = "03-02 09:00") -> Log {
    var playbook = Desk.playbook(rules)
    playbook.checklists = [
      Checklist(
        id: "day", label: "Each day", when: .daily,
        items: [
          ChecklistItem(id: "look", label: "Look"),
          ChecklistItem(id: "grave", label: "Grave", applies: .by(.severity, ["S0": .yes])),
        ]),
      Checklist(
        id: "once", label: "Once",
        items: [
          ChecklistItem(id: "call", label: "Call", applies: .always(.ifNeeded)), ChecklistItem(id: "log", label: "Log"),
        ]),
      Checklist(
        id: "say", label: "Say", when: .eachUpdate,
        items: [ChecklistItem(id: "more", label: "More", applies: .always(.ifNeeded))]),
      Checklist(id: "check", label: "Check", when: .eachCheck, items: [ChecklistItem(id: "plan", label: "Plan")]),
    ]
    return Log(policies: PolicyBook(Desk.policy(playbook)), opened: opened, calendar: calendar)
  }

  static func decided(
    _ log: Log, _ at: Instant, _ item: String, _ choice: ItemDecision.Choice, _ why: String? = nil
  ) -> Log {
    let parts = item.split(separator: "/").map(String.init)
    let decision = ItemDecision(checklist: parts[0], item: parts[1], choice: choice)
    return log.then(at, .itemDecided(decision), why: why)
  }

  private static let check = rule("tue,thu", "look", stops: [.internalCheck], repeats: true)

  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var now: Instant
    var items: [String]

    init(_ description: String, _ log: Log, _ now: Instant, _ items: String...) {
      (self.description, self.log, self.now, self.items) = (description, log, now, items)
    }

    /// `list/item 03-02 2 ann 03-02 16:00 why`: since when, on how many dates before today, who left it.
    func actual() throws -> [String] {
      try Shelf(log).dailyChecklist(now: now).groups.flatMap(\.items).map { item in
        [
          "\(item.checklist)/\(item.item.id)", "\(item.since)".replacing("2026-", with: ""), "\(item.carried)",
          item.left?.by, item.left?.at.short, item.left?.why,
        ].compactMap(\.self).joined(separator: " ")
      }
    }
  }

  static let carried: [Case] = {
    let log = Self.log([check])
    let call = "once/call 03-02 0"
    // Tuesday's slot passed.
    let plan = "check/plan 03-03 1"
    return [
      Case("the first day", log, "03-02 10:00", "day/look 03-02 0", call),
      Case("left in silence", log, "03-04 10:00", "day/look 03-02 2", "once/call 03-02 2", plan),
      Case(
        "done on Monday, not on Tuesday", decided(log, "03-02 10:00", "day/look", .done), "03-04 10:00",
        "day/look 03-03 1", "once/call 03-02 2", plan),
      Case(
        "done today", decided(log, "03-04 09:00", "day/look", .done), "03-04 10:00", "once/call 03-02 2", plan),
      Case(
        "done and taken back on the same day",
        decided(decided(log, "03-03 09:00", "day/look", .done), "03-03 10:00", "day/look", .open), "03-04 10:00",
        "day/look 03-02 2", "once/call 03-02 2", plan),
      Case(
        "left with a word",
        decided(
          decided(log, "03-02 16:00", "day/look", .carriedOver, "Bo is ill"), "03-03 16:00", "day/look", .carriedOver),
        "03-04 10:00", "day/look 03-02 2 ann 03-03 16:00", "once/call 03-02 2", plan),
      Case(
        "the word of before it was done says nothing now",
        decided(decided(log, "03-02 16:00", "day/look", .carriedOver, "Bo is ill"), "03-03 16:00", "day/look", .done),
        "03-04 10:00", "day/look 03-04 0", "once/call 03-02 2", plan),
      Case(
        "left today", decided(log, "03-03 09:30", "once/call", .carriedOver, "Bo is ill"), "03-03 10:00",
        "day/look 03-02 1", "once/call 03-02 1 ann 03-03 09:30 Bo is ill", "check/plan 03-03 0"),
      Case(
        "decided against", decided(log, "03-03 09:30", "once/call", .notNeeded, "They wrote"), "03-04 10:00",
        "day/look 03-02 2", plan),
      Case(
        "decided, and open again since Tuesday",
        decided(decided(log, "03-02 09:30", "once/call", .notNeeded, "x"), "03-03 10:00", "once/call", .open),
        "03-04 10:00", "day/look 03-02 2", "once/call 03-03 1", plan),
      Case(
        "asked for since it is grave", log.then("03-03 12:00", .severity("S0")), "03-04 10:00", "day/look 03-02 2",
        "day/grave 03-03 1", "once/call 03-02 2", plan),
      Case(
        "grave, not, and grave again",
        log.then("03-02 12:00", .severity("S0")).then("03-03 08:00", .severity("S2")).then(
          "03-03 12:00", .severity("S0")),
        "03-04 10:00", "day/look 03-02 2", "day/grave 03-03 1", "once/call 03-02 2", plan),
      Case(
        "reopened", log.then("03-02 12:00", .resolve).then("03-04 09:00", .reopen), "03-05 08:00", "day/look 03-04 1",
        "once/call 03-04 1", "check/plan 03-05 0"),
      Case("resolved", log.then("03-02 12:00", .resolve), "03-04 10:00", "once/call 03-02 2"),
      Case("closed", log.then("03-02 12:00", .resolve).then("03-03 12:00", .close), "03-04 10:00"),
      Case(
        "ticked by mistake and opened again",
        decided(decided(log, "03-04 09:00", "once/call", .done), "03-04 09:01", "once/call", .open), "03-04 10:00",
        "day/look 03-02 2", "once/call 03-02 2", "check/plan 03-03 1"),
    ]
  }()

  // Slots on Tuesdays and Thursdays at 17:00, then weekly on Mondays, then each date.
  static let checks: [Case] = {
    let (look, call) = ("day/look 03-02", "once/call 03-02")
    let twice = log([check])
    let weekly = log([rule("weekly", "look", stops: [.internalCheck], repeats: true)])
    let daily = log([rule("daily", "look", stops: [.internalCheck], repeats: true)])
    let done = decided(daily, "03-05 10:00", "check/plan", .done)
    let left = decided(twice, "03-03 09:10", "check/plan", .carriedOver).then("03-03 09:30", .checked(note: nil))
    let ticked = decided(twice, "03-04 09:00", "check/plan", .done)
    return [
      Case("before the first is due", twice, "03-02 10:00", "\(look) 0", "\(call) 0"),
      Case("a check is due", twice, "03-03 10:00", "\(look) 1", "\(call) 1", "check/plan 03-03 0"),
      Case(
        "the check was held", twice.then("03-03 09:30", .checked(note: nil)), "03-03 10:00", "\(look) 1", "\(call) 1"),
      Case("missed, and none due today", twice, "03-04 10:00", "\(look) 2", "\(call) 2", "check/plan 03-03 1"),
      Case("missed, and the next due", twice, "03-05 10:00", "\(look) 3", "\(call) 3", "check/plan 03-03 2"),
      Case(
        "what a check settled is asked afresh", twice.then("03-10 09:00", .checked(note: nil)), "03-12 10:00",
        "\(look) 10", "\(call) 10", "check/plan 03-12 0"),
      Case("weekly, for the first time", weekly, "03-09 09:00", "\(look) 7", "\(call) 7", "check/plan 03-09 0"),
      Case("weekly, and missed", weekly, "03-10 09:00", "\(look) 8", "\(call) 8", "check/plan 03-09 1"),
      Case("done for a check that nobody held", done, "03-05 18:00", "\(look) 3", "\(call) 3"),
      Case("asked afresh in the next cycle", done, "03-06 09:00", "\(look) 4", "\(call) 4", "check/plan 03-06 0"),
      Case("left over the check", left, "03-03 10:00", "\(look) 1", "\(call) 1", "check/plan 03-03 0 ann 03-03 09:10"),
      Case("and the day after", left, "03-04 10:00", "\(look) 2", "\(call) 2", "check/plan 03-03 1 ann 03-03 09:10"),
      Case("done early for the next", ticked, "03-05 10:00", "\(look) 3", "\(call) 3"),
      Case(
        "ticked by mistake", decided(ticked, "03-04 09:01", "check/plan", .open), "03-04 10:00", "\(look) 2",
        "\(call) 2", "check/plan 03-03 1"),
      Case("no clock asks for one", log(), "03-02 10:00", "\(look) 0", "\(call) 0", "check/plan 03-02 0"),
      Case(
        "none asks for one, and one was held", log().then("03-02 09:30", .checked(note: nil)), "03-02 10:00",
        "\(look) 0", "\(call) 0"),
    ]
  }()

  static let ends: [Case] = {
    func list(_ when: Checklist.When) -> Checklist {
      Checklist(
        id: "\(when)", label: "End", when: when,
        items: [ChecklistItem(id: "book", label: "Book", applies: .always(.ifNeeded))])
    }
    var playbook = Desk.playbook([])
    playbook.checklists = [list(.closing), list(.afterResolution)]
    let open = Log(policies: PolicyBook(Desk.policy(playbook)))
    let resolved = open.then("03-04 12:00", .resolve)
    return [
      Case("nothing of the end while it runs", open, "03-05 10:00"),
      Case("from the resolution on", resolved, "03-04 13:00", "closing/book 03-04 0", "afterResolution/book 03-04 0"),
      Case("and carried", resolved, "03-06 10:00", "closing/book 03-04 2", "afterResolution/book 03-04 2"),
      Case(
        "until it is decided", decided(resolved, "03-05 10:00", "closing/book", .notNeeded, "It held"), "03-06 10:00",
        "afterResolution/book 03-04 2"),
      Case("or closed", resolved.then("03-05 10:00", .close), "03-06 10:00"),
      Case(
        "decided before it ended", decided(open, "03-03 10:00", "closing/book", .done).then("03-04 12:00", .resolve),
        "03-06 10:00", "afterResolution/book 03-04 2"),
    ]
  }()

  static let zones: [Case] = {
    // Monday 20:30 in New York is Tuesday in UTC.
    let there = log([check], calendar: "new-york", opened: "03-02 14:00")
    return [
      Case("the account's date counts", there, "03-03 01:30", "day/look 03-02 0", "once/call 03-02 0"),
      Case(
        "and not ours", decided(there, "03-03 01:30", "day/look", .done), "03-03 15:00", "day/look 03-03 0",
        "once/call 03-02 1", "check/plan 03-03 0"),
    ]
  }()

  @Test(arguments: carried + checks + ends + zones) func `open items, since when, and who left them`(row: Case) throws {
    #expect(try row.actual() == row.items, "\(row)")
  }

  @Test func `it stands by escalation in the order of the board`() throws {
    let grave = Self.log().then("03-02 09:00", .severity("S0")).named("W-2")
    let daily = try Shelf(Self.log(), grave, Log([]).named("W-3")).dailyChecklist(now: "03-03 10:00")
    #expect(daily.groups.map(\.id) == ["W-2", "W-1"])
    #expect(daily.openCount == 7 && daily.carriedCount == 7)
  }

  @Test func `a stage that time brought asks from its day on, in the log or not`() throws {
    var length = rule("2d", "stage", starts: [.opened, .stageEntered], stops: [], elapses: true)
    length.advances = true
    var playbook = Desk.playbook([length])
    playbook.checklists = [
      Checklist(
        id: "day", label: "Day", when: .daily,
        items: [ChecklistItem(id: "vp", label: "VP", applies: .by(.stage, ["stage-2": .yes]))])
    ]
    let log = Log(policies: PolicyBook(Desk.policy(playbook))) { $0.stage = "stage-1" }
    for log in [log, try log.settled("03-05 12:00")] {
      let daily = try Shelf(log).dailyChecklist(now: "03-06 10:00")
      #expect(daily.groups.first?.items.map(\.since) == [try date("2026-03-04")])
      #expect(daily.groups.first?.items.map(\.carried) == [2])
    }
  }
}
