import EscalationDomain

/// The questions of a stage review.
extension Model {
  /// What the playbook asks of the room as it looks at the stage of the escalation that a key acts on.
  var reviewAsked: StageReview? {
    guard let id = subject?.id, let record = records[id]?.escalation, let policies else { return nil }
    let policy = policies.book.editions[record.edition] ?? policies.book.current
    guard let playbook = policy.playbooks[record.playbook]?.value else { return nil }
    return record.stageReview(of: playbook, zone: policy.zone(of: record.account, playbook: record.playbook), now: now)
  }

  /// Writes the answers down, and the look itself once no question is open.
  func performReview(_ form: inout Form) -> [Effect] {
    let answers = form.fields.compactMap { field -> (question: String, text: String)? in
      guard case .question(let id) = field.id, let text = field.text.nonEmpty else { return nil }
      return (id, text)
    }
    do {
      guard let review = reviewAsked else { throw Refusal.nothingToChange }
      let commands = try review.commands(answering: answers, note: form.text(.note).nonEmpty)
      form.phase = .performing
      return [.performOn(Ground(form), commands, on: form.subject.id)]
    } catch {
      form.phase = .editing
      form.failure = Failure(error).sentence(zone: viewer.zone)
      return []
    }
  }
}
