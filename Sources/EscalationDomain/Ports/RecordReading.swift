/// Reads whole records for reports, without holding more than one of them.
public protocol RecordReading: Sendable {
  /// Calls `body` with the log of each escalation that ``eachRecord(touching:now:_:)`` tells of, as the reader may know it,
  /// and with the policies it is to be replayed under.
  func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws

  /// Calls `body` with each escalation that has anything in the window: opened before its end, and still open, with a
  /// clock that runs, or with something that happened at its beginning or later. Some that have nothing there may come
  /// along. Each as it stood at `now`; in a fixed order.
  ///
  /// The cost grows with what reaches from the window's beginning to this day, not with all history.
  func eachRecord(touching window: Range<Instant>, now: Instant, _ body: (Escalation) throws -> Void) throws

  /// The same as ``eachHistory(touching:now:_:)`` without those that are over and whose clocks were all due before the
  /// window: calls that nobody made pile up over the years, and a room asks for none of them but those it names.
  ///
  /// The cost grows with what is open, with what happened or was due in the window and with what is named.
  ///
  /// - Parameter named: those that come along whatever became of them.
  func eachHistory(
    inRoom window: Range<Instant>, with named: Set<EscalationID>, now: Instant,
    _ body: (History, PolicyBook) throws -> Void
  ) throws
}

extension RecordReading {
  /// A reader that cannot tell them apart gives all.
  public func eachHistory(
    inRoom window: Range<Instant>, with named: Set<EscalationID>, now: Instant,
    _ body: (History, PolicyBook) throws -> Void
  ) throws {
    try eachHistory(touching: window, now: now, body)
  }

  func eachRecord(
    inRoom window: Range<Instant>, with named: Set<EscalationID>, now: Instant, _ body: (Escalation) throws -> Void
  ) throws {
    try eachHistory(inRoom: window, with: named, now: now) { history, policies in
      if let record = try Escalation.replayIfOpened(history, policies: policies, now: now) { try body(record) }
    }
  }

  public func eachRecord(
    touching window: Range<Instant>, now: Instant, _ body: (Escalation) throws -> Void
  ) throws {
    try eachHistory(touching: window, now: now) { history, policies in
      if let record = try Escalation.replayIfOpened(history, policies: policies, now: now) { try body(record) }
    }
  }

  /// The agenda of a session at `now`. The cost grows with what is open, not with history.
  public func agenda(of room: Room, in window: RoomWindow, policies: PolicyBook, now: Instant) throws -> Agenda {
    var items: [Escalation] = []
    let from = min(window.since, now + -AgendaReason.afterlife)
    try eachRecord(inRoom: from..<max(window.since, now) + 1, with: room.named, now: now) { record in
      // Only those are kept that the room has a reason to talk about.
      if Agenda.item(record, policies: policies, window: window, room: room, now: now) != nil { items.append(record) }
    }
    return Agenda(items, policies: policies, window: window, room: room, now: now)
  }

  /// What is new at `now` since an earlier moment, as the room knew it then. The cost grows with what was open and what
  /// happened in between, not with history.
  public func news(since: Instant, now: Instant) throws -> RoomNews {
    var news = RoomNews.Pairs(since: since)
    try eachHistory(inRoom: since..<max(since, now) + 1, with: [], now: now) { history, policies in
      if let meanwhile = try Meanwhile(history, since: since, now: now, policies: policies) { news.add(meanwhile) }
    }
    return RoomNews(news, now: now)
  }

  /// What a session came to: of one that is over as the log stood at its end, of one that goes on as it stands at `now`;
  /// nil of one that has not started. The cost grows with what was open then and what happened since, not with history.
  ///
  /// - Parameter zone: for sessions that do not say where they met.
  public func minutes(of room: Room, zone: Zone, now: Instant) throws -> Minutes? {
    guard var draft = Minutes.Draft(room, zone: zone, now: now) else { return nil }
    let from = min(draft.start.since, draft.started + -AgendaReason.afterlife)
    let window = from..<max(draft.start.since, draft.end) + 1
    try eachHistory(inRoom: window, with: room.named, now: draft.end) { history, policies in
      try draft.add(history, policies)
    }
    return draft.finished()
  }
}
