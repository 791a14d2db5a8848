import EscalationDomain

extension Model {
  /// Jumps on the board; what cannot be reached was refused before.
  mutating func jump(_ command: ConsoleCommand.ID) {
    board.endFollowing()
    switch command {
    case .nextSection: board.nextSection.map { board.jump(to: $0) }
    case .previousSection: board.previousSection.map { board.jump(to: $0) }
    case .nextLate: jumpToLate()
    default: break
    }
  }

  private mutating func jumpToLate() {
    if let late = board.nextLate(now: now) {
      board.jump(to: late)
    } else if let due = board.nextDue(now: now) {
      board.jump(to: due)
      tell(.told, "nothing here is late; this is due first")
    } else {
      tell(.told, "nothing here is late, and no clock runs")
    }
  }

  /// To the next escalation in the order of the list that this one was opened from, in the same pane; that list's cursor
  /// goes along.
  mutating func turnEscalation(_ step: Int) -> [Effect] {
    guard case .escalation(let old) = place, let id = neighbour(of: old.id, by: step) else { return [] }
    board.changed.remove(old.id)
    select(id)
    board.changed.remove(id)
    place = .escalation(EscalationPlace(id: id, pane: old.pane))
    return records.want(id)
  }
}
