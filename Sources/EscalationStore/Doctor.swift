import EscalationDomain
import GRDB

/// What a check of the store found.
public struct StoreReport: Sendable {
  public var sqliteVersion: String
  public var journal: String
  public var applicationID: Int32
  public var schemaVersion: Int
  /// SQLite's own findings; empty where all is well.
  public var integrity: [String]
  public var brokenReferences: Int
  public var escalations: Int
  public var events: Int
  public var editions: Int
  /// Escalations whose projections differ from what the log says, with what differs.
  public var differing: [String]
  /// Batches that an import left behind and nobody sees.
  public var leftovers: Int

  public var isSound: Bool { integrity.isEmpty && brokenReferences == 0 && differing.isEmpty }
}

extension SQLiteStore {
  /// How many escalations one transaction of a check or a rebuild looks at, so that others get their turn.
  private static let stride = 250

  /// Checks the file and proves that the projections equal the log. O(events).
  public func examine() throws -> StoreReport {
    let integrity = try integrity()
    var report = try read { db in try summary(db, integrity) }
    guard report.integrity.isEmpty else { return report }
    var last: Int64 = .min
    while true {
      let (found, differing) = try read { db in
        let found = try keys(db, after: last)
        return (found, try self.differing(found, db))
      }
      report.differing += differing
      guard let end = found.last?.key else { break }
      last = end
    }
    report.differing += try read { db in try differingRegisters(db) }
    return report
  }

  private func differingRegisters(_ db: Database) throws -> [String] {
    do {
      return try ScoreTable(db: db).differing().map { "\($0): score" }
        + RiskTable(db: db).differing().map { "\($0): risk" }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
      return [error.message ?? "a register cannot be read"]
    }
  }

  private func summary(_ db: Database, _ integrity: [String]) throws -> StoreReport {
    // A damaged file is told of as far as it can be read.
    func tell<Value>(_ otherwise: Value, _ body: () throws -> Value) throws -> Value {
      do { return try body() } catch  where !integrity.isEmpty { return otherwise }
    }
    let staged = "escalation IN (SELECT key FROM escalation WHERE NOT \(SQLiteStore.visible))"
    let leftovers = try tell(0) { try count(db, "staging") }
    return StoreReport(
      sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
      journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
      applicationID: try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
      schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, integrity: integrity,
      brokenReferences: try tell(0) { try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count },
      escalations: try tell(0) { try count(db, "escalation WHERE \(SQLiteStore.visible)") },
      events: try tell(0) {
        try count(db, "event") - (leftovers == 0 ? 0 : try count(db, "event WHERE \(staged)"))
      },
      editions: try tell(0) { try newestEdition(db) }, differing: [], leftovers: leftovers)
  }

  /// In a transaction of its own: some damage ends it.
  private func integrity() throws -> [String] {
    do {
      return try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" } }
    } catch StoreFailure.damaged(_, let detail) {
      return [detail]
    }
  }

  private func count(_ db: Database, _ what: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(what)") ?? 0
  }

  private func keys(_ db: Database, after key: Int64) throws -> [Found] {
    var keys: [Found] = []
    try db.eachRow(
      "SELECT key, id, batch FROM escalation WHERE key > ? AND \(SQLiteStore.visible) ORDER BY key LIMIT ?",
      [key.databaseValue, SQLiteStore.stride.databaseValue]
    ) { keys.append(try Found($0)) }
    return keys
  }

  /// Replays each log to the instant its projections were worked out for and compares every column.
  private func differing(_ found: [Found], _ db: Database) throws -> [String] {
    let policies = try policyBook(db)
    return try found.flatMap { found in
      do {
        var at = Instant(0)
        try db.eachRow("SELECT projected_at FROM escalation WHERE key = ?", [found.key.databaseValue]) {
          at = Instant(try $0.int(0))
        }
        let history = try EventTable(db: db).history(key: found.key, id: found.id)
        let expected = ProjectedRows(try Projected(history, policies: policies, now: at), batch: found.batch)
        guard let stored = try Projection(db: db).stored(key: found.key) else { return ["\(found.id): escalation"] }
        return expected.differences(from: stored).map { "\(found.id): \($0)" }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT {
        return ["\(found.id): \(error.message ?? "its log cannot be read")"]
      } catch let error as ReplayError {
        return ["\(found.id): its log cannot be read: \(error.damage)"]
      }
    }
  }

  /// Writes every projection anew from the log, and gives events that belong to nothing an escalation again.
  /// - Returns: how many escalations were written.
  public func rebuild(now: Instant) throws -> Int {
    if let lock = try ImportSession.lock(self) {
      try clearLeftovers()
      withExtendedLifetime(lock) {}
    }
    try write(recoverLost)
    try write { db in try ScoreTable(db: db).rebuild() }
    try write { db in try RiskTable(db: db).rebuild() }
    var last: Int64 = .min
    var count = 0
    while true {
      let found = try write { db in
        let found = try keys(db, after: last)
        let policies = try policyBook(db)
        for found in found {
          let history = try EventTable(db: db).history(key: found.key, id: found.id)
          try Projection(db: db).write(
            try Projected(history, policies: policies, now: now), key: found.key, batch: found.batch)
        }
        return found
      }
      count += found.count
      guard let end = found.last?.key else { return count }
      last = end
    }
  }

  /// Rows that belong to no escalation go; a log that has lost its escalation is given one, named after its place.
  private func recoverLost(_ db: Database) throws {
    for table in ["board", "clock", "milestone"] {
      try db.run("DELETE FROM \(table) WHERE escalation NOT IN (SELECT key FROM escalation)")
    }
    try db.run(
      """
      INSERT INTO escalation (key, id, batch, title, account, playbook, band, status, opened, changed, valid_from, projected_at)
      SELECT DISTINCT escalation, 'lost-' || escalation, 0, '', '', '', 4, 'new', 0, 0, 0, 0
      FROM event WHERE escalation NOT IN (SELECT key FROM escalation)
      """)
  }
}
