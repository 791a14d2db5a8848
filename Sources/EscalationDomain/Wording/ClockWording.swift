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

extension ClockCycle {
  /// `First response`, and from the second run on `Next update #3`.
  public var name: String { cycle > 1 ? "\(label) #\(cycle)" : label }

  /// What is special about it, in words: what it waits for, how it was breached, what it cannot do.
  public func remarks(at now: Instant) -> [String] {
    var remarks: [String] = []
    switch due {
    case .waiting(let what): remarks.append("waits for \(what)")
    case .never: remarks.append("its calendar never opens again")
    case .window(let opens, _) where isOpen && now < opens: remarks.append("not open yet")
    case .window, .at: break
    }
    if let breach {
      if breach.corrected { remarks.append("breach corrected") }
      if breach.byReclassification { remarks.append("by reclassification") }
    }
    let paused = pausedSeconds(at: now)
    if paused > 0 { remarks.append("paused \(DurationText.full(paused - paused % 60))") }
    return remarks
  }
}

extension SlotTally {
  /// `1 of 3 served, 2 working days left`.
  public var words: String {
    let days = workingDaysLeft == 0 ? "no" : "\(workingDaysLeft)"
    return "\(served) of \(slots) served, \(days) working day\(workingDaysLeft > 1 ? "s" : "") left"
  }
}

extension WorkingTimeline {
  /// `closed until Mon 09:00`, or `holiday (Christmas) until …`; none while it is open or never opens again.
  public func closedWords(at now: Instant, zone: Zone) -> String? {
    guard let closure = closure(at: now), let opening = try? nextOpening(atOrAfter: now) else { return nil }
    let until = "until \(opening.brief(in: zone, now: now))"
    if case .holiday(let name) = closure { return "\(name), closed \(until)" }
    return "closed \(until)"
  }
}
