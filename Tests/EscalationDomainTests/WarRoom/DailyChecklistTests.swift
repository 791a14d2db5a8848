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

  private static func decided(
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
  }

  static let carried: [Case] = {
    let log = Self.log([check])
    let call = "once/call 03-02 0"
    return [
      Case("the first day", log, "03-02 10:00", "day/look 03-02 0", call),
      Case("left in silence", log, "03-04 10:00", "day/look 03-02 2", "once/call 03-02 2"),
      Case(
        "done on Monday, not on Tuesday", decided(log, "03-02 10:00", "day/look", .done), "03-04 10:00",
        "day/look 03-03 1", "once/call 03-02 2"),
      Case(
        "done today", decided(log, "03-04 09:00", "day/look", .done), "03-04 10:00", "once/call 03-02 2"),
      Case(
        "done and taken back on the same day",
        decided(decided(log, "03-03 09:00", "day/look", .done), "03-03 10:00", "day/look", .open), "03-04 10:00",
        "day/look 03-02 2", "once/call 03-02 2"),
      Case(
        "left with a word",
        decided(
          decided(log, "03-02 16:00", "day/look", .carriedOver, "Bo is ill"), "03-03 16:00", "day/look", .carriedOver),
        "03-04 10:00", "day/look 03-02 2 ann 03-03 16:00", "once/call 03-02 2"),
      Case(
        "the word of before it was done says nothing now",
        decided(decided(log, "03-02 16:00", "day/look", .carriedOver, "Bo is ill"), "03-03 16:00", "day/look", .done),
        "03-04 10:00", "day/look 03-04 0", "once/call 03-02 2"),
      Case(
        "left today", decided(log, "03-03 09:30", "once/call", .carriedOver, "Bo is ill"), "03-03 10:00",
        "day/look 03-02 1", "once/call 03-02 1 ann 03-03 09:30 Bo is ill", "check/plan 03-02 1"),
      Case(
        "decided against", decided(log, "03-03 09:30", "once/call", .notNeeded, "They wrote"), "03-04 10:00",
        "day/look 03-02 2"),
      Case(
        "decided, and open again since Tuesday",
        decided(decided(log, "03-02 09:30", "once/call", .notNeeded, "x"), "03-03 10:00", "once/call", .open),
        "03-04 10:00", "day/look 03-02 2", "once/call 03-03 1"),
      Case(
        "asked for since it is grave", log.then("03-03 12:00", .severity("S0")), "03-04 10:00", "day/look 03-02 2",
        "day/grave 03-03 1", "once/call 03-02 2"),
      Case(
        "grave, not, and grave again",
        log.then("03-02 12:00", .severity("S0")).then("03-03 08:00", .severity("S2")).then(
          "03-03 12:00", .severity("S0")),
        "03-04 10:00", "day/look 03-02 2", "day/grave 03-03 1", "once/call 03-02 2"),
      Case(
        "reopened", log.then("03-02 12:00", .resolve).then("03-04 09:00", .reopen), "03-05 08:00", "day/look 03-04 1",
        "once/call 03-04 1", "check/plan 03-04 1"),
      Case("resolved", log.then("03-02 12:00", .resolve), "03-04 10:00"),
    ]
  }()

  static let checks: [Case] = [
    Case("a check is due", log([check]), "03-03 10:00", "day/look 03-02 1", "once/call 03-02 1", "check/plan 03-02 1"),
    Case(
      "the check was held", log([check]).then("03-03 09:30", .checked(note: nil)), "03-03 10:00", "day/look 03-02 1",
      "once/call 03-02 1"),
    Case("no check is due today", log([check]), "03-04 10:00", "day/look 03-02 2", "once/call 03-02 2"),
    Case("no clock asks for one", log(), "03-02 10:00", "day/look 03-02 0", "once/call 03-02 0", "check/plan 03-02 0"),
  ]

  static let zones: [Case] = {
    // Monday 20:30 in New York is Tuesday in UTC.
    let there = log([check], calendar: "new-york", opened: "03-02 14:00")
    return [
      Case("the account's date counts", there, "03-03 01:30", "day/look 03-02 0", "once/call 03-02 0"),
      Case(
        "and not ours", decided(there, "03-03 01:30", "day/look", .done), "03-03 15:00", "day/look 03-03 0",
        "once/call 03-02 1", "check/plan 03-02 1"),
    ]
  }()

  @Test(arguments: carried + checks + zones) func `open items, since when, and who left them`(row: Case) throws {
    let daily = try Shelf(row.log).dailyChecklist(now: row.now)
    let items = daily.groups.flatMap(\.items).map { item in
      [
        "\(item.checklist)/\(item.item.id)", "\(item.since)".replacing("2026-", with: ""), "\(item.carried)",
        item.left?.by, item.left?.at.short, item.left?.why,
      ].compactMap(\.self).joined(separator: " ")
    }
    #expect(items == row.items, "\(row)")
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
