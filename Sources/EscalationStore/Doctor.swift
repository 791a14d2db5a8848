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
  /// Checks the file and proves that the projections equal the log. O(events).
  public func examine() throws -> StoreReport {
    try read { db in
      let integrity = try String.fetchAll(db, sql: "PRAGMA integrity_check(20)").filter { $0 != "ok" }
      return StoreReport(
        sqliteVersion: try String.fetchOne(db, sql: "SELECT sqlite_version()") ?? "",
        journal: try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? "",
        applicationID: try Int32.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        schemaVersion: try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0, integrity: integrity,
        brokenReferences: try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count,
        escalations: try count(db, "escalation WHERE batch NOT IN (SELECT batch FROM staging)"),
        events: try count(db, "event"), editions: try Int.fetchOne(db, sql: "SELECT max(edition) FROM policy") ?? 0,
        differing: integrity.isEmpty ? try differing(db) : [], leftovers: try count(db, "staging"))
    }
  }

  private func count(_ db: Database, _ what: String) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT count(*) FROM \(what)") ?? 0
  }

  /// Replays each log to the instant its projections were worked out for and compares every column.
  private func differing(_ db: Database) throws -> [String] {
    let policies = try policyBook(db)
    let cursor = try Row.fetchCursor(
      db, sql: "SELECT key, id, batch, projected_at FROM escalation WHERE batch NOT IN (SELECT batch FROM staging)")
    var differing: [String] = []
    while let row = try cursor.next() {
      let key = try row.decode(Int64.self, atIndex: 0)
      let id = EscalationID(try row.decode(String.self, atIndex: 1))
      let history = try EventTable(db: db).history(key: key, id: id)
      let at = Instant(try row.decode(Int64.self, atIndex: 3))
      let expected = try Projection.contents(
        Projected(history, policies: policies, now: at), key: key, batch: try row.decode(Int64.self, atIndex: 2))
      for (table, rows) in expected where try Projection.stored(db, table, key: key) != rows {
        differing.append("\(id): \(table)")
      }
    }
    return differing
  }

  /// Writes every projection anew from the log.
  public func rebuild(now: Instant) throws -> Int {
    try write { db in
      let policies = try policyBook(db)
      let rows = try Row.fetchAll(db, sql: "SELECT key, id, batch FROM escalation")
      for row in rows {
        let key = try row.decode(Int64.self, atIndex: 0)
        let id = EscalationID(try row.decode(String.self, atIndex: 1))
        let history = try EventTable(db: db).history(key: key, id: id)
        try Projection(db: db).project(
          try Projected(history, policies: policies, now: now), key: key,
          batch: try row.decode(Int64.self, atIndex: 2))
      }
      return rows.count
    }
  }
}
