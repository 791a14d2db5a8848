import EscalationDomain

/// A place where a person was, with what was selected there.
struct Stop: Hashable, Sendable {
  enum Name: Hashable, Sendable {
    case board, plans, room, register
    case escalation(EscalationID)
  }

  var name: Name
  /// The row under the board's cursor.
  var row: EscalationID?
  var pane: EscalationPlace.Pane?
}

/// The places that were left by going to another one or by a jump: back along them, and forward again.
public struct Trail: Equatable, Sendable {
  /// What lies further back is forgotten.
  static let longest = 64

  private(set) var behind: [Stop] = []
  private(set) var ahead: [Stop] = []
  /// The last change was made by going along the trail itself.
  fileprivate(set) var isFollowed = false

  /// Going somewhere new ends the way forward.
  mutating func leave(_ stop: Stop) {
    if behind.last != stop { behind.append(stop) }
    behind = behind.suffix(Self.longest)
    ahead = []
  }

  /// What is not there cannot be gone back to.
  mutating func forget(_ id: EscalationID) {
    behind.removeAll { $0.name == .escalation(id) }
    ahead.removeAll { $0.name == .escalation(id) }
  }

  func canGoBack(_ model: Model) -> Bool { behind.contains { $0.isThere(model) } }
  func canGoForward(_ model: Model) -> Bool { ahead.contains { $0.isThere(model) } }

  /// The next stop that is still there and not here, `stop` being left for it.
  mutating func follow(back: Bool, from stop: Stop, _ model: Model) -> Stop? {
    while let next = back ? behind.popLast() : ahead.popLast() {
      guard next.isThere(model) else { continue }
      if back { ahead.append(stop) } else { behind.append(stop) }
      return next
    }
    return nil
  }
}

extension Stop {
  /// It is not here, and a row of the board still shows. O(rows).
  fileprivate func isThere(_ model: Model) -> Bool {
    let here = model.stop
    guard name != here.name || row != here.row else { return false }
    guard name == .board, let row else { return true }
    return model.board.place(of: row) != nil
  }
}

extension Model {
  /// Where this console is now.
  var stop: Stop {
    switch place {
    case .board: Stop(name: .board, row: board.selected?.id)
    case .escalation(let place): Stop(name: .escalation(place.id), pane: place.pane)
    case .plans: Stop(name: .plans)
    case .room: Stop(name: .room)
    case .register: Stop(name: .register)
    }
  }

  /// After each message: where one was is kept, if that was left.
  mutating func keepTrail(from old: Stop) {
    let jumpedFrom = board.jumpedFrom
    board.jumpedFrom = nil
    defer { trail.isFollowed = false }
    if trail.isFollowed { return }
    if stop.name != old.name {
      trail.leave(old)
    } else if let jumpedFrom, stop.name == .board {
      trail.leave(Stop(name: .board, row: jumpedFrom))
    }
  }

  mutating func followTrail(back: Bool) -> [Effect] {
    guard let next = trail.follow(back: back, from: stop, self) else { return [] }
    trail.isFollowed = true
    switch next.name {
    case .plans: place = .plans
    case .room: return go(.goRoom)
    case .register: place = .register
    case .board:
      goHome()
      if let row = next.row, let index = board.place(of: row) {
        board.changed.remove(row)
        board.select(index)
      }
    case .escalation(let id):
      board.changed.remove(id)
      keepOrigin()
      place = .escalation(EscalationPlace(id: id, pane: next.pane ?? .clocks))
      return records.want(id)
    }
    return []
  }
}
