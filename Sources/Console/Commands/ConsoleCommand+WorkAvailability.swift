import EscalationDomain

extension ConsoleCommand {
  /// What the selected line of the Work pane leaves of a command.
  func mark(in model: Model) -> Availability {
    guard case .escalation(let place) = model.place, place.pane == .work else { return .elsewhere }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let item = model.selectedWork else { return .unavailable("nothing is asked here") }
    if place.marking != nil { return .unavailable("the last mark is being saved") }
    switch id {
    case .markDone:
      if case .none(let reason) = item.mark { return .unavailable(reason) }
      return .available
    case .notNeeded: return item.mustBeDone.map { .unavailable($0) } ?? .available
    default:
      guard case .gate(let gate) = item.what else { return .unavailable("only a gate is passed over") }
      return gate.blocks ? .available : .unavailable("the gate does not stand in the way")
    }
  }

  func roles(of subject: Subject, in model: Model) -> Availability {
    guard model.policies != nil else { return .unavailable("the playbooks are still being read") }
    let roles = model.playbook(of: subject)?.room.roles ?? []
    return roles.isEmpty ? .unavailable("its playbook has no roles") : .available
  }

  func guidance(in model: Model) -> Availability {
    guard let subject = model.subject else { return .unavailable("no escalation is selected") }
    guard model.policies != nil else { return .unavailable("the playbooks are still being read") }
    let cards = model.playbook(of: subject)?.cards ?? []
    return cards.isEmpty ? .unavailable("its playbook has no guidance") : .available
  }
}
