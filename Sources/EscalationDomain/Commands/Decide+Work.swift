extension Decision {
  /// Checklists, hypotheses, tasks and roles.
  func work(_ command: Command, _ record: Escalation) throws -> (Fact, String?) {
    switch command {
    case .decideItem(let decision, let reason): return (.itemDecided(decision), try item(decision, reason, record))
    case .stateHypothesis(let statement): return (.hypothesisStated(try hypothesis(statement, record)), nil)
    case .addTask(let title, let owner, let due, let origin):
      guard let title = title.nonEmpty else { throw Refusal.textRequired("what is to be done") }
      let due = try due.map { try ahead($0, "the due time") }
      let item = ActionItem(id: nextTask, title: title, owner: owner?.nonEmpty, due: due, origin: origin)
      return (.taskAdded(item), nil)
    case .raiseBlocker(let title, let owner, let neededBy):
      guard let title = title.nonEmpty else { throw Refusal.textRequired("what is in the way") }
      let due = try neededBy.map { try ahead($0, "the time it is needed by") }
      return (
        .taskAdded(ActionItem(id: nextTask, title: title, owner: owner?.nonEmpty, due: due, kind: .blocker)), nil
      )
    case .takeDecision(let text):
      guard let text = text.nonEmpty else { throw Refusal.textRequired("what was decided") }
      return (.decisionTaken(text: text), nil)
    case .moveTask(let id, let due, let reason):
      let task = try openTask(id, record)
      return (.taskMoved(id: task, due: try due.map { try ahead($0, "the due time") }), reason?.nonEmpty)
    case .assignTask(let id, let owner):
      let task = try openTask(id, record)
      let has = record.work.tasks.first { $0.task.id == task }?.task.owner
      if has == owner?.nonEmpty { throw Refusal.nothingToChange }
      return (.taskAssigned(id: task, owner: owner?.nonEmpty), nil)
    case .finishTask(let id, let note): return (.taskDone(id: try openTask(id, record), note: note?.nonEmpty), nil)
    case .dropTask(let id, let reason):
      guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
      return (.taskDropped(id: try openTask(id, record)), reason)
    case .giveRole(let role, let person):
      let known = try policy(of: record).room.roles
      guard let role = known.first(where: { $0.isSameName(as: role) }) else {
        throw Refusal.unknownRole(role, known: known)
      }
      return (.roleGiven(RoleGiven(role: role, to: person?.nonEmpty)), nil)
    default: throw Refusal.reasonRequired
    }
  }

  /// Answers the reason where one is due: "if needed" never passes in silence, and what is simply asked for is done.
  private func item(_ decision: ItemDecision, _ reason: String?, _ record: Escalation) throws -> String? {
    let lists = record.checklists(of: try policy(of: record), zone: try zone(of: record), now: act.occurred)
    guard let list = lists.first(where: { $0.checklist.id == decision.checklist }) else {
      throw Refusal.unknownChecklist(decision.checklist, known: lists.map(\.checklist.id))
    }
    guard let item = list.items.first(where: { $0.item.id == decision.item }) else {
      throw Refusal.unknownItem(decision.item, known: list.items.map(\.item.id))
    }
    guard decision.choice == .notNeeded else { return reason?.nonEmpty }
    if item.need == .yes { throw Refusal.alwaysNeeded(item.item.label) }
    guard let reason = reason?.nonEmpty else { throw Refusal.reasonRequired }
    return reason
  }

  private func hypothesis(_ statement: HypothesisStatement, _ record: Escalation) throws -> HypothesisStatement {
    try requireOpen(record)
    var statement = statement
    guard let cause = statement.cause.nonEmpty else { throw Refusal.textRequired("the cause") }
    statement.cause = cause
    if let id = statement.hypothesis {
      let known = try policy(of: record).hypotheses.map(\.id)
      guard known.contains(id) else { throw Refusal.unknownHypothesis(id, known: known) }
    }
    statement.deadline = try statement.deadline.map { try ahead($0, "the deadline") }
    try requireWhole(statement, record)
    return statement
  }

  /// Numbers are never used again, whatever was taken back.
  private var nextTask: String {
    let count = history.events.count { if case .taskAdded = $0.fact { true } else { false } }
    return "T\(count + 1)"
  }

  private func openTask(_ id: String, _ record: Escalation) throws -> String {
    guard let state = record.work.tasks.first(where: { $0.task.id.lowercased() == id.lowercased() }) else {
      throw Refusal.unknownTask(id, known: record.work.tasks.filter(\.isOpen).map(\.task.id))
    }
    guard state.isOpen else { throw Refusal.taskIsOver(state.task.id) }
    return state.task.id
  }
}
