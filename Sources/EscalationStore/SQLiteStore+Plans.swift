import EscalationDomain
import GRDB

extension SQLiteStore: PlanStoring {
  public func milestones(now: Instant) throws -> [MilestoneRow] {
    try read { db in
      var rows: [MilestoneRow] = []
      try db.eachRow(SQLiteStore.milestoneSelect, [held(by: now)]) { rows.append(try MilestoneColumns.row($0)) }
      return rows + (try recordsBeyond(db, now: now)).flatMap(MilestoneRow.rows)
    }
  }

  private static let milestoneSelect = """
    SELECT \(Projection.list(MilestoneColumns.owner + MilestoneColumns.names.map { "m.\($0)" }))
    FROM milestone m JOIN board b ON b.escalation = m.escalation
    WHERE b.valid_from <= ? AND b.\(visible)
    """
}
