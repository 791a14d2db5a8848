import EscalationDomain
import Screen

/// What is done about the escalation before the room, in lines: its plan, what is open, the last word to the customer, who
/// is in it, and what the room turns to next.
struct MeetingWork {
  let model: Model
  let file: RoomFile
  let id: EscalationID

  private var zone: Zone { model.viewer.zone }
  private var now: Instant { model.now }
  private var record: Record? { model.records[id] }

  /// Plan, tasks and blockers.
  ///
  /// - Parameter limit: milestones at the most.
  func work(width: Int, atMost limit: Int = 3, _ glyphs: Glyphs) -> [Line] {
    guard let record else { return [] }
    var lines = PlanGlance.lines(record, model, width: width, glyphs: glyphs, atMost: limit)
    if lines.isEmpty { lines = [[Span("Plan", .label), Span("  nothing is left to do", .muted)], []] }
    let open = record.escalation.work.tasks.filter(\.isOpen).map(\.task)
      .sorted { ($0.isBlocker ? 0 : 1, $0.due ?? .max, $0.id) < ($1.isBlocker ? 0 : 1, $1.due ?? .max, $1.id) }
    guard !open.isEmpty else { return lines + [[Span("Tasks", .label), Span("  none is open", .muted)], []] }
    let blockers = open.count(where: \.isBlocker)
    let tasks = open.count - blockers
    let counts = [(tasks, "task"), (blockers, "blocker")].filter { $0.0 > 0 }
      .map { "\($0.0) \($0.1)\($0.0 == 1 ? "" : "s")" }
    lines.append([Span("Open", .label), Span("  \(counts.joined(separator: ", "))", .muted)])
    return lines + open.flatMap { line($0, width: width, glyphs) } + [[]]
  }

  /// `blocker T2 No access · Legal   1h 55m`.
  private func line(_ item: ActionItem, width: Int, _ glyphs: Glyphs) -> [Line] {
    let face = DueFace(item.due, now: now)
    let left = item.due == nil ? "no date" : face.left
    let mark =
      item.isBlocker ? Span("\(glyphs.paused)", Style(.warning)) : Span("\(glyphs.open)", Style(.muted))
    let owner = item.owner.map { Span(" · \($0)", .muted) } ?? Span(" · nobody", .warning)
    let room = max(0, width - 2 - Width.of(item.id) - 1 - Width.of(owner.text) - Width.of(left) - 1)
    let title = Fit.truncated(item.title, to: room, ellipsis: glyphs.ellipsis)
    let blank = String(repeating: " ", count: max(0, room - Width.of(title)) + 1)
    return [
      [
        mark, Span(" \(item.id) ", .muted), Span(title), owner, Span(blank),
        Span(left, item.due == nil ? Style(.muted) : Style(face.role)),
      ]
    ]
  }

  /// The last word to the customer with its text, and who is in it.
  func words(width: Int) -> [Line] {
    guard let record else { return [] }
    var lines: [Line] = []
    if let (event, text) = lastWord(record) {
      let when = event.occurred.brief(in: zone, now: now)
      lines.append([Span("Last word to the customer", .label), Span("  \(when), \(event.actor)", .muted)])
      lines += Wrap.lines(text, width: width).prefix(6).map { [Span($0)] }
    } else {
      lines.append([Span("Last word to the customer", .label), Span("  none yet", .warning)])
    }
    lines.append([])
    let roles = record.escalation.work.roles.sorted { $0.key < $1.key }.map { "\($0.value), \($0.key)" }
    let people = roles + record.escalation.contacts.prefix(3).map(\.summary)
    if !people.isEmpty {
      lines.append([Span("People", .label)])
      lines += people.prefix(6).map { [Span(Fit.truncated($0, to: width))] } + [[]]
    }
    return lines
  }

  private func lastWord(_ record: Record) -> (Event, String)? {
    for event in record.history.effective.reversed() {
      switch event.fact {
      case .updated(let update): return (event, update.text)
      case .acknowledged(let note): return (event, note?.nonEmpty ?? "a first response, without a text")
      case .messageSent(let message) where message.audience == .customer:
        return (event, [message.subject.nonEmpty, message.body.nonEmpty].compactMap(\.self).joined(separator: "\n"))
      default: break
      }
    }
    return nil
  }

  /// What the room turns to next, a few lines of it.
  func next(width: Int, atMost limit: Int = 3, _ glyphs: Glyphs) -> [Line] {
    guard let first = file.room.next else {
      return [[Span("Next", .label), Span("  nothing; the agenda is through", .muted)]]
    }
    let discussed = file.room.discussed
    let others = file.items.map(\.id).filter { $0 != first && $0 != id && !discussed.contains($0) }
    let key = model.keyName(.nextOnAgenda, in: .room)
    let left = others.count >= limit ? ", \(others.count - limit + 1) more" : ""
    return [[Span("Next", .label), Span("  \(key)\(left)", .muted)]]
      + ([first] + others.prefix(limit - 1)).compactMap { file[$0] }.flatMap { item -> [Line] in
        let why = item.reasons.first.map { " · \($0.short(zone: zone, now: now))" } ?? ""
        let words = Fit.truncated("\(item.row.account)\(why)", to: width - 10, ellipsis: glyphs.ellipsis)
        return [
          [
            Span("\(glyphs.band(item.row.band)) \(item.row.grade)", Style(.band(item.row.band))),
            Span(" \(item.row.id) ", .muted), Span(words),
          ]
        ]
      }
  }
}
