import EscalationDomain
import Foundation
import GRDB

/// The tables, by version. A step is never edited once released.
public struct Schema: Sendable {
  public struct Step: Sendable {
    public var version: Int
    public var migrate: @Sendable (Database) throws -> Void
    public init(version: Int, migrate: @escaping @Sendable (Database) throws -> Void) {
      self.version = version
      self.migrate = migrate
    }
  }

  /// Marks a file as ours: "WRM1".
  public static let applicationID: Int32 = 0x5752_4D31

  public var steps: [Step]
  public init(steps: [Step]) { self.steps = steps }

  public var version: Int { steps.last?.version ?? 0 }
  public static let current = Schema(steps: [Step(version: 1, migrate: Schema.first)])

  /// Runs the steps a file lacks, one process at a time, after copying a file that has data.
  func bringUpToDate(_ queue: DatabaseQueue, path: String, readOnly: Bool) throws {
    if try isCurrent(queue, path: path) { return }
    if readOnly { throw StoreFailure.readOnly(path: path) }
    let lock = try FileLock(path: path + ".lock", wait: true)
    defer { withExtendedLifetime(lock) {} }
    let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found > 0, found < version { try copy(path, of: found) }
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration("v\(step.version)") { db in
        try step.migrate(db)
        try db.execute(sql: "PRAGMA user_version = \(step.version)")
      }
    }
    try migrator.migrate(queue)
  }

  private func isCurrent(_ queue: DatabaseQueue, path: String) throws -> Bool {
    try queue.read { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard application == Schema.applicationID || (application == 0 && tables == 0) else {
        throw StoreFailure.notAStore(path: path)
      }
      if found > version { throw StoreFailure.newerSchema(path: path, found: found, known: version) }
      return found == version
    }
  }

  private func copy(_ path: String, of found: Int) throws {
    let copy = "\(path).before-v\(version)-from-v\(found)"
    guard !FileManager.default.fileExists(atPath: copy) else { return }
    do {
      try FileManager.default.copyItem(atPath: path, toPath: copy)
    } catch {
      throw StoreFailure.disk(path: copy, detail: "the copy before the change of schema could not be made")
    }
  }
}
