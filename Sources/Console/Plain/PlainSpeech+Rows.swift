import EscalationDomain

extension PlainSpeech {
  /// Before a deadline it is told so many seconds ahead; and when it passes.
  private static let marks: [Int64] = [3600, 900, 300, 0]

  static func rows(from before: Model, to after: Model) -> [String] {
    let (old, new) = (before.board.board.rows, after.board.board.rows)
    let known = Dictionary(old.lazy.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var lines: [String] = []
    for row in new {
      guard let earlier = known[row.id] else {
        lines.append("new: \(self.row(row, after))")
        continue
      }
      let told = acts(earlier, row) + clocks(earlier, row, from: before, to: after)
      if !told.isEmpty { lines.append("\(row.id), \(row.grade), \(row.account): \(told.joined(separator: "; "))") }
    }
    let left = Set(new.lazy.map(\.id))
    lines += old.filter { !left.contains($0.id) }.map { "\($0.id), \($0.account): cleared from the board" }
    return lines
  }

  /// When the next line falls due by time alone. O(rows).
  public static func nextWake(_ model: Model, after now: Instant) -> Instant {
    var next = now + 60
    func consider(_ instant: Instant?) {
      if let instant, instant > now, instant < next { next = instant }
    }
    for row in model.board.board.rows {
      guard let deadline = row.clock?.deadline else { continue }
      for mark in marks { consider(deadline + -mark) }
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
      let owner = row.milestone.owner.map { "; owner \($0)" } ?? "; no owner"
      return "\(row.escalation), \(row.grade), \(row.account): milestone \(row.milestone.id) is late: "
        + "\(row.milestone.title)\(due)\(owner)"
    }
  }

  private static func acts(_ old: BoardRow, _ new: BoardRow) -> [String] {
    var told: [String] = []
    for (what, before, after) in [
      ("severity", old.severity, new.severity), ("level", old.level, new.level), ("stage", old.stage, new.stage),
    ] where before != after {
      told.append("\(what) \(after ?? "none"), was \(before ?? "none")")
    }
    if old.owner != new.owner { told.append("owner \(new.owner ?? "nobody"), was \(old.owner ?? "nobody")") }
    if old.status != new.status { told.append("\(new.status.rawValue), was \(old.status.rawValue)") }
    if old.title != new.title { told.append("now called \(new.title)") }
    return told
  }

  private static func clocks(_ old: BoardRow, _ new: BoardRow, from before: Model, to after: Model) -> [String] {
    guard let clock = new.clock else { return old.clock == nil ? [] : ["no clock runs any more"] }
    let state = clock.state(at: after.now)
    if old.clock?.rule != clock.rule || old.clock?.cycle != clock.cycle {
      return ["now \(self.clock(clock, after))"]
    }
    if old.clock?.deadline != clock.deadline { return [self.clock(clock, after)] }
    guard let deadline = clock.deadline, state == .running || state == .breached else { return [] }
    let passed = marks.filter { before.now < deadline + -$0 && deadline + -$0 <= after.now }
    guard let nearest = passed.min() else { return [] }
    return nearest == 0 ? ["\(clock.label) breached"] : [self.clock(clock, after)]
  }
}
