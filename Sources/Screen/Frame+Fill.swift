extension Frame {
  /// Blanks a rectangle in one style.
  public mutating func fill(_ rect: Rect, _ style: Style = Style(.text)) {
    fill(rect, with: " ", style)
  }

  /// Fills a rectangle with one character that is a single cell wide (anything else draws blanks).
  public mutating func fill(_ rect: Rect, with character: Character, _ style: Style = Style(.text)) {
    let area = rect.intersection(bounds)
    let scalars = character.unicodeScalars
    let single = scalars.count == 1 && Width.of(String(character)) == 1
    let code = single ? scalars[scalars.startIndex].value : 0x20
    let paint = Cell.packed(style)
    for row in area.row..<(area.row + area.rows) {
      for column in area.column..<(area.column + area.columns) {
        put(code: code, width: 1, row: row, column: column, paint: paint)
      }
    }
  }

  /// Puts what is drawn in a rectangle on another ground, such as the selected row's, keeping roles and attributes.
  public mutating func ground(_ rect: Rect, _ ground: Role) {
    restyle(rect) { $0.on(ground) }
  }

  /// Changes the style of every cell in a rectangle. O(cells).
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    for row in area.row..<(area.row + area.rows) {
      for place in (row * size.columns + area.column)..<(row * size.columns + area.endColumn) {
        cells[place].style = change(cells[place].style)
      }
    }
  }

  /// Lays another frame over this one with its upper left corner at a place; what hangs over the edge is cut. Its cursor
  /// comes along.
  public mutating func draw(_ other: Frame, at origin: Point) {
    let area = Rect(
      column: origin.column, row: origin.row, columns: other.size.columns, rows: other.size.rows
    ).intersection(bounds)
    for row in area.row..<(area.row + area.rows) {
      for column in area.column..<(area.column + area.columns) {
        let from = Point(column: column - origin.column, row: row - origin.row)
        let cell = other[from]
        if cell.isCovered, column > area.column { continue }
        let width = other.width(at: from)
        let fits = width > 0 && column + width <= area.endColumn
        let code = !fits ? 0x20 : cell.isCluster ? self.code(for: other.text(of: cell)) : cell.code
        put(code: code, width: fits ? width : 1, row: row, column: column, paint: cell.paint)
      }
    }
    takeTargets(of: other, at: origin)
    if let cursor = other.cursor {
      self.cursor = Point(column: cursor.column + origin.column, row: cursor.row + origin.row)
    }
    rest = Point(column: other.rest.column + origin.column, row: other.rest.row + origin.row)
  }
}
