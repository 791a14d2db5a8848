/// Taking back and doing again: both are events of their own, and nothing leaves the log.
extension Decision {
  /// The newest act stops counting, all of its events, if what came before still makes sense without them.
  func undo(_ expected: Int64?) throws -> [Fact] {
    let events = history.undoableAct
    if events.isEmpty { throw Refusal.nothingToUndo }
    if let expected, !events.contains(where: { $0.sequence == expected }) { throw Refusal.overtaken }
    return try tried(events.reversed())
  }

  /// What was taken back last counts again, where nobody has acted since: a later act was decided without it.
  func redo(_ expected: Int64?) throws -> [Fact] {
    let undo = history.lastUndo
    if undo.isEmpty { throw Refusal.nothingToRedo }
    if let later = history.actAfter(undo) { throw Refusal.redoOvertaken(later) }
    if let expected, !undo.contains(where: { $0.sequence == expected }) { throw Refusal.overtaken }
    return try tried(undo.reversed())
  }

  /// The facts that take events out, once the log has been read with them.
  private func tried(_ events: [Event]) throws -> [Fact] {
    let facts = events.map { Fact.undone(event: $0.sequence) }
    _ = try Escalation.replay(history.adding(trial(facts)), policies: policies, now: act.occurred)
    return facts
  }

  /// Facts as the log would hold them, behind all that it holds.
  func trial(_ facts: [Fact]) -> [Event] {
    let id = history.events.first?.escalation ?? EscalationID("")
    return facts.enumerated().map { index, fact in
      Event(
        sequence: .max - Int64(facts.count - 1 - index), escalation: id, occurred: act.occurred, recorded: act.now,
        actor: act.actor, fact: fact, isPart: index > 0)
    }
  }
}
