/// How a clock's deadline came about: each stretch that was counted and each that was not, and their sum.
public struct Explanation: Hashable, Sendable {
  public struct Stretch: Hashable, Sendable {
    public var from: Instant
    public var to: Instant
    public var kind: Kind

    public var seconds: Int64 { to - from }
  }

  public enum Kind: Hashable, Sendable {
    case counted
    case closed
    case holiday(String)
    case paused
  }

  public var cycle: ClockCycle
  public var calendar: BusinessCalendar
  public var stretches: [Stretch]
  /// The counted stretches' sum, in seconds.
  public var counted: Int64
  /// What a duration target asks for; the sum equals it once the deadline is known.
  public var asked: Int64?
  /// Where the stretches end: the deadline; while paused or waiting, the pause's start or `now`.
  public var end: Instant

  /// Whether the arithmetic holds: a duration's counted stretches sum exactly to it (CLOCKS, explain).
  public var adds: Bool {
    guard let asked, cycle.deadline != nil else { return true }
    return counted == asked
  }
}

extension ClockCycle {
  /// O(days between start and deadline) for business time, O(pauses) for the others.
  public func explain(on timeline: WorkingTimeline, now: Instant) -> Explanation {
    let end = explainedEnd(now: now)
    let pauses = explainedPauses(until: end, now: now)
    let ruling = ruling(on: timeline)
    let stretches =
      ruling.countsOpenHours
      ? Explanation.businessStretches(from: countsFrom, to: end, pauses: pauses, on: timeline)
      : Explanation.elapsedStretches(from: countsFrom, to: end, pauses: pauses)
    return Explanation(
      cycle: self, calendar: timeline.calendar, stretches: stretches,
      counted: stretches.reduce(0) { $0 + ($1.kind == .counted ? $1.seconds : 0) }, asked: ruling.askedSeconds, end: end
    )
  }

  private func explainedEnd(now: Instant) -> Instant {
    if let deadline = due.deadline, isOpen ? deadline == self.deadline : true { return max(deadline, countsFrom) }
    if case .paused(let since, _) = phase { return since }
    return max(countsFrom, ended ?? now)
  }

  private func explainedPauses(until end: Instant, now: Instant) -> [Range<Instant>] {
    pauses.compactMap { pause in
      let from = max(pause.from, countsFrom)
      let to = min(pause.to, end)
      return from < to && pause.from <= end ? from..<to : nil
    }
  }

  /// The target itself, or the branch of a `min(…)` that gives the deadline, as long as nothing paused it.
  private func ruling(on timeline: WorkingTimeline) -> Target {
    guard case .earliest(let targets) = target, pauses.isEmpty, let deadline = due.deadline else { return target }
    return targets.first { branch in
      branch.askedSeconds != nil && (try? branch.due(from: countsFrom, on: timeline)) == .at(deadline)
    } ?? target
  }
}

extension Target {
  /// The seconds that a duration asks for.
  var askedSeconds: Int64? {
    switch self {
    case .elapsed(let seconds), .working(let seconds): seconds
    default: nil
    }
  }

  /// Whether explaining it separates open from closed hours.
  var countsOpenHours: Bool {
    if case .working = self { return true }
    return false
  }
}
