import EscalationDomain
import Screen

/// The plans over time: a line a milestone from its start to its due time, what is late past that, what waits for what.
struct PlansChart {
  let model: Model
  let layout: PlansLayout
  private let scale: ChartScale
  private let columns: ColumnLayout<Label>

  private enum Label: Hashable { case mark, id, title, owner, left }

  init(model: Model, layout: PlansLayout) {
    self.model = model
    self.layout = layout
    scale = ChartScale(model)
    columns = ColumnLayout(
      [
        Column(.mark, minimum: 1, rank: 99), Column(.id, minimum: 3, rank: 98),
        Column(.title, minimum: layout.label < 40 ? 12 : 24, ideal: 40, rank: 100, flex: 1),
        Column(.owner, minimum: 10, ideal: 14, rank: 50), Column(.left, minimum: 8, rank: 60),
      ], width: layout.label)
  }

  private var now: Instant { model.now }
  private var today: Int? { cell(scale.cell(now)) }

  /// A cell of the chart, if it shows.
  private func cell(_ cell: Int) -> Int? { cell >= 0 && cell < layout.chart ? cell : nil }

  private func chart(_ line: Rect) -> Rect {
    Rect(
      column: line.column + PlansLayout.lead + layout.label + 1, row: line.row, columns: layout.chart, rows: line.rows)
  }

  func draw(_ visible: [PlansState.Row], showsTitles: Bool, on frame: inout Frame) {
    drawScale(showsTitles: showsTitles, on: &frame)
    drawToday(rows: visible.count, on: &frame)
    for (row, line) in visible.enumerated() {
      let rect = layout.list.line(row).split(right: 1).rest
      switch line {
      case .plan(let index): drawPlan(model.plans.shown[index], in: rect, on: &frame)
      case .milestone(let index):
        drawMilestone(model.plans.shown[index], isSelected: index == model.plans.cursor, in: rect, on: &frame)
      case .group: break
      }
    }
  }

  private func drawScale(showsTitles: Bool, on frame: inout Frame) {
    guard let line = layout.scale else { return }
    let area = chart(line)
    for tick in scale.ticks { frame.write(tick.label, at: area.point(tick.cell, 0), .muted) }
    if showsTitles {
      for column in columns.columns {
        let title =
          switch column.id {
          case .mark: ""
          case .id: "No."
          case .title: "Milestone"
          case .owner: "Owner"
          case .left: "Left"
          }
        frame.write(
          title, at: layout.titles.point(PlansLayout.lead + column.column, 0), width: column.width,
          align: column.id == .left ? .right : .left, Style(.label))
      }
      if let today {
        let word = "today"
        let start = min(max(0, today - word.count / 2), max(0, layout.chart - word.count))
        frame.write(word, at: chart(layout.titles).point(start, 0), .accent)
      }
    }
  }

  private func drawToday(rows: Int, on frame: inout Frame) {
    guard let today else { return }
    let area = chart(layout.list)
    let line = Rect(column: area.column + today, row: area.row, columns: 1, rows: rows)
    frame.fill(line, with: frame.glyphs.vertical, Style(.accent))
  }

  /// `◆ S1 W-4 Fabrikam · Sponsor left  2/5`.
  private func drawPlan(_ row: MilestoneRow, in line: Rect, on frame: inout Frame) {
    let own = model.plans.byEscalation[row.escalation] ?? []
    let done = own.count { !$0.isOpen }
    let count = "  \(done)/\(own.count)"
    let subject = "\(row.account) · \(row.subject)"
    let lead: Line = [
      Span("\(frame.glyphs.band(row.band)) \(row.grade) ", Style(.band(row.band))),
      Span("\(row.escalation.text) ", .label),
    ]
    let used = lead.reduce(0) { $0 + Width.of($1.text) }
    let words = Fit.truncated(
      subject, to: line.columns - used - count.count - 1, ellipsis: frame.glyphs.ellipsis)
    let width = frame.write(lead + [Span(words, .title), Span(count, .muted)], at: line.origin)
    if let today, chart(line).column + today == line.column + width { return }
    frame.fill(Rect(column: line.column + width, row: line.row, columns: 1, rows: 1))
  }

  private func drawMilestone(_ row: MilestoneRow, isSelected: Bool, in line: Rect, on frame: inout Frame) {
    let ground: Role = isSelected ? .selection : .text
    let label = line.split(left: PlansLayout.lead + layout.label).left
    if isSelected {
      frame.fill(label, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    }
    let face = MilestoneFace(row, now: now, zone: model.viewer.zone)
    for column in columns.columns {
      let place = Rect(
        column: line.column + PlansLayout.lead + column.column, row: line.row, columns: column.width, rows: 1)
      func put(_ text: String, _ role: Role) {
        frame.write(text, at: place.origin, Style(role, on: ground), maxWidth: place.columns)
      }
      switch column.id {
      case .mark:
        let (mark, role) = MilestoneFace.mark(row, now: now, frame.glyphs)
        put(String(mark), role)
      case .id: put(row.milestone.id, .muted)
      case .title: put(row.milestone.title, isSelected ? .title : row.isOpen ? .text : .muted)
      case .owner: put(row.milestone.owner ?? "nobody", row.milestone.owner == nil && row.isOpen ? .warning : .muted)
      case .left: face.drawLeft(in: place, on: ground, on: &frame)
      }
    }
    ChartBar(row, in: model.plans.byEscalation[row.escalation] ?? [], scale: scale, now: now).draw(
      in: chart(line), on: &frame)
  }
}
