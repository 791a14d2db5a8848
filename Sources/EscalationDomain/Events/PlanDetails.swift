/// What of a corrective action plan is written down anew; what is nil stays, an empty text takes one back.
public struct PlanChange: Hashable, Sendable, Codable {
  public var problem: String?
  /// What is to be so at the end.
  public var outcome: String?
  public var metric: SuccessMetric?
  public var exitCriteria: [String]?
  /// Who verifies that the plan has worked.
  public var verifier: String?

  public init(
    problem: String? = nil, outcome: String? = nil, metric: SuccessMetric? = nil, exitCriteria: [String]? = nil,
    verifier: String? = nil
  ) {
    self.problem = problem
    self.outcome = outcome
    self.metric = metric
    self.exitCriteria = exitCriteria
    self.verifier = verifier
  }
}

/// What shows whether a plan works. Values are as people say them: `42 %`, `3 a week`.
public struct SuccessMetric: Hashable, Sendable, Codable {
  public var name: String?
  public var baseline: String?
  public var target: String?
  public var now: String?

  public init(name: String? = nil, baseline: String? = nil, target: String? = nil, now: String? = nil) {
    self.name = name
    self.baseline = baseline
    self.target = target
    self.now = now
  }
}

/// The two looks at a finished plan, each by a time that is a clock.
public enum PlanLook: String, Hashable, Sendable, Codable, CaseIterable {
  /// That what was planned holds.
  case verification
  /// That it still holds later: the effectiveness review.
  case review
}

/// What a look at the plan found.
public struct PlanFinding: Hashable, Sendable, Codable {
  public var look: PlanLook
  public var holds: Bool
  public var note: String?

  public init(look: PlanLook, holds: Bool, note: String? = nil) {
    self.look = look
    self.holds = holds
    self.note = note
  }
}

/// One step of a corrective action plan, as it is added.
public struct Milestone: Hashable, Sendable, Codable {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Mends what is broken.
    case corrective
    /// Keeps it from coming back.
    case preventive
    /// Shows it sooner when it does.
    case detective
  }
  /// `M1`, `M2` … within its escalation; never used again.
  public var id: String
  public var title: String
  public var kind: Kind
  public var owner: String?
  public var start: Instant?
  public var due: Instant?
  /// Those that must be over before it.
  public var after: [String]

  public init(
    id: String, title: String, kind: Kind = .corrective, owner: String? = nil, start: Instant? = nil,
    due: Instant? = nil, after: [String] = []
  ) {
    self.id = id
    self.title = title
    self.kind = kind
    self.owner = owner
    self.start = start
    self.due = due
    self.after = after
  }
}

/// New values for a milestone; what is nil stays, an empty owner is nobody. Times are moved, see ``MilestoneShift``.
public struct MilestoneChange: Hashable, Sendable, Codable {
  public var title: String?
  public var kind: Milestone.Kind?
  public var owner: String?
  public var after: [String]?

  public init(
    title: String? = nil, kind: Milestone.Kind? = nil, owner: String? = nil, after: [String]? = nil
  ) {
    self.title = title
    self.kind = kind
    self.owner = owner
    self.after = after
  }
}

/// The times that a milestone has from now on.
public struct MilestoneShift: Hashable, Sendable, Codable {
  public var id: String
  public var start: Instant?
  public var due: Instant?

  public init(id: String, start: Instant?, due: Instant?) {
    self.id = id
    self.start = start
    self.due = due
  }
}
