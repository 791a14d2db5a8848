import EscalationDomain
import Screen

/// What has left the board, in a list over it.
enum EndedView {
  static func draw(_ model: Model, _ panel: EndedPanel, on frame: inout Frame) {
    let inside = frame.dialog(dialogSize(frame.size), title: "Resolved, closed and cancelled")
    let (top, rest) = inside.split(top: 2)
    frame.draw(
      panel.filter, at: top.origin, width: top.columns, placeholder: "type an id, an account, words of a title")
    guard let rows = panel.rows else {
      frame.write(panel.asked == nil ? "they could not be read" : "reading …", at: rest.origin, .muted)
      return frame.lift(inside, to: .dialog)
    }
    if rows.isEmpty {
      let what = panel.filter.isEmpty ? "nothing has ended yet" : "none of them has these words"
      frame.write(what, at: rest.origin, .muted)
    }
    let viewport = Viewport(height: rest.rows, count: rows.count, selected: panel.highlighted, margin: 1)
    let idWidth = min(14, rows.map { Width.of($0.id.text) }.max() ?? 0)
    let gradeWidth = min(8, rows.map { Width.of($0.grade) }.max() ?? 0)
    for (line, index) in viewport.visible.enumerated() {
      frame.mark(rest.line(line), as: Clickable.line(index))
      draw(
        rows[index], (gradeWidth, idWidth), model, isHighlighted: index == panel.highlighted,
        in: Rect(column: rest.column, row: rest.row + line, columns: rest.columns - 1, rows: 1), on: &frame)
    }
    frame.scrollBar(at: rest.point(rest.columns - 1, 0), viewport)
    frame.lift(inside, to: .dialog)
  }

  /// Lines that show at once.
  static func height(_ size: Size) -> Int { max(1, dialogSize(size).rows - 4) }

  private static func dialogSize(_ size: Size) -> Size {
    Size(columns: min(110, size.columns - 4), rows: min(30, max(8, size.rows - 4)))
  }

  private static func draw(
    _ row: BoardRow, _ widths: (grade: Int, id: Int), _ model: Model, isHighlighted: Bool, in line: Rect,
    on frame: inout Frame
  ) {
    let ground: Role = isHighlighted ? .selection : .text
    if isHighlighted {
      frame.fill(line, Style(.text, on: ground))
      frame.rest = line.origin
    }
    let pointer = isHighlighted ? String(frame.glyphs.pointer) : " "
    let when = row.changed.brief(in: model.viewer.zone, now: model.now)
    let account = min(26, line.columns / 4)
    frame.write(
      [
        Span("\(pointer) ", Style(.accent, on: ground)),
        Span(
          "\(frame.glyphs.band(row.band)) \(Fit.padded(row.grade, to: widths.grade))  ",
          Style(.band(row.band), on: ground)),
        Span(Fit.padded(row.id.text, to: widths.id) + "  ", Style(.label, on: ground)),
        Span(Fit.padded(row.status.rawValue, to: 9) + "  ", Style(.muted, on: ground)),
        Span(Fit.padded(when, to: 10) + "  ", Style(.muted, on: ground)),
        Span(Fit.padded(row.account, to: account) + "  ", Style(isHighlighted ? .title : .text, on: ground)),
        Span(row.title, Style(.text, on: ground)),
      ], at: line.origin, maxWidth: line.columns)
  }
}
