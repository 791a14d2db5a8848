import EscalationDomain
import Screen

/// What is done on the lines of the People pane.
extension ConsoleCommand {
  static let reaching: [ConsoleCommand] = [
    ConsoleCommand(
      .takeUp, "take up", [.enter, .character(" ")], in: [.escalation], .acts, prompted: true,
      "Take up the selected line: fill in a contact, record that somebody was told or reached, give a role (People "
        + "pane)."),
    ConsoleCommand(
      .changePerson, "change", [.character("e")], in: [.escalation], .acts, verb: "executive add", prompted: true,
      "Change what is known of whoever is on the selected line (People pane)."),
    ConsoleCommand(
      .takeAway, "take away", [.character("-")], in: [.escalation], .acts, prompted: true,
      "Take whoever is on the selected line away, or decide that they need not be told (People pane)."),
  ]

  /// What the selected line of the People pane leaves of a command.
  func person(in model: Model) -> Availability {
    guard case .escalation(let place) = model.place, place.pane == .people else { return .elsewhere }
    if case .readOnly(let reason) = model.access { return .unavailable(reason) }
    guard let item = model.selectedPerson else { return .unavailable("the playbooks are still being read") }
    let ask: PeopleAsk =
      switch id {
      case .takeUp: item.takenUp
      case .changePerson: item.changed
      default: item.mustStay.map { .none($0) } ?? .form(.notNeeded)
      }
    if case .none(let reason) = ask { return .unavailable(reason) }
    return .available
  }
}
