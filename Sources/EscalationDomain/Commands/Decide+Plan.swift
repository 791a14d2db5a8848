extension Decision {
  /// The corrective action plan: what is written down, its milestones, the looks at it.
  func plan(_ command: PlanCommand, _ record: Escalation) throws -> [(Fact, String?)] {
    let plan = record.work.plan
    switch command {
    case .write(let change, let rootCause): return try written(change, rootCause, record)
    case .setLook(let look, let due):
      return [(.planLookSet(look, due: try due.map { try ahead($0, "the \(look.rawValue)") }), nil)]
    case .look(var finding):
      finding.note = finding.note?.nonEmpty
      return [(.planLooked(finding), nil)]
    case .signOff(let customer):
      guard let customer = customer.nonEmpty else { throw Refusal.textRequired("who signed it off") }
      return [(.planSignedOff(by: customer), nil)]
    case .add(let milestone): return [(.milestoneAdded(try added(milestone, nextMilestone(), plan)), nil)]
    case .addOutline: return try outline(record).map { (.milestoneAdded($0), nil) }
    case .change(let id, let change): return [(try changed(id, change, plan), nil)]
    case .shift(let id, let due, let withDependents, let reason):
      let due = try due.map { try ahead($0, "the due time") }
      let shifts = try shifts(id, due, withDependents, record)
      return [(.milestonesShifted(shifts), reason?.nonEmpty)]
    case .setStart(let id, let start):
      let state = try openMilestone(id, plan)
      try Decision.requireOrder(start, state.milestone.due)
      return [(.milestonesShifted([MilestoneShift(id: state.id, start: start, due: state.milestone.due)]), nil)]
    case .place(let id, let place): return [(.milestonesOrdered(try order(id, at: place, plan)), nil)]
    case .start, .finish, .drop, .reopen: return [try step(command, plan)]
    }
  }

  private func step(_ command: PlanCommand, _ plan: Plan) throws -> (Fact, String?) {
    switch command {
    case .start(let id):
      let state = try openMilestone(id, plan)
      if case .started = state.condition { throw Refusal.milestoneStarted(state.id) }
      return (.milestoneStarted(id: state.id), nil)
    case .finish(let id, let evidence):
      return (.milestoneDone(id: try openMilestone(id, plan).id, evidence: evidence?.nonEmpty), nil)
    case .drop(let id, let reason):
      guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
      return (.milestoneDropped(id: try openMilestone(id, plan).id), reason)
    case .reopen(let id, let reason):
      let state = try milestone(id, plan)
      if state.isOpen { throw Refusal.milestoneNotOver(state.id) }
      return (.milestoneReopened(id: state.id), reason?.nonEmpty)
    default: throw Refusal.nothingToChange
    }
  }

  /// What moving a milestone's due time comes to, for the look that precedes it; the same that the act then writes.
  public func preview(shift id: String, due: Instant?, withDependents: Bool) throws -> [MilestoneShift] {
    try shifts(id, due, withDependents, Escalation.replay(history, policies: policies, now: act.occurred))
  }

  private func shifts(
    _ id: String, _ due: Instant?, _ withDependents: Bool, _ record: Escalation
  ) throws -> [MilestoneShift] {
    let state = try openMilestone(id, record.work.plan)
    if state.milestone.due == due { throw Refusal.nothingToChange }
    let shifts = record.work.plan.shift(
      state.id, to: due, withDependents: withDependents, zone: try zone(of: record))
    for shift in shifts { try Decision.requireOrder(shift.start, shift.due) }
    return shifts
  }

  private func written(_ change: PlanChange, _ rootCause: String?, _ record: Escalation) throws -> [(Fact, String?)] {
    var facts: [(Fact, String?)] = []
    var change = change
    change.exitCriteria = change.exitCriteria?.compactMap(\.nonEmpty)
    var plan = record.work.plan
    plan.write(change)
    if plan != record.work.plan { facts.append((.planWritten(change), nil)) }
    if let cause = rootCause?.nonEmpty, cause != record.resolution?.rootCause {
      facts.append((.resolutionAmended(Resolution(rootCause: cause)), nil))
    }
    if facts.isEmpty { throw Refusal.nothingToChange }
    return facts
  }

  private func added(_ plan: MilestonePlan, _ id: String, _ known: Plan) throws -> Milestone {
    guard let title = plan.title.nonEmpty else { throw Refusal.textRequired("what the milestone is") }
    let due = try plan.due.map { try ahead($0, "the due time") }
    try Decision.requireOrder(plan.start, due)
    return Milestone(
      id: id, title: title, kind: plan.kind, owner: plan.owner?.nonEmpty, start: plan.start, due: due,
      after: try plan.after.map { try milestone($0, known).id })
  }

  private func changed(_ id: String, _ change: MilestoneChange, _ plan: Plan) throws -> Fact {
    let state = try openMilestone(id, plan)
    var change = change
    if let title = change.title {
      guard let title = title.nonEmpty else { throw Refusal.textRequired("what the milestone is") }
      change.title = title
    }
    change.owner = change.owner?.trimmingSpace
    if let after = change.after {
      let known = try after.map { try milestone($0, plan).id }
      if let circle = plan.circle(through: state.id, after: known) { throw Refusal.circle(circle) }
      change.after = known
    }
    if change == MilestoneChange() { throw Refusal.nothingToChange }
    return .milestoneChanged(id: state.id, change)
  }

  /// The order with one milestone at another place.
  private func order(_ id: String, at place: Int, _ plan: Plan) throws -> [String] {
    let id = try milestone(id, plan).id
    guard (1...plan.milestones.count).contains(place) else {
      throw Refusal.outOfRange("the place", place, 1...plan.milestones.count)
    }
    var order = plan.milestones.map(\.id)
    order.removeAll { $0 == id }
    order.insert(id, at: place - 1)
    if order == plan.milestones.map(\.id) { throw Refusal.nothingToChange }
    return order
  }

  /// Numbers are never used again, whatever was taken back.
  private func nextMilestone(_ more: Int = 1) -> String {
    let count = history.events.count { if case .milestoneAdded = $0.fact { true } else { false } }
    return "M\(count + more)"
  }

  /// The playbook's outline from the act on, by the record's calendar, without what stands in the plan already.
  private func outline(_ record: Escalation) throws -> [Milestone] {
    let playbook = try policy(of: record)
    if playbook.outline.isEmpty { throw Refusal.noOutline(playbook: playbook.id) }
    let plan = record.work.plan
    var ids: [String: String] = [:]
    var milestones: [Milestone] = []
    for item in playbook.outline {
      if let known = plan.milestones.first(where: { $0.milestone.title == item.title }) {
        ids[item.id] = known.id
        continue
      }
      let id = nextMilestone(milestones.count + 1)
      ids[item.id] = id
      milestones.append(
        Milestone(
          id: id, title: item.title, kind: item.kind, owner: nil, start: nil,
          due: try item.due.flatMap { try due($0, record) }, after: item.after.compactMap { ids[$0] }))
    }
    if milestones.isEmpty { throw Refusal.nothingToChange }
    return milestones
  }

  private func milestone(_ id: String, _ plan: Plan) throws -> MilestoneState {
    guard let state = plan.milestones.first(where: { $0.id.lowercased() == id.lowercased() }) else {
      throw Refusal.unknownMilestone(id, known: plan.milestones.map(\.id))
    }
    return state
  }

  private func openMilestone(_ id: String, _ plan: Plan) throws -> MilestoneState {
    let state = try milestone(id, plan)
    guard state.isOpen else { throw Refusal.milestoneIsOver(state.id) }
    return state
  }

  private static func requireOrder(_ start: Instant?, _ due: Instant?) throws {
    if let start, let due, start > due { throw Refusal.startAfterDue(start: start, due: due) }
  }
}
