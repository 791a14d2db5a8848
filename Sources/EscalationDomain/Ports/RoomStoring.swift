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

  /// The sessions around a moment; see ``RoomSessions``. O(entries of the newest sessions).
  ///
  /// - Parameter zone: where the room meets.
  public func sessions(around now: Instant, zone: Zone, policy: Policy) throws -> RoomSessions {
    let rooms = try rooms(atMost: 20, now: now).map { try room($0, now: now) }
    return RoomSessions(rooms, zone: zone, policy: policy, now: now)
  }

  /// The newest session that has started; nil where none has. O(entries of it and of those planned since).
  public func lastMeeting(now: Instant) throws -> Room? {
    for id in try rooms(atMost: 20, now: now) {
      let room = try room(id, now: now)
      if room.started != nil { return room }
    }
    return nil
  }
}
