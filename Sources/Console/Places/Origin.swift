import EscalationDomain

/// A place with a list, from which an escalation is opened and to which its place leads back.
enum Origin: Hashable, Sendable {
  case board, plans, room, register
}

extension Model {
  /// Keeps from where an escalation is opened; from another one it is where that was opened from.
  mutating func keepOrigin() {
    switch place {
    case .board: origin = .board
    case .plans: origin = .plans
    case .room: origin = .room
    case .register: origin = .register
    case .escalation: break
    }
  }

  /// Back from an escalation to the list that it was opened from; from a list to the board.
  mutating func goBack() -> [Effect] {
    guard case .escalation(let left) = place else {
      goHome()
      return []
    }
    board.changed.remove(left.id)
    switch origin {
    case .board: return go(.goBoard)
    case .plans: return go(.goPlans)
    case .room: return go(.goRoom)
    case .register: return go(.goRegister)
    }
  }

  /// The escalations in the order of the list that the present one was opened from. O(rows of it).
  private var listed: [EscalationID] {
    switch origin {
    case .board: return []
    case .plans:
      var seen: Set<EscalationID> = []
      return plans.shown.map(\.escalation).filter { seen.insert($0).inserted }
    case .room:
      var seen: Set<EscalationID> = []
      return room.keys(room.look).map(\.escalation).filter { seen.insert($0).inserted }
    case .register:
      return register.rows.compactMap { if case .escalation(let row, _) = $0 { row.id } else { nil } }
    }
  }

  /// The escalation so many places on in that list; nil past its ends. Where the present one has left the list, the one
  /// under its cursor.
  func neighbour(of id: EscalationID, by step: Int) -> EscalationID? {
    let list = listed
    switch origin {
    case .board: return board.neighbour(of: id, by: step).map { board.board.rows[board.shown[$0]].id }
    case .plans, .room, .register:
      guard let here = list.firstIndex(of: id) else { return selectedInOrigin }
      return list.indices.contains(here + step) ? list[here + step] : nil
    }
  }

  private var selectedInOrigin: EscalationID? {
    switch origin {
    case .board: board.selected?.id
    case .plans: plans.selected
    case .room: room.subject
    case .register: register.selected
    }
  }

  /// Brings the cursor of that list along.
  mutating func select(_ id: EscalationID) {
    switch origin {
    case .board: if let index = board.place(of: id) { board.select(index) }
    case .plans:
      guard plans.selected != id, let index = plans.shown.firstIndex(where: { $0.escalation == id }) else { return }
      plans.select(index)
    case .room: room.select(.escalation(id), in: room.look)
    case .register:
      let index = register.rows.firstIndex { if case .escalation(let row, _) = $0 { row.id == id } else { false } }
      if let index { register.select(index) }
    }
  }

  /// `3 of 41`: the place of an escalation in the list that it was opened from; empty where it has left that.
  func position(of id: EscalationID) -> String {
    switch origin {
    case .board: return board.selected?.id == id ? "\(board.cursor + 1) of \(board.shown.count)" : ""
    case .plans, .room, .register:
      let list = listed
      return list.firstIndex(of: id).map { "\($0 + 1) of \(list.count)" } ?? ""
    }
  }
}
