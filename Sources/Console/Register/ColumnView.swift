import EscalationDomain
import Screen

/// The register's columns to choose from, over it.
enum ColumnView {
  static func draw(_ model: Model, _ panel: ColumnPanel, on frame: inout Frame) {
    let state = model.register
    let list = RegisterView.list(frame.size)
    let rows = model.registerViewport.visible.map { state.rows[$0] }
    let layout = RegisterLayout(state, rows, width: list.columns - RegisterRowView.lead - 1)
    let inside = frame.dialog(Size(columns: 66, rows: panel.entries.count + 2), title: "Columns")
    let viewport = Viewport(height: inside.rows, count: panel.entries.count, selected: panel.highlighted, margin: 1)
    for (line, index) in viewport.visible.enumerated() {
      let column = panel.entries[index]
      let isHighlighted = index == panel.highlighted
      let ground: Role = isHighlighted ? .selection : .dialog
      let place = inside.line(line)
      frame.mark(place, as: Clickable.line(index))
      if isHighlighted {
        frame.fill(place, Style(.text, on: ground))
        frame.write(String(frame.glyphs.pointer), at: place.origin, Style(.accent, on: ground))
        frame.rest = place.origin
      }
      let isShown = state.columns.contains(column)
      let order = state.query.order
      let arrow = order.column == column ? String(order.grows ? frame.glyphs.up : frame.glyphs.down) : " "
      let hasRoom = layout.columns[column] != nil
      let mark = isShown ? String(frame.glyphs.check) : " "
      frame.write(
        [
          Span("\(mark) ", Style(.success, on: ground)), Span("\(arrow) ", Style(.accent, on: ground)),
          Span(Fit.padded(column.name, to: 12), Style(isShown ? .title : .text, on: ground)),
          Span(isShown && !hasRoom ? absence(column, state) : "", Style(.warning, on: ground)),
          Span(column.meaning, Style(.muted, on: ground)),
        ], at: place.point(2, 0), maxWidth: place.columns - 4)
    }
    frame.scrollBar(at: inside.point(inside.columns - 1, 0), viewport)
  }

  /// Why a chosen column does not show.
  private static func absence(_ column: RegisterColumn, _ state: RegisterState) -> String {
    state.filled.contains(column) ? "no room here: " : "empty here: "
  }
}
