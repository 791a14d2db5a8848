/// What a session of the war room came to: worked out from the log alone, so that it can be written again at any time and
/// is the same.
public struct Minutes: Hashable, Sendable {
  /// Something that somebody has to do by a time.
  public struct Action: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case task
      case blocker
      case milestone
    }
    public var kind: Kind
    public var id: String
    public var title: String
    public var owner: String?
    public var due: Instant?

    /// A question is open as long as nobody has it or nobody knows by when.
    public var isOpenQuestion: Bool { owner == nil || due == nil }
  }

  /// What somebody wrote down about an escalation while the session lasted.
  public struct Line: Hashable, Sendable {
    public var text: String
    public var stamp: Work.Stamp
  }

  public struct Item: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    /// Why it was on the agenda when the session began.
    public var reasons: [AgendaReason]
    /// Seconds before the room.
    public var spent: Int64
    public var decisions: [Line]
    public var actions: [Action]
    /// What else was done about it in the session, as its timeline tells it.
    public var acts: [Line]
    /// What changed between the session before and the beginning of this one.
    public var news: [RecordChange]
    /// Clocks that will pass their deadlines before the next session unless something stops them, and those that have.
    public var atRisk: [AgendaReason]

    public var id: EscalationID { row.id }
    public var wasDiscussed: Bool { spent > 0 }
  }

  public struct Skipped: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    public var stamp: Work.Stamp

    public var id: EscalationID { row.id }
  }

  public var room: Room
  /// In the order of the agenda; what was not talked about is among them.
  public var items: [Item]
  public var skipped: [Skipped]
  /// From the session before to the beginning of this one.
  public var news: RoomNews
  /// The tally of the board at the end.
  public var totals: BoardTotals
  /// When it ended; the present moment of one that goes on.
  public var asOf: Instant

  /// Actions without an owner or without a time, by escalation, in the order of the agenda.
  public var openQuestions: [(id: EscalationID, action: Action)] {
    items.flatMap { item in item.actions.filter(\.isOpenQuestion).map { (item.id, $0) } }
  }
}

extension Minutes {
  /// - Parameters:
  ///   - room: started; what came of one that has not is nothing.
  ///   - records: each that is on its agenda or was skipped, as of `now`.
  ///   - board: every open row as of `now`.
  public init(
    _ room: Room, records: [Recorded], board: [BoardRow], news: RoomNews, window: RoomWindow, policies: PolicyBook,
    zone: Zone, now: Instant
  ) {
    self.room = room
    self.news = news
    asOf = now
    totals = BoardTotals(board, now: now)
    let byID = Dictionary(records.map { ($0.record.id, $0) }, uniquingKeysWith: { first, _ in first })
    let changes = Dictionary(news.records.map { ($0.id, $0.changes) }, uniquingKeysWith: { first, _ in first })
    items = room.agenda.compactMap { id in
      byID[id].map { recorded in
        Minutes.item(recorded, room, changes[id] ?? [], window, policies, zone: zone, now: now)
      }
    }
    skipped = room.skipped.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }.compactMap { id, stamp in
      byID[id].map { Skipped(row: BoardRow($0.record), stamp: stamp) }
    }
  }

  /// A record at the end of a session, as it was at the beginning, and what people did about it in between.
  public struct Recorded: Sendable {
    public var record: Escalation
    public var atStart: Escalation?
    /// Acts alone, without those that were taken back.
    public var events: [Event]

    public init(record: Escalation, atStart: Escalation?, events: [Event]) {
      self.record = record
      self.atStart = atStart
      self.events = events
    }
  }

  private static func item(
    _ recorded: Recorded, _ room: Room, _ news: [RecordChange], _ window: RoomWindow, _ policies: PolicyBook,
    zone: Zone, now: Instant
  ) -> Item {
    let record = recorded.record
    let policy = policies.editions[record.edition] ?? policies.current
    let started = room.started?.at ?? now
    let earlier = recorded.atStart.map { before in
      Agenda.item(before, policies: policies, window: window, room: room, now: started)?.reasons ?? []
    }
    let playbook = policy.playbooks[record.playbook]?.value
    var (decisions, actions, acts): ([Line], [Action], [Line]) = ([], [], [])
    for event in recorded.events {
      let stamp = Work.Stamp(at: event.occurred, by: event.actor, why: event.why)
      switch event.fact {
      case .decisionTaken(let text): decisions.append(Line(text: text, stamp: stamp))
      case .taskAdded(let item): actions.append(Action(item, as: record))
      case .milestoneAdded(let milestone): actions.append(Action(milestone, as: record))
      default: acts.append(Line(text: event.fact.sentence(zone: zone, playbook: playbook), stamp: stamp))
      }
    }
    return Item(
      row: BoardRow(record), reasons: earlier ?? [], spent: room.spent(on: record.id, now: now), decisions: decisions,
      actions: actions, acts: acts, news: news,
      atRisk: record.agendaReasons(policy: policy, window: RoomWindow(since: started, until: window.until), now: now)
        .filter { $0.rule != nil })
  }
}

extension Minutes.Action {
  /// As it stands at the end of the session, for an owner or a time may have come later in it.
  fileprivate init(_ item: ActionItem, as record: Escalation) {
    let now = record.work.tasks.first { $0.task.id == item.id }?.task ?? item
    self.init(
      kind: item.isBlocker ? .blocker : .task, id: item.id, title: now.title, owner: now.owner, due: now.due)
  }

  fileprivate init(_ milestone: Milestone, as record: Escalation) {
    let now = record.work.plan.milestone(milestone.id)?.milestone ?? milestone
    self.init(kind: .milestone, id: now.id, title: now.title, owner: now.owner, due: now.due)
  }
}
