import EscalationDomain
import Screen

/// The selected escalation at a glance, beside the board.
struct PreviewView {
  let model: Model

  func draw(in rect: Rect, on frame: inout Frame) {
    guard let row = model.board.selected else {
      frame.box(rect)
      return
    }
    let room = frame.box(rect, title: "\(row.id) · \(row.account)").inset(columns: 1, rows: 0)
    var lines = Wrap.lines(row.title, width: room.columns).prefix(3).map { [Span($0, .title)] }
    guard let record = model.records[row.id] else {
      lines.append([Span("reading …", .muted)])
      frame.draw(lines, in: room, offset: 0)
      return
    }
    lines += facts(record.escalation, width: room.columns)
    let (top, rest) = room.split(top: min(lines.count + 1, room.rows))
    frame.draw(lines, in: top, offset: 0)
    let open = record.clocks.filter(\.isOpen)
    let height = min(max(2, open.count + 2), rest.rows / 2)
    let (clocks, below) = rest.split(top: height)
    ClockTable(model: model, clocks: open, all: record.clocks, zone: model.viewer.zone)
      .draw(in: clocks, selected: -1, hasKeys: false, on: &frame)
    var text = PlanGlance.lines(record, model, width: below.columns, glyphs: frame.glyphs, atMost: below.rows / 4)
    text += TimelineText.lines(record, model, width: below.columns)
    text += [[], [Span("Details", .label)]] + RecordText.details(record, model, width: below.columns, due: false)
    for (row, line) in text.prefix(below.rows).enumerated() {
      frame.write(line, at: below.point(0, row), maxWidth: below.columns)
    }
  }

  private func facts(_ record: Escalation, width: Int) -> [Line] {
    let account = [record.account.segment, record.account.arr?.short, record.account.renewal.map { "renews \($0)" }]
      .compactMap { $0 }.joined(separator: " · ")
    var lines: [Line] = account.isEmpty ? [] : [[Span(account, .muted)]]
    if let record = model.records[record.id], let due = model.deadlineWords(of: record) {
      lines += wrapped([Span("due ", .label)], due, .text, width: width)
    }
    if case .paused(let pause, _) = record.condition {
      let until = pause.until.map { " until \($0.brief(in: model.viewer.zone, now: model.now))" } ?? ""
      lines += Wrap.lines("paused\(until): \(pause.reason)", width: width).prefix(2).map { [Span($0, .paused)] }
    }
    let people = record.contacts.prefix(2).map(\.summary).joined(separator: ", ")
    if !people.isEmpty { lines.append([Span(people, .muted)]) }
    return lines
  }
}
