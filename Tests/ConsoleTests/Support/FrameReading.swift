import Screen

/// The neighbouring cells of one row in one style, row by row.
func runs(_ frame: Frame) -> [(row: Int, runs: [(style: Style, text: String)])] {
  (0..<frame.size.rows).map { row in
    var runs: [(style: Style, text: String)] = []
    for column in 0..<frame.size.columns {
      let point = Point(column: column, row: row)
      if frame[point].isCovered { continue }
      let style = frame[point].style
      if runs.last?.style != style { runs.append((style, "")) }
      runs[runs.count - 1].text += frame.text(at: point)
    }
    return (row, runs)
  }
}

/// A frame's rows with their trailing blanks, as a terminal is sent them.
func padded(_ frame: Frame, ascii: Bool = false) -> String {
  var text = ""
  for row in 0..<frame.size.rows {
    for column in 0..<frame.size.columns { text += frame.portable(at: Point(column: column, row: row), ascii: ascii) }
    text += "\n"
  }
  return text
}

/// Text without its SGR sequences, and what stands between `ESC [` and `m` of each.
func split(_ ansi: String) -> (text: String, sequences: [String]) {
  var text = String.UnicodeScalarView()
  var sequences: [String] = []
  var pieces = ansi.unicodeScalars.split(separator: "\u{1B}", omittingEmptySubsequences: false)[...]
  text += pieces.removeFirst()
  for piece in pieces {
    guard piece.first == "[", let end = piece.firstIndex(of: "m") else {
      // Left in, so that whoever looks for controls finds it.
      text.append("\u{1B}")
      text += piece
      continue
    }
    sequences.append(String(piece[piece.index(after: piece.startIndex)..<end]))
    text += piece[piece.index(after: end)...]
  }
  return (String(text), sequences)
}

/// The scalars of a text that are no printable text: controls but the line end, what reorders, what hides.
func unprintable(_ text: String) -> Set<String> {
  var found: Set<String> = []
  for scalar in text.unicodeScalars where scalar != "\n" {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator:
      found.insert(String(scalar.value, radix: 16))
    default: break
    }
  }
  return found
}
