/// All that a playbook asks of a record now, worked out once for a reader.
public struct WorkView: Sendable {
  public let playbook: Playbook
  public let checklists: [ChecklistState]
  public let gates: [GateState]
  public let obligations: [Obligation]
  /// What runs until they are all met; see ``Escalation/noticeClock(of:)``.
  public let noticeClock: ClockCycle?
  public let paths: [PathState]
  /// What the weakest health dimension suggests, while nothing is stated.
  public let likelyHypothesis: Hypothesis?

  /// - Parameter policy: the edition that the record follows.
  public init(_ record: Escalation, policy: Policy, now: Instant) {
    let playbook = policy.playbooks[record.playbook]?.value ?? Playbook(id: record.playbook, name: record.playbook)
    let zone = policy.zone(of: record.account, playbook: record.playbook)
    self.playbook = playbook
    checklists = record.checklists(of: playbook, zone: zone, now: now)
    gates = record.gates(of: playbook, zone: zone, now: now)
    obligations = record.obligations(of: playbook)
    noticeClock = record.noticeClock(of: playbook)
    paths = record.paths(of: playbook, now: now)
    likelyHypothesis = record.likelyHypothesis(of: playbook)
  }

  /// Every item of the checklists with the list it belongs to.
  public var items: [(list: Checklist, item: ChecklistState.Item)] {
    checklists.flatMap { list in list.items.map { (list.checklist, $0) } }
  }
}
