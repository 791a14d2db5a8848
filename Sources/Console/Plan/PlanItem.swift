import EscalationDomain

/// One line of the Plan pane: a milestone, or a part of the corrective action plan.
public struct PlanItem: ListedItem, Hashable, Sendable {
  public enum What: Hashable, Sendable {
    /// With the open ones that must be over before it.
    case milestone(MilestoneState, blockers: [String])
    case newMilestone
    case text(PlanPart, String?)
    case metric(SuccessMetric?)
    case exitCriteria([String])
    case look(PlanLook, due: Instant?, found: Work.Stamped<PlanFinding>?)
    case signOff(Work.Stamped<String>?)
  }

  /// What an item is known by from one look to the next.
  public enum Name: Hashable, Sendable {
    case milestone(String)
    case newMilestone
    case text(PlanPart)
    case metric
    case exitCriteria
    case look(PlanLook)
    case signOff
  }

  public let what: What

  public var name: Name {
    switch what {
    case .milestone(let state, _): .milestone(state.id)
    case .newMilestone: .newMilestone
    case .text(let part, _): .text(part)
    case .metric: .metric
    case .exitCriteria: .exitCriteria
    case .look(let look, _, _): .look(look)
    case .signOff: .signOff
    }
  }

  /// Milestones keep the order that people gave them: the cursor stays on one whatever becomes of it.
  public var standing: Name { name }

  var milestone: MilestoneState? {
    if case .milestone(let state, _) = what { state } else { nil }
  }

  /// What it says, for the head of a form.
  var label: String? {
    switch what {
    case .milestone(let state, _): "\(state.id) \(state.milestone.title)"
    case .text(let part, _): part.label
    case .look(let look, _, _): look.label
    case .newMilestone, .metric, .exitCriteria, .signOff: nil
    }
  }
}

/// A part of a plan that is one text.
public enum PlanPart: Hashable, Sendable, CaseIterable {
  case problem
  /// The resolution's, which the gates read; the plan keeps no copy.
  case rootCause
  case outcome
  case verifier

  var label: String {
    switch self {
    case .problem: "Problem"
    case .rootCause: "Root cause"
    case .outcome: "Outcome"
    case .verifier: "Verifier"
    }
  }

  /// What belongs there.
  var hint: String {
    switch self {
    case .problem: "what is wrong"
    case .rootCause: "what was behind it"
    case .outcome: "what is to be so at the end"
    case .verifier: "who verifies that the plan has worked"
    }
  }
}
