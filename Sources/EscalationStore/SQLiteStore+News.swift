import EscalationDomain
import GRDB

extension SQLiteStore: NewsStoring {
  public func news(after number: Int64, now: Instant) throws -> News {
    try read { db in
      var found: [Found] = []
      try db.eachRow(SQLiteStore.newsSelect, [number.databaseValue, number.databaseValue]) {
        found.append(try Found($0))
      }
      let policies = try policyBook(db)
      let events = EventTable(db: db)
      let records = try found.compactMap { found in
        let history = try events.history(key: found.key, id: found.id)
        return try NewsRecord(
          knownAt.map(history.known) ?? history, after: number, policies: policies, now: now)
      }
      return News(
        through: try Int64.fetchOne(db, sql: "SELECT max(sequence) FROM event") ?? 0, asOf: now, records: records,
        clocks: try openClocks(db, now: now))
    }
  }

  /// By the numbers of the events first, whatever the planner guesses of the tables. What an import opened has a past
  /// that nobody waits to hear.
  static let newsSelect = """
    SELECT escalation.key, escalation.id, escalation.batch FROM (
      SELECT escalation AS key, min(sequence) AS number FROM event NOT INDEXED WHERE sequence > ? GROUP BY escalation
    ) AS new CROSS JOIN escalation ON escalation.key = new.key
    WHERE escalation.\(visible) AND NOT EXISTS (
      SELECT 1 FROM event AS first WHERE first.escalation = new.key AND first.sequence > ?
        AND first.source = 'imported' AND substr(first.fact, 1, 9) = '{"opened"'
    ) ORDER BY new.number
    """
}
