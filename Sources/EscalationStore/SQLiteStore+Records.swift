import EscalationDomain
import GRDB

extension SQLiteStore: RecordReading {
  /// How many records one transaction reads, so that writers get their turn.
  private static let recordsAtATime = 250

  public func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws {
    let keys = try read { db in try self.keys(in: window, now: now, owed: "SELECT escalation FROM clock", db) }
    try eachHistory(of: keys, body)
  }

  /// A clock whose deadline passed before the window brings nothing about in it, but one of slots, which goes on to its
  /// next. What was resolved of late is asked for what belongs to its end.
  public func eachHistory(
    inRoom window: Range<Instant>, with named: Set<EscalationID>, now: Instant,
    _ body: (History, PolicyBook) throws -> Void
  ) throws {
    let keys = try read { db in
      let slots = try ClockColumns.Terms(db).ofSlots.map(String.init).joined(separator: ", ")
      let owed = """
        SELECT escalation FROM clock WHERE due >= ?1 OR due IS NULL
        UNION SELECT escalation FROM clock WHERE due < ?1 AND terms IN (\(slots))
        UNION SELECT key FROM escalation WHERE id IN (SELECT value FROM json_each(?4))
        UNION SELECT key FROM escalation WHERE valid_from >= ?5 AND status = '\(Status.resolved.rawValue)'
        """
      let resolved = (now + -AgendaReason.afterlife).seconds
      let names = try CompactJSON.text(named.map(\.text).sorted()).databaseValue
      return try self.keys(in: window, now: now, owed: owed, values: [names, resolved.databaseValue], db)
    }
    try eachHistory(of: keys, body)
  }

  private func eachHistory(of keys: [Int64], _ body: (History, PolicyBook) throws -> Void) throws {
    var rest = keys[...]
    while !rest.isEmpty {
      try read { db in
        let policies = try policyBook(db)
        for key in rest.prefix(SQLiteStore.recordsAtATime) {
          var id = ""
          try db.eachRow("SELECT id FROM escalation WHERE key = ?", [key.databaseValue]) { id = try $0.text(0) }
          let history = try EventTable(db: db).history(key: key, id: EscalationID(id))
          try body(knownAt.map(history.known) ?? history, policies)
        }
      }
      rest = rest.dropFirst(SQLiteStore.recordsAtATime)
    }
  }

  /// A projection holds from the last thing that anyone or time brought about, so what has nothing in the window and is
  /// over was over before the window began.
  ///
  /// - Parameters:
  ///   - owed: selects what is to be read for its clocks; `?1` is the window's beginning.
  ///   - values: what it says `?4` and so on for.
  private func keys(
    in window: Range<Instant>, now: Instant, owed: String, values: [DatabaseValue] = [], _ db: Database
  ) throws -> [Int64] {
    var keys: [Int64] = []
    try db.eachRow(
      """
      SELECT key FROM escalation
      WHERE key IN (
        SELECT key FROM escalation WHERE valid_from >= ?1
        UNION SELECT escalation FROM board UNION \(owed))
      AND opened < ?2 AND opened <= ?3 AND \(SQLiteStore.visible)
      ORDER BY key
      """,
      [window.lowerBound.seconds.databaseValue, window.upperBound.seconds.databaseValue, now.seconds.databaseValue]
        + values
    ) { keys.append(try $0.int(0)) }
    return keys
  }
}
