import Screen

/// The palette over the place it was asked from.
enum PaletteView {
  static func draw(_ model: Model, _ panel: PalettePanel, on frame: inout Frame) {
    let inside = frame.dialog(dialogSize(frame.size), title: "Palette")
    let (top, rest) = inside.split(top: 2)
    if panel.lines.isEmpty { frame.write("nothing has these letters", at: rest.origin, .muted) }
    let viewport = Viewport(height: rest.rows, count: panel.lines.count, selected: panel.highlighted, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      let line = Rect(column: rest.column, row: rest.row + row, columns: rest.columns - 1, rows: 1)
      frame.mark(line, as: Clickable.line(index))
      draw(panel.lines[index], in: line, isHighlighted: index == panel.highlighted, on: &frame)
    }
    frame.scrollBar(at: rest.point(rest.columns - 1, 0), viewport)
    frame.lift(inside, to: .dialog)
    frame.draw(
      panel.filter, at: top.origin, width: top.columns, placeholder: "a few letters of a command, an account, a title")
  }

  /// Lines that show at once.
  static func height(_ size: Size) -> Int { max(1, dialogSize(size).rows - 4) }

  private static func dialogSize(_ size: Size) -> Size {
    Size(columns: min(110, size.columns - 4), rows: min(34, max(8, size.rows - 4)))
  }

  private static func draw(_ line: PaletteLine, in rect: Rect, isHighlighted: Bool, on frame: inout Frame) {
    let ground: Role = isHighlighted ? .selection : .text
    if isHighlighted {
      frame.fill(rect, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: rect.origin, Style(.accent, on: ground))
      frame.rest = rect.origin
    }
    let role: Role = line.reason != nil ? .muted : isHighlighted ? .title : .text
    let name = emphasised(line.name, line.positions, Style(role, on: ground))
    let text = rect.point(2, 0)
    guard case .command = line.entry else {
      let used = frame.write(name, at: text, maxWidth: rect.columns - 2)
      frame.write(
        [
          Span(line.key.isEmpty ? "" : "  \(line.key)", Style(.key, on: ground)),
          Span("  \(line.help)", Style(.muted, on: ground)),
        ], at: rect.point(2 + used, 0), maxWidth: rect.columns - 2 - used)
      return
    }
    let (nameWidth, keyWidth) = (18, 9)
    frame.write(name, at: text, maxWidth: nameWidth - 1)
    frame.write(line.key, at: rect.point(2 + nameWidth, 0), Style(.key, on: ground), maxWidth: keyWidth - 1)
    let rest = 2 + nameWidth + keyWidth
    let words =
      line.reason.map { Span($0, Style(.warning, on: ground)) } ?? Span(line.help, Style(.muted, on: ground))
    frame.write([words], at: rect.point(rest, 0), maxWidth: rect.columns - rest)
  }

  /// The text with what was typed of it standing out.
  static func emphasised(_ text: String, _ positions: [Int], _ style: Style) -> [Span] {
    guard !positions.isEmpty else { return [Span(text, style)] }
    let text = Veil.over(text)
    let found = Set(positions)
    var spans: [Span] = []
    var isFound = false
    for (index, letter) in text.enumerated() {
      if spans.isEmpty || found.contains(index) != isFound {
        isFound = found.contains(index)
        spans.append(Span("", isFound ? Style(.accent, on: style.ground, [.bold, .underline]) : style))
      }
      spans[spans.count - 1].text.append(letter)
    }
    return spans
  }
}
