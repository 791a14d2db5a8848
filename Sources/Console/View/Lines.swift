import Screen

/// A line of mixed styles: what panes that scroll are made of.
typealias Line = [Span]

extension Frame {
  /// Draws the lines of a pane from an offset on, with a scroll bar at the right edge where they do not all fit.
  mutating func draw(_ lines: [Line], in rect: Rect, offset: Int) {
    let viewport = Viewport(height: rect.rows, count: lines.count, offset: offset)
    let room = viewport.thumb == nil ? rect.columns : rect.columns - 2
    for (row, index) in viewport.visible.enumerated() {
      write(lines[index], at: rect.point(0, row), maxWidth: room)
    }
    scrollBar(at: rect.point(rect.columns - 1, 0), viewport)
  }

  /// Draws spans so that they end at a column.
  mutating func write(_ spans: [Span], endingAt column: Int, row: Int) {
    let width = spans.reduce(0) { $0 + Width.of($1.text) }
    write(spans, at: Point(column: max(0, column - width), row: row))
  }

  /// Puts a pane of its own over what is there and answers the room inside.
  mutating func dialog(_ size: Size, title: String, edge: Role = .focus) -> Rect {
    let room = bounds.split(bottom: 1).rest.inset(columns: 1, rows: 0)
    let rect = room.centred(size)
    fill(rect, Style(.dialog))
    cover(bounds.split(bottom: 1).rest)
    rest = rect.inset(columns: 2, rows: 1).origin
    let inside = box(rect, title: title, border: Style(edge, on: .dialog), titleStyle: Style(.title, on: .dialog))
    return inside.inset(columns: 1, rows: 0)
  }

  /// Gives everything in a rectangle that stands on the plain ground another one.
  mutating func lift(_ rect: Rect, to ground: Role) {
    restyle(rect) { $0.ground == .text ? $0.on(ground) : $0 }
  }
}

/// A name in a column of its own. What fills the column up is plain: where labels are underlined, the line ends with the
/// word.
func labelled(_ name: String, to width: Int) -> [Span] {
  let padded = Fit.padded(name, to: width)
  let word = padded.reversed().drop { $0 == " " }.count
  return [Span(String(padded.prefix(word)), .label), Span(String(padded.dropFirst(word)))]
}

/// Spans with their texts wrapped to a width: a lead on the first line, and the rest indented by as much.
func wrapped(_ lead: [Span], _ text: String, _ style: Style, width: Int) -> [Line] {
  let indent = lead.reduce(0) { $0 + Width.of($1.text) }
  let lines = Wrap.lines(text, width: max(8, width - indent))
  let blank = Span(String(repeating: " ", count: indent))
  return lines.enumerated().map { index, line in (index == 0 ? lead : [blank]) + [Span(line, style)] }
}
