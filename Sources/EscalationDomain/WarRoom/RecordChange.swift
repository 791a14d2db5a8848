/// Something about an escalation that is other than it was at an earlier moment, or that happened since.
public enum RecordChange: Hashable, Sendable {
  case opened(at: Instant)
  case severity(from: String?, to: String?)
  case level(from: String?, to: String?)
  case stage(from: String?, to: String?)
  /// No time where an act of before was taken back.
  case status(from: Status, to: Status, at: Instant?)
  case owner(from: String?, to: String?)
  /// Another playbook governs it.
  case playbook(from: String, to: String)
  /// A deadline that was kept, by its clock's name; how often, of one that repeats.
  case met(label: String, times: Int)
  /// Over, and too late.
  case missed(label: String, times: Int)
  /// A deadline passed, and what would have met it has not come.
  case breached(label: String, at: Instant)
  case milestoneAdded(id: String, title: String, due: Instant?)
  case milestoneDone(id: String, title: String)
  case milestoneDropped(id: String, title: String)
  case milestoneReopened(id: String, title: String)
  case milestoneMoved(id: String, title: String, from: Instant?, to: Instant?)
  case milestoneStarted(id: String, title: String)
  /// What it is, whose it is, or what comes before it.
  case milestoneChanged(from: Milestone, to: Milestone)
  /// Its due time passed; nothing else happened to it.
  case milestoneLate(id: String, title: String, due: Instant)
  /// The account's score, the latest of each time.
  case health(from: Int?, to: Int)
  /// Words to the customer.
  case updates(Int, last: Instant)
  case decided(String)
  case taskAdded(ActionItem)
  case taskDone(ActionItem)
  case taskDropped(ActionItem)
  case taskMoved(ActionItem, from: Instant?)
  case taskAssigned(ActionItem, from: String?)
  /// What ended it was taken back.
  case taskReopened(ActionItem)
}

extension Escalation {
  /// What is other at `self` than it was before, in the order in which a room tells it.
  ///
  /// - Parameters:
  ///   - before: the same record at the earlier moment; nil where it was not there yet.
  ///   - events: those in between, in their order; those that were taken back are not among them.
  /// O(events + clocks + milestones × tasks).
  public func changes(since before: Escalation?, _ events: [Event]) -> [RecordChange] {
    guard let before else {
      return [.opened(at: opened)] + statusChanges(since: nil) + clockChanges(since: nil) + planChanges(since: nil)
        + said(events) + workChanges(since: nil)
    }
    return courseChanges(since: before) + clockChanges(since: before) + planChanges(since: before)
      + healthChanges(since: before) + said(events) + workChanges(since: before)
  }

  private func courseChanges(since before: Escalation) -> [RecordChange] {
    var changes: [RecordChange] = []
    if severity != before.severity { changes.append(.severity(from: before.severity, to: severity)) }
    if level != before.level { changes.append(.level(from: before.level, to: level)) }
    if stage != before.stage { changes.append(.stage(from: before.stage, to: stage)) }
    if playbook != before.playbook { changes.append(.playbook(from: before.playbook, to: playbook)) }
    changes += statusChanges(since: before)
    if owner != before.owner { changes.append(.owner(from: before.owner, to: owner)) }
    return changes
  }

  /// The turns of its status that came in between, oldest first.
  func turns(since before: Escalation?) -> [StatusTurn] {
    let old = Set(before?.turns ?? [])
    return turns.filter { !old.contains($0) }
  }

  /// From where it stood to where it stands, by way of what ended it and what took it up again.
  private func statusChanges(since before: Escalation?) -> [RecordChange] {
    let new = turns(since: before)
    let ends = new.filter(\.endsOrReopens)
    let steps = ends.contains { $0.to.isOpen } ? ends : []
    var from = before?.status ?? .new
    var changes: [RecordChange] = []
    for step in steps where step.to != from {
      changes.append(.status(from: from, to: step.to, at: step.at))
      from = step.to
    }
    // That one opened and somebody is at it is no news beside the opening.
    if status != from, before != nil || !steps.isEmpty || !status.isOpen {
      changes.append(.status(from: from, to: status, at: new.last { $0.to == status }?.at))
    }
    return changes
  }

  /// Deadlines that were kept, missed or passed in between. A clock is known again by its rule and cycle.
  private func clockChanges(since before: Escalation?) -> [RecordChange] {
    struct Key: Hashable {
      var rule: String
      var cycle: Int
    }
    var known: [Key: ClockCycle] = [:]
    for clock in before?.clocks ?? [] { known[Key(rule: clock.rule, cycle: clock.cycle)] = clock }
    var order: [String] = []
    var met: [String: Int] = [:]
    var missed: [String: Int] = [:]
    var breached: [RecordChange] = []
    // Milestones tell of themselves.
    for clock in clocks where clock.family != "milestone" {
      let earlier = known[Key(rule: clock.rule, cycle: clock.cycle)]
      if let before, earlier?.state(at: before.asOf) == clock.state(at: asOf) { continue }
      if !order.contains(clock.label) { order.append(clock.label) }
      switch clock.state(at: asOf) {
      // A watch that ran out kept no deadline, and a task that was done is told as such.
      case .met where !clock.elapses && clock.family != "task": met[clock.label, default: 0] += 1
      case .missed: missed[clock.label, default: 0] += 1
      case .breached: if let at = clock.breached(at: asOf) { breached.append(.breached(label: clock.label, at: at)) }
      // Broken off, by resolving for one, when it was late already.
      case .cancelled
      where clock.breach.map { !$0.corrected && earlier?.breached(at: before?.asOf ?? $0.at) == nil } ?? false:
        if let at = clock.breached(at: asOf) { breached.append(.breached(label: clock.label, at: at)) }
      case .met, .pending, .running, .paused, .cancelled: break
      }
    }
    let kept = order.compactMap { label in met[label].map { RecordChange.met(label: label, times: $0) } }
    let late = order.compactMap { label in missed[label].map { RecordChange.missed(label: label, times: $0) } }
    return breached + late + kept
  }

  private func planChanges(since before: Escalation?) -> [RecordChange] {
    work.plan.milestones.flatMap { state -> [RecordChange] in
      let (id, title) = (state.id, state.milestone.title)
      let earlier = before?.work.plan.milestone(id)
      var changes: [RecordChange] = []
      if let earlier {
        if state.milestone.due != earlier.milestone.due {
          changes.append(.milestoneMoved(id: id, title: title, from: earlier.milestone.due, to: state.milestone.due))
        }
        var old = earlier.milestone
        (old.due, old.start) = (state.milestone.due, state.milestone.start)
        if old != state.milestone {
          changes.append(.milestoneChanged(from: work.plan.naming(old), to: work.plan.naming(state.milestone)))
        }
      } else if before != nil || state.added.at > opened, state.isOpen {
        // The plan that a record opened with is no news beside the opening.
        changes.append(.milestoneAdded(id: id, title: title, due: state.milestone.due))
      }
      switch (earlier?.isOpen ?? true, state.condition) {
      case (true, .done): changes.append(.milestoneDone(id: id, title: title))
      case (true, .dropped): changes.append(.milestoneDropped(id: id, title: title))
      case (false, .open), (false, .started): changes.append(.milestoneReopened(id: id, title: title))
      case (true, .started) where earlier?.condition == .open:
        changes.append(.milestoneStarted(id: id, title: title))
      default: break
      }
      if let due = state.milestone.due, state.isLate(at: asOf), !(earlier?.isLate(at: before?.asOf ?? asOf) ?? false) {
        changes.append(.milestoneLate(id: id, title: title, due: due))
      }
      return changes
    }
  }

  private func healthChanges(since before: Escalation) -> [RecordChange] {
    func latest(_ record: Escalation) -> HealthScore? { record.work.scores.max { $0.key < $1.key }?.value }
    guard let new = latest(self), new != latest(before) else { return [] }
    return [.health(from: latest(before)?.composite, to: new.composite)]
  }

  /// Words to the customer and decisions, by the log.
  private func said(_ events: [Event]) -> [RecordChange] {
    let words = events.filter { event in
      switch event.fact {
      case .acknowledged, .updated: true
      case .messageSent(let message): message.audience == .customer
      default: false
      }
    }
    let updates = words.last.map { [RecordChange.updates(words.count, last: $0.occurred)] } ?? []
    return updates
      + events.compactMap { event in
        if case .decisionTaken(let text) = event.fact { .decided(text) } else { nil }
      }
  }

  private func workChanges(since before: Escalation?) -> [RecordChange] {
    work.tasks.flatMap { state -> [RecordChange] in
      let earlier = before?.work.tasks.first { $0.task.id == state.task.id }
      switch state.condition {
      case .open:
        guard let earlier else { return [.taskAdded(state.task)] }
        let moved =
          earlier.task.due == state.task.due
          ? [] : [RecordChange.taskMoved(state.task, from: earlier.task.due)]
        let assigned =
          earlier.task.owner == state.task.owner
          ? [] : [RecordChange.taskAssigned(state.task, from: earlier.task.owner)]
        return (earlier.isOpen ? [] : [.taskReopened(state.task)]) + assigned + moved
      case .done: return earlier?.isOpen ?? true ? [.taskDone(state.task)] : []
      case .dropped: return earlier?.isOpen ?? true ? [.taskDropped(state.task)] : []
      }
    }
  }
}

extension Plan {
  /// The same with what comes before it by title.
  fileprivate func naming(_ milestone: Milestone) -> Milestone {
    var named = milestone
    named.after = milestone.after.map { id in self.milestone(id)?.milestone.title ?? id }
    return named
  }
}
