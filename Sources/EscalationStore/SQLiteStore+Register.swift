import EscalationDomain
import GRDB

extension SQLiteStore: RegisterStoring {
  /// How many rows one transaction reads, so that writers get their turn.
  private static let rowsAtATime = 5000

  public func registerPage(_ query: RegisterQuery, atMost limit: Int?, now: Instant) throws -> RegisterPage {
    let kinds = query.neededFacts
    let facts = kinds.isEmpty ? nil : try filterFacts(kinds, of: query.scope.ofEscalations, now: now)
    // The scales are asked for only where there is more than words to understand.
    let playbooks = query.filter.isOfWords ? [] : try policies().current.playbooks.values.map(\.value)
    var selection = RegisterSelection(
      query, atMost: limit, context: query.context(now: now, playbooks: playbooks), facts: facts)
    var counts = RegisterCounts()
    var living: [Int64: [ClockCycle]] = [:]
    var passed: Set<Int64> = []
    try read { db in
      for row in try riskRows(db, now: now) {
        counts.count(row)
        selection.offer(row)
      }
      let beyond = try keysBeyond(db, now: now)
      // Read here and left out below, should it have been written to between two pieces.
      passed.formUnion(beyond)
      for record in try records(keys: beyond, db, now: now) { offer(record) }
      if query.scope == .ended {
        counts.openEscalations += try count("board", db, now: now)
      } else {
        for row in try boardRows(db, now: now, beyond: []) {
          counts.openEscalations += 1
          selection.offer(.escalation(row, ended: nil))
        }
      }
      if query.scope == .open {
        counts.endedEscalations += try count("escalation", where: "ended IS NOT NULL", db, now: now)
      } else {
        living = try livingClocks(db, now: now)
      }
    }
    func offer(_ record: Escalation) {
      var row = BoardRow(record)
      if !row.status.isOpen { row.staleAfter = nil }
      let line = RegisterRow.escalation(row, ended: record.ended)
      counts.count(line)
      selection.offer(line)
    }
    if query.scope != .open {
      var start = Int64.min
      while let next = try read({ db in
        try eachEnded(after: start, living, db, now: now) { key, row in
          guard !passed.contains(key) else { return }
          counts.count(row)
          selection.offer(row)
        } replayed: { record in
          offer(record)
        }
      }) { start = next }
    }
    return RegisterPage(&selection, counts: counts, facts: facts, asOf: now)
  }

  private func count(
    _ table: String, where condition: String = "1", _ db: Database, now: Instant
  ) throws -> Int {
    var count: Int64 = 0
    try db.eachRow(
      "SELECT count(*) FROM \(table) WHERE valid_from <= ? AND \(condition) AND \(SQLiteStore.visible)",
      [held(by: now)]
    ) { count = try $0.int(0) }
    return Int(count)
  }

  private static let endedPiece = """
    SELECT \(Projection.list(BoardColumns.sharedNames)), paused_until, ended, key FROM escalation
    WHERE key > ? AND valid_from <= ? AND ended IS NOT NULL AND \(visible) ORDER BY key LIMIT ?
    """

  /// The next piece of those that had ended by `now`, with what outlives the end. Answers the last key; none after the
  /// last piece.
  private func eachEnded(
    after start: Int64, _ living: [Int64: [ClockCycle]], _ db: Database, now: Instant,
    _ body: (Int64, RegisterRow) throws -> Void, replayed: (Escalation) -> Void
  ) throws -> Int64? {
    var (read, last) = (0, start)
    var stale: [Int64] = []
    let ended = BoardColumns.sharedNames.count + 1
    try db.eachRow(
      SQLiteStore.endedPiece,
      [start.databaseValue, held(by: now), SQLiteStore.rowsAtATime.databaseValue]
    ) { columns in
      read += 1
      last = try columns.int(ended + 1)
      let clocks = living[last, default: []]
      // A slot that has passed since is another's by now.
      if clocks.contains(where: { $0.slots != nil && $0.deadline.map { $0 <= now } ?? false }) {
        return stale.append(last)
      }
      var row = try BoardColumns.row(columns, clock: nil, openClocks: clocks.count, staleAfter: nil)
      row.clock = clocks.mostUrgent()
      try body(last, .escalation(row, ended: try columns.instant(ended)))
    }
    for record in try records(keys: stale, db, now: now) { replayed(record) }
    return read < SQLiteStore.rowsAtATime ? nil : last
  }

  /// Every risk with when it began, changed and ended: told by its entries, of which there are few.
  private func riskRows(_ db: Database, now: Instant) throws -> [RegisterRow] {
    let seen = min(now, knownAt ?? now)
    var lives: [String: RiskLife] = [:]
    // Of what was taken back only the whole of its entries tells.
    var mixed: Set<String> = []
    try db.eachRow(SQLiteStore.riskLives) { row in
      if try row.int(4) != 0 { mixed.insert(try row.text(0).lowercased()) }
      lives[try row.text(0).lowercased()] = RiskLife(
        registered: Instant(try row.int(1)), changed: Instant(try row.int(2)), ended: try row.instant(3))
    }
    return try RiskTable(db: db).all().compactMap { projected in
      let name = projected.row.id.text.lowercased()
      if projected.validFrom <= seen, !mixed.contains(name), let life = lives[name] {
        return .risk(projected.row, life)
      }
      return try found(projected.row.id, now: now, db).map { RegisterRow($0.risk) }
    }
  }

  private static let riskLives = """
    SELECT subject, min(occurred), max(occurred),
      max(CASE WHEN fact LIKE '{"closed"%' OR fact LIKE '{"promoted"%' THEN occurred END),
      max(fact LIKE '{"takenBack"%')
    FROM register WHERE kind = 'risk' GROUP BY subject
    """
}
