import EscalationDomain
import GRDB

/// A milestone as columns, and back.
enum MilestoneColumns {
  static let names = [
    "place", "id", "title", "kind", "owner", "start", "due", "waits_for", "blocked_by", "status", "added", "completed",
  ]

  static func values(_ row: MilestoneRow) -> [DatabaseValue] {
    let milestone = row.milestone
    return [
      row.place.databaseValue, milestone.id.databaseValue, milestone.title.databaseValue,
      milestone.kind.rawValue.databaseValue, .of(milestone.owner), .of(milestone.start?.seconds),
      .of(milestone.due?.seconds), milestone.after.joined(separator: ",").databaseValue,
      row.blockedBy.joined(separator: ",").databaseValue, row.status.rawValue.databaseValue,
      row.added.seconds.databaseValue, .of(row.completed?.seconds),
    ]
  }

  /// What of its escalation goes with it, read before its own columns.
  static let owner = ["b.id", "b.title", "b.account", "b.severity", "b.level", "b.stage", "b.band"]

  static func row(_ row: Columns) throws -> MilestoneRow {
    let start = owner.count
    let kind = try row.text(start + 3)
    let status = try row.text(start + 9)
    guard let kind = Milestone.Kind(rawValue: kind), let status = MilestoneState.Status(rawValue: status) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a milestone cannot be read")
    }
    func ids(_ column: Int) throws -> [String] { try row.text(column).split(separator: ",").map(String.init) }
    let grade = GradeLabel(severity: try row.maybeText(3), level: try row.maybeText(4), stage: try row.maybeText(5))
    return MilestoneRow(
      escalation: EscalationID(try row.text(0)), subject: try row.text(1), account: try row.text(2),
      grade: grade?.short ?? "-", band: Int(try row.int(6)),
      milestone: Milestone(
        id: try row.text(start + 1), title: try row.text(start + 2), kind: kind, owner: try row.maybeText(start + 4),
        start: try row.instant(start + 5), due: try row.instant(start + 6), after: try ids(start + 7)),
      status: status, blockedBy: try ids(start + 8), added: Instant(try row.int(start + 10)),
      completed: try row.instant(start + 11), place: Int(try row.int(start)))
  }
}

/// How far a plan has come, as columns of the board, and back.
enum PlanColumns {
  static let names = ["plan_of", "plan_done", "next_milestone", "next_title", "next_owner", "next_due"]

  static func values(_ plan: PlanProgress?) -> [DatabaseValue] {
    let next = plan?.next
    return [
      .of(plan?.of), .of(plan?.done), .of(next?.id), .of(next?.title), .of(next?.owner), .of(next?.due?.seconds),
    ]
  }

  /// Reads them at `start`; most rows have none and cost one look.
  static func plan(_ row: Columns, from start: Int) throws -> PlanProgress? {
    guard let of = try row.maybeInt(start) else { return nil }
    let next = try row.maybeText(start + 2).map { id in
      PlanProgress.Next(
        id: id, title: try row.text(start + 3), owner: try row.maybeText(start + 4), due: try row.instant(start + 5))
    }
    return PlanProgress(done: Int(try row.int(start + 1)), of: Int(of), next: next)
  }
}
