extension Replay {
  /// When a cycle is due by its target, its calendar, and the pauses it carries (CLOCKS, Targets and Pause).
  func due(of cycle: ClockCycle) -> ClockDue {
    guard let timeline = policy.calendars[cycle.calendar]?.value else { return .never }
    do {
      if case .slots(let cadence) = cycle.target, let track = cycle.slots {
        let passed = servedSlot(cycle) ?? track.passed
        return .at(try timeline.slotDue(cadence, anchor: track.anchor, after: max(passed, track.passed)))
      }
      switch try cycle.target.due(from: cycle.countsFrom, on: timeline, context: context(promised: cycle.promised)) {
      case .waiting(let missing): return .waiting(missing)
      case .at(let instant): return .at(shifted(instant, by: cycle, on: timeline))
      case .window(let opens, let late):
        return .window(
          opens: shifted(opens, by: cycle, on: timeline), late: shifted(late, by: cycle, on: timeline))
      }
    } catch {
      return .never
    }
  }

  private func context(promised: Instant?) -> TargetContext {
    var context = TargetContext()
    context.renewal = record.account.renewal
    context.qbr = record.account.qbr
    context.neededBy = record.neededBy
    context.promised = promised
    let clocks = record.clocks
    context.deadlineOfRule = { rule in clocks.last { $0.rule == rule }?.due.deadline }
    return context
  }

  /// Later by the time each pause lost, unless the deadline had passed before the pause began.
  private func shifted(_ deadline: Instant, by cycle: ClockCycle, on timeline: WorkingTimeline) -> Instant {
    var deadline = deadline
    for pause in cycle.pauses where pause.from <= deadline {
      let lost = lost(cycle, from: pause.from, to: pause.to)
      guard lost > 0 else { continue }
      if cycle.target.countsWorkingTime {
        deadline = (try? timeline.adding(workingSeconds: lost, to: deadline)) ?? deadline
      } else {
        deadline = deadline + lost
      }
    }
    return deadline
  }

  /// What a pause costs: working time for business targets, elapsed time for the others.
  func lost(_ cycle: ClockCycle, from: Instant, to: Instant) -> Int64 {
    guard cycle.target.countsWorkingTime else { return max(0, to - from) }
    return policy.calendars[cycle.calendar]?.value.workingSeconds(from: from, to: to) ?? 0
  }

  /// Works every open deadline out anew after a change of grade, account or policy (CLOCKS, Severity change).
  mutating func retarget(at: Instant, bySeverity: Bool = false) {
    for rule in playbook.value.clocks {
      if let index = open.first(where: { record.clocks[$0].rule == rule.id && record.clocks[$0].isOpen }) {
        retarget(index, rule, at: at, bySeverity: bySeverity)
      } else if let start = dormant[rule.id], record.ended == nil, target(of: rule) != nil {
        wake(rule, start: start, at: at)
      }
    }
    for index in open where rule(of: index) == nil { finish(index, at: at, by: nil, .cancelled) }
    open.removeAll { !record.clocks[$0].isOpen }
  }

  private mutating func retarget(_ index: Int, _ rule: ClockRule, at: Instant, bySeverity: Bool) {
    var cycle = record.clocks[index]
    guard let target = target(of: rule) else {
      finish(index, at: at, by: nil, .cancelled)
      dormant[rule.id] = cycle.started
      return
    }
    let before = (cycle.target, cycle.due)
    let changedTarget = target != cycle.target
    cycle.target = target
    cycle.label = rule.label
    cycle.elapses = rule.elapses
    cycle.pausable = rule.pausable
    cycle.warnings = playbook.value.warnings
    cycle.calendar = policy.calendarID(rule: rule, account: record.account, playbook: playbook.value)
    cycle.calendarVersion = policy.calendars[cycle.calendar]?.version ?? 0
    cycle.policyVersion = playbook.version
    cycle.edition = policy.edition
    if bySeverity, changedTarget, (rule.severityChange ?? playbook.value.severityChange) == .fromChange {
      cycle.countsFrom = at
      cycle.pauses = []
    }
    if case .slots = target {
      cycle.slots = cycle.slots ?? SlotTrack(anchor: openingDate, passed: cycle.started, served: nil)
      if cycle.countsFrom == at, bySeverity { cycle.slots?.passed = at }
    } else {
      cycle.slots = nil
    }
    cycle.due = due(of: cycle)
    if case .paused(let since, _) = cycle.phase {
      cycle.phase = rule.pausable ? .paused(since: since, remaining: remainingForPause(cycle, at: since)) : .running
    }
    record.clocks[index] = cycle
    if before != (cycle.target, cycle.due) { stampReclassified(index, at: at) }
  }

  /// A rule that had no target at the former grade counts from its original start as well.
  private mutating func wake(_ rule: ClockRule, start: Instant, at: Instant) {
    let fromChange = (rule.severityChange ?? playbook.value.severityChange) == .fromChange
    // Slots before the change were nobody's obligation.
    let track = SlotTrack(anchor: openingDate, passed: at, served: nil)
    begin(rule, at: start, countsFrom: fromChange ? at : nil, promised: nil, slots: track)
    if let index = open.last, record.clocks[index].rule == rule.id { stampReclassified(index, at: at) }
  }

  /// Where the new deadline is already past, the breach is stamped at the moment of the change.
  private mutating func stampReclassified(_ index: Int, at: Instant) {
    let cycle = record.clocks[index]
    guard cycle.breach == nil, !cycle.elapses, let deadline = cycle.due.deadline else { return }
    if case .paused(let since, _) = cycle.phase {
      guard deadline < since else { return }
      record.clocks[index].phase = .running
    } else if deadline >= at {
      return
    }
    if cycle.slots != nil {
      miss(index, at: at, byReclassification: true)
    } else {
      record.clocks[index].breach = .init(at: at, byReclassification: true)
    }
  }
}
