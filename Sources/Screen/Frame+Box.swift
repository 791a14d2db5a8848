extension Frame {
  /// Draws a border just inside a rectangle, with a title in its upper edge, and answers the room within. A rectangle
  /// under two cells either way gets no border and is answered whole.
  @discardableResult
  public mutating func box(
    _ rect: Rect, title: String = "", border: Style = Style(.border), titleStyle: Style = Style(.title)
  ) -> Rect {
    guard rect.columns >= 2, rect.rows >= 2 else { return rect }
    let right = rect.endColumn - 1
    let bottom = rect.endRow - 1
    rule(from: rect.origin, length: rect.columns, border, glyphs.topLeft, glyphs.topRight)
    rule(
      from: Point(column: rect.column, row: bottom), length: rect.columns, border, glyphs.bottomLeft,
      glyphs.bottomRight)
    let side = Rect(column: rect.column, row: rect.row + 1, columns: 1, rows: rect.rows - 2)
    fill(side, with: glyphs.vertical, border)
    fill(Rect(column: right, row: side.row, columns: 1, rows: side.rows), with: glyphs.vertical, border)
    if !title.isEmpty, rect.columns > 6 {
      let room = rect.columns - 6
      let used =
        write(" ", at: rect.point(2, 0), border) + write(title, at: rect.point(3, 0), titleStyle, maxWidth: room)
      write(" ", at: rect.point(2 + used, 0), border)
    }
    return rect.inset()
  }

  /// Draws a horizontal line of that many cells, its ends as given, or plain.
  public mutating func rule(
    from start: Point, length: Int, _ style: Style = Style(.border), _ first: Character? = nil,
    _ last: Character? = nil
  ) {
    let line = Rect(column: start.column, row: start.row, columns: length, rows: 1)
    fill(line, with: glyphs.horizontal, style)
    if let first { fill(line.split(left: 1).left, with: first, style) }
    if let last { fill(line.split(right: 1).right, with: last, style) }
  }

  /// Draws a vertical line of that many cells.
  public mutating func divider(from start: Point, length: Int, _ style: Style = Style(.border)) {
    fill(Rect(column: start.column, row: start.row, columns: 1, rows: length), with: glyphs.vertical, style)
  }
}
