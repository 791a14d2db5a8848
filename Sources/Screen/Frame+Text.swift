extension Frame {
  /// The characters alone, a line a row, blanks at line ends left out, each line ended by `\n`. Emoji sequences appear in
  /// the form that every terminal draws in two cells. With `ascii`, nothing but ASCII.
  public func plainText(ascii: Bool = false) -> String {
    var text = ""
    for row in 0..<size.rows {
      var line = ""
      for column in 0..<size.columns { line += portable(at: Point(column: column, row: row), ascii: ascii) }
      while line.hasSuffix(" ") { line.removeLast() }
      text += line + "\n"
    }
    return text
  }

  /// What a terminal is sent for the cell at a place inside the frame: exactly as many cells wide as the frame says.
  /// Nothing where a wide cluster covers it.
  public func portable(at point: Point, ascii: Bool = false) -> String {
    let cell = self[point]
    if let scalar = cell.scalar, scalar.isASCII { return String(Character(scalar)) }
    let cluster = text(of: cell)
    let shown = cell.isCluster ? Cluster.portable(cluster) : cluster
    return ascii ? ASCII.stand(for: shown, width: width(at: point)) : shown
  }
}
