import EscalationDomain

extension Model {
  /// Does at once, or asks, what a key means on the selected line of the plan; what it cannot do was refused before.
  mutating func actOnPlan(_ command: ConsoleCommand.ID) -> [Effect] {
    guard let subject else { return [] }
    switch command {
    case .addMilestone: return openForm(Form.Kind.milestone)
    case .outline:
      let effects = openForm(Form.Kind.outline)
      guard case .form(var form) = overlay, form.kind == .outline else { return effects }
      form.phase = .weighing
      overlay = .form(form)
      return effects + [.previewOutline(of: subject.id)]
    default: break
    }
    guard let item = selectedPlanItem, let plan = records[subject.id]?.escalation.work.plan else { return [] }
    switch item.act(command, in: plan) {
    case .perform(let act):
      planning = subject.id
      return [.perform(act, on: subject.id)]
    case .ask(.milestone): return openForm(Form.Kind.milestone)
    case .ask(let kind): return openForm(kind, part: item)
    case .none, .elsewhere: return []
    }
  }

  /// A milestone that was just added is the one to go on with.
  mutating func goToAdded(_ id: EscalationID, _ performed: Performed) {
    guard case .escalation(let place) = place, place.id == id, place.pane == .plan,
      let added = performed.events.first(where: { $0.source == .act })?.fact,
      case .milestoneAdded(let milestone) = added
    else { return }
    stand(on: .milestone(milestone.id), of: id)
  }

  mutating func shiftPreviewed(_ id: EscalationID, _ review: PlanShiftReview) {
    guard case .form(var form) = overlay, form.kind == .shift, form.subject.id == id, form.phase == .weighing,
      form.askedShift == review.asked
    else { return }
    form.phase = .reviewing(.shift(review))
    overlay = .form(form)
  }

  mutating func outlinePreviewed(_ id: EscalationID, _ milestones: [Milestone]) {
    guard case .form(var form) = overlay, form.kind == .outline, form.subject.id == id, form.phase == .weighing else {
      return
    }
    form.phase = .reviewing(.outline(milestones))
    overlay = .form(form)
  }
}

extension Performed {
  /// What acts of several events on a plan came to, in one sentence; nil for others.
  func planSentence(zone: Zone, playbook: Playbook?) -> String? {
    let facts = events.filter { $0.source == .act }.map(\.fact)
    guard facts.count > 1 else { return nil }
    let added = facts.compactMap { if case .milestoneAdded(let milestone) = $0 { milestone.id } else { nil } }
    if added.count == facts.count, let first = added.first, let last = added.last {
      return "\(added.count) milestones added, \(first) to \(last)"
    }
    let isOnPlan = facts.allSatisfy { fact in
      switch fact {
      case .milestoneChanged, .milestonesShifted: true
      default: false
      }
    }
    return isOnPlan ? facts.map { $0.sentence(zone: zone, playbook: playbook) }.joined(separator: " · ") : nil
  }
}
