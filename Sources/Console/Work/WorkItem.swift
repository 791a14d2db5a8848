import EscalationDomain

/// One line of what a playbook asks of a record: something to do, to decide, or to know.
public struct WorkItem: ListedItem, Hashable, Sendable {
  public enum What: Hashable, Sendable {
    case task(TaskState)
    case item(Checklist, ChecklistState.Item)
    case obligation(Obligation)
    case step(ProcessStep, Work.Stamp?)
    case path(PathState)
    /// Nothing is held to be the cause yet; with what the scores suggest.
    case noHypothesis(likely: Hypothesis?)
    case hypothesis(Work.Stamped<HypothesisStatement>)
    case gate(GateState)
    case role(String, to: String?)
  }

  /// What an item is known by from one look to the next.
  public enum Name: Hashable, Sendable {
    case task(String)
    case item(checklist: String, item: String)
    case obligation(stakeholder: String, channel: String?)
    case step(String)
    case path(String)
    case hypothesis
    case gate(String)
    case role(String)
  }

  public enum Standing: Hashable, Sendable {
    case open
    /// Somebody did or decided it.
    case decided
    /// Nothing waits for it.
    case quiet
  }

  public let what: What

  public var name: Name {
    switch what {
    case .task(let state): .task(state.task.id)
    case .item(let list, let state): .item(checklist: list.id, item: state.item.id)
    case .obligation(let duty): .obligation(stakeholder: duty.stakeholder, channel: duty.channel)
    case .step(let step, _): .step(step.id)
    case .path(let state): .path(state.path.id)
    case .noHypothesis, .hypothesis: .hypothesis
    case .gate(let gate): .gate(gate.id)
    case .role(let role, _): .role(role)
    }
  }

  public var standing: Standing {
    switch what {
    case .task(let state): state.isOpen ? .open : .decided
    case .item(_, let state): state.isOpen ? .open : .decided
    case .obligation(let duty): duty.state == .open ? .open : .decided
    case .step(_, let stamp): stamp == nil ? .open : .decided
    case .path(let state):
      switch state.state {
      case .called: .open
      case .raised: .decided
      case .quiet: .quiet
      }
    case .noHypothesis: .open
    case .hypothesis: .decided
    case .gate(let gate): gate.blocks ? .open : .decided
    case .role: .quiet
    }
  }
}
