/// The corrective action plan of an escalation, as its log tells it (PLAYBOOKS, All five: CAP). The root cause and the
/// prevention stand in the resolution, which the gates read; the plan shows them and keeps no copy.
public struct Plan: Hashable, Sendable {
  public var problem: String?
  public var outcome: String?
  public var metric: SuccessMetric?
  public var exitCriteria: [String] = []
  public var verifier: String?
  /// By when it is looked at.
  public var looks: [PlanLook: Instant] = [:]
  /// What each look found, the latest.
  public var findings: [PlanLook: Work.Stamped<PlanFinding>] = [:]
  /// Who signed it off for the customer.
  public var signedOff: Work.Stamped<String>?
  /// In the order that people gave them.
  public var milestones: [MilestoneState] = []

  public init() {}

  /// Whether nobody wrote anything down yet.
  public var isEmpty: Bool { self == Plan() }

  public func milestone(_ id: String) -> MilestoneState? { milestones.first { $0.id == id } }

  /// Done, and all that were not dropped.
  public var progress: (done: Int, of: Int) {
    milestones.reduce(into: (0, 0)) { count, milestone in
      if case .dropped = milestone.condition { return }
      count.1 += 1
      if milestone.isDone { count.0 += 1 }
    }
  }

  /// The open milestone that is due first; of those without a time, the first in order.
  public var next: MilestoneState? {
    let open = milestones.filter(\.isOpen)
    let dated = open.compactMap { milestone in milestone.milestone.due.map { (milestone, $0) } }
    return dated.min { $0.1 < $1.1 }?.0 ?? open.first
  }

  mutating func write(_ change: PlanChange) {
    func take(_ text: String?, _ old: String?) -> String? { text.map(\.nonEmpty) ?? old }
    problem = take(change.problem, problem)
    outcome = take(change.outcome, outcome)
    verifier = take(change.verifier, verifier)
    exitCriteria = change.exitCriteria ?? exitCriteria
    if let new = change.metric {
      let old = metric ?? SuccessMetric()
      let merged = SuccessMetric(
        name: take(new.name, old.name), baseline: take(new.baseline, old.baseline),
        target: take(new.target, old.target), now: take(new.now, old.now))
      metric = merged == SuccessMetric() ? nil : merged
    }
  }
}
