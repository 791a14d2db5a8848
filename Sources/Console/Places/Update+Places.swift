import EscalationDomain

extension Model {
  mutating func go(_ command: ConsoleCommand.ID) -> [Effect] {
    switch command {
    case .goBoard: goHome()
    case .goPlans:
      place = .plans
      return plans.reload()
    case .goRoom:
      place = .room
      return room.reload(in: viewer.zone)
    case .goRegister: place = .register
    case .goEscalation:
      guard let id = subject?.id else { return [] }
      return openEscalation(id)
    default: break
    }
    return []
  }

  /// To the place of an escalation, from wherever it was selected.
  mutating func openEscalation(_ id: EscalationID) -> [Effect] {
    board.changed.remove(id)
    keepOrigin()
    place = .escalation(EscalationPlace(id: id))
    return records.want(id)
  }

  mutating func goHome() {
    if case .escalation(let place) = place { board.changed.remove(place.id) }
    place = .board
  }
}
