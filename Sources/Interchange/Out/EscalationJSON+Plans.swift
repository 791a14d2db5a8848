import EscalationDomain

/// Plans across accounts.
extension EscalationJSON {
  /// An element of `milestone list --json` without an id.
  public static func milestone(_ row: MilestoneRow, now: Instant) -> JSONValue {
    let milestone = row.milestone
    return .object([
      "escalation": .text(row.escalation.text), "account": .text(row.account), "subject": .text(row.subject),
      "grade": .text(row.grade), "band": .int(Int64(row.band)),
      "id": .text(milestone.id), "title": .text(milestone.title), "kind": .text(milestone.kind.rawValue),
      "owner": .maybe(milestone.owner), "start": .maybe(milestone.start), "due": .maybe(milestone.due),
      "remaining_seconds": .maybe(milestone.due.map { $0 - now }), "status": .text(row.status.rawValue),
      "late": .bool(row.isLate(at: now)), "depends_on": .texts(milestone.after), "blocked_by": .texts(row.blockedBy),
    ])
  }

  /// `plan{…}` of a row of `list --json`.
  static func plan(_ plan: PlanProgress?, now: Instant) -> JSONValue {
    guard let plan else { return .null }
    let next = plan.next.map { next in
      JSONValue.object([
        "id": .text(next.id), "title": .text(next.title), "owner": .maybe(next.owner), "due": .maybe(next.due),
        "late": .bool(next.isLate(at: now)),
      ])
    }
    return .object(["done": .int(Int64(plan.done)), "of": .int(Int64(plan.of)), "next": next ?? .null])
  }
}
