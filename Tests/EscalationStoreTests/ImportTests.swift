import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct ImportTests {
  let test: TestStore

  init() throws { test = try TestStore() }

  private func session(_ store: SQLiteStore? = nil) throws -> ImportSession {
    try ImportSession(store ?? test.store, source: "test", now: TestStore.start + 60)
  }

  private func known(_ id: String, _ fact: Fact = .noted(text: "theirs"), at seconds: Int64 = 30) -> ImportedRecord {
    ImportedRecord(id: EscalationID(id), isNew: false, drafts: [.imported(fact, at: TestStore.start + seconds)])
  }

  /// Everything that can be read, as one value.
  private struct Sight: Equatable {
    var board: [BoardRow]
    var all: Int
    var ended: Int
    var history: History?
    var new: History?
    var account: AccountFacts?
    var escalations: Int
    var events: Int
    var sound: Bool
  }

  private func sight(_ store: SQLiteStore) throws -> Sight {
    let now = TestStore.start + 60
    let report = try store.examine()
    return Sight(
      board: try store.board(now: now).rows, all: try store.rows(.all, now: now).count,
      ended: try store.rows(.ended, now: now).count, history: try store.history(of: EscalationID("A-1")),
      new: try store.history(of: EscalationID("N-1")), account: try store.account("Imported"),
      escalations: report.escalations, events: report.events, sound: report.isSound)
  }

  @Test func whatIsStagedIsSeenByNobodyUntilItIsPublished() throws {
    try test.open(id: "A-1")
    let (here, there) = (test.store, try test.other())
    let before = try sight(there)
    let session = try session()
    try session.stage((0..<600).map { newRecord("N-\($0)") } + [known("a-1")])
    try session.stage((600..<1200).map { newRecord("N-\($0)") })
    #expect(try test.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM escalation") ?? 0 } > 1)
    #expect(try sight(there) == before)
    #expect(try sight(here) == before)
    #expect(throws: StoreFailure.noSuchEscalation(EscalationID("N-1"))) {
      try there.perform(.note(text: "x"), on: EscalationID("N-1"), act: test.act(60))
    }
    try session.publish()
    for store in [here, there] {
      let after = try sight(store)
      #expect(after.board.count == 1201)
      #expect(after.history?.events.map(\.fact).last == .noted(text: "theirs"))
      #expect(after.new?.events.count == 2)
      #expect(after.account?.name == "Imported")
      #expect(after.escalations == 1201)
      #expect(after.sound)
    }
    try test.expectBoard(at: TestStore.start + 60)
  }

  @Test func whatIsAbandonedIsGone() throws {
    try test.open(id: "A-1")
    let before = try sight(test.store)
    let session = try session()
    try session.stage((0..<1200).map { newRecord("N-\($0)") } + [known("A-1")])
    try session.abandon()
    #expect(try sight(test.store) == before)
    try expectNothingStaged()
  }

  @Test func whatACrashLeftIsClearedByTheNext() throws {
    try test.open(id: "A-1")
    try leaveHalfAnImport(test)
    let before = try sight(test.store)
    let session = try session()
    #expect(try sight(test.store) == before)
    // The id is free again.
    try session.stage([newRecord("H-1")])
    try session.publish()
    #expect(try test.store.history(of: EscalationID("H-1"))?.events.count == 2)
    try expectNothingStaged()
  }

  private func expectNothingStaged(_ location: SourceLocation = #_sourceLocation) throws {
    let hidden = try test.raw {
      try Int.fetchOne(
        $0,
        sql:
          "SELECT (SELECT count(*) FROM staging) + (SELECT count(*) FROM escalation WHERE batch IN (SELECT batch FROM staging))"
      )
    }
    #expect(hidden == 0, sourceLocation: location)
    #expect(try test.store.examine().isSound, sourceLocation: location)
  }

  @Test func aSecondImportAtOnceIsBusy() throws {
    let first = try session()
    #expect(throws: StoreFailure.busy(path: test.path)) { try session(try test.other()) }
    try first.abandon()
    withExtendedLifetime(first) {}
  }

  @Test func itKnowsWhatTheLogHolds() throws {
    try test.open(id: "A-1")
    let session = try session()
    let found = try session.histories(of: [EscalationID("a-1"), EscalationID("N-1")])
    #expect(found.keys.map(\.text) == ["a-1"])
    #expect(found[EscalationID("a-1")]?.events.count == 1)
    #expect(throws: StoreFailure.noSuchEscalation(EscalationID("N-1"))) { try session.stage([known("N-1")]) }
    try session.abandon()
  }

  @Test func anIdTakenMeanwhileStopsTheImport() throws {
    let session = try session()
    _ = try test.other().open(.room("Theirs"), id: EscalationID("n-1"), act: test.act(60))
    #expect(throws: StoreFailure.idTaken(EscalationID("N-1"))) {
      try session.stage([newRecord("N-1")])
      try session.publish()
    }
    try session.abandon()
    #expect(try test.store.history(of: EscalationID("N-1"))?.events.count == 1)
    try expectNothingStaged()
  }

  @Test func aStagedIdIsTakenForOthers() throws {
    let session = try session()
    try session.stage((1...500).map { newRecord("W-\($0)") } + (1...600).map { newRecord("N-\($0)") })
    #expect(throws: StoreFailure.idTaken(EscalationID("W-1"))) {
      try test.other().open(.room(), id: EscalationID("W-1"), act: test.act(60))
    }
    #expect(try test.other().open(.room(), id: nil, act: test.act(60)).record.id.text == "W-501")
    try session.publish()
    try expectNothingStaged()
  }

  @Test(arguments: [1, 60])
  func whatAnotherWriterDidMeanwhileStays(_ count: Int) throws {
    let ids = (0..<count).map { "A-\($0)" }
    for id in ids { try test.open(id: id) }
    let session = try session()
    try session.stage(ids.map { known($0, .assigned(owner: "Theirs"), at: 10) })
    let other = try test.other()
    for id in ids { _ = try other.perform(.assign(owner: "Ours"), on: EscalationID(id), act: test.act(50)) }
    try session.publish()
    for id in ids {
      // The log's order decides: theirs occurred first.
      #expect(try test.store.history(of: EscalationID(id))?.events.count == 3)
      #expect(try other.board(now: TestStore.start + 60).rows.first { $0.id.text == id }?.owner == "Ours")
    }
    try expectNothingStaged()
    try test.expectBoard(at: TestStore.start + 60)
  }

  @Test func whatAnotherWriterMadeUnfitIsKeptAndChangesNothing() throws {
    try test.open(id: "A-1")
    let session = try session()
    try session.stage([known("A-1", .paused(Pause(reason: "theirs", until: nil)), at: 55)])
    _ = try test.other().perform(.cancel(reason: "duplicate"), on: EscalationID("A-1"), act: test.act(50))
    try session.publish()
    let log = try #require(try test.store.history(of: EscalationID("A-1")))
    #expect(log.events.map(\.fact.kind) == ["opened", "cancelled", "paused"])
    #expect(try test.store.rows(.ended, now: TestStore.start + 60).map(\.status) == [.cancelled])
    try expectNothingStaged()
  }

  @Test func aBreachAnotherWriterStoredIsNotStoredTwice() throws {
    try test.open(id: "A-1")
    let session = try ImportSession(test.store, source: "test", now: TestStore.start + 5000)
    try session.stage([known("A-1", at: 100)])
    _ = try test.other().perform(.note(text: "x"), on: EscalationID("A-1"), act: test.act(4000))
    try session.publish()
    let breaches = try #require(try test.store.history(of: EscalationID("A-1"))).events.compactMap { event in
      if case .breached(let breach) = event.fact { return breach }
      return nil
    }
    #expect(Set(breaches).count == breaches.count)
    #expect(breaches.count == 3)
    try expectNothingStaged()
  }

  @Test func whatTimeBroughtComesWithTheImport() throws {
    let session = try ImportSession(test.store, source: "test", now: TestStore.start + 5000)
    try session.stage([
      ImportedRecord(id: EscalationID("N-1"), isNew: true, drafts: [.imported(.opened(.room()), at: TestStore.start)])
    ])
    try session.publish()
    let log = try #require(try test.store.history(of: EscalationID("N-1")))
    #expect(log.events.map(\.fact.kind) == ["opened", "breached", "breached", "breached"])
    try test.expectBoard(at: TestStore.start + 5000)
  }
}
