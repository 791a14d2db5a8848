import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// The milestones of open escalations equal a replay of everything, whenever they are read.
@Suite struct PlanTests {
  static let day: Int64 = 86_400

  /// A-1 with four milestones, of which one is done, one started, one blocked and one dropped; A-2 with one; A-3 with
  /// none; A-4, which ends, with one.
  static func fill(_ test: TestStore) throws {
    for (number, id) in ["A-1", "A-2", "A-3", "A-4"].enumerated() {
      try test.open(.room("About \(id)"), id: id, at: Int64(number) * 10)
    }
    func plan(_ id: String, _ command: PlanCommand, _ at: Int64) throws {
      try test.perform(.plan(command), on: id, at: at)
    }
    let start = TestStore.start
    try plan("A-1", .add(MilestonePlan(title: "Find it", owner: "Ada", due: start + day)), 100)
    try plan("A-1", .add(MilestonePlan(title: "Mend it", start: start + day, due: start + 3 * day, after: ["M1"])), 110)
    try plan("A-1", .add(MilestonePlan(title: "See it, sooner", kind: .detective, after: ["M1", "M2"])), 120)
    try plan("A-1", .add(MilestonePlan(title: "Forget it")), 130)
    try plan("A-1", .finish("M1", evidence: "the log"), 4000)
    try plan("A-1", .start("M2"), 4100)
    try plan("A-1", .drop("M4", reason: "no"), 4200)
    try plan("A-2", .add(MilestonePlan(title: "Call", due: start + 2 * day)), 300)
    try plan("A-4", .add(MilestonePlan(title: "Write", due: start + 2 * day)), 400)
    try test.perform(.resolve(Resolution(summary: "sent")), on: "A-4", at: 8000)
  }

  private func filled() throws -> TestStore {
    let test = try TestStore()
    try PlanTests.fill(test)
    return test
  }

  /// What a replay of every log says.
  private func replayed(_ store: SQLiteStore, at now: Instant, asKnown: Bool = false) throws -> Set<MilestoneRow> {
    let policies = try store.policies()
    let rows = try ["A-1", "A-2", "A-3", "A-4"].flatMap { id -> [MilestoneRow] in
      guard let log = try store.history(of: EscalationID(id)) else { return [] }
      return try Escalation.replayIfOpened(asKnown ? log.known(at: now) : log, policies: policies, now: now)
        .map(MilestoneRow.rows) ?? []
    }
    return Set(rows)
  }

  @Test(arguments: [0, 105, 125, 3999, 4000, 4150, 5000, 7999, 8000, 90_000, 900_000])
  func equalsTheReplayAtAnyMoment(seconds: Int64) throws {
    let test = try filled()
    let now = TestStore.start + seconds
    let rows = try test.store.milestones(now: now)
    #expect(try Set(rows) == replayed(test.store, at: now))
    #expect(rows.count == Set(rows).count)
    let asOf = try test.other(knownAt: now)
    #expect(try Set(asOf.milestones(now: now)) == replayed(asOf, at: now, asKnown: true))
    try test.expectBoard(at: now)
  }

  @Test func onlyOpenEscalationsHaveRows() throws {
    let test = try filled()
    func count() throws -> [String: Int] {
      try test.raw { db in
        try Row.fetchAll(
          db, sql: "SELECT e.id, count(*) FROM milestone JOIN escalation e ON e.key = escalation GROUP BY e.id"
        ).reduce(into: [:]) { $0[$1[0]] = $1[1] }
      }
    }
    #expect(try count() == ["A-1": 3, "A-2": 1])
    try test.perform(.reopen(reason: "not yet"), on: "A-4", at: 9000)
    #expect(try count() == ["A-1": 3, "A-2": 1, "A-4": 1])
    try test.perform(.resolve(Resolution(summary: "done")), on: "A-1", at: 9100)
    #expect(try count() == ["A-2": 1, "A-4": 1])
    #expect(try test.store.examine().isSound)
  }

  @Test func theBoardTellsProgressAndWhatIsNext() throws {
    let test = try filled()
    let rows = try test.store.board(now: TestStore.start + 9000).rows
    func plan(_ id: String) -> PlanProgress? { rows.first { $0.id == EscalationID(id) }?.plan }
    let next = PlanProgress.Next(id: "M2", title: "Mend it", owner: nil, due: TestStore.start + 3 * PlanTests.day)
    #expect(plan("A-1") == PlanProgress(done: 1, of: 3, next: next))
    #expect(plan("A-2")?.next?.title == "Call")
    #expect(rows.contains { $0.id == EscalationID("A-3") } && plan("A-3") == nil)
  }

  @Test(arguments: [
    "UPDATE milestone SET due = due + 1 WHERE place = 1", "DELETE FROM milestone WHERE id = 'M1'",
    "UPDATE milestone SET status = 'planned' WHERE status = 'blocked'",
    "INSERT INTO milestone SELECT 3, 0, id, title, kind, owner, start, due, waits_for, blocked_by, status, added, "
      + "completed FROM milestone WHERE escalation = 1 AND place = 1",
  ])
  func aMilestoneThatDiffersIsFoundAndMended(statement: String) throws {
    let test = try filled()
    try test.raw { try $0.execute(sql: statement) }
    let report = try test.store.examine()
    #expect(!report.differing.isEmpty && report.differing.allSatisfy { $0.hasSuffix(": milestone") })
    _ = try test.store.rebuild(now: TestStore.start + 9000)
    #expect(try test.store.examine().isSound)
    #expect(
      try Set(test.store.milestones(now: TestStore.start + 9000)) == replayed(test.store, at: TestStore.start + 9000))
  }

  @Test(arguments: ["plan_of = 9", "plan_done = 2", "next_title = 'x'", "next_due = 5"])
  func progressThatDiffersIsFound(change: String) throws {
    let test = try filled()
    try test.raw { try $0.execute(sql: "UPDATE board SET \(change) WHERE escalation = 1") }
    #expect(try test.store.examine().differing == ["A-1: board"])
  }

  @Test func whatAnImportStagesIsUnseenUntilItIsPublished() throws {
    let test = try filled()
    let now = TestStore.start + 9000
    let before = try Set(test.store.milestones(now: now))
    let added = Fact.milestoneAdded(Milestone(id: "M2", title: "Theirs", due: TestStore.start + 5 * PlanTests.day))
    func record(_ id: String) -> ImportedRecord {
      var record = newRecord(id)
      record.drafts.append(.imported(added, at: TestStore.start + -100))
      return record
    }
    // One import at a time: the first must be gone before the second begins.
    func publish() throws {
      let session = try ImportSession(test.store, source: "test", now: now)
      try session.stage([
        ImportedRecord(id: EscalationID("A-2"), isNew: false, drafts: [.imported(added, at: TestStore.start + 500)]),
        record("N-1"),
      ])
      try session.stage((2..<700).map { newRecord("N-\($0)") })
      #expect(try Set(test.store.milestones(now: now)) == before)
      #expect(try Set(test.other().milestones(now: now)) == before)
      try session.publish()
    }
    try publish()
    let after = try test.store.milestones(now: now)
    #expect(after.count == before.count + 2)
    #expect(Set(after.filter { $0.milestone.title == "Theirs" }.map(\.escalation.text)) == ["A-2", "N-1"])
    #expect(try test.store.examine().isSound)
    let again = try ImportSession(test.store, source: "test", now: now)
    try again.stage([record("N-900")] + (901..<1600).map { newRecord("N-\($0)") })
    try again.abandon()
    #expect(try test.store.milestones(now: now).count == after.count)
    #expect(try test.raw { try Row.fetchAll($0, sql: "PRAGMA foreign_key_check").isEmpty })
  }

  /// Makes a store look as version 2 left it.
  private func goBack(_ test: TestStore) throws {
    try test.store.close()
    try test.raw { db in
      try db.execute(sql: "DROP TABLE milestone")
      for column in PlanColumns.names { try db.execute(sql: "ALTER TABLE board DROP COLUMN \(column)") }
      try db.execute(sql: "DELETE FROM grdb_migrations WHERE identifier IN ('v3', 'v4'); PRAGMA user_version = 2")
    }
  }

  @Test func aStoreOfVersion2IsFilledAsItIsBroughtUpToDate() throws {
    let test = try filled()
    let now = TestStore.start + 9000
    let before = try test.store.board(now: now).rows
    let milestones = try Set(test.store.milestones(now: now))
    try goBack(test)
    #expect(throws: StoreFailure.readOnly(path: test.path)) { try test.other(readOnly: true) }
    let store = try test.other()
    #expect(try store.examine().isSound)
    #expect(try store.examine().schemaVersion == Schema.current.version)
    #expect(try store.board(now: now).rows == before)
    #expect(try Set(store.milestones(now: now)) == milestones && milestones.count == 4)
    #expect(try test.other(readOnly: true).milestones(now: now).count == 4)
    let copy = "\(test.path).before-v\(Schema.current.version)-from-v2"
    let version = try DatabaseQueue(path: copy).read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
    #expect(version == 2)
  }

  @Test func oneDamagedLogKeepsNobodyOut() throws {
    let test = try filled()
    try goBack(test)
    try test.raw { try $0.execute(sql: "UPDATE event SET fact = '{\"milestoneAdded\":7}' WHERE escalation = 2") }
    let store = try test.other()
    #expect(try store.milestones(now: TestStore.start + 9000).map(\.escalation.text) == ["A-1", "A-1", "A-1"])
    let differing = try store.examine().differing
    #expect(!differing.isEmpty && differing.allSatisfy { $0.hasPrefix("A-2: ") })
  }
}
