/// What a session of the war room came to: worked out from the log alone, as it stood when the session ended, so that
/// it can be written again at any time and is the same.
public struct Minutes: Hashable, Sendable {
  /// Something that somebody has to do by a time.
  public struct Action: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
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
    /// Not there where the room decided about it without having it on the agenda.
    public var isOnAgenda: Bool
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
    /// Deadlines that pass before the next session unless something stops their clocks, and those that have passed.
    public var atRisk: [AgendaReason]

    public var id: EscalationID { row.id }
    public var wasDiscussed: Bool
  }

  public struct Skipped: Hashable, Sendable, Identifiable {
    public var row: BoardRow
    public var stamp: Work.Stamp

    public var id: EscalationID { row.id }
  }

  /// An action with the escalation that it is about.
  public struct Question: Hashable, Sendable {
    public var id: EscalationID
    public var action: Action
  }

  public var room: Room
  /// Where the room met.
  public var zone: Zone
  /// In the order of the agenda, with what was not talked about; what was never on it behind.
  public var items: [Item]
  public var skipped: [Skipped]
  /// From the session before to the beginning of this one.
  public var news: RoomNews
  /// The tally of the board at the end.
  public var totals: BoardTotals
  /// When it ended; the present moment of one that goes on.
  public var asOf: Instant

  /// Actions without an owner or without a time, in the order of the agenda.
  public var openQuestions: [Question] {
    items.flatMap { item in item.actions.filter(\.isOpenQuestion).map { Question(id: item.id, action: $0) } }
  }
}

extension Minutes {
  /// Takes the logs in one after the other; only what the minutes tell of them is kept.
  struct Draft {
    let room: Room
    let zone: Zone
    let start: RoomStart
    let started: Instant
    let end: Instant
    private var items: [EscalationID: Item] = [:]
    private var skipped: [EscalationID: BoardRow] = [:]
    private var board: [BoardRow] = []
    private var news: RoomNews.Pairs
    private let tabled: Set<EscalationID>
    private let discussed: Set<EscalationID>

    /// Nil for a session that has not started: nothing came of it.
    init?(_ room: Room, zone: Zone, now: Instant) {
      guard let start = room.start, let started = room.started?.at else { return nil }
      (self.room, self.start, self.started) = (room, start, started)
      self.zone = start.zone ?? zone
      end = room.ended ?? now
      news = RoomNews.Pairs(since: start.since)
      (tabled, discussed) = (Set(room.tabled), room.discussed)
    }

    /// O(what its reasons and changes cost), and up to three replays of it.
    mutating func add(_ whole: History, _ policies: PolicyBook) throws {
      let log = whole.through(room.through ?? .max).until(end)
      guard let record = try Escalation.replayIfOpened(log, policies: policies, now: end) else { return }
      let row = BoardRow(record)
      if record.status.isOpen { board.append(row) }
      let atStart = log.through(start.through ?? .max).known(at: started)
      let earlier = try Escalation.replayIfOpened(atStart, policies: policies, now: started)
      let changes = try earlier.map { try self.changes(of: $0, atStart, policies) } ?? []
      let inRoom = Said(log, before: atStart, zone: zone, record: record, policies)
      if room.skipped[record.id] != nil { skipped[record.id] = row }
      let isOnAgenda = tabled.contains(record.id)
      // What is decided while the room sits is the room's, wherever it comes from.
      guard isOnAgenda || !inRoom.decisions.isEmpty else { return }
      let ahead = RoomWindow(since: started, until: start.until)
      let policy = policies.editions[record.edition] ?? policies.current
      let why = earlier.flatMap {
        let window = RoomWindow(since: start.since, until: start.until)
        return Agenda.item($0, policies: policies, window: window, room: room, now: started)?.reasons
      }
      items[record.id] = Item(
        row: row, isOnAgenda: isOnAgenda, reasons: why ?? [], spent: room.spent(on: record.id, now: end),
        decisions: inRoom.decisions, actions: inRoom.actions, acts: inRoom.acts, news: changes,
        atRisk: record.agendaReasons(policy: policy, window: ahead, now: end)
          .filter { $0.rule != nil && $0.kind != .watch },
        wasDiscussed: discussed.contains(record.id))
    }

    private mutating func changes(
      of record: Escalation, _ log: History, _ policies: PolicyBook
    ) throws -> [RecordChange] {
      let known = log.known(at: start.since)
      let before = try Escalation.replayIfOpened(known, policies: policies, now: start.since)
      let old = Set(known.events.map(\.sequence))
      let events = log.effective.filter { !old.contains($0.sequence) }
      news.add(before: before, after: record, events)
      return record.changes(since: before, events)
    }

    /// O(n log n).
    func finished() -> Minutes {
      let order = room.tabled
      let others = items.values.filter { !$0.isOnAgenda }.sorted { BoardRow.boardOrder($0.row, $1.row) }
      let skips = room.skipped.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
      return Minutes(
        room: room, zone: zone, items: order.compactMap { items[$0] } + others,
        skipped: skips.compactMap { id, stamp in skipped[id].map { Skipped(row: $0, stamp: stamp) } },
        news: RoomNews(news, now: started), totals: BoardTotals(board, now: end), asOf: end)
    }
  }

  /// What people wrote down about one escalation while the session lasted.
  private struct Said {
    var decisions: [Line] = []
    var actions: [Action] = []
    var acts: [Line] = []

    init(_ log: History, before: History, zone: Zone, record: Escalation, _ policies: PolicyBook) {
      let policy = policies.editions[record.edition] ?? policies.current
      let playbook = policy.playbooks[record.playbook]?.value
      let old = Dictionary(before.events.map { ($0.sequence, $0) }, uniquingKeysWith: { first, _ in first })
      let voided = log.voided
      for event in log.events where event.source == .act && old[event.sequence] == nil {
        if voided.contains(event.sequence) { continue }
        let stamp = Work.Stamp(at: event.occurred, by: event.actor, why: event.why)
        func tell(_ text: String) { acts.append(Line(text: text, stamp: stamp)) }
        switch event.fact {
        case .decisionTaken(let text): decisions.append(Line(text: text, stamp: stamp))
        case .taskAdded(let item): actions.append(Action(item, as: record))
        case .milestoneAdded(let milestone): actions.append(Action(milestone, as: record))
        case .undone(let number):
          // What was done and taken back within the session left nothing.
          if let taken = old[number] { tell("took back: \(taken.fact.sentence(zone: zone, playbook: playbook))") }
        default: tell(event.fact.sentence(zone: zone, playbook: playbook))
        }
      }
    }
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
