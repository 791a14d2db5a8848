extension ClockCycle {
  /// The deadline, unless the cycle is paused or waits: a paused clock has none (CLOCKS, Pause).
  public var deadline: Instant? {
    if case .paused = phase { return nil }
    return due.deadline
  }

  public var isOpen: Bool {
    if case .ended = phase { return false }
    return true
  }

  public var ended: Instant? {
    if case .ended(let at, _, _) = phase { return at }
    return nil
  }

  /// The state at `now`, which must not be before the cycle's last event. Past the deadline means after it, not at it.
  public func state(at now: Instant) -> ClockState {
    switch phase {
    case .ended(_, _, let verdict):
      switch verdict {
      case .met: return .met
      case .missed: return .missed
      case .cancelled: return .cancelled
      }
    case .paused: return .paused
    case .running:
      if breach.map({ !$0.corrected }) ?? false { return .breached }
      guard let deadline = due.deadline else { return .pending }
      if elapses, deadline <= now { return .met }
      if deadline < now { return .breached }
      if let opens = due.opens, now < opens { return .pending }
      return .running
    }
  }

  /// When the deadline passed, at the deadline, whoever was looking (CLOCKS, A breach happens at the deadline).
  public func breached(at now: Instant) -> Instant? {
    if let breach { return breach.at }
    guard isOpen, !elapses, let deadline, deadline < now else { return nil }
    return deadline
  }

  /// Whether it breached after `since`: in the second of its deadline it was in time still, while another severity makes
  /// one late at once.
  public func breached(since: Instant, at now: Instant) -> Bool {
    guard let at = breached(at: now) else { return false }
    return breach?.byReclassification ?? false ? at > since : at >= since
  }

  /// Seconds to the deadline, negative past it; frozen while paused; none once ended or while it waits.
  public func remaining(at now: Instant) -> Int64? {
    switch phase {
    case .ended: nil
    case .paused(_, let remaining): remaining
    case .running: due.deadline.map { $0 - now }
    }
  }

  /// Open working seconds to the deadline for a business target; none for the others.
  public func workingRemaining(at now: Instant, on timeline: WorkingTimeline) -> Int64? {
    guard target.countsWorkingTime else { return nil }
    switch phase {
    case .ended: return nil
    case .paused(_, let remaining): return remaining
    case .running:
      guard let deadline = due.deadline else { return nil }
      return deadline >= now
        ? timeline.workingSeconds(from: now, to: deadline) : -timeline.workingSeconds(from: deadline, to: now)
    }
  }

  /// Seconds spent paused, the present pause up to `now` included.
  public func pausedSeconds(at now: Instant) -> Int64 {
    var sum = pauses.reduce(0) { $0 + ($1.to - $1.from) }
    if case .paused(let since, _) = phase { sum += max(0, now - since) }
    return sum
  }
}

extension Target {
  /// Whether a pause loses working time rather than elapsed time (CLOCKS, Pause). A window or a `min` is a business
  /// target where all of it is.
  public var countsWorkingTime: Bool {
    switch self {
    case .working, .businessDays: true
    case .window(let opens, let late): opens.countsWorkingTime && late.countsWorkingTime
    case .earliest(let targets): targets.allSatisfy(\.countsWorkingTime)
    default: false
    }
  }
}
