import EscalationDomain
import Screen

/// The milestones of all accounts, by due date and as a chart.
struct PlansView {
  let model: Model
  private let layout: PlansLayout

  init(model: Model) {
    self.model = model
    layout = model.plansLayout
  }

  private var plans: PlansState { model.plans }

  func draw(on frame: inout Frame) {
    PlansHeader(model: model).draw(in: layout.header, on: &frame)
    if case .none = plans.filter {} else { drawFilter(on: &frame) }
    let viewport = plans.viewport(height: layout.list.rows)
    let visible = viewport.visible.map { plans.lines[$0] }
    for (row, line) in viewport.visible.enumerated() {
      if let index = plans.milestone(ofLine: line) { frame.mark(layout.list.line(row), as: Clickable.line(index)) }
    }
    if visible.isEmpty {
      drawEmpty(on: &frame)
    } else {
      switch plans.look {
      case .list: drawList(visible, on: &frame)
      case .chart:
        PlansChart(model: model, layout: layout).draw(visible, showsTitles: plans.filter == .none, on: &frame)
      }
    }
    frame.scrollBar(at: layout.list.point(layout.list.columns - 1, 0), viewport)
    if let note = layout.note {
      FilterMenuView(line: plans.line, isFocused: model.overlay == nil).draw(below: note, on: &frame)
    }
  }

  private func drawList(_ visible: [PlansState.Row], on frame: inout Frame) {
    let columns = PlansColumn.layout(
      width: layout.list.columns - PlansLayout.lead - 1,
      visible.compactMap { if case .milestone(let index) = $0 { plans.shown[index] } else { nil } })
    if case .none = plans.filter {
      for column in columns.columns {
        frame.write(
          column.id.title, at: layout.titles.point(PlansLayout.lead + column.column, 0), width: column.width,
          align: column.id == .left ? .right : .left, Style(.label))
      }
    }
    for (row, line) in visible.enumerated() {
      let rect = layout.list.line(row).split(right: 1).rest
      switch line {
      case .group(let group, let count): drawHeading(group, count, in: rect, on: &frame)
      case .milestone(let index):
        PlansRowView(
          model: model, row: plans.shown[index], columns: columns, isSelected: index == plans.cursor
        ).draw(in: rect, on: &frame)
      case .plan: break
      }
    }
  }

  private func drawHeading(_ group: MilestoneGroup, _ count: Int, in line: Rect, on frame: inout Frame) {
    let role: Role = group == .overdue ? .error : group == .today ? .warning : .title
    let used = frame.write(
      [
        Span("\(frame.glyphs.horizontal) ", .border), Span(group.title, Style(role, .bold)),
        Span("  \(count) ", .muted),
      ], at: line.origin, maxWidth: line.columns)
    frame.rule(from: line.point(used, 0), length: max(0, line.columns - used))
  }

  private func drawFilter(on frame: inout Frame) {
    let all = plans.look == .list ? plans.rows.count(where: plans.listed.has) : plans.rows.count
    FilterLine(line: plans.line, count: "\(plans.shown.count) of \(all)", isFocused: model.overlay == nil).draw(
      in: layout.titles, note: layout.note, on: &frame)
  }

  private func drawEmpty(on frame: inout Frame) {
    let (title, text) = emptiness
    let lines = Wrap.lines(text, width: layout.list.columns - 8)
    let area = layout.list.centred(Size(columns: layout.list.columns - 4, rows: 1 + lines.count))
    frame.write(title, at: area.origin, width: area.columns, align: .centre, Style(.title))
    for (row, line) in lines.enumerated() {
      frame.write(line, at: area.point(0, row + 1), width: area.columns, align: .centre, Style(.muted))
    }
  }

  private var emptiness: (title: String, text: String) {
    if !plans.isLoaded {
      if case .failed(let reason, _) = plans.reading { return ("The plans could not be read", reason) }
      return ("Reading the plans …", "")
    }
    if plans.rows.isEmpty {
      return (
        "No open escalation has a milestone yet.",
        "`+` on an escalation's plan adds one; so does `warroom milestone add ID TITLE --due TIME`."
      )
    }
    if !plans.filter.text.isEmpty { return ("No milestone is like this", "Esc shows all of them again.") }
    let key = model.keyName(.plansScope, in: .plans)
    if plans.scope == .done { return ("No milestone is done yet", "\(key) shows the open ones again.") }
    return ("Every milestone is done", "\(key) shows them, and so does the chart.")
  }
}
