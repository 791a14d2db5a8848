import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// What time brings is stored once, by the next write, the same whoever writes.
@Suite struct SettlingTests {
  /// The breaches that the log holds, without who wrote the line when.
  private func breaches(_ test: TestStore, _ id: String) throws -> [Draft] {
    try #require(try test.store.history(of: EscalationID(id))).events.filter(\.isBreach).map {
      Draft(occurred: $0.occurred, actor: $0.actor, source: $0.source, fact: $0.fact)
    }
  }

  @Test func theNextWriteStoresABreachAtItsDeadline() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let performed = try test.perform(.note(text: "late"), on: "A-1", at: 5000)
    let stored = try breaches(test, "A-1")
    #expect(stored.map(\.occurred) == [TestStore.start + 1800, TestStore.start + 1800, TestStore.start + 3600])
    #expect(stored.allSatisfy { $0.source == .derived && $0.actor == Draft.clockActor })
    #expect(performed.events.count == 4)
    try test.perform(.note(text: "later"), on: "A-1", at: 6000)
    #expect(try breaches(test, "A-1") == stored)
  }

  @Test func aReadStoresNothing() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    _ = try test.store.board(now: TestStore.start + 90_000)
    _ = try test.store.rows(.all, now: TestStore.start + 90_000)
    #expect(try test.store.examine().events == 1)
  }

  @Test func whoeverWritesAndHoweverOftenItIsTheSame() throws {
    let (often, once) = (try TestStore(), try TestStore())
    for test in [often, once] { try test.open(id: "A-1") }
    for at in stride(from: Int64(600), to: 20_000, by: 600) { try often.perform(.note(text: "x"), on: "A-1", at: at) }
    try once.perform(.note(text: "x"), on: "A-1", at: 19_800)
    #expect(try breaches(often, "A-1") == breaches(once, "A-1"))
  }

  @Test func aWriterSettlesOthersAFewAtATime() throws {
    let test = try TestStore()
    for number in 0..<50 { try test.open(id: "A-\(number)") }
    func settled() throws -> Int {
      try test.raw {
        try Int.fetchOne($0, sql: "SELECT count(DISTINCT escalation) FROM event WHERE source = 'derived'") ?? 0
      }
    }
    try test.perform(.note(text: "x"), on: "A-0", at: 5000)
    #expect(try settled() == 21)
    try test.perform(.note(text: "x"), on: "A-0", at: 5000)
    try test.perform(.note(text: "x"), on: "A-0", at: 5000)
    #expect(try settled() == 50)
    let events = try test.store.examine().events
    try test.perform(.note(text: "x"), on: "A-0", at: 5000)
    #expect(try test.store.examine().events == events + 1)
    #expect(try test.store.examine().isSound)
  }

  @Test func aLateRecordCorrectsABreachAndKeepsIt() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    // Another's act stored the breach of the first response.
    try test.open(id: "A-2")
    try test.perform(.note(text: "x"), on: "A-2", at: 1900)
    let before = try breaches(test, "A-1")
    #expect(!before.isEmpty)
    let record = try test.perform(.acknowledge(note: "by phone"), on: "A-1", at: 2000, occurred: 900).record
    #expect(record.clock("first-response")?.breach?.corrected == true)
    #expect(try breaches(test, "A-1") == before)
    #expect(try test.store.examine().isSound)
  }
}
