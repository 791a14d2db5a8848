import EscalationDomain

/// The Risk Register and the register of everything, in memory, decided by the domain.
extension FakeStore: RiskStoring, RegisterStoring {
  func risks(now: Instant) throws -> [RiskRow] {
    try check()
    return try riskIDs.compactMap { try risk($0, now: now).map { RiskRow($0.risk) } }
  }

  private var riskIDs: [RiskID] { registers.state.withLock { Array($0.risks.keys) } }

  /// What was written about risks, the newest last.
  var riskFacts: [RiskFact] {
    registers.state.withLock { state in
      state.risks.values.flatMap(\.self).sorted { $0.sequence < $1.sequence }.map(\.fact)
    }
  }

  func register(_ entry: RiskEntry, zone: Zone, act: Act) throws -> Risk {
    try check()
    let fact = try RiskDecision(policy: policies().current, zone: zone, act: act).register(entry)
    return try append(fact, why: nil, to: RiskID(number: riskIDs.count + 1), act)
  }

  func perform(_ command: RiskCommand, on id: RiskID, zone: Zone, act: Act) throws -> Risk {
    try check()
    guard let risk = try risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
    let (fact, why) = try RiskDecision(policy: policies().current, zone: zone, act: act).decide(command, risk)
    return try append(fact, why: why, to: id, act)
  }

  func perform(_ command: RiskCommand, on id: RiskID, zone: Zone, act: Act, asOf newest: Int64) throws -> Risk {
    guard try risk(id, now: .max)?.entries.map(\.sequence).max() ?? 0 == newest else { throw Refusal.overtaken }
    return try perform(command, on: id, zone: zone, act: act)
  }

  func promote(
    _ id: RiskID, _ promotion: Promotion, as escalation: EscalationID?, act: Act
  ) throws -> (risk: Risk, performed: Performed) {
    try check()
    guard let risk = try risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
    let policy = try policies().current
    let zone = policy.zone(of: promotion.account, playbook: promotion.playbook)
    let opening = try RiskDecision(policy: policy, zone: zone, act: act).promote(risk, promotion)
    let performed = try open(opening, id: escalation, why: promotion.reason, act: act)
    return (try append(.promoted(performed.record.id), why: promotion.reason, to: id, act), performed)
  }

  private func append(_ fact: RiskFact, why: String?, to id: RiskID, _ act: Act) throws -> Risk {
    registers.state.withLock { state in
      state.sequence += 1
      state.risks[id, default: []].append(
        RegisterEntry(
          sequence: state.sequence, occurred: act.occurred, recorded: act.now, actor: act.actor, why: why, fact: fact))
    }
    guard let risk = try risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
    return risk
  }

  func registerPage(_ query: RegisterQuery, atMost limit: Int?, now: Instant) throws -> RegisterPage {
    try check()
    let risks = try riskIDs.compactMap { try risk($0, now: now).map { RegisterRow($0.risk) } }
    let rows = try records(now: now).map { RegisterRow($0) } + risks
    let kinds = query.neededFacts
    let facts = try kinds.isEmpty ? nil : filterFacts(kinds, of: query.scope.ofEscalations, now: now)
    let playbooks = try policies().current.playbooks.values.map(\.value)
    var selection = RegisterSelection(
      query, atMost: limit, context: query.context(now: now, playbooks: playbooks), facts: facts)
    var counts = RegisterCounts()
    for row in rows {
      counts.count(row)
      selection.offer(row)
    }
    return RegisterPage(&selection, counts: counts, facts: facts, asOf: now)
  }
}
