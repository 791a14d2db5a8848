import EscalationDomain
import Foundation
import GRDB
import Synchronization

/// The embedded store: one SQLite file that several consoles and commands share.
///
/// SQLite 3.40 loses WAL resets under several processes, so the journal is a rollback journal, each write IMMEDIATE and
/// FULLy synchronous, and other processes' commits are noticed by `data_version`.
public final class SQLiteStore: EscalationStoring {
  public let path: String
  let queue: DatabaseQueue
  let reader: PolicyReader
  let cache = PolicyCache()
  private let access = NSLock()
  private let isClosed = Mutex(false)
  /// Look at the past as the room knew it then, not only as it happened.
  let knownAt: Instant?

  public struct Options: Sendable {
    public var readOnly = false
    /// Seconds to wait for another writer before giving up as busy.
    public var patience: Double = 5
    /// `--as-of`: leave out what was recorded later. Implies read-only.
    public var knownAt: Instant?
    public init() {}
  }

  /// Opens an existing store, bringing an older schema up to date after copying the file.
  public convenience init(
    path: String, reader: PolicyReader, options: Options = Options(), schema: Schema = .current
  ) throws {
    try self.init(path: path, reader: reader, options: options, schema: schema, isNew: false)
  }

  init(path: String, reader: PolicyReader, options: Options, schema: Schema, isNew: Bool) throws {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreFailure.missing(path: path) }
    if StoreFile.isFolder(path) { throw StoreFailure.isFolder(path: path) }
    self.path = path
    self.reader = reader
    knownAt = options.knownAt
    let readOnly = options.readOnly || options.knownAt != nil
    queue = try translating(path) {
      do {
        return try SQLiteStore.openQueue(path, reader, options, schema, readOnly: readOnly, isNew: isNew)
      } catch let error as DatabaseError where readOnly && error.extendedResultCode == .SQLITE_READONLY_ROLLBACK {
        // A writer died half way. Whoever may write takes its half back first; a reader alone cannot.
        var writing = options
        (writing.readOnly, writing.knownAt) = (false, nil)
        let writer = try DatabaseQueue(path: path, configuration: SQLiteStore.configuration(writing))
        _ = try writer.read { try Int.fetchOne($0, sql: "PRAGMA user_version") }
        try writer.close()
        return try SQLiteStore.openQueue(path, reader, options, schema, readOnly: readOnly, isNew: isNew)
      }
    }
  }

  private static func openQueue(
    _ path: String, _ reader: PolicyReader, _ options: Options, _ schema: Schema, readOnly: Bool, isNew: Bool
  ) throws -> DatabaseQueue {
    let queue = try DatabaseQueue(path: path, configuration: configuration(options))
    try schema.bringUpToDate(queue, path: path, reader: reader, readOnly: readOnly, isNew: isNew)
    return queue
  }

  static func configuration(_ options: Options) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = options.readOnly || options.knownAt != nil
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .callback(patience(seconds: options.patience))
    let writes = !configuration.readonly
    configuration.prepareDatabase { db in
      // Where some tool has switched the file to another journal.
      if writes { try db.execute(sql: "PRAGMA journal_mode = DELETE") }
      try db.execute(sql: "PRAGMA synchronous = FULL")
      try db.execute(sql: "PRAGMA cache_size = -8000")
    }
    return configuration
  }

  /// Asks again every few milliseconds, so that the short gaps a long import leaves are found.
  private static func patience(seconds: Double) -> @Sendable (Int) -> Bool {
    { tries in
      guard Double(tries) * 0.004 < seconds else { return false }
      var pause = timespec(tv_sec: 0, tv_nsec: 4_000_000)
      nanosleep(&pause, nil)
      return true
    }
  }

  /// Closes the file once what runs is done; later calls fail.
  public func close() throws {
    try translating(path) {
      try access.withLock {
        isClosed.withLock { $0 = true }
        try queue.close()
      }
    }
  }

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try whileOpen { try queue.read(body) }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try whileOpen { try queue.write(body) }
  }

  /// Reads, and writes to this connection's own tables, without keeping anyone from writing.
  func unlocked<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try whileOpen {
      try queue.writeWithoutTransaction { db in
        var value: Value?
        try db.inTransaction(.deferred) {
          value = try body(db)
          return .commit
        }
        guard let value else { throw DatabaseError(resultCode: .SQLITE_ABORT) }
        return value
      }
    }
  }

  /// GRDB serves one call at a time anyway, and crashes on one that comes after the closing: a console's last reading
  /// may.
  private func whileOpen<Value>(_ work: () throws -> Value) throws -> Value {
    try translating(path) {
      try access.withLock {
        guard !isClosed.withLock({ $0 }) else { throw StoreFailure.disk(path: path, detail: "it has been closed") }
        return try work()
      }
    }
  }

  public func changeMark() throws -> Int64 {
    // Outside a transaction, where another process's commit shows.
    try whileOpen {
      try queue.inDatabase { db in try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0 }
    }
  }
}

/// Reads installed policy texts; the files' format is not this module's business.
public struct PolicyReader: Sendable {
  public var playbook: @Sendable (String) throws -> Playbook
  public var calendar: @Sendable (String) throws -> BusinessCalendar

  public init(
    playbook: @escaping @Sendable (String) throws -> Playbook,
    calendar: @escaping @Sendable (String) throws -> BusinessCalendar
  ) {
    self.playbook = playbook
    self.calendar = calendar
  }
}
