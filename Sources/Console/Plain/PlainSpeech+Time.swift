import EscalationDomain

extension PlainSpeech {
  /// When the next line falls due by time alone, apart from a ``PlainFollower``'s. O(milestones).
  public static func nextWake(_ model: Model, after now: Instant) -> Instant {
    var next = now + 60
    func consider(_ instant: Instant?) {
      if let instant, instant > now, instant < next { next = instant }
    }
    // Past the due time means after it, not at it.
    for row in model.plans.rows where row.isOpen { consider(row.milestone.due.map { $0 + 1 }) }
    consider(model.board.staleAfter.map { $0 + 1 })
    consider(model.board.totalsUntil)
    if case .failed(_, let retry) = model.board.reading { consider(retry) }
    return next
  }

  /// Milestones that became late, of plans that were known before. O(milestones).
  static func milestones(from before: Model, to after: Model) -> [String] {
    guard before.plans.isLoaded else { return [] }
    let known = Dictionary(before.plans.rows.lazy.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    return after.plans.rows.filter { row in
      guard row.isLate(at: after.now), let earlier = known[row.name] else { return false }
      return !earlier.isLate(at: before.now)
    }.map { row in
      let due = row.milestone.due.map { ", due at \($0.brief(in: after.viewer.zone, now: after.now))" } ?? ""
      let owner = "; owner \(row.milestone.owner ?? "nobody")"
      return "\(row.escalation), \(row.grade), \(row.account): milestone \(row.milestone.id) is late: "
        + "\(row.milestone.title)\(due)\(owner)"
    }
  }
}
