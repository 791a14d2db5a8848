import EscalationDomain

/// Where the cursor goes once an act changed a plan.
extension Model {
  /// Takes in what an act came to. The cursor goes to a milestone that was added or came back by it, and after an undo
  /// to the one it was about: the next key must not meet another.
  mutating func takeInPlans(_ performed: Performed) {
    let id = performed.record.id
    let isUndo = performed.events.contains { if case .undone = $0.fact { true } else { false } }
    if isUndo { leadToUndone(performed) }
    let old = Dictionary((plans.byEscalation[id] ?? []).map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let wasLoaded = plans.isLoaded
    plans.take(performed.record, on: plansGround)
    guard wasLoaded, isAtPlans else { return }
    let new = plans.byEscalation[id] ?? []
    let goal =
      new.first { old[$0.name] == nil }
      ?? (isUndo ? new.first { old[$0.name]?.isOpen != $0.isOpen } ?? new.first { old[$0.name] != $0 } : nil)
    if let goal { plans.select(goal.name) }
  }

  /// In the Plan pane, where milestones stay listed whatever becomes of them.
  private mutating func leadToUndone(_ performed: Performed) {
    let id = performed.record.id
    guard case .escalation(let place) = place, place.id == id, place.pane == .plan, let record = records[id] else {
      return
    }
    let old = record.escalation.work.plan
    let changed = performed.record.work.plan.milestones.filter { old.milestone($0.id) != $0 }
    let goal = changed.first { old.milestone($0.id)?.isOpen != $0.isOpen } ?? changed.first
    if let goal { stand(on: .milestone(goal.id), of: id) }
  }
}
