import EscalationDomain

/// What the war room asks of a store.
public enum RoomEffect: Hashable, Sendable {
  /// Reads the session of now, by the date of where the room meets.
  case load(Zone)
  /// Writes down what happened in a session, dated now: all of it or none.
  case write([RoomFact], in: RoomID, why: String?)
  /// Reads the newest session that has started.
  case lastMeeting
  /// Works out what a session came to so far.
  case minutes(RoomID, Zone)
}

/// What such an effect came to.
public enum RoomAnswer: Sendable {
  case loaded(RoomFile)
  case written([RoomFact], Room)
  case minutes(Minutes?)
  case lastMeeting(Room?)
}

/// Where minutes go outside.
public enum MinutesOut: Hashable, Sendable {
  case copy
  case file(String, over: Bool)
  /// The team's command.
  case command
}

extension RoomEffect {
  /// Does it, on a worker's thread.
  func answer(
    from store: some ConsoleStore, actor: String, now: Instant, clock: () -> Instant
  ) throws -> RoomAnswer {
    switch self {
    case .load(let zone): return .loaded(try store.roomFile(zone: zone, policies: store.policies(), now: now))
    case .lastMeeting: return .lastMeeting(try store.lastMeeting(now: now))
    case .minutes(let id, let zone):
      return .minutes(try store.minutes(of: store.room(id, now: now), zone: zone, now: now))
    case .write(let facts, let id, let why):
      let room = try Act.whenItsTurnComes(now, clock: clock) { instant in
        try store.write(facts, in: id, why: why, act: Act(actor: actor, now: instant))
      }
      return .written(facts, room)
    }
  }
}
