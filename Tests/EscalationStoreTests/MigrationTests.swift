import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct MigrationTests {
  static let later = Schema.current.version + 1

  static func copy(of test: TestStore) -> String { "\(test.path).before-v\(later)-from-v\(Schema.current.version)" }

  @Test func theFileIsCopiedBeforeTheFirstChange() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.store.close()
    let store = try test.other(schema: .next)
    #expect(try store.examine().schemaVersion == MigrationTests.later)
    #expect(try store.history(of: EscalationID("A-1"))?.events.first?.why == "since version 2")
    let copy = try SQLiteStore(path: MigrationTests.copy(of: test), reader: RoomPolicy.reader)
    #expect(try copy.examine().schemaVersion == Schema.current.version)
    #expect(try copy.examine().isSound)
    #expect(try copy.history(of: EscalationID("A-1"))?.events.first?.why == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: MigrationTests.copy(of: test))[.posixPermissions]
    #expect(mode as? Int == 0o600)
    #expect(
      throws: StoreFailure.newerSchema(path: test.path, found: MigrationTests.later, known: Schema.current.version)
    ) {
      try test.other()
    }
  }

  /// Version 4 writes the table of the registers anew.
  @Test func registersKeepTheirEntriesAndNumbers() throws {
    let folder = try TestStore.makeFolder()
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/warroom.db"
    try StoreFile.createEmpty(path)
    let old = try SQLiteStore(
      path: path, reader: RoomPolicy.reader, options: .init(),
      schema: Schema(steps: Array(Schema.current.steps.prefix(3))), isNew: true)
    try old.write { db in
      try old.insert(try RoomPolicy.texts(), edition: 1, actor: "test", now: TestStore.start, db)
    }
    try old.close()
    let entries = [
      "(5, 'team', 'room', 10, 20, 'ada', NULL, 'act', '{\"slotCleared\":{\"slot\":\"L1\"}}')",
      "(9, 'team', 'room', 30, 40, 'bo', 'why', 'imported', '{\"slotCleared\":{\"slot\":\"L2\"}}')",
    ]
    let queue = try DatabaseQueue(path: path)
    func read() throws -> [String] {
      try queue.read { db in
        try Row.fetchAll(db, sql: "SELECT * FROM register ORDER BY sequence").map { "\($0)" }
      }
    }
    func indexes() throws -> Set<String> {
      try queue.read { db in
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'register'"
        return try Set(String.fetchAll(db, sql: sql))
      }
    }
    try queue.write { db in
      for entry in entries { try db.execute(sql: "INSERT INTO register VALUES \(entry)") }
      // The highest number was given and is gone: it is not given again.
      try db.execute(
        sql: """
          INSERT INTO register SELECT 12, kind, subject, 1, 1, actor, why, source, fact FROM register LIMIT 1;
          DELETE FROM register WHERE sequence = 12;
          """)
    }
    let (before, had) = (try read(), try indexes())
    #expect(before.count == 2)
    let store = try SQLiteStore(path: path, reader: RoomPolicy.reader)
    defer { try? store.close() }
    #expect(try store.examine().schemaVersion == Schema.current.version)
    #expect(try read() == before)
    #expect(try indexes() == had)
    let room = RoomID(date: LocalDate(daysSinceEpoch: 20_514))
    _ = try store.write(.noted("n"), in: room, why: nil, act: Act(actor: "ada", now: TestStore.start))
    #expect(try store.room(room, now: TestStore.start).log.entries.map(\.sequence) == [13])
    try queue.close()
  }

  @Test func aStepThatFailsChangesNothing() throws {
    struct Broken: Error {}
    let test = try TestStore()
    try test.open(id: "A-1")
    let broken = Schema(
      steps: Schema.current.steps + [
        .init(version: MigrationTests.later) { db in
          try db.execute(sql: "DELETE FROM clock")
          throw Broken()
        }
      ])
    #expect(throws: Broken.self) { try test.other(schema: broken) }
    #expect(try test.store.examine().isSound)
    #expect(try test.store.examine().schemaVersion == Schema.current.version)
  }

  @Test func anotherConnectionsLocksOutliveTheCopy() throws {
    let test = try TestStore()
    try test.raw { db in
      try db.execute(sql: "BEGIN; SELECT count(*) FROM event;")
      #expect(throws: StoreFailure.busy(path: test.path)) { try test.other(patience: 0.05, schema: .next) }
      try db.execute(sql: "ROLLBACK")
    }
  }
}
