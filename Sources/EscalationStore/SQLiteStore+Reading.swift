import EscalationDomain
import GRDB

extension SQLiteStore {
  /// O(open log open). What is projected serves wherever it holds at `now` and no slot has passed since; the few
  /// others are replayed.
  public func board(now: Instant) throws -> Board {
    let (rows, revision) = try read { db in
      (try boardRows(db, now: now), try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0)
    }
    return Board(rows: rows, revision: revision, asOf: now)
  }

  public func rows(_ scope: ListQuery.Scope, now: Instant) throws -> [BoardRow] {
    try read { db in
      switch scope {
      case .open: return try boardRows(db, now: now)
      case .ended: return try endedRows(db, now: now) + replayedBeyond(db, now: now).filter { !$0.status.isOpen }
      case .all:
        let beyond = try replayedBeyond(db, now: now)
        return try boardRows(db, now: now, beyond: beyond) + endedRows(db, now: now)
          + beyond.filter { !$0.status.isOpen }
      }
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
    try read { db in try Customers(db: db, policies: try policyBook(db)).customer(name)?.facts }
  }

  /// What no import has yet to publish.
  static let visible = "batch NOT IN (SELECT batch FROM staging)"

  /// An escalation's place in the tables.
  struct Found {
    var key: Int64
    var id: EscalationID
    var batch: Int64

    init(key: Int64, id: EscalationID, batch: Int64) {
      self.key = key
      self.id = id
      self.batch = batch
    }

    /// From the columns `key, id, batch`.
    init(_ row: Columns) throws {
      self.init(key: try row.int(0), id: EscalationID(try row.text(1)), batch: try row.int(2))
    }
  }

  /// The row of a visible escalation, by id in any case.
  func find(_ id: EscalationID, _ db: Database) throws -> Found? {
    var found: Found?
    try db.eachRow(
      "SELECT key, id, batch FROM escalation WHERE id = ? AND \(SQLiteStore.visible)", [id.text.databaseValue]
    ) { found = try Found($0) }
    return found
  }

  /// The instant by which a projection must hold to be shown at `now`.
  func held(by now: Instant) -> DatabaseValue { min(now, knownAt ?? now).seconds.databaseValue }

  private static let boardSelect = """
    SELECT \(Projection.list(BoardColumns.names + ["terms"] + ClockColumns.own)), escalation FROM board
    WHERE valid_from <= ? AND \(visible)
    """

  func boardRows(_ db: Database, now: Instant, beyond: [BoardRow]? = nil) throws -> [BoardRow] {
    let clockStart = BoardColumns.names.count
    let terms = try ClockColumns.Terms(db)
    var rows: [BoardRow] = []
    rows.reserveCapacity(try Int.fetchOne(db, sql: "SELECT count(*) FROM board") ?? 0)
    var stale: [Int64] = []
    try db.eachRow(SQLiteStore.boardSelect, [held(by: now)]) { row in
      let staleAfter = try row.instant(clockStart - 1)
      // At its very deadline a period has ended.
      if let staleAfter, staleAfter <= now {
        stale.append(try row.int(clockStart + 1 + ClockColumns.own.count))
        return
      }
      rows.append(
        try BoardColumns.row(
          row, clock: try ClockColumns.cycle(row, from: clockStart, terms),
          openClocks: Int(try row.int(clockStart - 2)), staleAfter: staleAfter,
          plan: try PlanColumns.plan(row, from: BoardColumns.planStart)))
    }
    let replayed = try replayed(keys: stale, db, now: now) + (beyond ?? replayedBeyond(db, now: now))
    rows += replayed.filter { $0.status.isOpen }
    return rows
  }

  private static let endedSelect = """
    SELECT \(Projection.list(BoardColumns.sharedNames)), paused_until, key FROM escalation
    WHERE valid_from <= ? AND ended IS NOT NULL AND \(visible)
    """

  /// Those that had ended by `now` and whose projection holds then, with what outlives the end: follow-ups, recovery,
  /// watches. A few whose next slot has passed since are replayed.
  private func endedRows(_ db: Database, now: Instant) throws -> [BoardRow] {
    let living = try livingClocks(db, now: now)
    var rows: [BoardRow] = []
    var stale: [Int64] = []
    try db.eachRow(SQLiteStore.endedSelect, [held(by: now)]) { columns in
      let key = try columns.int(BoardColumns.sharedNames.count + 1)
      let clocks = living[key, default: []]
      let passed = clocks.contains { cycle in
        if case .slots = cycle.target { cycle.deadline.map { $0 <= now } ?? false } else { false }
      }
      if passed { return stale.append(key) }
      var row = try BoardColumns.row(columns, clock: nil, openClocks: clocks.count, staleAfter: nil)
      row.clock = clocks.mostUrgent()
      rows.append(row)
    }
    return rows + (try replayed(keys: stale, db, now: now))
  }

  /// The open clocks of ended escalations, by escalation. O(open clocks of all).
  func livingClocks(_ db: Database, now: Instant) throws -> [Int64: [ClockCycle]] {
    let terms = try ClockColumns.Terms(db)
    var living: [Int64: [ClockCycle]] = [:]
    try db.eachRow(SQLiteStore.livingSelect, []) { row in
      guard let cycle = try ClockColumns.cycle(row, from: 1, terms) else { return }
      // At its very deadline a period has ended.
      if cycle.elapses, let deadline = cycle.deadline, deadline <= now { return }
      living[try row.int(0), default: []].append(cycle)
    }
    return living
  }

  private static let livingSelect = """
    SELECT escalation, \(Projection.list(["terms"] + ClockColumns.own)) FROM clock
    WHERE escalation NOT IN (SELECT escalation FROM board)
    """

  /// Escalations whose projection does not hold yet at `now`, as they stood then.
  func replayedBeyond(_ db: Database, now: Instant) throws -> [BoardRow] {
    try recordsBeyond(db, now: now).map(SQLiteStore.listed)
  }

  /// The same, whole.
  func recordsBeyond(_ db: Database, now: Instant) throws -> [Escalation] {
    try records(keys: keysBeyond(db, now: now), db, now: now)
  }

  func keysBeyond(_ db: Database, now: Instant) throws -> [Int64] {
    var keys: [Int64] = []
    try db.eachRow(
      "SELECT key FROM escalation WHERE valid_from > ? AND opened <= ? AND \(SQLiteStore.visible)",
      [held(by: now), now.seconds.databaseValue]
    ) { keys.append(try $0.int(0)) }
    return keys
  }

  private func replayed(keys: [Int64], _ db: Database, now: Instant) throws -> [BoardRow] {
    try records(keys: keys, db, now: now).map(SQLiteStore.listed)
  }

  private static func listed(_ record: Escalation) -> BoardRow {
    var row = BoardRow(record)
    // An ended row is listed, and read anew each time: nothing waits for it to grow stale.
    if !row.status.isOpen { row.staleAfter = nil }
    return row
  }

  /// Escalations as they stood, from their logs; those that had not been opened by then are left out.
  func records(keys: [Int64], _ db: Database, now: Instant) throws -> [Escalation] {
    guard !keys.isEmpty else { return [] }
    let policies = try policyBook(db)
    let events = EventTable(db: db)
    return try keys.compactMap { key in
      var id = ""
      try db.eachRow("SELECT id FROM escalation WHERE key = ?", [key.databaseValue]) { id = try $0.text(0) }
      let history = try events.history(key: key, id: EscalationID(id))
      return try Escalation.replayIfOpened(knownAt.map(history.known) ?? history, policies: policies, now: now)
    }
  }
}
