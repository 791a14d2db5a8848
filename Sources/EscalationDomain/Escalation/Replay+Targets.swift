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
    context.deadlineOfRule = { rule in clocks.last { $0.rule == rule && !$0.isCancelled }?.due.deadline }
    return context
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
    for index in open where rule(of: index) == nil && !record.clocks[index].isOwn {
      finish(index, at: at, by: nil, .cancelled)
    }
    followOtherRules(at: at)
  }

  private mutating func retarget(_ index: Int, _ rule: ClockRule, at: Instant, bySeverity: Bool) {
    var cycle = record.clocks[index]
    guard let target = target(of: rule) else {
      finish(index, at: at, by: nil, .cancelled)
      dormant[rule.id] = cycle.started
      return
    }
    let before = cycle.target
    let changedTarget = target != cycle.target
    let calendar = policy.calendarID(rule: rule, account: record.account, playbook: playbook.value)
    cycle.terms = ClockTerms(
      rule: rule.id, label: rule.label, target: target, elapses: rule.elapses, pausable: rule.pausable,
      warnings: playbook.value.warnings, calendar: calendar,
      calendarVersion: policy.calendars[calendar]?.version ?? 0, policyVersion: playbook.version,
      edition: policy.edition)
    if bySeverity, changedTarget, (rule.severityChange ?? playbook.value.severityChange) == .fromChange {
      cycle.countsFrom = at
      cycle.slots?.passed = at
    }
    if case .slots = target, rule.repeats {
      cycle.slots = cycle.slots ?? track(rule, passed: cycle.countsFrom, since: cycle.started)
    } else {
      cycle.slots = nil
    }
    if case .paused(let since, _) = cycle.phase, !rule.pausable {
      cycle.pauses.append(.init(from: since, to: at, lost: 0))
      cycle.phase = .running
    }
    recount(&cycle)
    record.clocks[index] = cycle
    redue(index, at: at, changed: before != cycle.target)
  }

  /// Works a deadline out anew, freezes what remains where the record is paused, and notes a deadline put into the past.
  private mutating func redue(_ index: Int, at: Instant, changed: Bool = false) {
    var cycle = record.clocks[index]
    let before = cycle.due
    cycle.due = due(of: cycle)
    if case .paused(let since, _) = cycle.phase {
      cycle.phase = .paused(since: since, remaining: remainingForPause(cycle, at: since))
    } else if case .paused = record.condition, cycle.pausable, cycle.breach == nil, let deadline = cycle.due.deadline,
      deadline >= at
    {
      cycle.phase = .paused(since: at, remaining: remainingForPause(cycle, at: at))
    }
    record.clocks[index] = cycle
    if changed || before != cycle.due { stampReclassified(index, at: at) }
  }

  /// A clock that waits on another rule's deadline follows it, whichever of the two the playbook has first.
  mutating func followOtherRules(at: Instant) {
    for index in open where record.clocks[index].isOpen && record.clocks[index].target.followsAnotherRule {
      redue(index, at: at)
    }
    open.removeAll { !record.clocks[$0].isOpen }
  }

  /// What the pauses of a cycle count for under its present target.
  func recount(_ cycle: inout ClockCycle) {
    for position in cycle.pauses.indices {
      let pause = cycle.pauses[position]
      cycle.pauses[position].lost = cycle.slots == nil ? lost(cycle, from: pause.from, to: pause.to) : 0
    }
  }

  /// Where a cadence stands that takes slots up: what served it since `since` serves the next slot.
  private func track(_ rule: ClockRule, passed: Instant, since: Instant) -> SlotTrack {
    SlotTrack(anchor: openingDate, passed: passed, served: served[rule.id].flatMap { $0 >= since ? $0 : nil })
  }

  /// A rule that had no target at the former grade counts from its original start as well.
  private mutating func wake(_ rule: ClockRule, start: Instant, at: Instant) {
    let fromChange = (rule.severityChange ?? playbook.value.severityChange) == .fromChange
    let carried = waits.filter { rule.pausable && $0.upperBound > start }.map { wait in
      ClockCycle.PausedStretch(from: max(wait.lowerBound, start), to: wait.upperBound, lost: 0)
    }
    // Slots before the change were nobody's obligation.
    begin(
      rule, at: start, countsFrom: fromChange ? at : nil, promised: nil,
      slots: track(rule, passed: at, since: start), pauses: carried)
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
      record.clocks[index].breach = .init(at: at, deadline: deadline, byReclassification: true)
    }
  }
}

extension ClockCycle {
  var isCancelled: Bool {
    if case .ended(_, _, .cancelled) = phase { return true }
    return false
  }
}

extension Target {
  /// Whether its deadline is that of another rule, or may be.
  fileprivate var followsAnotherRule: Bool {
    switch self {
    case .deadlineOf: true
    case .earliest(let targets): targets.contains(where: \.followsAnotherRule)
    case .window(let opens, let late): opens.followsAnotherRule || late.followsAnotherRule
    default: false
    }
  }
}
