extension Decision {
  func severity(_ text: String, _ record: Escalation) throws -> String {
    try requireOpen(record)
    let playbook = try policy(of: record)
    guard let id = playbook.severityID(matching: text) else {
      throw Refusal.unknownSeverity(text, known: playbook.severities.map(\.id))
    }
    if id == record.severity { throw Refusal.sameSeverity(id) }
    return id
  }

  func level(_ text: String, _ record: Escalation) throws -> String {
    try requireOpen(record)
    let playbook = try policy(of: record)
    guard let id = playbook.levelID(matching: text) else {
      throw Refusal.unknownLevel(text, known: playbook.levels.map(\.id))
    }
    if id == record.level { throw Refusal.sameGrade(id) }
    return id
  }

  func stage(_ text: String, _ record: Escalation) throws -> String {
    try requireOpen(record)
    let playbook = try policy(of: record)
    guard let id = playbook.stageID(matching: text) else {
      throw Refusal.unknownStage(text, known: playbook.stages.map(\.id))
    }
    if id == record.stage { throw Refusal.sameGrade(id) }
    if !isReviewed(record, playbook, for: id) { try Decision.requireAtOnce(id, record.account, playbook) }
    return id
  }

  /// Whether a stage is the next one up and the time of the present one has been up once, so that it was looked at.
  /// Where no clock moves stages on, every step is a person's.
  private func isReviewed(_ record: Escalation, _ playbook: Playbook, for stage: String) -> Bool {
    guard let to = playbook.stages.firstIndex(where: { $0.id == stage }),
      let from = playbook.stages.firstIndex(where: { $0.id == record.stage }), to == from + 1
    else { return false }
    let reviews = playbook.clocks.filter(\.advances).map(\.id)
    return reviews.isEmpty
      || record.clocks.contains { cycle in
        reviews.contains(cycle.rule) && cycle.state(at: act.occurred) == .met
          && cycle.started >= record.work.round.grades.since
      }
  }

  /// The last stage at once is for an enterprise account of the playbook's value (PLAYBOOKS `health`, stage 3).
  static func requireAtOnce(_ stage: String, _ account: AccountFacts, _ playbook: Playbook) throws {
    if mayEnterAtOnce(stage, account, playbook) { return }
    guard let value = playbook.health?.enterpriseValue else { return }
    throw Refusal.notForThisAccount(value: value)
  }

  static func mayEnterAtOnce(_ stage: String, _ account: AccountFacts, _ playbook: Playbook) -> Bool {
    guard playbook.isAssessed(stage), let value = playbook.health?.enterpriseValue else { return true }
    guard account.segment?.lowercased() == "enterprise", let arr = account.arr, arr.currency == value.currency else {
      return false
    }
    return arr.minorUnits >= value.minorUnits
  }

  /// Every deadline before and after a change of severity, for the question that precedes it.
  public func preview(severity text: String) throws -> [DeadlineMove] {
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    let id = try severity(text, before)
    return try preview(.severityChanged(to: id), before)
  }

  /// The same for a level.
  public func preview(level text: String) throws -> [DeadlineMove] {
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    return try preview(.levelEntered(try level(text, before)), before)
  }

  /// The same for a stage.
  public func preview(stage text: String) throws -> [DeadlineMove] {
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    return try preview(.stageEntered(try stage(text, before)), before)
  }
}

/// One clock's deadline before and after a change.
public struct DeadlineMove: Hashable, Sendable {
  public var rule: String
  public var label: String
  public var before: Side
  public var after: Side

  /// How a rule's last cycle stands.
  public struct Side: Hashable, Sendable {
    /// None where it has ended.
    public var target: Target?
    public var deadline: Instant?
    /// None where the rule never ran.
    public var state: ClockState?

    public var isOpen: Bool {
      switch state {
      case .pending, .running, .paused, .breached: true
      case .met, .missed, .cancelled, nil: false
      }
    }
  }

  public var moves: Bool { before != after }

  /// Every rule with an open cycle on either side, in the order of their starts.
  static func between(_ before: Escalation, _ after: Escalation) -> [DeadlineMove] {
    let rules = (before.openClocks + after.openClocks).map { ($0.rule, $0.label) }
    var seen: Set<String> = []
    return rules.filter { seen.insert($0.0).inserted }.map { rule, label in
      DeadlineMove(
        rule: rule, label: label, before: side(before, rule), after: side(after, rule))
    }
  }

  private static func side(_ record: Escalation, _ rule: String) -> Side {
    guard let cycle = record.openClocks.last(where: { $0.rule == rule }) ?? record.clock(rule) else { return Side() }
    let state = cycle.state(at: record.asOf)
    return cycle.isOpen ? Side(target: cycle.target, deadline: cycle.deadline, state: state) : Side(state: state)
  }
}
