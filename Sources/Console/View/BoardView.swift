import EscalationDomain
import Screen

/// The board: who is late and who soon will be, before anything else.
struct BoardView {
  let model: Model
  let layout: BoardLayout

  func draw(on frame: inout Frame) {
    BoardHeader(model: model).draw(in: layout.header, on: &frame)
    let list = layout.list
    let viewport = model.board.viewport(height: list.rows)
    let visible = viewport.visible.compactMap { model.board.line($0) }
    let columns = columns(for: visible)
    if let strip = layout.views { ViewStrip(model: model).draw(in: strip, on: &frame) }
    if case .none = model.board.filter {
      drawTitles(columns, on: &frame)
    } else {
      FilterLine(model, frame.glyphs).draw(in: layout.titles, note: layout.note, on: &frame)
    }
    for (row, line) in visible.enumerated() {
      frame.mark(list.line(row), as: Clickable.list)
      switch line {
      case .heading(let section): drawHeading(section, in: list.line(row), on: &frame)
      case .row(let index):
        frame.mark(list.line(row), as: Clickable.line(index))
        BoardRowView(
          model: model, row: model.board.row(at: index), columns: columns,
          isSelected: index == model.board.cursor
        ).draw(in: list.line(row), on: &frame)
      }
    }
    if viewport.thumb != nil { frame.scrollBar(at: list.point(list.columns - 1, 0), viewport) }
    if visible.isEmpty { drawEmpty(on: &frame) }
    if let foot = layout.foot { BoardFoot(model: model).draw(in: foot, on: &frame) }
    if let preview = layout.preview { PreviewView(model: model).draw(in: preview, on: &frame) }
    if let note = layout.note {
      FilterMenuView(line: model.board.line, isFocused: model.overlay == nil).draw(below: note, on: &frame)
    }
  }

  /// Widths follow what is on the screen, never all rows.
  private func columns(for visible: [BoardLine]) -> ColumnLayout<BoardColumn> {
    var needs = BoardColumn.Needs()
    needs.order = model.board.sorting.order
    needs.arr = !(model.board.totals?.atRisk.amounts.isEmpty ?? false)
    needs.renewal = model.board.hasRenewals
    needs.plan = model.board.hasPlans
    needs.today = model.day.isShown
    for case .row(let index) in visible {
      let row = model.board.board.rows[model.board.shown[index]]
      needs.grade = max(needs.grade, Width.of(row.grade))
      needs.id = max(needs.id, Width.of(row.id.text))
      needs.owner = max(needs.owner, row.owner.map(Width.of) ?? 0)
    }
    return BoardColumn.layout(width: layout.list.columns - BoardRowView.lead - 1, needs)
  }

  private func drawTitles(_ columns: ColumnLayout<BoardColumn>, on frame: inout Frame) {
    let sorting = model.board.sorting
    for column in columns.columns {
      let isSorted = column.id == BoardColumn(sorting.order)
      let title = column.id.title(sorting.order) + (isSorted ? String(sorting.arrow(frame.glyphs)) : "")
      if let order = column.id.order(sorting.order) {
        let place = layout.titles.point(BoardRowView.lead + column.column, 0)
        frame.mark(
          Rect(column: place.column, row: place.row, columns: column.width, rows: 1), as: Clickable.order(order))
      }
      frame.write(
        title, at: layout.titles.point(BoardRowView.lead + column.column, 0), width: column.width,
        align: column.id.isRight ? .right : .left, Style(isSorted ? .accent : .label))
    }
  }

  private func drawHeading(_ section: BoardState.Section, in line: Rect, on frame: inout Frame) {
    let style = Style(.band(section.band))
    let grades = section.grades.count == 1 ? name(of: section) : section.grades.joined(separator: " · ")
    let count = section.rows.count
    var column = frame.write(
      [
        Span("\(frame.glyphs.horizontal) ", .border), Span("\(frame.glyphs.band(section.band)) ", style),
        Span(grades, style.adding(.bold)), Span("  \(count) ", .muted),
      ], at: line.point(0, 0), maxWidth: line.columns - 2)
    column += line.column
    frame.rule(from: Point(column: column, row: line.row), length: max(0, line.endColumn - 1 - column))
  }

  /// `S0 Critical` where the playbook gives the only grade of a section a name.
  private func name(of section: BoardState.Section) -> String {
    let row = model.board.board.rows[model.board.shown[section.rows.lowerBound]]
    let playbook = model.policies?.book.current.playbooks[row.playbook]?.value
    let grade = row.severity.flatMap { playbook?.severity($0) } ?? row.level.flatMap { playbook?.level($0) }
    if let grade { return grade.name == grade.id ? row.grade : "\(row.grade) \(grade.name)" }
    return row.stage.flatMap { playbook?.stage($0) }?.name ?? row.grade
  }

  private func drawEmpty(on frame: inout Frame) {
    let (title, text): (String, String)
    if !model.board.isLoaded {
      if case .failed(let reason, _) = model.board.reading {
        (title, text) = ("The board could not be read", reason)
      } else {
        (title, text) = ("Reading the board …", "")
      }
    } else if model.board.board.rows.isEmpty {
      (title, text) = (
        "Nothing is open. Enjoy it.",
        "`warroom open` puts an escalation here; `warroom import` brings a whole export."
      )
    } else if model.board.filter.text.isEmpty {
      (title, text) = ("Nothing of what is frozen is open any more", "F lets \(model.board.held) new rows in.")
    } else {
      (title, text) = ("No open escalation is like this", "Esc shows all \(model.board.board.rows.count) again.")
    }
    let lines = Wrap.lines(text, width: layout.list.columns - 8)
    let area = layout.list.centred(Size(columns: layout.list.columns - 4, rows: 1 + lines.count))
    frame.write(title, at: area.point(0, 0), width: area.columns, align: .centre, Style(.title))
    for (row, line) in lines.enumerated() {
      frame.write(line, at: area.point(0, row + 1), width: area.columns, align: .centre, Style(.muted))
    }
  }
}
