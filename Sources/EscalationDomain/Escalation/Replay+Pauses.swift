extension Replay {
  /// Waiting on the customer: pausable clocks that have not breached stand still with what remains of them.
  mutating func pause(_ pause: Pause, at: Instant) {
    switch record.condition {
    case .paused: record.condition = .paused(pause, since: at)
    case .open:
      record.condition = .paused(pause, since: at)
      for index in open {
        let cycle = record.clocks[index]
        guard cycle.pausable, cycle.breach == nil, case .running = cycle.phase, cycle.deadline != nil else { continue }
        record.clocks[index].phase = .paused(since: at, remaining: remainingForPause(cycle, at: at))
      }
    case .resolved, .closed, .cancelled: break
    }
  }

  /// The pause is over: each clock gets its deadline back, later by the time lost. Slots that fell into it are
  /// nobody's: the next one after it is due.
  mutating func resume(at: Instant) {
    guard case .paused = record.condition else { return }
    record.condition = .open
    for index in open {
      var cycle = record.clocks[index]
      guard case .paused(let since, _) = cycle.phase else { continue }
      cycle.phase = .running
      if cycle.slots != nil {
        cycle.pauses.append(.init(from: since, to: at, lost: 0))
        if let due = cycle.due.deadline, due < at { cycle.slots = SlotTrack(anchor: openingDate, passed: at) }
      } else {
        cycle.pauses.append(.init(from: since, to: at, lost: lost(cycle, from: since, to: at)))
      }
      cycle.due = due(of: cycle)
      record.clocks[index] = cycle
    }
  }

  /// The frozen remainder: working seconds for business targets, seconds for the others.
  func remainingForPause(_ cycle: ClockCycle, at: Instant) -> Int64 {
    guard let deadline = cycle.due.deadline, deadline > at else { return 0 }
    return lost(cycle, from: at, to: deadline)
  }
}
