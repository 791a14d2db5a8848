import EscalationDomain
import Screen

/// What may be meant at the cursor, in a list below the line that is typed.
struct FilterMenuView {
  let line: FilterTyping
  let isFocused: Bool

  static let most = 8

  func draw(below note: Rect, on frame: inout Frame) {
    guard let field = line.field, let menu = line.menu, isFocused else { return }
    let choices = menu.completion.choices
    let viewport = Viewport(
      height: min(FilterMenuView.most, choices.count), count: choices.count, selected: menu.highlighted ?? 0)
    let names = choices.map { Width.of($0.text) }.max() ?? 0
    let meanings = choices.map { $0.meaning.isEmpty ? 0 : Width.of($0.meaning) + 2 }.max() ?? 0
    let width = min(note.columns - 4, names + meanings + 4)
    let typed = Width.of(String(field.text.prefix(menu.completion.range.lowerBound)))
    let column = min(2 + typed, note.columns - width - 2)
    for (row, index) in viewport.visible.enumerated() {
      let isTaken = index == menu.highlighted
      let line = Rect(column: note.column + column, row: note.endRow + row, columns: width, rows: 1)
      let ground: Role = isTaken ? .selection : .dialog
      frame.fill(line, Style(.text, on: ground))
      frame.write(
        [
          Span(Fit.padded(choices[index].text, to: min(names, width - 3)), Style(isTaken ? .title : .text, on: ground)),
          Span(meanings == 0 ? "" : "  \(choices[index].meaning)", Style(.muted, on: ground)),
        ], at: line.point(1, 0), maxWidth: width - 3)
    }
    if viewport.thumb != nil {
      frame.scrollBar(at: Point(column: note.column + column + width - 1, row: note.endRow), viewport)
    }
  }
}
