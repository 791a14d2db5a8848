import EscalationDomain
import GRDB

/// What is kept beside the log for speed. It can be rebuilt from the log at any time, and `doctor` proves it equal.
struct Projection {
  let db: Database

  /// The row of a new escalation, so that its events have something to belong to; `write` fills it.
  func insert(_ id: EscalationID) throws -> Int64 {
    try db.run(
      """
      INSERT INTO escalation (id, batch, title, account, playbook, band, status, opened, changed, valid_from, projected_at)
      VALUES (?, 0, '', '', '', 4, 'new', 0, 0, 0, 0)
      """, [id.text.databaseValue])
    return db.lastInsertedRowID
  }

  private static let insertRow =
    "INSERT INTO escalation (\(list(ProjectedRows.rowColumns))) VALUES (\(marks(ProjectedRows.rowColumns)))"

  /// A new escalation's row and all that goes with it.
  func insert(_ rows: ProjectedRows) throws -> Int64 {
    try db.run(Projection.insertRow, rows.row)
    let key = db.lastInsertedRowID
    try insertRest(rows, key: key)
    return key
  }

  private static let updateRow =
    "UPDATE escalation SET \(ProjectedRows.rowColumns.map { "\($0) = ?" }.joined(separator: ", ")) WHERE key = ?"

  /// Writes everything that follows from a record: its row, its place on the board, its open clocks, its milestones.
  func write(_ rows: ProjectedRows, key: Int64) throws {
    try db.run(Projection.updateRow, rows.row + [key.databaseValue])
    try db.run("DELETE FROM board WHERE escalation = ?", [key.databaseValue])
    try db.run("DELETE FROM clock WHERE escalation = ?", [key.databaseValue])
    try db.run("DELETE FROM milestone WHERE escalation = ?", [key.databaseValue])
    try insertRest(rows, key: key)
  }

  func write(_ projected: Projected, key: Int64, batch: Int64) throws {
    try write(ProjectedRows(projected, batch: batch), key: key)
  }

  private static let insertBoard = insert("board", ProjectedRows.boardFront + ["terms"] + ClockColumns.own)
  private static let insertClock = insert("clock", ["terms"] + ClockColumns.own)

  private static let insertMilestone = insert("milestone", MilestoneColumns.names)

  private static func insert(_ table: String, _ columns: [String]) -> String {
    "INSERT INTO \(table) (escalation, \(list(columns))) VALUES (?, \(marks(columns)))"
  }

  private func insertRest(_ rows: ProjectedRows, key: Int64) throws {
    if let board = rows.board {
      let front = ProjectedRows.boardFront.count
      try db.run(
        Projection.insertBoard, [key.databaseValue] + board[..<front] + withNumberedTerms(board[front...]))
    }
    for clock in rows.clocks { try db.run(Projection.insertClock, [key.databaseValue] + withNumberedTerms(clock[...])) }
    for milestone in rows.milestones { try db.run(Projection.insertMilestone, [key.databaseValue] + milestone) }
  }

  private static let termsNumber = """
    SELECT number FROM terms WHERE \(ClockColumns.terms.map { "\($0) = ?" }.joined(separator: " AND "))
    """
  private static let insertTerms =
    "INSERT INTO terms (\(list(ClockColumns.terms))) VALUES (\(marks(ClockColumns.terms)))"

  /// A clock's columns with its terms' number in their place, numbered anew where no other clock has them.
  private func withNumberedTerms(_ clock: ArraySlice<DatabaseValue>) throws -> [DatabaseValue] {
    let terms = Array(clock.prefix(ClockColumns.terms.count))
    let own = clock.dropFirst(ClockColumns.terms.count)
    if terms[0].isNull { return [.null] + own }
    var number: Int64?
    try db.eachRow(Projection.termsNumber, terms) { number = try $0.int(0) }
    if number == nil {
      try db.run(Projection.insertTerms, terms)
      number = db.lastInsertedRowID
    }
    return [.of(number)] + own
  }

  static func list(_ columns: [String]) -> String { columns.joined(separator: ", ") }
  static func marks(_ columns: [String]) -> String { columns.map { _ in "?" }.joined(separator: ", ") }

  /// What the tables do hold for a record.
  func stored(key: Int64) throws -> ProjectedRows? {
    func rows(_ columns: [String], _ tables: String, order: String) throws -> [[DatabaseValue]] {
      let sql = "SELECT \(Projection.list(columns)) FROM \(tables) = ? ORDER BY \(order)"
      return try Row.fetchAll(db.cachedStatement(sql: sql), arguments: [key]).map { Array($0.databaseValues) }
    }
    guard let row = try rows(ProjectedRows.rowColumns, "escalation WHERE key", order: "key").first else { return nil }
    func clocks(_ table: String) -> String { "\(table) LEFT JOIN terms ON number = terms WHERE escalation" }
    return ProjectedRows(
      row: row,
      board: try rows(ProjectedRows.boardFront + ClockColumns.names, clocks("board"), order: "escalation").first,
      clocks: try rows(ClockColumns.names, clocks("clock"), order: "rule, cycle"),
      milestones: try rows(MilestoneColumns.names, "milestone WHERE escalation", order: "place"))
  }
}
