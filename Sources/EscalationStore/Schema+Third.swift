import EscalationDomain
import GRDB

extension Schema {
  /// Version 3: the milestones of open escalations, and how far each plan has come beside its row of the board.
  static let third: @Sendable (Database) throws -> Void = { db in
    try db.execute(sql: milestones)
    for column in progress { try db.execute(sql: "ALTER TABLE board ADD COLUMN \(column)") }
  }

  private static let milestones = """
    -- Those of open escalations that were not dropped.
    CREATE TABLE milestone (
      escalation INTEGER NOT NULL REFERENCES escalation (key),
      place INTEGER NOT NULL,
      id TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT NOT NULL,
      owner TEXT,
      start INTEGER,
      due INTEGER,
      -- Ids with a comma between them.
      waits_for TEXT NOT NULL,
      blocked_by TEXT NOT NULL,
      status TEXT NOT NULL,
      added INTEGER NOT NULL,
      completed INTEGER,
      PRIMARY KEY (escalation, place)
    ) STRICT, WITHOUT ROWID;
    """

  /// NULL where a plan has no milestones, so that its row of the board costs one column more.
  private static let progress = [
    "plan_of INTEGER", "plan_done INTEGER", "next_milestone TEXT", "next_title TEXT", "next_owner TEXT",
    "next_due INTEGER",
  ]

  /// Works the milestones of open escalations out, each as of the instant for which the rest of it was projected.
  /// O(log), and a replay for each open escalation that ever had a milestone.
  static let plans: @Sendable (Database, PolicyReader) throws -> Void = { db, reader in
    var found: [(SQLiteStore.Found, Instant)] = []
    try db.eachRow(
      """
      SELECT key, id, batch, projected_at FROM escalation WHERE key IN (SELECT escalation FROM board)
      AND key IN (SELECT escalation FROM event WHERE fact LIKE '{"milestoneAdded"%')
      """
    ) { found.append((try SQLiteStore.Found($0), Instant(try $0.int(3)))) }
    guard !found.isEmpty else { return }
    let policies = try reader.book(PolicyReader.texts(db))
    for (found, at) in found {
      // One damaged log must not keep everyone out; the doctor tells of it.
      guard let history = try? EventTable(db: db).history(key: found.key, id: found.id),
        let projected = try? Projected(history, policies: policies, now: at)
      else { continue }
      try Projection(db: db).write(projected, key: found.key, batch: found.batch)
    }
  }
}
