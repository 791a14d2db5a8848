import Testing

@testable import EscalationDomain

@Suite("How long the room has carried an item, where answers, lists and grades change")
struct DailyChecklistEdgeTests {
  typealias Case = DailyChecklistTests.Case

  private static func decided(_ log: Log, _ at: Instant, _ item: String, _ choice: ItemDecision.Choice) -> Log {
    let parts = item.split(separator: "/").map(String.init)
    return log.then(at, .itemDecided(ItemDecision(checklist: parts[0], item: parts[1], choice: choice)))
  }

  private static func log(_ lists: [Checklist], level: String? = nil) -> Log {
    var playbook = Desk.playbook([])
    playbook.checklists = lists
    return Log(policies: PolicyBook(Desk.policy(playbook))) { $0.level = level }
  }

  private static let day = Checklist(
    id: "day", label: "Each day", when: .daily, items: [ChecklistItem(id: "look", label: "Look")])

  static let table: [Case] = {
    let one = log([day])
    let twins = log([
      day, Checklist(id: "other", label: "Other", when: .daily, items: [ChecklistItem(id: "look", label: "Look")]),
    ])
    let once = log([
      Checklist(id: "once", label: "Once", items: [ChecklistItem(id: "a", label: "A", applies: .always(.ifNeeded))])
    ])
    let proven = log([
      Checklist(
        id: "day", label: "Day", when: .daily,
        items: [ChecklistItem(id: "why", label: "Why", doneBy: .hypothesisStated)])
    ])
    let levels = log(
      [
        Checklist(
          id: "day", label: "Day", when: .daily,
          items: [ChecklistItem(id: "vp", label: "VP", applies: .by(.level, ["L2": .yes]))])
      ], level: "L1")
    return [
      Case(
        "answered today and taken back: as old as it was",
        decided(decided(one, "03-04 08:00", "day/look", .done), "03-04 08:30", "day/look", .open), "03-04 10:00",
        "day/look 03-02 2"),
      Case(
        "not needed on Tuesday", decided(one, "03-03 09:00", "day/look", .notNeeded), "03-05 10:00",
        "day/look 03-04 1"),
      Case(
        "another list's answer says nothing of it", decided(twins, "03-03 09:00", "other/look", .done), "03-04 10:00",
        "day/look 03-02 2", "other/look 03-04 0"),
      Case(
        "another list's word says nothing of it", decided(twins, "03-03 09:00", "other/look", .carriedOver),
        "03-04 10:00", "day/look 03-02 2", "other/look 03-02 2 ann 03-03 09:00"),
      Case(
        "open since it was taken back, not since the last word",
        decided(
          decided(decided(once, "03-02 10:00", "once/a", .notNeeded), "03-03 10:00", "once/a", .open), "03-04 10:00",
          "once/a", .carriedOver), "03-05 10:00", "once/a 03-03 2 ann 03-04 10:00"),
      Case(
        "what is on record answers it from then on",
        proven.then("03-03 10:00", .hypothesisStated(HypothesisStatement(cause: "budget"))), "03-05 10:00"),
      Case(
        "asked for since the level", levels.then("03-03 12:00", .levelEntered("L2")), "03-05 10:00", "day/vp 03-03 2"),
      Case(
        "dates count, not hours", Log(policies: one.policies, opened: "03-02 23:50"), "03-03 00:10", "day/look 03-02 1"),
    ]
  }()

  @Test(arguments: table) func `since when, and who left it`(row: Case) throws {
    let items = try Shelf(row.log).dailyChecklist(now: row.now).groups.flatMap(\.items)
    #expect(items.map(\.line) == row.items, "\(row)")
  }

  @Test func `another playbook's lists begin with it`() throws {
    var other = Desk.playbook([])
    (other.id, other.checklists) = ("other", [Self.day])
    var policy = Desk.policy(Desk.playbook([]))
    policy.playbooks["other"] = Versioned(version: 1, value: other)
    let log = Log(policies: PolicyBook(policy))
      .then("03-03 12:00", .playbookChanged(PlaybookMove(playbook: "other", edition: 1, severity: "S1")))
    #expect(
      try Shelf(log).dailyChecklist(now: "03-05 10:00").groups.flatMap(\.items).map(\.line) == ["day/look 03-03 2"])
  }

  @Test func `what was answered in the session is listed and no longer counted`() throws {
    let once = Checklist(
      id: "once", label: "Once", items: [ChecklistItem(id: "a", label: "A", applies: .always(.ifNeeded))])
    let log = Self.decided(
      Self.decided(Self.log([Self.day, once]), "03-04 09:00", "day/look", .done), "03-04 09:00", "once/a", .notNeeded)
    func daily(_ answered: Instant?) throws -> DailyChecklist {
      let now: Instant = "03-04 10:00"
      let group = DailyChecklist.Group(
        try log.record(now), log.history, policy: log.policies.current, answered: answered, now: now)
      return DailyChecklist(group.map { [$0] } ?? [], now: now)
    }
    #expect(try daily(nil).groups.isEmpty && daily("03-04 09:01").groups.isEmpty)
    let listed = try daily("03-04 09:00")
    #expect(listed.groups.flatMap(\.items).map(\.isOpen) == [false, false])
    #expect(listed.groups.flatMap(\.items).map(\.carried) == [2, 2])
    #expect(listed.openCount == 0 && listed.carriedCount == 0)
  }
}

extension DailyChecklist.Item {
  /// `day/look 03-02 2 ann 03-03 16:00`.
  fileprivate var line: String {
    ["\(checklist)/\(item.id)", "\(since)".replacing("2026-", with: ""), "\(carried)", left?.by, left?.at.short]
      .compactMap(\.self).joined(separator: " ")
  }
}
