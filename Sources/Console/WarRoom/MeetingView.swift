import EscalationDomain
import Screen

/// The escalation that is before the room, large: why it is here, what changed, its clocks, what is to be done today and
/// what the room has said about it.
struct MeetingView {
  let model: Model
  let file: RoomFile

  func draw(in body: Rect, on frame: inout Frame) {
    guard let id = file.room.current, let item = file[id] else { return drawBetween(in: body, on: &frame) }
    let layout = layout(body, item, frame.glyphs)
    drawHead(item, in: layout.head, on: &frame)
    frame.draw(told(item, layout, frame.glyphs), in: layout.left, offset: model.room.meetingOffset)
    drawWork(id, in: layout.right, on: &frame)
    for (lines, rect) in layout.work { frame.draw(lines, in: rect, offset: 0) }
    if let rule = layout.rule { frame.rule(from: rule.origin, length: rule.columns) }
  }

  // MARK: What stands where

  private struct Layout {
    let head: Rect
    /// Why it is here and what was said: scrolls.
    let left: Rect
    /// Its clocks and what is asked today.
    let right: Rect
    /// What is done about it: a column of its own where the screen is wide, below the others where it is high; in a small
    /// one it stands at the end of what scrolls.
    var work: [(lines: [Line], rect: Rect)] = []
    var rule: Rect?
  }

  private func layout(_ body: Rect, _ item: Agenda.Item, _ glyphs: Glyphs) -> Layout {
    let (head, rest) = body.split(top: body.rows >= 24 ? 6 : 4)
    func inner(_ rect: Rect) -> Rect { rect.inset(columns: 1, rows: 0) }
    let work = MeetingWork(model: model, file: file, id: item.id)
    if rest.columns >= 160, rest.rows >= 16 {
      let (left, others) = rest.split(left: rest.columns / 3)
      let (middle, right) = others.split(left: others.columns / 2)
      let width = inner(right).columns
      let most = max(3, (rest.rows - 24) / 4)
      let lines =
        work.work(width: width, atMost: most, glyphs) + work.words(width: width)
        + work.next(width: width, atMost: most, glyphs)
      return Layout(head: head, left: inner(left), right: inner(middle), work: [(lines, inner(right))])
    }
    guard rest.rows >= 20 else {
      let (left, right) = rest.split(left: rest.columns / 2)
      return Layout(head: head, left: inner(left), right: inner(right))
    }
    let half = inner(rest.split(left: rest.columns / 2).left).columns
    let (one, two) = (work.work(width: half, glyphs), work.words(width: half) + work.next(width: half, glyphs))
    let (upper, lower) = rest.split(bottom: min(max(one.count, two.count) + 1, rest.rows / 2))
    let (left, right) = upper.split(left: upper.columns / 2)
    let (first, second) = lower.split(top: 1).rest.split(left: lower.columns / 2)
    return Layout(
      head: head, left: inner(left), right: inner(right), work: [(one, inner(first)), (two, inner(second))],
      rule: inner(lower).line(0))
  }

  /// What this session said about it, the newest first, why it is here and what changed.
  private func told(_ item: Agenda.Item, _ layout: Layout, _ glyphs: Glyphs) -> [Line] {
    let width = layout.left.columns - 2
    let text = RoomText(model: model, file: file)
    var lines: [Line] = []
    if let record = model.records[item.id] {
      let said = text.said(record, width: width, glyphs)
      if !said.isEmpty { lines += [[Span("In this session", .label)]] + said + [[]] }
    }
    lines += [[Span("Why", .label)]] + text.why(item, width: width, glyphs: glyphs)
    if item.reasons.isEmpty { lines.append([Span("nothing asks for it now", .muted)]) }
    let changes = text.changes(item.id, width: width, glyphs)
    lines += [[], [Span("Since the last one", .label)]]
    lines += changes.isEmpty ? [[Span("nothing changed", .muted)]] : changes
    guard layout.work.isEmpty else { return lines }
    let work = MeetingWork(model: model, file: file, id: item.id)
    return lines + [[]] + work.work(width: width, glyphs) + work.words(width: width) + work.next(width: width, glyphs)
  }

  /// Lines of what scrolls, and how many of them show at once.
  var extent: (lines: Int, page: Int) {
    guard let item = file.room.current.flatMap({ file[$0] }) else { return (0, 1) }
    let layout = layout(RoomView.body(model.size), item, .unicode)
    return (told(item, layout, .unicode).count, max(1, layout.left.rows))
  }

  // MARK: Its parts

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
      Span(clock.label, .label), Span("  "), Span(face.left, Style(face.role, .bold)), Span("  \(face.due)", .muted),
    ]
    if box.rows >= 4, box.columns >= 90, frame.glyphs.ellipsis != Glyphs.ascii.ellipsis,
      let large = LargeText.lines(face.left)
    {
      let width = large.map { Width.of($0) }.max() ?? 0
      for (row, text) in large.enumerated() {
        // In the words beside them is the colour: an alarm's ground would fill the gaps in the digits.
        frame.write(text, at: box.point(box.columns - width, row + box.rows - LargeText.rows), .title)
      }
      frame.write(facts, at: box.point(0, 1), maxWidth: box.columns - width - 3)
      frame.write(words, at: box.point(0, box.rows - 1), maxWidth: box.columns - width - 3)
      return
    }
    let isBelow = box.rows >= 4
    frame.write(facts, at: box.point(0, 1), maxWidth: isBelow ? box.columns : max(0, box.columns - words.width - 2))
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
    let shown = clocks.prefix(max(1, min(rect.rows / 3, 9)))
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
        Span("Today", .label), Span(" "),
        Span(items.isEmpty ? "nothing is asked" : open == 0 ? "all is answered" : "\(open) open", .muted),
      ], at: below.origin, maxWidth: below.columns)
    frame.draw(
      list.rows(items, from: 0, width: below.columns - 4), in: below.split(top: 1).rest,
      selected: model.room.cursor(.meeting), hasKeys: true)
  }

  private func key(_ id: ConsoleCommand.ID) -> String { model.keyName(id, in: .room) }

  /// A break, or the end of the agenda.
  private func drawBetween(in body: Rect, on frame: inout Frame) {
    let room = file.room
    if case .adjourned = room.condition {
      return RoomView.drawEmpty(
        "A break", "No time counts. \(key(.adjourn)) goes on where the room was; \(key(.endRoom)) ends the session.",
        in: body, on: &frame)
    }
    let (title, text) =
      room.next == nil
      ? (
        "The agenda is through",
        "\(key(.endRoom)) ends the session, \(key(.addToAgenda)) adds to it, \(key(.previousPane)) shows the minutes as "
          + "they stand."
      ) : ("Nothing is before the room", "\(key(.nextOnAgenda)) takes the next on the agenda.")
    RoomView.drawEmpty(title, text, in: body, on: &frame)
  }
}
