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
