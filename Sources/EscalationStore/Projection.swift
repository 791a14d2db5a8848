import EscalationDomain
import GRDB

/// What is kept beside the log for speed. It can be rebuilt from the log at any time, and `doctor` proves it equal.
struct Projection {
  let db: Database

  /// The row of a new escalation, so that its events have something to belong to; `project` fills it.
  func insert(_ id: EscalationID, batch: Int64) throws -> Int64 {
    try db.cachedStatement(
      sql: """
        INSERT INTO escalation (id, batch, title, account, playbook, band, status, opened, changed, last_known, projected_at)
        VALUES (?, ?, '', '', '', 4, 'new', 0, 0, 0, 0)
        """
    ).execute(arguments: [id.text, batch])
    return db.lastInsertedRowID
  }

  /// Writes everything that follows from a record: its row, its place on the board, its open clocks.
  func project(_ projected: Projected, key: Int64, batch: Int64) throws {
    try writeRow(projected, key: key, batch: batch)
    try writeBoard(projected, key: key, batch: batch)
    try writeClocks(projected.record, key: key)
  }

  private static let updateRow =
    "UPDATE escalation SET \(rowColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE key = ?"

  private func writeRow(_ projected: Projected, key: Int64, batch: Int64) throws {
    try db.cachedStatement(sql: Projection.updateRow).execute(
      arguments: StatementArguments(Projection.rowValues(projected, batch: batch) + [key]))
  }

  private static let insertBoard =
    "INSERT OR REPLACE INTO board (escalation, \(boardColumns.joined(separator: ", "))) "
    + "VALUES (?, \(boardColumns.map { _ in "?" }.joined(separator: ", ")))"

  private func writeBoard(_ projected: Projected, key: Int64, batch: Int64) throws {
    if let values = Projection.boardValues(projected, batch: batch) {
      try db.cachedStatement(sql: Projection.insertBoard).execute(arguments: StatementArguments([key] + values))
    } else {
      try db.cachedStatement(sql: "DELETE FROM board WHERE escalation = ?").execute(arguments: [key])
    }
  }

  private static let insertClock: String = {
    let columns = ["escalation"] + ClockColumns.names
    return "INSERT INTO clock (\(columns.joined(separator: ", "))) "
      + "VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
  }()

  private func writeClocks(_ record: Escalation, key: Int64) throws {
    try db.cachedStatement(sql: "DELETE FROM clock WHERE escalation = ?").execute(arguments: [key])
    for cycle in record.openClocks {
      try db.cachedStatement(sql: Projection.insertClock).execute(
        arguments: StatementArguments([key] + ClockColumns.values(cycle)))
    }
  }
}

/// A record ready to be written, and up to when its events reach.
struct Projected: Sendable {
  var record: Escalation
  var lastKnown: Instant

  /// A log may reach beyond `now` where an import brought it; what is projected is its end.
  init(_ history: History, policies: PolicyBook, now: Instant) throws {
    let lastKnown = history.events.filter { !$0.isBreach }.map { max($0.occurred, $0.known) }.max() ?? now
    let end = max(now, history.events.last?.occurred ?? now)
    record = try Escalation.replay(history, policies: policies, now: end)
    self.lastKnown = lastKnown
  }
}
