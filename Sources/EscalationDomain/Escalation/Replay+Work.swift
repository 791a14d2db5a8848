extension Replay {
  /// What is done about an escalation. Answers what of it starts and stops clocks.
  mutating func work(_ event: Event) -> [Trigger] {
    let stamp = Work.Stamp(event)
    switch event.fact {
    case .marked(let id):
      record.work.steps[id] = stamp
      return [.done(id)] + completedGroups(by: id).map(Trigger.allDone)
    case .itemDecided(let decision):
      record.work.decisions.append(.init(decision: decision, stamp: stamp, round: record.work.round))
    case .hypothesisStated(let statement):
      record.work.hypotheses.append(.init(statement, stamp))
      return [.hypothesisStated]
    case .taskAdded, .taskMoved, .taskAssigned, .taskDone, .taskDropped: task(event)
    case .roleGiven(let role): record.work.roles[role.role] = role.to
    case .decisionTaken(let text): record.work.rulings.append(.init(text, stamp))
    case .notified(let notification):
      record.work.notices.append(.init(notification, stamp))
      return [.notified] + (isEveryoneNotified ? [.allNotified] : [])
    case .noticeWaived(let waived):
      record.work.waivedNotices.append(.init(waived, stamp))
      return isEveryoneNotified ? [.allNotified] : []
    case .pathRaised(let raised):
      record.work.raisedPaths.append(.init(raised, stamp))
      return [.raised(raised.path)]
    case .pathCalled(let called):
      record.work.calledPaths.append(.init(called, stamp))
      return [.called(called.path)]
    case .customerConfirmed(let note):
      record.work.customerConfirmed = .init(note, stamp)
      return [.customerConfirmed]
    case .gateAdded, .gateOverridden, .gateWaived: gate(event)
    case .planWritten, .planLookSet, .planLooked, .planSignedOff: plan(event)
    case .milestoneAdded, .milestoneChanged, .milestonesShifted, .milestonesOrdered, .milestoneStarted, .milestoneDone,
      .milestoneDropped, .milestoneReopened:
      milestone(event)
    case .scored(let score): record.work.scores[score.date] = score
    case .checked: record.work.round.checks.next(at: event.occurred)
    default: break
    }
    return []
  }

  /// A level or a stage asks anew what belongs to each of them; what its own clock calls for nobody has raised yet.
  mutating func beginGrade(at: Instant) {
    record.work.round.grades.next(at: at)
    let anew = Set(playbook.value.paths.filter { $0.isAskedAnew(in: playbook.value) }.map(\.id))
    record.work.raisedPaths.removeAll { anew.contains($0.value.path) }
    record.work.calledPaths.removeAll { anew.contains($0.value.path) }
  }

  /// What a message counts as: a word to the customer, the first response, who was told.
  mutating func sent(_ message: SentMessage, _ event: Event) {
    record.work.messages.append(.init(message, Work.Stamp(event)))
    var triggers: [Trigger] = []
    if message.countsAs.contains(.notification) {
      let told = Notification(who: message.to, channel: message.channel)
      record.work.notices.append(.init(told, Work.Stamp(event)))
      triggers += [.notified] + (isEveryoneNotified ? [.allNotified] : [])
    }
    if message.audience == .customer {
      record.acknowledged = record.acknowledged ?? event.occurred
      record.work.round.updates.next(at: event.occurred)
      record.work.told = Work.Stamp(event)
      triggers.append(.customerUpdate)
      if message.countsAs.contains(.acknowledgement) { triggers.append(.acknowledged) }
      if message.countsAs.contains(.substantive) { triggers.append(.substantiveUpdate) }
      if message.next != nil { triggers.append(.promised) }
    }
    fire(triggers, event, promised: message.next)
  }

  private var isEveryoneNotified: Bool {
    record.obligations(of: playbook.value).allSatisfy { $0.state != .open }
  }

  /// The groups of a step whose steps are now all done.
  private func completedGroups(by step: String) -> [String] {
    let process = playbook.value.process
    let groups = Set(process.filter { $0.id == step }.compactMap(\.group))
    return groups.sorted().filter { group in
      process.allSatisfy { $0.group != group || record.work.steps[$0.id] != nil }
    }
  }

  private mutating func gate(_ event: Event) {
    let stamp = Work.Stamp(event)
    switch event.fact {
    case .gateAdded(let id, let label, let needs):
      guard let needs = Gate.Condition(parsing: needs) else { return }
      record.work.addedGates.append(.init(AddedGate(id: id, label: label, needs: needs), stamp))
    case .gateOverridden(let override): record.work.overriddenGates.append(.init(override, stamp))
    case .gateWaived(let id): record.work.waivedGates[id] = stamp
    default: break
    }
  }

  private mutating func task(_ event: Event) {
    switch event.fact {
    case .taskAdded(let item):
      record.work.tasks.append(TaskState(task: item, added: Work.Stamp(event), condition: .open))
      beginOwn(.task(item.id), label: item.title, due: item.due, at: event.occurred)
    case .taskMoved(let id, let due):
      guard let index = record.work.tasks.firstIndex(where: { $0.task.id == id && $0.isOpen }) else { return }
      record.work.tasks[index].task.due = due
      moveOwn(.task(id), label: record.work.tasks[index].task.title, to: due, event)
    case .taskAssigned(let id, let owner):
      guard let index = record.work.tasks.firstIndex(where: { $0.task.id == id && $0.isOpen }) else { return }
      record.work.tasks[index].task.owner = owner
    case .taskDone(let id, let note): finish(task: id, .done(Work.Stamp(event), note: note), event, verdict: nil)
    case .taskDropped(let id): finish(task: id, .dropped(Work.Stamp(event)), event, verdict: .cancelled)
    default: break
    }
  }

  private mutating func finish(
    task id: String, _ condition: TaskState.Condition, _ event: Event, verdict: ClockCycle.Verdict?
  ) {
    guard let index = record.work.tasks.firstIndex(where: { $0.task.id == id && $0.isOpen }) else { return }
    record.work.tasks[index].condition = condition
    finishOwn(.task(id), event, verdict)
  }
}
