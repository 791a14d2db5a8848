/// How loudly a clock asks for attention, by the share of its counted time that is used (CLOCKS, Warnings).
public enum Urgency: Int, Hashable, Sendable, Comparable, CaseIterable {
  /// Paused, pending or ended.
  case idle
  case calm
  case half
  case threeQuarters
  case nearly
  /// Within the last minutes before the deadline.
  case imminent
  case breached

  public static func < (a: Urgency, b: Urgency) -> Bool { a.rawValue < b.rawValue }
}

extension ClockCycle {
  /// The share of the counted time that is used, 0 to 1 and beyond 1 past the deadline; none without a deadline.
  ///
  /// Working time for business targets, elapsed time for the others, pauses left out. O(log n) in the calendar.
  public func used(at now: Instant, on timeline: WorkingTimeline) -> Double? {
    guard let end = due.deadline else { return nil }
    var point = now
    if case .paused(let since, _) = phase { point = min(now, since) }
    if let ended { point = ended }
    let from = due.opens ?? countsFrom
    if target.countsWorkingTime {
      let lost = pauses.reduce(0) { $0 + $1.lost }
      let total = timeline.workingSeconds(from: from, to: end) - lost
      let used = timeline.workingSeconds(from: from, to: point) - lost
      if total <= 0 { return point > end ? 1.01 : 1 }
      if point > end { return max(1.01, Double(used) / Double(total)) }
      return max(0, Double(used) / Double(total))
    }
    let lost = pauses.reduce(0) { $0 + $1.lost }
    let total = (end - from) - lost
    if total <= 0 { return point > end ? 1.01 : 1 }
    return max(0, Double((point - from) - lost) / Double(total))
  }

  public func urgency(at now: Instant, on timeline: WorkingTimeline) -> Urgency {
    switch state(at: now) {
    case .pending, .paused, .met, .missed, .cancelled: return .idle
    case .breached: return .breached
    case .running:
      guard let remaining = remaining(at: now), let used = used(at: now, on: timeline) else { return .idle }
      if remaining <= warnings.before { return .imminent }
      let passed = warnings.percent.filter { used * 100 >= Double($0) }.count
      let steps: [Urgency] = [.half, .threeQuarters, .nearly]
      if passed == 0 { return .calm }
      return steps[min(steps.count, max(1, steps.count - warnings.percent.count + passed)) - 1]
    }
  }
}

extension Sequence<ClockCycle> {
  /// The open cycle with the earliest deadline; without any deadline, a paused one, then one that waits.
  public func mostUrgent() -> ClockCycle? {
    filter(\.isOpen).min { a, b in a.rank < b.rank }
  }
}

extension ClockCycle {
  /// Orders clocks on one escalation: by deadline, then paused, then waiting.
  fileprivate var rank: (Int, Instant, String) {
    if let deadline { return (0, deadline, rule) }
    if case .paused(let since, _) = phase { return (1, since, rule) }
    return (2, started, rule)
  }
}
