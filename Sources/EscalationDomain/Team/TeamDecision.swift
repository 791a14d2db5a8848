/// Checks what a person says about the team.
public enum TeamDecision {
  /// - Returns: the fact as it is written down.
  public static func decide(
    _ fact: TeamFact, of playbook: String, policy: Policy, team: Team, act: Act
  ) throws -> TeamFact {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    if let last = team.changed, act.occurred < last { throw Refusal.laterActExists(last) }
    guard let book = policy.playbooks[playbook]?.value else {
      throw Refusal.unknownPlaybook(playbook, known: policy.playbooks.keys.sorted())
    }
    switch fact {
    case .slotFilled(let text, var contact):
      let slot = try slot(text, of: book)
      guard let name = contact.name.nonEmpty else { throw Refusal.textRequired("a name") }
      contact.name = name
      contact.role = nil
      try check(contact.texts, act)
      if team.filled(slot, of: playbook)?.contact == contact { throw Refusal.nothingToChange }
      return .slotFilled(slot: slot, by: contact)
    case .slotCleared(let text):
      let slot = try slot(text, of: book)
      guard team.filled(slot, of: playbook) != nil else { throw Refusal.nothingToChange }
      return .slotCleared(slot: slot)
    case .assigned(let scope):
      guard scope.name.nonEmpty != nil else { throw Refusal.textRequired("an account or a segment") }
      try check([scope.name], act)
      if team.assignment(scope)?.playbook == playbook { throw Refusal.nothingToChange }
      return fact
    case .unassigned(let scope):
      guard team.assignment(scope)?.playbook == playbook else { throw Refusal.notAssigned(scope) }
      return fact
    case .takenBack(let entry):
      try (team.logs[playbook] ?? RegisterLog()).check(takingBack: entry)
      try check([], act)
      return fact
    }
  }

  private static func slot(_ text: String, of playbook: Playbook) throws -> String {
    let slots = playbook.contactMatrix
    guard let slot = slots.first(where: { $0.id.lowercased() == text.lowercased() }) else {
      throw Refusal.unknownSlot(text, known: slots.map(\.id))
    }
    return slot.id
  }

  private static func check(_ texts: [String], _ act: Act) throws {
    if let text = (texts + [act.actor]).first(where: { $0.utf8.contains(0) }) { throw Refusal.unreadableText(text) }
  }
}
