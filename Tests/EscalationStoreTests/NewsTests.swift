import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// What a listener is told of: what came after a number, and no more.
@Suite struct NewsTests {
  private static func facts(_ news: News) -> [String] {
    news.records.flatMap { record in record.entries.map { "\(record.escalation.id) \($0.fact.kind)" } }
  }

  @Test func onlyWhatCameAfterTheNumberIsNews() throws {
    let test = try TestStore()
    let now = TestStore.start + 100
    try test.open(id: "A-1")
    try test.open(id: "A-2", at: 10)
    let first = try test.store.news(after: 0, now: now)
    #expect(Self.facts(first) == ["A-1 opened", "A-2 opened"])
    try test.perform(.note(text: "x"), on: "A-2", at: 20)
    try test.perform(.acknowledge(note: nil), on: "A-1", at: 30)
    try test.perform(.note(text: "y"), on: "A-2", at: 40)
    let second = try test.other().news(after: first.through, now: now)
    #expect(Self.facts(second) == ["A-2 noted", "A-2 noted", "A-1 acknowledged"])
    #expect(Self.facts(try test.store.news(after: second.through, now: now)).isEmpty)
    #expect(try test.store.board(now: now).revision == second.through)
  }

  @Test func theClocksAreThoseOfAReplay() throws {
    let test = try TestStore()
    try PlanTests.fill(test)
    let now = TestStore.start + 9000
    let news = try test.store.news(after: 0, now: now)
    for record in news.records {
      let open = record.escalation.openClocks
      let told = news.clocks[record.escalation.id] ?? []
      #expect(Set(told.map { "\($0.rule) \($0.cycle)" }) == Set(open.map { "\($0.rule) \($0.cycle)" }))
    }
    #expect(news.records.count == 4)
  }

  /// The past of what an import brings is not read out; what it does to what was there is.
  @Test func anImportTellsOfWhatWasThere() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let number = try test.store.board(now: TestStore.start + 60).revision
    let session = try ImportSession(test.store, source: "test", now: TestStore.start + 60)
    let note = ImportedRecord(
      id: EscalationID("A-1"), isNew: false, drafts: [.imported(.noted(text: "theirs"), at: TestStore.start + 30)])
    try session.stage([newRecord("N-1"), newRecord("N-2"), note])
    #expect(Self.facts(try test.store.news(after: number, now: TestStore.start + 60)).isEmpty)
    try session.publish()
    let news = try test.store.news(after: number, now: TestStore.start + 60)
    #expect(Self.facts(news) == ["A-1 noted"])
    #expect(news.clocks[EscalationID("N-1")] != nil)
  }

  /// The way to the new events goes by their numbers, and to each of the others by none.
  @Test func theLogIsNotReadThrough() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let plan = try test.raw { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(SQLiteStore.newsSelect)", arguments: [0, 0])
        .map { $0["detail"] as String? ?? "" }
    }
    #expect(plan.contains { $0.contains("SEARCH event USING INTEGER PRIMARY KEY (rowid>?)") }, "\(plan)")
    #expect(!plan.contains { $0.hasPrefix("SCAN") && !["SCAN new", "SCAN staging"].contains($0) }, "\(plan)")
  }
}
