import EscalationDomain
import GRDB

extension SQLiteStore: EndedStoring {
  public func ended(_ words: String, atMost limit: Int, now: Instant) throws -> [BoardRow] {
    let words = SearchText.Word.words(in: words)
    func fits(_ row: BoardRow) -> Bool { words.isEmpty || SearchText(row).contains(words) }
    return try read { db in
      var rows = try replayedBeyond(db, now: now).filter { !$0.status.isOpen && fits($0) }
      rows += try newestEnded(limit, db, now: now, where: fits)
      return Array(rows.sorted { ($0.changed, $0.id.text) > ($1.changed, $1.id.text) }.prefix(limit))
    }
  }

  /// Walks from the newest change back, so that what ended long ago costs nothing until somebody looks for it.
  private func newestEnded(
    _ limit: Int, _ db: Database, now: Instant, where fits: (BoardRow) -> Bool
  ) throws -> [BoardRow] {
    let page = 500
    var rows: [BoardRow] = []
    var start = 0
    while rows.count < limit {
      var read = 0
      try db.eachRow(
        """
        SELECT \(Projection.list(BoardColumns.sharedNames)), paused_until FROM escalation
        INDEXED BY escalation_by_valid_from
        WHERE valid_from <= ? AND ended IS NOT NULL AND \(SQLiteStore.visible)
        ORDER BY valid_from DESC LIMIT ? OFFSET ?
        """, [held(by: now), page.databaseValue, start.databaseValue]
      ) { columns in
        read += 1
        guard rows.count < limit else { return }
        let row = try BoardColumns.row(columns, clock: nil, openClocks: 0, staleAfter: nil)
        if fits(row) { rows.append(row) }
      }
      if read < page { break }
      start += page
    }
    return rows
  }

  public func accountNames() throws -> [String] {
    try read { db in
      var names: [String: String] = [:]
      func take(_ name: String) { names[name.lowercased()] = names[name.lowercased()] ?? name }
      try db.eachRow(SQLiteStore.customers) { take(try $0.text(0)) }
      try db.eachRow(SQLiteStore.registered) { take(try $0.text(0)) }
      return names.sorted { $0.key < $1.key }.map(\.value)
    }
  }

  /// From each name straight to the next one: neither an account's many escalations nor its many scores are read.
  private static let customers = """
    WITH RECURSIVE known(name) AS (
      SELECT (SELECT account FROM escalation WHERE \(visible) ORDER BY account COLLATE NOCASE LIMIT 1)
      UNION ALL
      SELECT (
        SELECT account FROM escalation WHERE account COLLATE NOCASE > known.name AND \(visible)
        ORDER BY account COLLATE NOCASE LIMIT 1
      ) FROM known WHERE known.name IS NOT NULL
    ) SELECT name FROM known WHERE name IS NOT NULL
    """
  private static let registered = """
    WITH RECURSIVE known(name) AS (
      SELECT (SELECT min(subject) FROM register WHERE kind = 'account')
      UNION ALL
      SELECT (SELECT min(subject) FROM register WHERE kind = 'account' AND subject > known.name)
      FROM known WHERE known.name IS NOT NULL
    ) SELECT name FROM known WHERE name IS NOT NULL
    """
}
