import EscalationDomain

extension ConsoleCommand {
  /// Whether a command can do something now, and why not.
  public enum Availability: Hashable, Sendable {
    case available
    /// The reason, as a clause: "it is paused already".
    case unavailable(String)
    /// It belongs to another pane.
    case elsewhere
  }

  /// What the model's state leaves of a command. It says no only where the rules surely would.
  public func availability(in model: Model) -> Availability {
    if isOfRegister(model) { return registering(in: model) }
    if isOfRoom(model) { return inRoom(model) }
    switch id {
    case .acknowledge, .update, .note, .assign, .severity, .pause, .resume, .resolve, .undo, .level, .stage, .close,
      .task,
      .hypothesis, .confirmed, .role, .move, .reopen, .cancel, .raise:
      return act(in: model)
    case .selectRow, .selectAll, .letGo: return selecting(in: model)
    case .takeBack, .doAgain, .earlier: return takingBack(in: model)
    case .markDone, .notNeeded, .override: return mark(in: model)
    case .takeUp, .changePerson, .takeAway: return person(in: model)
    case .doneMilestone, .reopenMilestone, .addMilestone, .editPlan, .shiftMilestone, .startMilestone, .dropMilestone,
      .milestoneUp, .milestoneDown, .outline:
      return plan(in: model)
    case .newEscalation: return opening(in: model)
    case .openEnded:
      guard case .ended(let panel) = model.overlay, panel.selected != nil else {
        return .unavailable("there is none to look at")
      }
      return .available
    case .guidance: return guidance(in: model)
    case .compose, .pickTemplate, .fillMessage, .editMessage, .copyMessage, .writeMessage, .postMessage, .logMessage,
      .leaveMessage:
      return composing(in: model)
    case .discardDraft where scopes.contains(.message): return composing(in: model)
    case .open, .goEscalation: return model.subject == nil ? .unavailable("no escalation is selected") : .available
    case .explain:
      guard model.subject != nil else { return .unavailable("no escalation is selected") }
      return clock(in: model)
    case .explainClock:
      guard case .escalation(let place) = model.place, place.pane == .clocks else { return .elsewhere }
      return clock(in: model)
    case .confirm:
      switch model.overlay {
      case .confirmation(.undo(_, .looking)): return .unavailable("the newest act is still being looked for")
      case .confirmation(.undo(_, .nothing)): return .unavailable("there is nothing to take back")
      case .confirmation(.session(let question)):
        if question.act.obstacle != nil { return .unavailable("it is not taken back") }
        guard question.preview != nil || question.look != nil else {
          return .unavailable("it is still being worked out")
        }
        return question.canBeDone ? .available : .unavailable("nothing of it can be done")
      case .form(let form):
        guard case .reviewing(.bulk(let preview, _)) = form.phase else { return .available }
        return preview.possible.isEmpty ? .unavailable("nothing of it can be done") : .available
      default: return .available
      }
    case .clearFilter:
      guard let line = model.filterLine, line.entry != BoardState.FilterEntry.none else {
        return .unavailable("no filter is set")
      }
      return .available
    case .turnPlans, .chartLater, .chartEarlier, .chartToday: return planning(in: model)
    case .plansScope: return planning(in: model)
    // Plans and the register know words only: there is nothing to complete.
    case .keepFilter:
      guard let line = model.filterLine, let problem = line.problem, line.menu?.highlighted == nil else {
        return .available
      }
      return .unavailable(problem.sentence(in: line.text))
    case .pickView, .changeView, .dropView, .viewUp, .viewDown: return viewing(in: model)
    case .drafts, .openDraft, .dropDraft: return drafts(in: model)
    case .editText: return editing(in: model)
    case .messages: return model.messages.isEmpty ? .unavailable("nothing was said yet") : .available
    case .nextSection, .previousSection, .nextEscalation, .previousEscalation: return jump(in: model)
    case .jumpBack:
      return model.trail.canGoBack(model) ? .available : .unavailable("there is nowhere to go back to")
    case .jumpForward:
      return model.trail.canGoForward(model) ? .available : .unavailable("there is nowhere to go forward to")
    case .pickEntry: return picking(in: model)
    case .hideNames: return model.hidden == nil ? .available : .elsewhere
    case .showNames: return model.hidden == nil ? .elsewhere : .available
    default: return .available
    }
  }

  private func clock(in model: Model) -> Availability {
    if case .escalation(let place) = model.place, place.pane == .clocks,
      model.records[place.id]?.clocks.isEmpty ?? false
    {
      return .unavailable("it has no clocks")
    }
    return .available
  }

  private func jump(in model: Model) -> Availability {
    switch id {
    case .nextSection, .previousSection:
      guard model.board.sorting.hasSections else { return .unavailable("only rows by severity are in sections") }
      let goal = id == .nextSection ? model.board.nextSection : model.board.previousSection
      return goal == nil ? .unavailable("there is no other that way") : .available
    default:
      guard case .escalation(let place) = model.place else { return .available }
      let goal = model.neighbour(of: place.id, by: id == .nextEscalation ? 1 : -1)
      return goal == nil ? .unavailable("there is no other that way") : .available
    }
  }

  private func act(in model: Model) -> Availability {
    if let onMany = onMany(in: model) { return onMany }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let subject = model.subject else { return .unavailable("no escalation is selected") }
    switch id {
    case .pause where subject.status == .paused: return .unavailable("it is paused already")
    case .resume where subject.status != .paused: return .unavailable("it is not paused")
    case .acknowledge, .pause, .resume, .resolve, .severity, .level, .stage, .hypothesis,
      .move:
      guard subject.status.isOpen else { return .unavailable("it is \(subject.status.rawValue)") }
    case .reopen: return reopening(of: subject)
    case .update, .close, .cancel, .raise:
      guard subject.status != .closed, subject.status != .cancelled else {
        return .unavailable("it is \(subject.status.rawValue)")
      }
    default: break
    }
    switch id {
    case .acknowledge: return acknowledgement(of: subject, in: model)
    case .severity: return grades(.severity, of: subject, in: model)
    case .level: return grades(.level, of: subject, in: model)
    case .stage: return grades(.stage, of: subject, in: model)
    case .role: return roles(of: subject, in: model)
    case .move: return moving(subject, in: model)
    case .raise: return raising(subject, in: model)
    default: return .available
    }
  }

  /// A later first response is due only where its clock runs again, which the record alone tells.
  private func acknowledgement(of subject: Subject, in model: Model) -> Availability {
    guard let record = model.records[subject.id]?.escalation, let at = record.acknowledged,
      let policies = model.policies
    else { return .available }
    let rules = policies.playbook(record.playbook, edition: record.edition)?.clocks ?? []
    let runs = rules.contains { $0.stops.contains(.acknowledged) && (record.clock($0.id)?.isOpen ?? false) }
    if runs { return .available }
    return .unavailable("the first response is on record, \(at.brief(in: model.viewer.zone, now: model.now))")
  }

  private func grades(_ scale: Scale, of subject: Subject, in model: Model) -> Availability {
    guard model.policies != nil else { return .unavailable("the playbooks are still being read") }
    let playbook = model.playbook(of: subject)
    let (grades, what) =
      switch scale {
      case .severity: (playbook?.severities ?? [], "severities")
      case .level: (playbook?.levels ?? [], "levels")
      case .stage: (playbook?.stages ?? [], "stages")
      }
    let hasOthers = grades.contains { $0.id != subject.grade(on: scale) }
    return hasOthers ? .available : .unavailable("its playbook has no other \(what)")
  }
}
