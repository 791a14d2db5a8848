import EscalationDomain
import Screen

/// One escalation: its clocks, what is to be done, what happened, who to reach, what is known.
struct EscalationView {
  let model: Model
  let place: EscalationPlace
  let layout: EscalationLayout
  private let work: WorkList?
  private let plan: PlanList?
  private let people: PeopleList?

  init(model: Model, place: EscalationPlace, size: Size) {
    self.model = model
    self.place = place
    work = model.records[place.id].flatMap { model.work(of: $0) }
    plan = model.records[place.id].map { model.plan(of: $0) }
    people = model.records[place.id].flatMap { model.people(of: $0) }
    layout = EscalationLayout(
      size, place, model.records[place.id], work: work?.lineCount ?? 0, plan: plan?.shownRows ?? 0,
      people: people?.lineCount ?? 0)
  }

  var record: Record? { model.records[place.id] }

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
      guard let rect = layout.panes[pane], rect.rows > 0, let content = layout.content(of: pane) else { continue }
      frame.mark(rect, as: Clickable.pane(pane))
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
      ClockTable(model: model, clocks: record.clocks, all: record.clocks, zone: accountZone(record))
        .draw(in: table, selected: place.clock, hasKeys: place.pane == .clocks, on: &frame)
      if let below { drawLatest(record, in: below, on: &frame) }
      return
    }
    if pane == .work {
      guard let work else { return }
      WorkPane(model: model, list: work, cursor: place.work).draw(in: rect, hasKeys: place.pane == .work, on: &frame)
      return
    }
    if pane == .plan {
      guard let plan else { return }
      PlanPane(model: model, list: plan, cursor: place.plan).draw(in: rect, hasKeys: place.pane == .plan, on: &frame)
      return
    }
    if pane == .people {
      guard let people else { return }
      PeoplePane(model: model, list: people, cursor: place.people)
        .draw(in: rect, hasKeys: place.pane == .people, on: &frame)
      return
    }
    let lines = EscalationView.lines(
      of: pane, model, record, width: rect.columns - 2, ascii: frame.glyphs.horizontal.isASCII)
    frame.draw(lines, in: rect, offset: place.offsets[pane] ?? 0)
  }

  /// Where only one pane shows, a few clocks leave room for what happened last.
  private func withRoomForLatest(_ rect: Rect, clocks: Int) -> (table: Rect, below: Rect?) {
    let (table, below) = rect.split(top: clocks + 2)
    return below.rows >= 4 ? (table, below) : (rect, nil)
  }

  private func drawLatest(_ record: Record, in rect: Rect, on frame: inout Frame) {
    let lines = TimelineText.lines(record, model, width: rect.columns)
    let used = frame.write("Latest ", at: rect.origin, .label)
    frame.rule(from: rect.point(used, 0), length: rect.columns - used)
    for (row, line) in lines.prefix(rect.rows - 1).enumerated() { frame.write(line, at: rect.point(0, row + 1)) }
  }

  private func title(of pane: EscalationPlace.Pane, _ record: Record) -> String {
    switch pane {
    case .clocks: "\(pane.title) \(record.escalation.openClocks.count) open"
    case .work: workTitle
    case .plan: planTitle
    case .timeline: "\(pane.title) \(record.timeline.count)"
    case .people: peopleTitle
    case .health:
      record.escalation.work.scores.values.max { $0.date < $1.date }.map { "\(pane.title) \($0.composite)" }
        ?? pane.title
    case .details: pane.title
    }
  }

  /// `Work 3/9`: how much of it is done.
  private var workTitle: String {
    let name = EscalationPlace.Pane.work.title
    guard let count = work?.count, count.all > 0 else { return name }
    return "\(name) \(count.done)/\(count.all)"
  }

  /// `Plan 3/7`: how many of its milestones are done.
  private var planTitle: String {
    let name = EscalationPlace.Pane.plan.title
    guard let progress = plan?.progress, progress.of > 0 else { return name }
    return "\(name) \(progress.done)/\(progress.of)"
  }

  /// `People 4/10`: how many of those who must hear did.
  private var peopleTitle: String {
    let name = EscalationPlace.Pane.people.title
    guard let told = people?.told, told.all > 0 else { return name }
    return "\(name) \(told.done)/\(told.all)"
  }

  private func accountZone(_ record: Record) -> Zone {
    model.policies?.timeline(of: record.escalation.account, playbook: record.escalation.playbook)?.calendar.zone
      ?? model.viewer.zone
  }

  /// Lines of text that are longer lose the eye on the way back to the next one.
  private static let longestLine = 110

  /// The lines of a pane that is text.
  static func lines(
    of pane: EscalationPlace.Pane, _ model: Model, _ record: Record, width: Int, ascii: Bool = false
  ) -> [Line] {
    let width = min(width, longestLine)
    return switch pane {
    case .clocks, .work, .plan, .people: []
    case .timeline: TimelineText.lines(record, model, width: width)
    case .health:
      HealthText(record, model, ascii: ascii)?.lines(width: width) ?? [[Span("no scores are followed here", .muted)]]
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
    let panes = EscalationPlace.Pane.shown(for: record)
    let titles = panes.map { title(of: $0, record) }
    // Where the counts do not fit, the names alone do, and those the closer the narrower it is.
    func width(_ names: [String], gap: Int) -> Int { names.reduce(gap) { $0 + Width.of($1) + 2 + gap } }
    let here = zip(panes, titles).map { $0 == place.pane ? $1 : $0.title }
    let forms = [(titles, 1), (here, 1), (here, 0)]
    let (names, gap) = forms.first { width($0.0, gap: $0.1) <= rect.columns } ?? (panes.map(\.title), 0)
    var column = gap
    for (pane, title) in zip(panes, names) {
      let isHere = pane == place.pane
      let style = isHere ? Style(.title, on: .selection) : Style(.label)
      let used = frame.write(" \(title) ", at: rect.point(column, 0), style)
      let place = rect.point(column, 0)
      frame.mark(Rect(column: place.column, row: place.row, columns: used, rows: 1), as: Clickable.pane(pane))
      column += used + gap
    }
  }
}
