import EscalationDomain
import Screen

/// What is done on the lines of a corrective action plan, in the Plan pane and on Plans.
extension ConsoleCommand {
  private static let plan: Set<Scope> = [.escalation, .plans]

  static let planning: [ConsoleCommand] = [
    ConsoleCommand(
      .doneMilestone, "done", [.character(" ")], in: plan, .acts, verb: "milestone done",
      also: "complete finish finished reached", prompted: true,
      "Record that the selected milestone is reached, with what shows it (Plan pane, Plans)."),
    ConsoleCommand(
      .reopenMilestone, "open again", [.character(" ")], in: plan, .acts, verb: "milestone reopen",
      also: "undo unfinish", prompted: true,
      "Take up a milestone again that is done or dropped (Plan pane, Plans)."),
    ConsoleCommand(
      .addMilestone, "add", [.character("+")], in: plan, .acts, verb: "milestone add", also: "new create",
      prompted: true,
      "Add a milestone: what, who, by when, after which others (Plan pane, Plans)."),
    ConsoleCommand(
      .editPlan, "edit", [.character("e")], in: plan, .acts, verb: "cap write", also: "modify rename",
      prompted: true,
      "Change the selected milestone; enter writes another part of the plan down: the problem, the metric, what a "
        + "verification found (Plan pane, Plans)."),
    ConsoleCommand(
      .shiftMilestone, "shift", [.character("d")], in: plan, .acts, verb: "milestone shift",
      also: "postpone delay reschedule deadline move", prompted: true,
      "Move the due time, and what depends on it if you like, after a look at every time before and after (Plan "
        + "pane, Plans)."),
    ConsoleCommand(
      .startMilestone, "start", [.character(".")], in: plan, .acts, verb: "milestone start", also: "begin",
      prompted: true,
      "Record that the selected milestone is under way (Plan pane, Plans)."),
    ConsoleCommand(
      .dropMilestone, "drop", [.character("-")], in: plan, .acts, verb: "milestone drop",
      also: "delete remove cancel abandon", prompted: true,
      "Decide, with a reason, that the selected milestone is not pursued (Plan pane, Plans)."),
    ConsoleCommand(
      .milestoneUp, "move up", [.character("(")], in: plan, .acts, verb: "milestone place",
      "Put the selected milestone before the one above (Plan pane, Plans)."),
    ConsoleCommand(
      .milestoneDown, "move down", [.character(")")], in: plan, .acts, verb: "milestone place",
      "Put the selected milestone behind the one below (Plan pane, Plans)."),
    ConsoleCommand(
      .outline, "outline", [.character("O")], in: plan, .acts, verb: "cap outline", prompted: true,
      "Start from the playbook's outline, after a look at what it adds (Plan pane, Plans)."),
    // Enter does on a line of the pane what its own key does; on Plans it opens the escalation.
    ConsoleCommand(
      .doneMilestone, "done", [.enter], in: [.escalation], .acts, verb: "milestone done",
      "In the Plan pane: the same."),
    ConsoleCommand(
      .reopenMilestone, "open again", [.enter], in: [.escalation], .acts, verb: "milestone reopen",
      "In the Plan pane: the same."),
    ConsoleCommand(
      .editPlan, "edit", [.enter], in: [.escalation], .acts, verb: "cap write",
      "In the Plan pane: the same."),
  ]

  /// What the selected line of the plan leaves of a command.
  func plan(in model: Model) -> Availability {
    switch model.place {
    case .escalation(let place):
      guard place.pane == .plan else { return .elsewhere }
    case .plans: break
    case .room where id == .addMilestone: break
    case .board, .room, .register: return .elsewhere
    }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let subject = model.subject else { return .unavailable("no escalation is selected") }
    guard let record = model.records[subject.id] else { return .unavailable("its plan is still being read") }
    switch id {
    case .addMilestone: return .available
    case .outline: return outline(of: record, in: model)
    default: break
    }
    guard let item = model.selectedPlanItem else { return .unavailable("no milestone is selected") }
    switch item.act(id, in: record.escalation.work.plan) {
    case .ask: return .available
    case .perform: return model.planning == subject.id ? .unavailable("the last act is being saved") : .available
    case .none(let reason): return .unavailable(reason)
    case .elsewhere: return .elsewhere
    }
  }

  private func outline(of record: Record, in model: Model) -> Availability {
    guard let playbook = model.playbook(of: record.escalation) else {
      return .unavailable("the playbooks are still being read")
    }
    if playbook.outline.isEmpty { return .unavailable("its playbook has no outline of a plan") }
    return model.plan(of: record).outlined > 0 ? .available : .unavailable("the plan has all of the outline")
  }
}
