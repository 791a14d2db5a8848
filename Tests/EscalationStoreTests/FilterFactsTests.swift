import EscalationDomain
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite("What filters ask about that no row says")
struct FilterFactsTests {
  @Test func `clocks and tags are as a replay has them, whenever one looks`() throws {
    let test = try TestStore()
    for number in 1...6 {
      var opening = Opening.room()
      opening.tags = number.isMultiple(of: 2) ? ["vip", "n\(number)"] : []
      try test.open(opening, id: "A-\(number)", at: Int64(number) * 60)
    }
    func act(_ id: String, _ command: Command, _ second: Int64) throws {
      _ = try test.store.perform(command, on: EscalationID(id), act: test.act(second))
    }
    try act("A-1", .amend(Amendment(tags: ["new"])), 500)
    try act("A-2", .amend(Amendment(tags: [])), 510)
    try act("A-4", .amend(Amendment(tags: ["other"])), 520)
    let events = try #require(try test.store.history(of: EscalationID("A-4"))).events
    try act("A-4", .undo(event: events.map(\.sequence).max() ?? 0), 530)
    try act("A-3", .acknowledge(note: nil), 540)
    try act("A-5", .resolve(Resolution()), 550)
    let policies = try test.store.policies()
    for second in [100, 400, 505, 525, 600, 40_000, 900_000] as [Int64] {
      let now = TestStore.start + second
      let ids = try test.store.rows(.all, now: now).map(\.id)
      let records = try ids.compactMap { id in
        try test.store.history(of: id).flatMap { try Escalation.replayIfOpened($0, policies: policies, now: now) }
      }
      let expected = FilterFacts(records, kinds: [.clocks, .tags])
      let found = try test.store.filterFacts([.clocks, .tags], of: .all, now: now)
      for id in ids {
        func names(_ facts: FilterFacts) -> [String] {
          (facts.clocks[id] ?? []).map { "\($0.rule) \($0.cycle) \($0.deadline?.seconds ?? 0)" }.sorted()
        }
        #expect(names(found) == names(expected), "clocks of \(id) after \(second) s")
        #expect(found.tags[id] ?? [] == expected.tags[id] ?? [], "tags of \(id) after \(second) s")
      }
    }
    let open = try test.store.filterFacts([.tags], of: .open, now: TestStore.start + 600)
    #expect(open.clocks.isEmpty && open.tags[EscalationID("A-6")] == ["vip", "n6"])
  }
}
