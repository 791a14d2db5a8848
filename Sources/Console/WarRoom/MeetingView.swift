import EscalationDomain
import Screen

/// The escalation that is before the room, large: why it is here, what changed, its clocks, what is to be done today and
/// what the room has said about it.
struct MeetingView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    let room = file.room
    guard let id = room.current, let item = file[id] else { return drawBetween(in: body, on: &frame) }
    let (top, rest) = body.split(top: body.rows >= 24 ? 6 : 4)
    drawHead(item, in: top, on: &frame)
    let text = RoomText(model: model, file: file)
    let (left, right) = rest.split(left: rest.columns / 2)
    let inner = left.inset(columns: 1, rows: 0)
    var lines: [Line] = [[Span("Why", .label)]] + text.why(item, width: inner.columns, glyphs: frame.glyphs)
    if item.reasons.isEmpty { lines.append([Span("nothing asks for it now", .muted)]) }
    let changes = text.changes(id, width: inner.columns, frame.glyphs)
    lines += [[], [Span("Since the last one", .label)]]
    lines += changes.isEmpty ? [[Span("nothing changed", .muted)]] : changes
    var said: [Line] = []
    if let record = model.records[id] { said = text.said(record, width: inner.columns, frame.glyphs) }
    let heard: [Line] = said.isEmpty ? [] : [[Span("In this session", .label)]] + said.suffix(max(1, inner.rows / 3))
    let (upper, lower) = inner.split(bottom: min(heard.count, inner.rows / 2))
    frame.draw(lines, in: upper, offset: 0)
    for (row, line) in heard.prefix(lower.rows).enumerated() {
      frame.write(line, at: lower.point(0, row), maxWidth: lower.columns)
    }
    drawWork(id, in: right.inset(columns: 1, rows: 0), on: &frame)
  }

  /// The customer and what it is about, and the clock that presses most.
  private func drawHead(_ item: Agenda.Item, in rect: Rect, on frame: inout Frame) {
    let row = model.board.row(item.id) ?? item.row
    let box = frame.box(rect, border: Style(.focus)).inset(columns: 1, rows: 0)
    frame.write(
      RoomView.lead(row, frame.glyphs) + [Span("  \(row.title)", Style.text)], at: box.origin, maxWidth: box.columns)
    let facts = RoomText(model: model, file: file).facts(row)
    guard let clock = row.clock else {
      frame.write(facts, at: box.point(0, 1), maxWidth: box.columns)
      return
    }
    let face = ClockFace(
      clock, now: model.now, zone: model.viewer.zone, policies: model.policies, glyphs: frame.glyphs)
    let words: Line = [
      Span("\(clock.label)  ", .label), Span(face.left, Style(face.role, .bold)), Span("  \(face.due)", .muted),
    ]
    let width = words.reduce(0) { $0 + Width.of($1.text) }
    let isBelow = box.rows >= 4
    frame.write(facts, at: box.point(0, 1), maxWidth: isBelow ? box.columns : max(0, box.columns - width - 2))
    if isBelow {
      frame.write(words, at: box.point(0, 3), maxWidth: box.columns)
    } else {
      frame.write(words, endingAt: box.endColumn, row: box.row + 1)
    }
  }

  /// Clocks above, today's checklist below.
  private func drawWork(_ id: EscalationID, in rect: Rect, on frame: inout Frame) {
    let items = file.checklist(of: id)
    let clocks = model.records[id]?.escalation.openClocks.sorted { ($0.deadline ?? .max) < ($1.deadline ?? .max) } ?? []
    let shown = clocks.prefix(max(1, min(rect.rows / 3, 6)))
    frame.write("Clocks", at: rect.origin, .label)
    if clocks.isEmpty {
      let word = model.records[id] == nil ? "reading …" : "none runs"
      frame.write(word, at: rect.point(8, 0), .muted)
    }
    for (row, clock) in shown.enumerated() {
      let face = ClockFace(
        clock, now: model.now, zone: model.viewer.zone, policies: model.policies, glyphs: frame.glyphs)
      let line = rect.line(row + 1)
      frame.write(clock.label, at: line.origin, Style.text, maxWidth: line.columns - 11)
      face.drawLeft(at: line.point(line.columns - 10, 0), width: 10, on: .text, on: &frame)
    }
    if clocks.count > shown.count {
      frame.write("+\(clocks.count - shown.count)", at: rect.point(7, 0), .muted)
    }
    let below = rect.split(top: shown.count + 2).rest
    let list = ChecklistView(model: model, file: file)
    let open = items.count(where: \.isOpen)
    frame.write(
      [
        Span("Today ", .label),
        Span(items.isEmpty ? "nothing is asked" : open == 0 ? "all is answered" : "\(open) open", .muted),
      ], at: below.origin, maxWidth: below.columns)
    frame.draw(
      list.rows(items, from: 0, width: below.columns - 4), in: below.split(top: 1).rest,
      selected: model.room.cursor(.meeting), hasKeys: true)
  }

  /// A break, or the end of the agenda.
  private func drawBetween(in body: Rect, on frame: inout Frame) {
    let room = file.room
    if case .adjourned = room.condition {
      return RoomView.drawEmpty(
        "A break", "No time counts. B goes on where the room was; Q ends the session.", in: body, on: &frame)
    }
    let (title, text) =
      room.next == nil
      ? ("The agenda is through", "Q ends the session, A adds to it, tab shows the minutes as they stand.")
      : ("Nothing is before the room", "J takes the next on the agenda.")
    RoomView.drawEmpty(title, text, in: body, on: &frame)
  }
}
