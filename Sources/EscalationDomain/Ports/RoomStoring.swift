/// What a console and the commands ask of a store about the sessions of the war room. See ``EscalationStoring``.
public protocol RoomStoring: Sendable {
  /// A session as of `now`; one that nobody wrote about is planned and empty. O(entries of that session).
  func room(_ id: RoomID, now: Instant) throws -> Room
  /// The sessions that anything was written about, the newest first. O(those that are asked for).
  func rooms(atMost limit: Int, now: Instant) throws -> [RoomID]
  /// Writes facts down about a session, checked, in one transaction; see ``RoomDecision/decide(_:of:act:why:find:)``.
  func write(_ facts: [RoomFact], in room: RoomID, why: String?, act: Act) throws -> Room
}

extension RoomStoring {
  public func write(_ fact: RoomFact, in room: RoomID, why: String?, act: Act) throws -> Room {
    try write([fact], in: room, why: why, act: act)
  }

  /// The session of a moment – the one that goes on, else the date's next – and the last one that started before it.
  ///
  /// - Parameter zone: where the room meets: a session bears the date of there.
  public func sessions(around now: Instant, zone: Zone) throws -> (room: Room, last: Room?) {
    let today = zone.local(now).date
    let rooms = try rooms(atMost: 20, now: now).map { try room($0, now: now) }
    let going = rooms.first { $0.started != nil && !$0.isOver }
    let planned = rooms.first { $0.started == nil && $0.id.date == today }
    let started = rooms.filter { $0.started != nil }
    if let current = going ?? planned { return (current, started.first { $0.id < current.id }) }
    let number = rooms.first { $0.id.date == today }.map { $0.id.number + 1 } ?? 1
    return (Room(RoomID(date: today, number: number)), started.first)
  }
}
