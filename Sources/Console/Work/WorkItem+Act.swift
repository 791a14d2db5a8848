import EscalationDomain

/// What marking an item comes to.
enum WorkAct: Hashable {
  /// At once.
  case perform(Command)
  /// After a form about the item.
  case ask(Form.Kind)
  /// To the first open item of a checklist.
  case go(checklist: String)
  /// Nothing, and why, as a clause.
  case none(String)
}

extension WorkItem {
  /// What space does. What the rules would refuse is not offered.
  var mark: WorkAct {
    switch what {
    case .task(let state):
      state.isOpen ? .perform(.finishTask(state.task.id, note: nil)) : .none("task \(state.task.id) is over")
    case .item(let list, let state):
      .perform(
        .decideItem(
          ItemDecision(checklist: list.id, item: state.item.id, choice: state.isOpen ? .done : .open), reason: nil))
    case .obligation(let duty):
      if duty.state != .open {
        .none("that is on record")
      } else if let channel = duty.channel {
        .perform(.notify(Notification(who: [duty.stakeholder], channel: channel)))
      } else {
        .ask(.told)
      }
    case .step(let step, let stamp): stamp == nil ? .perform(.mark(step.id)) : .none("the step is done")
    case .path(let state): standing == .decided ? .none("\(state.path.label) was raised") : .ask(.path)
    case .noHypothesis, .hypothesis: .ask(.hypothesis)
    case .gate(let gate): WorkItem.mark(gate)
    case .role: .ask(.role)
    }
  }

  /// A gate opens by itself once what it waits for is there.
  private static func mark(_ gate: GateState) -> WorkAct {
    guard case .open(let missing) = gate.state else { return .none("the gate does not stand in the way") }
    switch missing {
    case .rootCause, .prevention: return .ask(.findings)
    case .customerConfirmation: return .ask(.confirmed)
    case .step(let id, _): return .perform(.mark(id))
    case .healthStreak(let has, let needs): return .none("it opens by itself after \(needs) days, it has \(has)")
    case .decisions(let lists):
      let now = lists.first { !$0.awaitsResolution }
      guard let now else { return .none("it is asked for once it is resolved") }
      return .go(checklist: now.checklist)
    }
  }

  /// Why an item cannot be decided against; nil where a reason does it.
  var mustBeDone: String? {
    switch what {
    case .task(let state): state.isOpen ? nil : "task \(state.task.id) is over"
    case .item(_, let state):
      if !state.isOpen {
        "it is decided; space opens it again"
      } else {
        state.need == .yes ? "it is asked for at this grade; it can be done but not declined" : nil
      }
    case .obligation(let duty): duty.state == .open ? nil : "that is on record"
    case .gate(let gate):
      if !gate.blocks {
        "the gate does not stand in the way"
      } else {
        gate.need == .yes ? "it is asked for at this grade; it can be passed over with authority only" : nil
      }
    case .step: "a step is done or open"
    case .path: "a path that nobody raises is not taken"
    case .noHypothesis, .hypothesis: "a cause is stated or open"
    case .role: "a role is given or free"
    }
  }

  /// The act that decides against it.
  func declined(because reason: String) -> Command? {
    switch what {
    case .task(let state): .dropTask(state.task.id, reason: reason)
    case .item(let list, let state):
      .decideItem(ItemDecision(checklist: list.id, item: state.item.id, choice: .notNeeded), reason: reason)
    case .obligation(let duty):
      .waiveNotice(NoticeWaived(stakeholder: duty.stakeholder, channel: duty.channel), reason: reason)
    case .gate(let gate): .waiveGate(gate.id, reason: reason)
    case .step, .path, .noHypothesis, .hypothesis, .role: nil
    }
  }

  /// What it says, for the head of a form.
  var label: String {
    switch what {
    case .task(let state): state.task.title
    case .item(_, let state): state.item.label
    case .obligation(let duty): duty.stakeholder + (duty.channel.map { " by \($0)" } ?? "")
    case .step(let step, _): step.label
    case .path(let state): state.path.label
    case .noHypothesis: "No hypothesis yet"
    case .hypothesis(let stated): stated.value.cause
    case .gate(let gate): gate.label
    case .role(let role, _): role
    }
  }
}
