/// All that a console shows of a session of the war room, as of one moment: of one that has not started its agenda as it
/// comes, of one that has the agenda as it was frozen, each item with what asks for attention now.
public struct RoomFile: Hashable, Sendable {
  public var room: Room
  /// The session that started before it.
  public var last: Room?
  /// Where a session that starts now is written down.
  public var starting: RoomID
  public var window: RoomWindow
  /// What is new since the session before.
  public var news: RoomNews
  /// What the room must do today; what this session has answered stays listed.
  public var checklist: DailyChecklist
  public var skipped: [Agenda.Skipped]
  /// What people said, else what the playbooks on the agenda say.
  public var timebox: RoomTimebox
  public var asOf: Instant
  private let byID: [EscalationID: Agenda.Item]
  /// As the agenda would come now, in its order.
  private let coming: [EscalationID]

  init(
    sessions: RoomSessions, agenda: Agenda, others: [Agenda.Item], news: RoomNews, checklist: DailyChecklist,
    policy: Policy
  ) {
    timebox = sessions.room.timebox ?? RoomTimebox(for: agenda, policy: policy)
    (room, last, starting, window) = (sessions.room, sessions.last, sessions.starting, agenda.window)
    (self.news, self.checklist, skipped, asOf) = (news, checklist, agenda.skipped, agenda.asOf)
    coming = agenda.items.map(\.id)
    byID = Dictionary(
      (agenda.items + others + agenda.skipped.map(\.item)).map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The session that facts are written down about: what starts one bears the date of now.
  public func room(for facts: [RoomFact]) -> RoomID {
    let starts = facts.contains { if case .started = $0 { true } else { false } }
    return starts && room.started == nil ? starting : room.id
  }

  public subscript(id: EscalationID) -> Agenda.Item? { byID[id] }

  /// In the order in which they are gone through. O(agenda).
  public var items: [Agenda.Item] {
    room.started == nil ? coming.compactMap { byID[$0] } : room.agenda.compactMap { byID[$0] }
  }

  /// What asks for attention by now and is not on the agenda of a session that has started. O(agenda).
  public var arrivals: [Agenda.Item] {
    guard room.started != nil else { return [] }
    let tabled = Set(room.agenda)
    return coming.filter { !tabled.contains($0) && room.skipped[$0] == nil }.compactMap { byID[$0] }
  }

  public func news(of id: EscalationID) -> [RecordChange] { news.records.first { $0.id == id }?.changes ?? [] }

  public func checklist(of id: EscalationID) -> [DailyChecklist.Item] {
    checklist.groups.first { $0.id == id }?.items ?? []
  }
}

extension RecordReading where Self: RoomStoring {
  /// The session of a moment with all that is known for it. The cost grows with what is open and what happened since the
  /// session before, not with history.
  ///
  /// - Parameter zone: where the room meets.
  public func roomFile(zone: Zone, policies: PolicyBook, now: Instant) throws -> RoomFile {
    let sessions = try sessions(around: now, zone: zone, policy: policies.current)
    let room = sessions.room
    let window =
      room.start.map { RoomWindow(since: $0.since, until: $0.until) }
      ?? RoomWindow(now: now, date: room.id.date, zone: zone, last: sessions.last, policy: policies.current)
    let tabled = Set(room.agenda + room.skipped.keys)
    var records: [Escalation] = []
    var others: [Agenda.Item] = []
    var groups: [DailyChecklist.Group] = []
    var news = RoomNews.Pairs(since: window.since)
    let from = min(window.since, now + -AgendaReason.afterlife)
    try eachHistory(inRoom: from..<max(window.since, now) + 1, with: room.named, now: now) { history, book in
      guard let record = try Escalation.replayIfOpened(history, policies: book, now: now) else { return }
      news.add(try Meanwhile(record, history, since: window.since, policies: book))
      let policy = book.editions[record.edition] ?? book.current
      let group = DailyChecklist.Group(record, history, policy: policy, answered: room.started?.at, now: now)
      if let group { groups.append(group) }
      if Agenda.item(record, policies: policies, window: window, room: room, now: now) != nil {
        records.append(record)
      } else if tabled.contains(record.id) {
        others.append(Agenda.Item(row: BoardRow(record), reasons: [], isPinned: false))
      }
    }
    return RoomFile(
      sessions: sessions,
      agenda: Agenda(records, policies: policies, window: window, room: room, now: now), others: others,
      news: RoomNews(news, now: now), checklist: DailyChecklist(groups, now: now), policy: policies.current)
  }
}
