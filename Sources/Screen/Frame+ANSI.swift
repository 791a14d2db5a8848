extension Frame {
  /// The picture as text with colours (SGR sequences and nothing else), for a terminal's scroll-back or a file. Each line
  /// begins and ends in the terminal's own style and with `\n`.
  public func ansi(theme: Theme, depth: ColorDepth, ascii: Bool = false) -> String {
    var text = ""
    for row in 0..<size.rows {
      var current: UInt32?
      for column in 0..<size.columns {
        let point = Point(column: column, row: row)
        let cell = self[point]
        if cell.paint != current, !cell.isCovered {
          text += "\u{1B}[" + Self.sgr(theme.paint(cell.style, depth: depth)) + "m"
          current = cell.paint
        }
        text += portable(at: point, ascii: ascii)
      }
      text += "\u{1B}[0m\n"
    }
    return text
  }

  /// The numbers of a whole style: from a clean slate, so that lines can be cut and pasted.
  private static func sgr(_ paint: Theme.Paint) -> String {
    var numbers = ["0"]
    for (attribute, number) in attributeNumbers where paint.attributes.contains(attribute) { numbers.append(number) }
    numbers += sgr(paint.foreground, base: 30)
    numbers += sgr(paint.background, base: 40)
    return numbers.joined(separator: ";")
  }

  private static func sgr(_ color: Color, base: Int) -> [String] {
    switch color {
    case .standard: []
    case .palette(let index) where index < 8: ["\(base + Int(index))"]
    case .palette(let index) where index < 16: ["\(base + 60 + Int(index) - 8)"]
    case .palette(let index): ["\(base + 8)", "5", "\(index)"]
    case .rgb(let red, let green, let blue): ["\(base + 8)", "2", "\(red)", "\(green)", "\(blue)"]
    }
  }

  private static let attributeNumbers: [(Attributes, String)] = [
    (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.blink, "5"), (.reverse, "7"),
  ]
}
