import EscalationDomain
import Screen

/// The orders to choose from, the present one with its arrow.
enum OrderView {
  static func draw(_ model: Model, _ panel: OrderPanel, on frame: inout Frame) {
    let orders = BoardOrder.allCases
    let inside = frame.dialog(Size(columns: 62, rows: orders.count + 2), title: "Sort by")
    let viewport = Viewport(height: inside.rows, count: orders.count, selected: panel.highlighted)
    for (row, index) in viewport.visible.enumerated() {
      let order = orders[index]
      let line = inside.line(row)
      let isHighlighted = index == panel.highlighted
      frame.mark(line, as: Clickable.line(index))
      let ground: Role = isHighlighted ? .selection : .dialog
      if isHighlighted {
        frame.fill(line, Style(.text, on: ground))
        frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
        frame.rest = line.origin
      }
      let isPresent = order == model.board.sorting.order
      let arrow = isPresent ? String(model.board.sorting.arrow(frame.glyphs)) : " "
      frame.write(
        [
          Span("\(arrow) ", Style(.accent, on: ground)),
          Span(Fit.padded(order.name, to: 10), Style(isPresent ? .title : .text, on: ground)),
          Span(order.words, Style(.muted, on: ground)),
        ], at: line.point(2, 0), maxWidth: line.columns - 2)
    }
  }
}
