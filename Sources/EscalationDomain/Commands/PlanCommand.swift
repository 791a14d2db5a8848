/// An act on the corrective action plan.
public enum PlanCommand: Hashable, Sendable {
  /// The root cause is the record's own and no copy of the plan's.
  case write(PlanChange, rootCause: String?)
  case setLook(PlanLook, due: Instant?)
  case look(PlanFinding)
  case signOff(by: String)
  /// Without an id: the record's next.
  case add(MilestonePlan)
  /// Every milestone that the playbook's outline has and the plan has not.
  case addOutline
  case change(String, MilestoneChange)
  case shift(String, due: Instant?, withDependents: Bool, reason: String?)
  case setStart(String, Instant?)
  /// To that place among all, counted from 1.
  case place(String, at: Int)
  case start(String)
  case finish(String, evidence: String?)
  case drop(String, reason: String)
  case reopen(String, reason: String?)
}

/// A milestone before it has an id.
public struct MilestonePlan: Hashable, Sendable {
  public var title: String
  public var kind: Milestone.Kind
  public var owner: String?
  public var start: Instant?
  public var due: Instant?
  public var after: [String]

  public init(
    title: String, kind: Milestone.Kind = .corrective, owner: String? = nil, start: Instant? = nil,
    due: Instant? = nil, after: [String] = []
  ) {
    self.title = title
    self.kind = kind
    self.owner = owner
    self.start = start
    self.due = due
    self.after = after
  }
}
