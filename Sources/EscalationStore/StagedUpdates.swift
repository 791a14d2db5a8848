import EscalationDomain
import GRDB

/// What an import has to add to escalations that exist, worked out beforehand and kept in temporary tables, which no
/// other connection sees and which go with this one. Publishing them is a handful of statements.
struct StagedUpdates {
  let batch: Int64
  let policies: PolicyBook
  let now: Instant

  private static let tables = ["staged_event", "staged_row", "staged_board", "staged_clock", "staged_milestone"]

  func makeTables(_ db: Database) throws {
    for table in StagedUpdates.tables { try db.execute(sql: "DROP TABLE IF EXISTS temp.\(table)") }
    let typed = { (columns: [String]) in columns.map { "\($0) ANY" }.joined(separator: ", ") }
    try db.execute(
      sql: """
        CREATE TEMP TABLE staged_event (
          number INTEGER PRIMARY KEY, imported INTEGER, escalation INTEGER, occurred INTEGER, recorded INTEGER,
          actor TEXT, why TEXT, source TEXT, fact TEXT);
        CREATE INDEX temp.staged_event_by_escalation ON staged_event (escalation);
        CREATE TEMP TABLE staged_row (
          key INTEGER PRIMARY KEY, version INTEGER, \(typed(ProjectedRows.rowColumns))) STRICT;
        CREATE TEMP TABLE staged_board (escalation INTEGER PRIMARY KEY, \(typed((ProjectedRows.boardFront + ClockColumns.names)))) STRICT;
        CREATE TEMP TABLE staged_clock (escalation INTEGER, \(typed(ClockColumns.names))) STRICT;
        CREATE INDEX temp.staged_clock_by_escalation ON staged_clock (escalation);
        CREATE TEMP TABLE staged_milestone (escalation INTEGER, \(typed(MilestoneColumns.names))) STRICT;
        CREATE INDEX temp.staged_milestone_by_escalation ON staged_milestone (escalation);
        """)
  }

  func clear(_ db: Database) throws {
    for table in StagedUpdates.tables { try db.run("DELETE FROM temp.\(table)") }
  }

  private static let insertEvent =
    "INSERT INTO temp.staged_event (imported, \(EventTable.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
  private static let insertRow =
    "INSERT OR REPLACE INTO temp.staged_row (key, version, \(Projection.list(ProjectedRows.rowColumns))) "
    + "VALUES (?, ?, \(Projection.marks(ProjectedRows.rowColumns)))"
  private static let insertBoard =
    "INSERT INTO temp.staged_board (escalation, \(Projection.list((ProjectedRows.boardFront + ClockColumns.names)))) "
    + "VALUES (?, \(Projection.marks((ProjectedRows.boardFront + ClockColumns.names))))"
  private static let insertClock =
    "INSERT INTO temp.staged_clock (escalation, \(Projection.list(ClockColumns.names))) "
    + "VALUES (?, \(Projection.marks(ClockColumns.names)))"

  private static let insertMilestone =
    "INSERT INTO temp.staged_milestone (escalation, \(Projection.list(MilestoneColumns.names))) "
    + "VALUES (?, \(Projection.marks(MilestoneColumns.names)))"

  /// Takes the new events of one escalation, and works out what its log will then come to.
  func stage(_ found: SQLiteStore.Found, _ drafts: [Draft], _ db: Database) throws {
    let history = try EventTable(db: db).history(key: found.key, id: found.id)
    let version = history.events.map(\.sequence).max() ?? 0
    let trial = TrialHistory(history, adding: drafts, to: found.id, policies: policies, now: now)
    let (settled, projected) = try trial.project()
    for (list, imported) in [(drafts, true), (settled, false)] {
      for draft in list {
        let line = try EventTable.Line(draft, recorded: now)
        try db.run(StagedUpdates.insertEvent, [imported.databaseValue, found.key.databaseValue] + line.values)
      }
    }
    let rows = ProjectedRows(projected, batch: found.batch)
    let key = found.key.databaseValue
    try db.run(StagedUpdates.insertRow, [key, version.databaseValue] + rows.row)
    if let board = rows.board { try db.run(StagedUpdates.insertBoard, [key] + board) }
    for clock in rows.clocks { try db.run(StagedUpdates.insertClock, [key] + clock) }
    for milestone in rows.milestones { try db.run(StagedUpdates.insertMilestone, [key] + milestone) }
  }

  /// Those whose log another writer has added to since they were worked out.
  func outdated(_ db: Database) throws -> [SQLiteStore.Found] {
    var outdated: [SQLiteStore.Found] = []
    try db.eachRow(
      """
      SELECT key, id, batch FROM temp.staged_row
      WHERE version <> (SELECT max(sequence) FROM main.event WHERE escalation = key)
      """
    ) { outdated.append(try SQLiteStore.Found($0)) }
    return outdated
  }

  /// Works one out again from the log as it stands; what the import brought stays the same.
  func prepareAgain(_ found: SQLiteStore.Found, _ db: Database) throws {
    let drafts = try EventTable(db: db).drafts(
      "temp.staged_event WHERE escalation = ? AND imported ORDER BY number", [found.key.databaseValue])
    for table in ["staged_event", "staged_board", "staged_clock", "staged_milestone"] {
      try db.run("DELETE FROM temp.\(table) WHERE escalation = ?", [found.key.databaseValue])
    }
    try stage(found, drafts, db)
  }

  private static let updateRow: String = {
    let columns = ProjectedRows.rowColumns.filter { $0 != "id" && $0 != "batch" }
    return "UPDATE main.escalation SET \(columns.map { "\($0) = s.\($0)" }.joined(separator: ", ")) "
      + "FROM temp.staged_row s WHERE main.escalation.key = s.key"
  }()

  /// Puts everything in its place. O(updates), and no replay among it.
  func publish(_ db: Database) throws {
    try db.run(
      "INSERT INTO main.event (\(EventTable.columns)) SELECT \(EventTable.columns) FROM temp.staged_event ORDER BY number"
    )
    try db.run(StagedUpdates.updateRow)
    let terms = Projection.list(ClockColumns.terms)
    let number = ClockColumns.terms.map { "t.\($0) = s.\($0)" }.joined(separator: " AND ")
    for (table, front) in [("board", ProjectedRows.boardFront), ("clock", [])] {
      try db.run("DELETE FROM main.\(table) WHERE escalation IN (SELECT key FROM temp.staged_row)")
      try db.run(
        """
        INSERT OR IGNORE INTO main.terms (\(terms))
        SELECT DISTINCT \(terms) FROM temp.staged_\(table) WHERE rule IS NOT NULL
        """)
      let others = Projection.list(["escalation"] + front + ClockColumns.own)
      try db.run(
        """
        INSERT INTO main.\(table) (\(others), terms)
        SELECT \(others), (SELECT number FROM main.terms t WHERE \(number)) FROM temp.staged_\(table) s
        """)
    }
    let milestones = Projection.list(["escalation"] + MilestoneColumns.names)
    try db.run("DELETE FROM main.milestone WHERE escalation IN (SELECT key FROM temp.staged_row)")
    try db.run("INSERT INTO main.milestone (\(milestones)) SELECT \(milestones) FROM temp.staged_milestone")
    try clear(db)
  }
}
