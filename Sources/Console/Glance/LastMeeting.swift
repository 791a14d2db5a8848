import EscalationDomain

/// The war room's newest session, as the board needs to know it.
public struct LastMeeting: Equatable, Sendable {
  /// What changed from then on the room has not talked about yet.
  public internal(set) var started: Instant?
  /// The session that goes on.
  public internal(set) var running: RoomID?

  init(_ room: Room? = nil) {
    started = room?.started?.at
    running = room.flatMap { $0.started != nil && !$0.isOver ? $0.id : nil }
  }

  func isNews(_ row: BoardRow) -> Bool { started.map { row.changed >= $0 } ?? false }
}

extension Model {
  /// With new rows the room may have met meanwhile.
  func followMeeting(_ message: Message) -> [Effect] {
    switch message {
    case .boardLoaded, .room(.written): [.room(.lastMeeting)]
    default: []
    }
  }
}
