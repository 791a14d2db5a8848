import Screen

extension Frame {
  /// How each row is dressed, whatever the theme: the column where each run of one style begins, and its style, as
  /// `4 band1/selection+bold`. Rows of plain text alone are left out, and a row dressed as the one above it is `"`.
  func styleRuns() -> String {
    var text = ""
    var above: String?
    for row in 0..<size.rows {
      var runs: [(column: Int, style: Style)] = []
      for column in 0..<size.columns {
        let style = self[Point(column: column, row: row)].style
        if runs.last?.style != style { runs.append((column, style)) }
      }
      let isPlain = runs.allSatisfy { $0.style == .text }
      let line = isPlain ? nil : runs.map { "\($0.column) \($0.style.golden)" }.joined(separator: "  ")
      if let line { text += "\(row)| \(line == above ? "\"" : line)\n" }
      above = line
    }
    return text
  }

  /// The styles of the cells that show something.
  var visibleStyles: Set<Style> {
    var styles: Set<Style> = []
    for row in 0..<size.rows {
      for column in 0..<size.columns {
        let point = Point(column: column, row: row)
        if !self[point].isCovered, text(at: point) != " " { styles.insert(self[point].style) }
      }
    }
    return styles
  }

  /// The styles of all its cells.
  var styles: Set<Style> {
    Set(
      (0..<size.rows * size.columns).map { index in
        self[Point(column: index % size.columns, row: index / size.columns)].style
      })
  }
}

extension Style {
  /// `role/ground+attributes`, the plain ground and no attributes left out.
  var golden: String { role.name + (ground == .text ? "" : "/\(ground.name)") + attributes.golden }
}

extension Attributes {
  var golden: String {
    let names: [(Attributes, String)] = [
      (.bold, "+bold"), (.dim, "+dim"), (.italic, "+italic"), (.underline, "+underline"), (.reverse, "+reverse"),
    ]
    return names.filter { contains($0.0) }.map(\.1).joined()
  }
}
