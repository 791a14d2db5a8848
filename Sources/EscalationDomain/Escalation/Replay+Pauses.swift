extension Replay {
  /// Waiting on the customer: pausable clocks that have not breached stand still with what remains of them.
  mutating func pause(_ pause: Pause, at: Instant) {
    switch record.condition {
    case .paused(_, let since): record.condition = .paused(pause, since: since)
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
    guard case .paused(_, let paused) = record.condition else { return }
    record.condition = .open
    waits.append(paused..<max(paused, at))
    for index in open {
      var cycle = record.clocks[index]
      guard case .paused(let since, _) = cycle.phase else { continue }
      cycle.phase = .running
      if cycle.slots != nil {
        cycle.pauses.append(.init(from: since, to: at, lost: 0))
        if let due = cycle.due.deadline, due < at {
          cycle.slots = SlotTrack(anchor: openingDate, passed: at, served: nil)
        }
      } else {
        cycle.pauses.append(.init(from: since, to: at, lost: lost(cycle, from: since, to: at)))
      }
      cycle.due = due(of: cycle)
      record.clocks[index] = cycle
    }
  }

  /// The frozen remainder: working seconds for business targets, seconds for the others.
  func remainingForPause(_ cycle: ClockCycle, at: Instant) -> Int64 {
    let at = max(at, cycle.countsFrom)
    guard let deadline = cycle.due.deadline, deadline > at else { return 0 }
    return length(cycle, from: at, to: deadline)
  }

  /// What a pause costs a cycle; what lay before the target began to count costs nothing.
  func lost(_ cycle: ClockCycle, from: Instant, to: Instant) -> Int64 {
    length(cycle, from: max(from, cycle.countsFrom), to: to)
  }

  /// Working time for business targets, elapsed time for the others.
  private func length(_ cycle: ClockCycle, from: Instant, to: Instant) -> Int64 {
    guard cycle.target.countsWorkingTime else { return max(0, to - from) }
    return policy.calendars[cycle.calendar]?.value.workingSeconds(from: from, to: to) ?? 0
  }

  /// The deadline, later by the time that each pause lost, unless it had passed before the pause began.
  func shifted(_ deadline: Instant, by cycle: ClockCycle, on timeline: WorkingTimeline) -> Instant {
    var deadline = deadline
    for pause in cycle.pauses where pause.to > cycle.countsFrom && pause.from <= deadline {
      let lost = lost(cycle, from: pause.from, to: pause.to)
      guard cycle.target.countsWorkingTime else {
        deadline = deadline + lost
        continue
      }
      if lost > 0 { deadline = (try? timeline.adding(workingSeconds: lost, to: deadline)) ?? deadline }
      // No working time was left when the pause began, and none has run since: it is due as the calendar opens, not at
      // a closing while everyone waited.
      if deadline < pause.to { deadline = (try? timeline.nextOpening(atOrAfter: pause.to)) ?? deadline }
    }
    return deadline
  }
}
