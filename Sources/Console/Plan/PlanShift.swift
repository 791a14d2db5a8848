import EscalationDomain

/// A due time to be moved, as it was asked for.
public struct PlanShift: Hashable, Sendable {
  public var milestone: String
  /// None for no fixed time.
  public var due: Instant?
  public var withDependents: Bool
}

/// Every milestone that a shift moves: what a person looks at before it happens.
public struct PlanShiftReview: Hashable, Sendable {
  /// A milestone with its times before and after.
  public struct Move: Hashable, Sendable {
    public var title: String
    public var before: MilestoneShift
    public var after: MilestoneShift
  }

  public var asked: PlanShift
  public var moves: [Move]

  /// - Parameter decision: by which the act would be decided.
  init(_ asked: PlanShift, _ decision: Decision) throws {
    self.asked = asked
    let after = try decision.preview(
      shift: asked.milestone, due: asked.due, withDependents: asked.withDependents)
    let plan = try Escalation.replay(decision.history, policies: decision.policies, now: decision.act.occurred).work
      .plan
    moves = after.compactMap { shift in
      plan.milestone(shift.id)?.milestone.moved(by: shift)
    }
  }
}

extension Milestone {
  fileprivate func moved(by shift: MilestoneShift) -> PlanShiftReview.Move {
    PlanShiftReview.Move(title: title, before: MilestoneShift(id: id, start: start, due: due), after: shift)
  }
}

extension Decision {
  /// The milestones that the playbook's outline would add.
  func previewOutline() throws -> [Milestone] {
    try decide(.plan(.addOutline)).compactMap { draft in
      if case .milestoneAdded(let milestone) = draft.fact { milestone } else { nil }
    }
  }
}
