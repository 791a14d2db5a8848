import EscalationDomain
import Foundation
import GRDB

/// The tables, by version. A step is never edited once released.
public struct Schema: Sendable {
  public struct Step: Sendable {
    public var version: Int
    public var migrate: @Sendable (Database) throws -> Void
    /// Works out what the step projects anew. It runs after the last step, for it writes the tables as they then are.
    var fill: (@Sendable (Database, PolicyReader) throws -> Void)?

    public init(version: Int, migrate: @escaping @Sendable (Database) throws -> Void) {
      self.version = version
      self.migrate = migrate
    }

    init(
      version: Int, migrate: @escaping @Sendable (Database) throws -> Void,
      fill: @escaping @Sendable (Database, PolicyReader) throws -> Void
    ) {
      self.init(version: version, migrate: migrate)
      self.fill = fill
    }
  }

  /// Marks a file as ours: "WRM1".
  public static let applicationID: Int32 = 0x5752_4D31

  public var steps: [Step]
  public init(steps: [Step]) { self.steps = steps }

  public var version: Int { steps.last?.version ?? 0 }
  public static let current = Schema(
    steps: [
      Step(version: 1, migrate: Schema.first), Step(version: 2, migrate: Schema.second),
      Step(version: 3, migrate: Schema.third, fill: Schema.plans),
      Step(version: 4, migrate: Schema.fourth),
    ])

  /// Runs the steps a file lacks, one process at a time, after copying a file that has data.
  ///
  /// - Parameter isNew: an empty file that nobody else knows of is to become a store; otherwise it is none.
  func bringUpToDate(
    _ queue: DatabaseQueue, path: String, reader: PolicyReader, readOnly: Bool, isNew: Bool
  ) throws {
    if try isCurrent(queue, path: path, isNew: isNew) { return }
    if readOnly { throw StoreFailure.readOnly(path: path) }
    let lock = isNew ? nil : try FileLock(path: path + ".lock", wait: true)
    defer { withExtendedLifetime(lock) {} }
    // Another process, perhaps of a newer warroom, may have been at it meanwhile.
    if try isCurrent(queue, path: path, isNew: isNew) { return }
    let found = try queue.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
    if found > 0 { try copy(queue, path, of: found) }
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration("v\(step.version)") { db in
        try step.migrate(db)
        if step.version == version, found > 0 {
          for missed in steps where missed.version > found { try missed.fill?(db, reader) }
        }
        try db.execute(sql: "PRAGMA user_version = \(step.version)")
      }
    }
    try migrator.migrate(queue)
  }

  private func isCurrent(_ queue: DatabaseQueue, path: String, isNew: Bool) throws -> Bool {
    try queue.read { db in
      let application = try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0
      let found = try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0
      let tables = try Int.fetchOne(db, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
      guard application == Schema.applicationID || (isNew && tables == 0) else {
        throw StoreFailure.notAStore(path: path)
      }
      if found > version { throw StoreFailure.newerSchema(path: path, found: found, known: version) }
      return found == version
    }
  }

  /// A copy of the store as it stands, whole or not there at all.
  ///
  /// SQLite makes it, within a transaction: a plain copy could catch another writer half way, and closing the file it
  /// read would drop this process's locks.
  private func copy(_ queue: DatabaseQueue, _ path: String, of found: Int) throws {
    let copy = "\(path).before-v\(version)-from-v\(found)"
    guard !FileManager.default.fileExists(atPath: copy) else { return }
    let draft = copy + ".new"
    try StoreFile.createEmpty(draft)
    try queue.writeWithoutTransaction { db in try db.execute(sql: "VACUUM INTO ?", arguments: [draft]) }
    try StoreFile.rename(draft, to: copy)
  }
}
