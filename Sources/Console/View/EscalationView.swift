import EscalationDomain
import Screen

/// One escalation: its clocks, what happened, who to reach, what is known.
struct EscalationView {
  let model: Model
  let place: EscalationPlace
  let layout: EscalationLayout

  init(model: Model, place: EscalationPlace, size: Size) {
    self.model = model
    self.place = place
    layout = EscalationLayout(size, place, model.records[place.id])
  }

  private var record: Record? { model.records[place.id] }

  func draw(on frame: inout Frame) {
    drawHeader(on: &frame)
    guard let record else {
      let body = frame.bounds.inset(columns: 2, rows: 4)
      frame.write("Reading \(place.id) …", at: body.origin, width: body.columns, align: .centre, Style(.muted))
      return
    }
    if let tabs = layout.tabs { drawTabs(record, in: tabs, on: &frame) }
    if let content = layout.content(of: place.pane) { frame.rest = content.origin }
    for pane in EscalationPlace.Pane.allCases {
      guard let rect = layout.panes[pane], let content = layout.content(of: pane) else { continue }
      if layout.tabs == nil {
        let hasKeys = pane == place.pane
        frame.box(
          rect, title: title(of: pane, record), border: Style(hasKeys ? .focus : .border),
          titleStyle: Style(hasKeys ? .title : .label))
      }
      draw(pane, record, in: content, on: &frame)
    }
  }

  private func draw(_ pane: EscalationPlace.Pane, _ record: Record, in rect: Rect, on frame: inout Frame) {
    if pane == .clocks {
      let (table, below) = layout.tabs == nil ? (rect, nil) : withRoomForLatest(rect, clocks: record.clocks.count)
      ClockTable(model: model, clocks: record.clocks, zone: accountZone(record))
        .draw(in: table, selected: place.clock, hasKeys: place.pane == .clocks, on: &frame)
      if let below { drawLatest(record, in: below, on: &frame) }
      return
    }
    let lines = EscalationView.lines(of: pane, model, record, width: rect.columns - 2)
    frame.draw(lines, in: rect, offset: place.offsets[pane] ?? 0)
  }

  /// Where only one pane shows, a few clocks leave room for what happened last.
  private func withRoomForLatest(_ rect: Rect, clocks: Int) -> (table: Rect, below: Rect?) {
    let (table, below) = rect.split(top: clocks + 2)
    return below.rows >= 4 ? (table, below) : (rect, nil)
  }

  private func drawLatest(_ record: Record, in rect: Rect, on frame: inout Frame) {
    let lines = TimelineText.lines(record.timeline, zone: model.viewer.zone, width: rect.columns)
    let used = frame.write("Latest ", at: rect.origin, .label)
    frame.rule(from: rect.point(used, 0), length: rect.columns - used)
    for (row, line) in lines.prefix(rect.rows - 1).enumerated() { frame.write(line, at: rect.point(0, row + 1)) }
  }

  private func title(of pane: EscalationPlace.Pane, _ record: Record) -> String {
    switch pane {
    case .clocks: "\(pane.title) \(record.escalation.openClocks.count) open"
    case .timeline: "\(pane.title) \(record.timeline.count)"
    case .people: "\(pane.title) \(record.escalation.contacts.count)"
    case .details: pane.title
    }
  }

  private func accountZone(_ record: Record) -> Zone {
    model.policies?.timeline(of: record.escalation.account, playbook: record.escalation.playbook)?.calendar.zone
      ?? model.viewer.zone
  }

  /// Lines of text that are longer lose the eye on the way back to the next one.
  private static let longestLine = 110

  /// The lines of a pane that is text.
  static func lines(of pane: EscalationPlace.Pane, _ model: Model, _ record: Record, width: Int) -> [Line] {
    let width = min(width, longestLine)
    return switch pane {
    case .clocks: []
    case .timeline: TimelineText.lines(record.timeline, zone: model.viewer.zone, width: width)
    case .people: RecordText.people(record.escalation, width: width)
    case .details: RecordText.details(record, model, width: width)
    }
  }

  static func lineCount(
    of pane: EscalationPlace.Pane, _ model: Model, _ place: EscalationPlace, _ layout: EscalationLayout
  ) -> Int {
    guard let record = model.records[place.id], let rect = layout.content(of: pane) else { return 0 }
    return lines(of: pane, model, record, width: rect.columns - 2).count
  }

  private func drawTabs(_ record: Record, in rect: Rect, on frame: inout Frame) {
    var column = 1
    for pane in EscalationPlace.Pane.allCases {
      let isHere = pane == place.pane
      let style = isHere ? Style(.title, on: .selection) : Style(.label)
      column += frame.write(" \(title(of: pane, record)) ", at: rect.point(column, 0), style) + 1
    }
  }

  private func drawHeader(on frame: inout Frame) {
    let rect = layout.header
    frame.fill(rect, Style(.header))
    let quiet = Style(.muted, on: .header)
    let clock = "\(Instant.clock(model.viewer.zone.local(model.now).secondOfDay)) \(model.viewer.zone.shortName)"
    frame.write([Span(clock, quiet)], endingAt: rect.endColumn - 1, row: rect.row)
    let position = self.position
    frame.write([Span(position, quiet)], endingAt: rect.endColumn - 1, row: rect.row + 1)
    let room = rect.columns - 3
    guard let subject = model.subject else {
      frame.write(place.id.text, at: rect.point(1, 0), Style(.title, on: .header), maxWidth: room - Width.of(clock) - 2)
      return
    }
    let band = record?.escalation.band ?? model.board.row(place.id)?.band ?? 4
    let grade = grades(subject)
    frame.write(
      [
        Span("\(frame.glyphs.band(band)) \(grade)  ", Style(.band(band), on: .header, .bold)),
        Span("\(subject.id)  ", quiet), Span(subject.title, Style(.title, on: .header)),
      ], at: rect.point(1, 0), maxWidth: room - Width.of(clock) - 2)
    frame.write(account(subject), at: rect.point(1, 1), maxWidth: room - Width.of(position) - 2)
    frame.write(standing(subject), at: rect.point(1, 2), maxWidth: room)
  }

  /// `3 of 41`: its place among the rows that the board shows; empty for one that left it.
  private var position: String {
    let board = model.board
    guard board.selected?.id == place.id else { return "" }
    return "\(board.cursor + 1) of \(board.shown.count)"
  }

  private func grades(_ subject: Subject) -> String {
    guard let record = record?.escalation else { return subject.severity ?? "-" }
    let grades = [record.severity, record.level, record.stage].compactMap { $0 }
    return grades.isEmpty ? "-" : grades.joined(separator: " ")
  }

  private func account(_ subject: Subject) -> [Span] {
    let plain = Style(.header)
    guard let record = record?.escalation else { return [Span(subject.account, plain)] }
    let facts = record.account
    var spans = [Span([facts.name, facts.segment, facts.arr?.short].compactMap { $0 }.joined(separator: " · "), plain)]
    if let renewal = facts.renewal {
      let days = renewal - model.viewer.zone.local(model.now).date
      let words = days < 0 ? "(over)" : days == 0 ? "(today)" : "(in \(days)d)"
      spans.append(Span(" · renews \(renewal) ", plain))
      spans.append(Span(words, Style(days <= 30 ? .warning : .muted, on: .header)))
    }
    if let qbr = facts.qbr { spans.append(Span(" · QBR \(qbr)", plain)) }
    return spans
  }

  private func standing(_ subject: Subject) -> [Span] {
    let quiet = Style(.muted, on: .header)
    let plain = Style(.header)
    let zone = model.viewer.zone
    var spans = [
      Span("owner ", quiet),
      Span(subject.owner ?? "nobody", subject.owner == nil ? Style(.warning, on: .header) : plain),
      Span(" · ", quiet),
    ]
    guard let record = record?.escalation else { return spans + [Span(subject.status.rawValue, plain)] }
    switch record.condition {
    case .paused(let pause, let since):
      let until = pause.until.map { " until \($0.brief(in: zone, now: model.now))" } ?? ""
      spans.append(
        Span("paused \(since.brief(in: zone, now: model.now))\(until): \(pause.reason)", Style(.paused, on: .header)))
    case .open: spans.append(Span(subject.status.rawValue, plain))
    case .resolved(let at), .closed(_, let at), .cancelled(let at):
      spans.append(Span("\(subject.status.rawValue) \(at.words(in: zone))", Style(.success, on: .header)))
    }
    let age = DurationText.minutes(max(0, model.now - record.opened))
    spans.append(Span(" · opened \(record.opened.dayAndTime(in: zone)), \(age) ago", quiet))
    if let needed = record.neededBy {
      spans.append(Span(" · needed by \(needed.brief(in: zone, now: model.now))", quiet))
    }
    return spans
  }
}
