import EscalationDomain
import GRDB

extension SQLiteStore {
  /// O(open). What is projected serves wherever the log ends by `now` and no slot has passed since; the few others
  /// are replayed.
  public func board(now: Instant) throws -> Board {
    let (rows, revision) = try read { db in
      (try boardRows(db, now: now), try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0)
    }
    return Board(rows: rows, revision: revision, asOf: now)
  }

  public func rows(_ scope: ListQuery.Scope, now: Instant) throws -> [BoardRow] {
    switch scope {
    case .open: return try read { try boardRows($0, now: now) }
    case .all: return try read { try boardRows($0, now: now) + endedRows($0, now: now) }
    case .ended: return try read { try endedRows($0, now: now) }
    }
  }

  public func history(of id: EscalationID) throws -> History? {
    try read { db in
      guard let found = try find(id, db) else { return nil }
      let history = try EventTable(db: db).history(key: found.key, id: found.id)
      return knownAt.map(history.known) ?? history
    }
  }

  public func account(_ name: String) throws -> AccountFacts? {
    try read { db in
      let newest = try Row.fetchOne(
        db,
        sql: """
          SELECT key, id FROM escalation WHERE account = ? AND batch NOT IN (SELECT batch FROM staging)
          ORDER BY changed DESC LIMIT 1
          """, arguments: [name])
      guard let newest else { return nil }
      let id = EscalationID(try newest.decode(String.self, atIndex: 1))
      let history = try EventTable(db: db).history(key: try newest.decode(Int64.self, atIndex: 0), id: id)
      guard let end = history.events.last?.occurred else { return nil }
      return try Escalation.replayIfOpened(history, policies: try policyBook(db), now: end)?.account
    }
  }

  /// The row of a visible escalation, by id in any case.
  func find(_ id: EscalationID, _ db: Database) throws -> (key: Int64, id: EscalationID, batch: Int64)? {
    guard
      let row = try Row.fetchOne(
        db, sql: "SELECT key, id, batch FROM escalation WHERE id = ? AND batch NOT IN (SELECT batch FROM staging)",
        arguments: [id.text])
    else { return nil }
    return (
      try row.decode(Int64.self, atIndex: 0), EscalationID(try row.decode(String.self, atIndex: 1)),
      try row.decode(Int64.self, atIndex: 2)
    )
  }

  private static let boardSelect = """
    SELECT \((BoardColumns.names + ClockColumns.names).joined(separator: ", ")), escalation
    FROM board WHERE last_known <= ? AND batch NOT IN (SELECT batch FROM staging)
    """

  private func boardRows(_ db: Database, now: Instant) throws -> [BoardRow] {
    let shared = BoardColumns.sharedNames.count
    let clockStart = BoardColumns.names.count
    let cursor = try Row.fetchCursor(db, sql: SQLiteStore.boardSelect, arguments: [now.seconds])
    var rows: [BoardRow] = []
    var stale: [Int64] = []
    while let row = try cursor.next() {
      let staleAfter = try row.decode(Int64?.self, atIndex: shared + 2).map(Instant.init)
      if let staleAfter, staleAfter < now {
        stale.append(try row.decode(Int64.self, atIndex: clockStart + ClockColumns.names.count))
        continue
      }
      rows.append(
        try BoardColumns.row(
          row, from: 0, clock: try ClockColumns.cycle(row, from: clockStart),
          openClocks: try row.decode(Int.self, atIndex: shared + 1), staleAfter: staleAfter))
    }
    let replayed = try replayed(keys: stale, db, now: now) + replayedBeyond(db, now: now)
    return rows + replayed.filter { $0.status.isOpen }.map(BoardRow.init)
  }

  private func endedRows(_ db: Database, now: Instant) throws -> [BoardRow] {
    let cursor = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(BoardColumns.sharedNames.joined(separator: ", ")), paused_until FROM escalation
        WHERE last_known <= ? AND ended IS NOT NULL AND batch NOT IN (SELECT batch FROM staging)
        """, arguments: [now.seconds])
    var rows: [BoardRow] = []
    while let row = try cursor.next() {
      rows.append(try BoardColumns.row(row, from: 0, clock: nil, openClocks: 0, staleAfter: nil))
    }
    return rows + (try replayedBeyond(db, now: now).filter { !$0.status.isOpen }.map(BoardRow.init))
  }

  /// Escalations whose log goes on after `now`, as they stood then.
  private func replayedBeyond(_ db: Database, now: Instant) throws -> [Escalation] {
    let keys = try Int64.fetchAll(
      db,
      sql: """
        SELECT key FROM escalation
        WHERE last_known > ? AND opened <= ? AND batch NOT IN (SELECT batch FROM staging)
        """, arguments: [now.seconds, now.seconds])
    return try replayed(keys: keys, db, now: now)
  }

  private func replayed(keys: [Int64], _ db: Database, now: Instant) throws -> [Escalation] {
    guard !keys.isEmpty else { return [] }
    let policies = try policyBook(db)
    let events = EventTable(db: db)
    return try keys.compactMap { key in
      let id = try String.fetchOne(db, sql: "SELECT id FROM escalation WHERE key = ?", arguments: [key]) ?? ""
      let history = try events.history(key: key, id: EscalationID(id))
      return try Escalation.replayIfOpened(
        knownAt.map(history.known) ?? history, policies: policies, now: now)
    }
  }
}
