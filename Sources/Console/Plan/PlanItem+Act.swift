import EscalationDomain

/// What a key comes to on a line of the plan.
enum PlanAct: Hashable {
  /// At once.
  case perform(Command)
  /// After a form about the line.
  case ask(Form.Kind)
  /// Nothing, and why, as a clause.
  case none(String)
  /// It is another key's.
  case elsewhere
}

extension PlanItem {
  /// What a command does here. What the rules would refuse is not offered.
  func act(_ command: ConsoleCommand.ID, in plan: Plan) -> PlanAct {
    if let milestone { return Self.act(command, on: milestone, in: plan) }
    switch command {
    case .doneMilestone, .reopenMilestone: return .elsewhere
    case .editPlan: return .ask(form)
    case .shiftMilestone:
      if case .look = what { return .ask(.lookDue) }
      return .none("only milestones, the verification and the review are due")
    case .dropMilestone: return .none("only a milestone is dropped")
    case .startMilestone: return .none("only a milestone is started")
    default: return .none("only milestones have an order")
    }
  }

  private var form: Form.Kind {
    switch what {
    case .milestone: .changeMilestone
    case .newMilestone: .milestone
    case .text: .planText
    case .metric: .metric
    case .exitCriteria: .exitCriteria
    case .look: .finding
    case .signOff: .signOff
    }
  }

  private static func act(_ command: ConsoleCommand.ID, on state: MilestoneState, in plan: Plan) -> PlanAct {
    switch command {
    case .doneMilestone: return state.isOpen ? .ask(.finishMilestone) : .elsewhere
    case .reopenMilestone: return state.isOpen ? .elsewhere : .perform(.plan(.reopen(state.id, reason: nil)))
    case .milestoneUp, .milestoneDown:
      let step = command == .milestoneUp ? -1 : 1
      guard let index = plan.milestones.firstIndex(where: { $0.id == state.id }),
        plan.milestones.indices.contains(index + step)
      else { return .none("it is the \(step < 0 ? "first" : "last") already") }
      return .perform(.plan(.place(state.id, at: index + step + 1)))
    default: break
    }
    guard state.isOpen else { return .none("milestone \(state.id) is over; space opens it again") }
    switch command {
    case .editPlan: return .ask(.changeMilestone)
    case .shiftMilestone: return .ask(.shift)
    case .dropMilestone: return .ask(.dropMilestone)
    default:
      if case .started = state.condition { return .none("milestone \(state.id) is under way already") }
      return .perform(.plan(.start(state.id)))
    }
  }
}
