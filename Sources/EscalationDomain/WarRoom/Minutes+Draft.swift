extension Minutes {
  /// Takes the logs in one after the other; only what the minutes tell of them is kept.
  struct Draft {
    let room: Room
    let zone: Zone
    let start: RoomStart
    let started: Instant
    let end: Instant
    private var items: [EscalationID: Item] = [:]
    private var skipped: [EscalationID: Skipped] = [:]
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

    /// O(what its reasons and changes cost), and up to three replays of it; one more of what opened in the session.
    mutating func add(_ whole: History, _ policies: PolicyBook) throws {
      let log = whole.through(room.through ?? .max).until(end)
      guard let record = try Escalation.replayIfOpened(log, policies: policies, now: end) else { return }
      let row = BoardRow(record)
      if record.status.isOpen { board.append(row) }
      let policy = policies.editions[record.edition] ?? policies.current
      let atStart = log.through(start.through ?? .max).known(at: started)
      let earlier = try Meanwhile(atStart, since: start.since, now: started, policies: policies)
      if let earlier { news.add(earlier) }
      let session = try SessionActs(
        log, after: atStart, from: earlier?.after, to: record, began: started, policies: policies, zone: zone)
      // What is written down while the room sits is the room's, wherever it comes from.
      let (isOnAgenda, skip) = (tabled.contains(record.id), room.skipped[record.id])
      guard isOnAgenda || skip != nil || session.isAboutIt else { return }
      let ahead = ahead(of: record, policy)
      if let skip { skipped[record.id] = Skipped(row: row, stamp: skip, ahead: ahead) }
      guard isOnAgenda || session.isAboutIt else { return }
      items[record.id] = Item(
        row: row, isOnAgenda: isOnAgenda, reasons: reasons(of: earlier?.after, policies),
        spent: room.spent(on: record.id, now: end), decisions: session.decisions, actions: session.actions,
        acts: session.acts, news: earlier?.changes ?? [], ahead: ahead, wasDiscussed: discussed.contains(record.id))
    }

    private func reasons(of record: Escalation?, _ policies: PolicyBook) -> [AgendaReason] {
      guard let record else { return [] }
      let window = RoomWindow(since: start.since, until: start.until)
      return Agenda.item(record, policies: policies, window: window, room: room, now: started)?.reasons ?? []
    }

    /// Only what runs is at risk: what was met late in the session is over.
    private func ahead(of record: Escalation, _ policy: Policy) -> Ahead {
      let reasons = record.agendaReasons(policy: policy, window: RoomWindow(since: end, until: start.until), now: end)
      let atRisk = reasons.filter { $0.rule != nil && $0.kind != .watch }.map { reason in
        var reason = reason
        reason.isNews = reason.breached.map { $0 >= started } ?? false
        return reason
      }
      return Ahead(atRisk: atRisk, questions: record.openActions.filter(\.isOpenQuestion))
    }

    /// O(n log n).
    func finished() -> Minutes {
      let others = items.values.filter { !$0.isOnAgenda }.sorted { BoardRow.boardOrder($0.row, $1.row) }
      let skips = room.skipped.sorted { ($0.value.at, $0.key) < ($1.value.at, $1.key) }
      var minutes = Minutes(
        room: room, zone: zone, items: room.tabled.compactMap { items[$0] } + others,
        skipped: skips.compactMap { skipped[$0.key] }, news: RoomNews(news, now: started),
        totals: BoardTotals(board, now: end), asOf: end)
      minutes.tellAccountsOnce()
      return minutes
    }
  }

  /// What changes of an account is written into each of its logs.
  private mutating func tellAccountsOnce() {
    var told: Set<[String]> = []
    for index in items.indices {
      let account = items[index].row.account
      items[index].acts.removeAll { $0.isOfAccount && !told.insert([account, $0.text]).inserted }
    }
  }
}
