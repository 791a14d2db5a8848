import EscalationDomain
import Screen

/// The minutes as they stand, to read.
struct MinutesView {
  let model: Model

  func draw(in body: Rect, on frame: inout Frame) {
    guard model.room.minutes != nil else {
      let start = model.keyName(.startRoom, in: .room)
      return RoomView.drawEmpty(
        model.minutesRoom == nil ? "No minutes yet" : "Writing the minutes …",
        model.minutesRoom == nil ? "They are written as a session goes; \(start) starts one." : "", in: body, on: &frame
      )
    }
    let area = body.inset(columns: 1, rows: 0)
    frame.draw(lines(width: area.columns - 2), in: area, offset: model.room.minutesOffset)
  }

  /// Lines of text that are longer lose the eye on the way back to the next one.
  private static let longest = 110

  func lines(width: Int) -> [Line] {
    guard let minutes = model.room.minutes else { return [] }
    let width = min(width, Self.longest)
    let page = MinutesPage(minutes) { Visible.text($0, newlines: .space) }
    return page.blocks.flatMap { block -> [Line] in
      switch block {
      case .title(let text): Wrap.lines(text, width: width).map { [Span($0, .title)] } + [[]]
      case .section(let text): [[]] + Wrap.lines(text, width: width).map { [Span($0, .label)] }
      case .head(let text): Wrap.lines(text, width: width).map { [Span($0, .title)] }
      case .says(let text): Wrap.lines(text, width: width).map { [Span($0, Style.text)] }
      case .points(let texts): texts.flatMap { wrapped([Span("- ", .muted)], $0, Style.text, width: width) }
      }
    }
  }
}
