/// The corrective action plan and the clocks of its due times.
extension Replay {
  mutating func plan(_ event: Event) {
    switch event.fact {
    case .planWritten(let change): record.work.plan.write(change)
    case .planLookSet(let look, let due):
      record.work.plan.looks[look] = due
      if due != nil { record.work.plan.findings[look] = nil }
      moveOwn(.look(look), label: look.label, to: due, event)
    case .planLooked(let finding):
      record.work.plan.findings[finding.look] = .init(finding, Work.Stamp(event))
      finishOwn(.look(finding.look), event, nil)
    case .planSignedOff(let customer): record.work.plan.signedOff = .init(customer, Work.Stamp(event))
    default: break
    }
  }

  mutating func milestone(_ event: Event) {
    let stamp = Work.Stamp(event)
    switch event.fact {
    case .milestoneAdded(let milestone):
      record.work.plan.milestones.append(MilestoneState(milestone: milestone, added: stamp, condition: .open))
      beginOwn(.milestone(milestone.id), label: milestone.title, due: milestone.due, at: event.occurred)
    case .milestoneChanged(let id, let change): self.change(id, change)
    case .milestonesShifted(let shifts): for shift in shifts { self.shift(shift, event) }
    case .milestonesOrdered(let order): reorder(order)
    case .milestoneStarted(let id): enter(id, .started(stamp))
    case .milestoneDone(let id, let evidence):
      enter(id, .done(stamp, evidence: evidence))
      finishOwn(.milestone(id), event, nil)
    case .milestoneDropped(let id):
      enter(id, .dropped(stamp))
      finishOwn(.milestone(id), event, .cancelled)
    case .milestoneReopened(let id):
      enter(id, .open)
      guard let index = index(of: id) else { return }
      let milestone = record.work.plan.milestones[index].milestone
      // A time that has gone by was for the work that ended.
      if let due = milestone.due, due <= event.occurred { record.work.plan.milestones[index].milestone.due = nil }
      beginOwn(
        .milestone(id), label: milestone.title, due: record.work.plan.milestones[index].milestone.due,
        at: event.occurred)
    default: break
    }
  }

  private func index(of id: String) -> Int? { record.work.plan.milestones.firstIndex { $0.id == id } }

  private mutating func enter(_ id: String, _ condition: MilestoneState.Condition) {
    if let index = index(of: id) { record.work.plan.milestones[index].condition = condition }
  }

  private mutating func change(_ id: String, _ change: MilestoneChange) {
    guard let index = index(of: id) else { return }
    var milestone = record.work.plan.milestones[index].milestone
    milestone.title = change.title ?? milestone.title
    milestone.kind = change.kind ?? milestone.kind
    milestone.owner = change.owner.map(\.nonEmpty) ?? milestone.owner
    milestone.after = change.after ?? milestone.after
    record.work.plan.milestones[index].milestone = milestone
    relabelOwn(.milestone(id), milestone.title)
  }

  private mutating func shift(_ shift: MilestoneShift, _ event: Event) {
    guard let index = index(of: shift.id) else { return }
    record.work.plan.milestones[index].milestone.start = shift.start
    record.work.plan.milestones[index].milestone.due = shift.due
    let state = record.work.plan.milestones[index]
    if state.isOpen { moveOwn(.milestone(shift.id), label: state.milestone.title, to: shift.due, event) }
  }

  /// Those that an order does not name keep their places behind it.
  private mutating func reorder(_ order: [String]) {
    let places = Dictionary(order.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let sorted = record.work.plan.milestones.enumerated().sorted {
      (places[$0.element.id] ?? .max, $0.offset) < (places[$1.element.id] ?? .max, $1.offset)
    }
    record.work.plan.milestones = sorted.map(\.element)
  }

  /// A record that opens again takes up what is still to be done and due: its clocks ended with the closing.
  mutating func resumeOwn(at: Instant) {
    let running = Set(open.map { record.clocks[$0].rule })
    func isAhead(_ rule: OwnRule, _ due: Instant?) -> Bool {
      !running.contains(rule.text) && due.map { $0 > at } ?? false
    }
    for task in record.work.tasks where task.isOpen && isAhead(.task(task.task.id), task.task.due) {
      beginOwn(.task(task.task.id), label: task.task.title, due: task.task.due, at: at)
    }
    let plan = record.work.plan
    for state in plan.milestones where state.isOpen && isAhead(.milestone(state.id), state.milestone.due) {
      beginOwn(.milestone(state.id), label: state.milestone.title, due: state.milestone.due, at: at)
    }
    for look in PlanLook.allCases where plan.findings[look] == nil && isAhead(.look(look), plan.looks[look]) {
      beginOwn(.look(look), label: look.label, due: plan.looks[look], at: at)
    }
  }
}

extension PlanLook {
  /// What its clock is called.
  public var label: String {
    switch self {
    case .verification: "Verify the plan"
    case .review: "Effectiveness review"
    }
  }
}
