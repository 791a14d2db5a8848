import EscalationDomain
import Screen

/// What another changed while a form was open: what was, what is theirs now, what is yours.
struct ConflictView {
  let conflicts: [Conflict]
  let index: Int

  /// Answers the row below it.
  func draw(at start: Int, on frame: inout Frame) -> Int {
    var row = start
    let width = frame.size.columns
    func write(_ spans: [Span], on ground: Role = .text) {
      if ground != .text {
        frame.fill(Rect(column: 0, row: row, columns: width, rows: 1), Style(.text, on: ground))
        frame.rest = Point(column: 0, row: row)
      }
      frame.write(spans, at: Point(column: 0, row: row), maxWidth: width)
      row += 1
    }
    for line in Wrap.lines("Somebody changed it while this was open. Which one counts?", width: width) {
      write([Span(line, .warning)])
    }
    for (number, conflict) in conflicts.enumerated() {
      row += 1
      let isHere = number == index
      let ground: Role = isHere ? .selection : .text
      func mark(_ choice: Conflict.Choice) -> Span {
        Span(conflict.choice == choice ? "\(frame.glyphs.pointer) " : "  ", Style(.accent, on: ground))
      }
      func style(_ choice: Conflict.Choice) -> Style { Style(conflict.choice == choice ? .title : .muted, on: ground) }
      write([Span(conflict.label, Style(isHere ? .title : .label))])
      write([Span("    was     ", .label), Span(shown(conflict.was), .muted)])
      write(
        [mark(.theirs), Span("t theirs  ", Style(.label, on: ground)), Span(shown(conflict.theirs), style(.theirs))],
        on: isHere ? .selection : .text)
      write(
        [mark(.mine), Span("m mine    ", Style(.label, on: ground)), Span(shown(conflict.yours), style(.mine))],
        on: isHere ? .selection : .text)
    }
    row += 1
    let drops = conflicts.contains { $0.choice == .theirs && $0.field == nil }
    let line = drops ? "enter  leave theirs and drop this draft     esc  back" : "enter  go on     esc  back"
    for piece in Wrap.lines(line, width: width) { write([Span(piece, .accent)]) }
    return row
  }

  private func shown(_ text: String) -> String { text.isEmpty ? "nothing" : text }
}
