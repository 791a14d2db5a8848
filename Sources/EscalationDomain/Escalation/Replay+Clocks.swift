extension Replay {
  func rule(of index: Int) -> ClockRule? { playbook.value.rule(record.clocks[index].rule) }

  func target(of rule: ClockRule) -> Target? {
    rule.target.target(severity: record.severity, level: record.level, stage: record.stage)
  }

  /// What happened stops the cycles it stops, then starts the ones it starts.
  mutating func fire(_ triggers: [Trigger], _ event: Event, promised: Instant? = nil) {
    stop(triggers, event)
    start(triggers, event, promised: promised)
  }

  mutating func stop(_ triggers: [Trigger], _ event: Event) {
    guard !triggers.isEmpty else { return }
    let at = event.occurred
    for index in open {
      let cycle = record.clocks[index]
      guard cycle.isOpen, let rule = rule(of: index), rule.stops.contains(where: triggers.contains) else { continue }
      // A window that has not opened, or a slot that was served already, is not served by what comes early.
      if let opens = cycle.due.opens, at < opens { continue }
      if let served = servedSlot(cycle), at <= served { continue }
      finish(index, at: at, by: event, nil)
      if rule.repeats { served[rule.id] = at }
      if rule.repeats, !triggers.contains(.resolved), !triggers.contains(.closed) {
        begin(rule, at: at, promised: nil, slots: nextSlots(after: cycle, served: at))
      }
    }
    open.removeAll { !record.clocks[$0].isOpen }
    for rule in playbook.value.clocks where dormant[rule.id] != nil && rule.stops.contains(where: triggers.contains) {
      dormant[rule.id] = rule.repeats ? at : nil
      if rule.repeats { served[rule.id] = at }
    }
  }

  mutating func start(_ triggers: [Trigger], _ event: Event, promised: Instant?) {
    for rule in playbook.value.clocks where canStart(rule) {
      guard let trigger = rule.starts.first(where: triggers.contains) else { continue }
      // Entering a level or promising anew replaces what runs; anything else finds its clock running already.
      let replaces = trigger == .levelEntered || trigger == .stageEntered || trigger == .promised
      if let running = open.first(where: { record.clocks[$0].rule == rule.id }) {
        guard replaces, !triggers.contains(.opened) else { continue }
        finish(running, at: event.occurred, by: event, .cancelled)
        open.removeAll { $0 == running }
      } else if dormant[rule.id] != nil, !replaces {
        continue
      }
      begin(rule, at: event.occurred, promised: promised, slots: nil)
    }
    followOtherRules(at: event.occurred)
  }

  /// Nothing starts on what is over, but what closing itself lets live on.
  private func canStart(_ rule: ClockRule) -> Bool {
    switch record.condition {
    case .open, .paused, .resolved: true
    case .closed: rule.survivesClosing
    case .cancelled: false
    }
  }

  /// Starts a cycle, or remembers the start where the present grades have no target.
  mutating func begin(
    _ rule: ClockRule, at: Instant, countsFrom: Instant? = nil, promised: Instant?, slots: SlotTrack?,
    pauses: [ClockCycle.PausedStretch] = []
  ) {
    guard let target = target(of: rule) else {
      dormant[rule.id] = at
      return
    }
    dormant[rule.id] = nil
    runs[rule.id, default: 0] += 1
    let calendar = policy.calendarID(rule: rule, account: record.account, playbook: playbook.value)
    var cycle = ClockCycle(
      rule: rule.id, label: rule.label, cycle: runs[rule.id] ?? 1, target: target, started: at,
      countsFrom: countsFrom ?? at, due: .never, phase: .running, breach: nil, pauses: pauses, slots: nil,
      elapses: rule.elapses, pausable: rule.pausable, warnings: playbook.value.warnings, calendar: calendar,
      calendarVersion: policy.calendars[calendar]?.version ?? 0, policyVersion: playbook.version,
      edition: policy.edition, promised: promised)
    if case .slots = target, rule.repeats {
      cycle.slots = slots ?? SlotTrack(anchor: openingDate, passed: at, served: nil)
    }
    recount(&cycle)
    cycle.due = due(of: cycle)
    if case .paused(_, let since) = record.condition, rule.pausable, cycle.due.deadline != nil {
      cycle.phase = .paused(since: max(since, at), remaining: remainingForPause(cycle, at: max(since, at)))
    }
    record.clocks.append(cycle)
    open.append(record.clocks.count - 1)
  }

  /// Ends a cycle; without a verdict it is met at or before the deadline and missed after it.
  mutating func finish(_ index: Int, at: Instant, by event: Event?, _ verdict: ClockCycle.Verdict?) {
    let cycle = record.clocks[index]
    let late = cycle.breach != nil || cycle.deadline.map { at > $0 } ?? false
    if verdict == nil, late, cycle.breach == nil, let deadline = cycle.deadline {
      record.clocks[index].breach = .init(at: max(deadline, cycle.started), deadline: deadline)
    }
    if case .paused(let since, _) = cycle.phase, since < at {
      record.clocks[index].pauses.append(.init(from: since, to: at, lost: lost(cycle, from: since, to: at)))
      if cycle.slots == nil { record.clocks[index].due = due(of: record.clocks[index]) }
    }
    // What never had a deadline was neither met nor missed.
    let judged: ClockCycle.Verdict = late ? .missed : cycle.due.deadline == nil ? .cancelled : .met
    record.clocks[index].phase = .ended(at: at, by: event?.sequence, verdict ?? judged)
  }

  /// The slot that this cycle's serving event took, if one did.
  func servedSlot(_ cycle: ClockCycle) -> Instant? {
    guard case .slots(let cadence) = cycle.target, let track = cycle.slots, let served = track.served,
      let timeline = policy.calendars[cycle.calendar]?.value
    else { return nil }
    return try? timeline.slotDue(cadence, anchor: track.anchor, after: served + -1)
  }

  /// A serving event since the previous slot serves the next one (CLOCKS, slots).
  private func nextSlots(after cycle: ClockCycle, served at: Instant) -> SlotTrack? {
    cycle.slots.map { SlotTrack(anchor: $0.anchor, passed: $0.passed, served: at) }
  }
}
