extension Decision {
  /// Whom to tell, whom to bring in, and what must hold before closing.
  func consent(_ command: Command, _ record: Escalation) throws -> (Fact, String?) {
    switch command {
    case .waiveNotice(let waived, let reason):
      let known = record.obligations(of: try policy(of: record))
      let all = known.filter {
        $0.stakeholder.lowercased() == waived.stakeholder.lowercased()
          && (waived.channel == nil || $0.channel?.lowercased() == waived.channel?.lowercased())
      }
      guard let meant = all.first else {
        throw Refusal.unknownStakeholder(waived.stakeholder, known: known.map(\.stakeholder))
      }
      // It would stand in the timeline and change nothing.
      guard all.contains(where: { !$0.isTold }) else { throw Refusal.toldAlready(meant.stakeholder) }
      let fact = NoticeWaived(stakeholder: meant.stakeholder, channel: waived.channel == nil ? nil : meant.channel)
      return (.noticeWaived(fact), try due(reason))
    case .raisePath(let id, let note):
      try requireNotEnded(record)
      let path = try path(id, record)
      return (.pathRaised(PathRaised(path: path.id, to: path.to, note: note?.nonEmpty)), nil)
    case .callPath(let id, let note):
      try requireOpen(record)
      let path = try path(id, record)
      let state = record.paths(of: try policy(of: record), now: act.occurred).first { $0.path.id == path.id }?.state
      if let state, state != .quiet {
        if case .called = state { throw Refusal.pathTaken(path.label, raised: false) }
        throw Refusal.pathTaken(path.label, raised: true)
      }
      return (.pathCalled(PathCalled(path: path.id, note: note?.nonEmpty)), nil)
    case .confirmByCustomer(let note): return (.customerConfirmed(note: note?.nonEmpty), nil)
    case .addGate(let id, let label, let needs):
      guard let id = id.nonEmpty, let label = label.nonEmpty else { throw Refusal.textRequired("the gate's name") }
      try requireNotEnded(record)
      if try gates(of: record).contains(where: { $0.id == id }) { throw Refusal.gateIDTaken(id) }
      try requireReachable(needs, try policy(of: record))
      return (.gateAdded(id: id, label: label, needs: needs.description), nil)
    case .overrideGate(let override, let reason):
      let gate = try blocking(override.gate, record)
      guard let authority = override.authority.nonEmpty else { throw Refusal.textRequired("by whose authority") }
      let given = gate.overriddenBy.first { $0.isSameName(as: authority) }
      if !gate.overriddenBy.isEmpty, given == nil {
        throw Refusal.noAuthority(gate: gate.label, needs: gate.overriddenBy)
      }
      let confirmed = try confirm(given ?? authority, record)
      return (
        .gateOverridden(GateOverride(gate: gate.id, authority: given ?? authority, confirmed: confirmed)),
        try due(reason)
      )
    case .waiveGate(let id, let reason):
      let gate = try blocking(id, record)
      if gate.need == .yes { throw Refusal.alwaysNeeded(gate.label) }
      return (.gateWaived(id: gate.id), try due(reason))
    default: throw Refusal.reasonRequired
    }
  }

  private func path(_ id: String, _ record: Escalation) throws -> InternalPath {
    let paths = try policy(of: record).paths
    guard let path = paths.first(where: { $0.id.lowercased() == id.lowercased() }) else {
      throw Refusal.unknownPath(id, known: paths.map(\.id))
    }
    return path
  }

  /// Whether the actor is known in a role; refused where only others are.
  private func confirm(_ role: String, _ record: Escalation) throws -> Bool? {
    guard let team else { return nil }
    let matrix = team.holders(of: role, in: try policy(of: record))
    let room = record.work.roles.filter { $0.key.isSameName(as: role) }.map(\.value)
    let names = matrix.flatMap { [$0.name, $0.email].compactMap(\.self) } + room
    if names.isEmpty { return false }
    guard names.contains(where: { $0.lowercased() == act.actor.lowercased() }) else {
      throw Refusal.notInRole(role, holders: matrix.map(\.name) + room)
    }
    return true
  }

  private func due(_ reason: String) throws -> String {
    guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
    return reason
  }

  private func gates(of record: Escalation) throws -> [GateState] {
    record.gates(of: try policy(of: record), zone: try zone(of: record), now: act.occurred)
  }

  /// A gate that nothing could ever satisfy is none.
  private func requireReachable(_ needs: Gate.Condition, _ playbook: Playbook) throws {
    switch needs {
    case .step(let id):
      let known = playbook.process.map(\.id)
      if !known.contains(id) { throw Refusal.unknownStep(id, known: known) }
    case .healthStreak: if playbook.health == nil { throw Refusal.playbookHasNoHealth(playbook.id) }
    case .rootCause, .prevention, .customerConfirmed, .checklistsDecided: break
    }
  }

  private func requireNotEnded(_ record: Escalation) throws {
    if case .closed = record.condition { throw Refusal.notOpen(.closed) }
    if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
  }

  private func blocking(_ id: String, _ record: Escalation) throws -> GateState {
    try requireNotEnded(record)
    let gates = try gates(of: record)
    guard let gate = gates.first(where: { $0.id == id }) else { throw Refusal.unknownGate(id, known: gates.map(\.id)) }
    guard gate.blocks else { throw Refusal.gateNotBlocking(gate.label) }
    return gate
  }

  // MARK: Messages, scores, resolutions, other playbooks

  func message(_ message: SentMessage, _ record: Escalation) throws -> SentMessage {
    var message = message
    guard let body = message.body.nonEmpty else { throw Refusal.textRequired("the message") }
    message.body = body
    message.to = message.to.compactMap(\.nonEmpty)
    // It would count as telling the stakeholders, and tell nobody.
    if message.countsAs.contains(.notification), message.to.isEmpty { throw Refusal.textRequired("whom it tells") }
    if message.audience == .customer {
      try requireSubstance(body, record)
      if case .closed = record.condition { throw Refusal.notOpen(.closed) }
      if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
    }
    message.next = try message.next.map { try ahead($0, "the promised time") }
    return message
  }

  func score(_ score: HealthScore, _ record: Escalation) throws -> HealthScore {
    try Decision.check(score, today: zone(of: record).local(act.occurred).date)
    return score
  }

  /// 0 to 100, on a date that has come in the account's zone.
  static func check(_ score: HealthScore, today: LocalDate) throws {
    for (name, value) in [("composite", score.composite)] + score.dimensions.map({ ($0.name, $0.score) })
    where !HealthScore.range.contains(value) {
      throw Refusal.scoreOutOfRange(name, value)
    }
    if score.date > today { throw Refusal.scoreInTheFuture(score.date) }
  }

  func resolution(_ change: Resolution, _ record: Escalation) throws -> Resolution {
    if case .closed = record.condition { throw Refusal.notOpen(.closed) }
    if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
    let change = Resolution(
      summary: change.summary?.nonEmpty, rootCause: change.rootCause?.nonEmpty,
      prevention: change.prevention.compactMap(\.nonEmpty))
    guard change != Resolution() else { throw Refusal.nothingToChange }
    return change
  }
}
