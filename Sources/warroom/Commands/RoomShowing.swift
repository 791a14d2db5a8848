import ArgumentParser
import EscalationDomain
import Interchange

extension WarRoomCommand {
  struct Showing: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "show", abstract: "Show how the session stands, with its board and its agenda.",
      discussion: """
        With --as-of it replays a past moment: the session, the board and the agenda as the room had them then, without \
        what was written down later. Nothing can be changed.
        """)
    @Flag(help: "As JSON.") var json = false
    @OptionGroup var global: GlobalOptions

    func run() throws {
      let context = try RoomContext(try global.session())
      let (session, room) = (context.session, context.room)
      let board = try context.store.board(now: session.now)
      let policies = try context.store.policies()
      let agenda = try context.agenda(room.start.map { RoomWindow(since: $0.since, until: $0.until) })
      let isReplay = session.options.knownAt != nil
      let text = RoomText(room, zone: session.zone, now: session.now)
      let totals = BoardTotals(board.rows, now: session.now)
      if json {
        let items = Dictionary(agenda.items.map { ($0.id, $0) }) { first, _ in first }
        let reasons = { (id: EscalationID) -> JSONValue in
          .list(
            (items[id]?.reasons ?? []).map { AgendaJSON.reason($0, zone: session.zone, now: session.now) })
        }
        let rows = board.rows.map { row in
          EscalationJSON.row(row, policy: row.clock.flatMap { try? policies.policy($0.edition) }, now: session.now)
        }
        let ids = room.started == nil ? agenda.items.map(\.id) : room.agenda
        return Output.json(
          try text.json(context.store, agenda: ids, reasons: reasons).adding([
            "now": .maybe(session.now), "last": .maybe(context.last?.id.text),
            "board": RoomJSON.board(totals, escalations: isReplay ? rows : nil),
          ]))
      }
      var lines = (isReplay ? ["As of \(session.now.words(in: session.zone))"] : []) + text.head
      if room.started == nil, let last = context.last { lines.append(text.told(last)) }
      lines.append(text.board(totals))
      if isReplay { lines += text.rows(board) }
      if room.started == nil {
        lines += [""] + AgendaText(zone: session.zone).lines(agenda)
      } else {
        lines += text.lines(agenda, try text.rows(context.store, of: room.agenda))
        lines += try beforeTheRoom(context, policies)
      }
      for line in lines { Output.line(Output.visible(line)) }
    }

    /// What is asked today of what is before the room.
    private func beforeTheRoom(_ context: RoomContext, _ policies: PolicyBook) throws -> [String] {
      let (session, room) = (context.session, context.room)
      guard let id = room.current, let history = try context.store.history(of: id),
        let record = try Escalation.replayIfOpened(history, policies: policies, now: session.now)
      else { return [] }
      let policy = policies.editions[record.edition] ?? policies.current
      var lines: [String] = []
      if let today = DailyChecklist.Group(record, history, policy: policy, now: session.now) {
        lines += ["", "Asked of \(id) today"]
        lines += today.items.map { "- \($0.sentence(zone: session.zone, now: session.now))" }
      }
      if let review = record.stageReview(under: policy, now: session.now), let start = room.start,
        review.isDue(by: start.until)
      {
        lines += ["", "Review of \(id), stage \(review.stage)"]
        lines += ReviewText(zone: session.zone, now: session.now).lines(review)
      }
      return lines
    }
  }
}
