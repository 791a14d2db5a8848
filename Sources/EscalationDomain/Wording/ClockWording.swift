extension ClockDue {
  /// What the clock waits for, if it waits.
  public var waitingFor: String? {
    switch self {
    case .at, .window: nil
    case .never: "a calendar that opens again"
    case .waiting(let what): what.description
    }
  }
}

extension ClockCycle {
  /// How far off the deadline is, in a few letters: `3h 05m`, `+1h 10m` past it, `paused 2h`, `waits`.
  public func countdown(at now: Instant) -> String {
    switch state(at: now) {
    case .met: return "met"
    case .missed: return "missed"
    case .cancelled: return "cancelled"
    case .paused: return "paused " + DurationText.full(remaining(at: now) ?? 0)
    case .pending:
      guard let opens = due.opens else { return "waits" }
      return "opens " + DurationText.countdown(opens - now)
    case .running, .breached:
      guard let remaining = remaining(at: now) else { return "waits" }
      return DurationText.countdown(remaining)
    }
  }
}
