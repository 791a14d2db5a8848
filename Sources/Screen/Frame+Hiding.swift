extension Frame {
  /// Puts marks in place of what a veil hides where it stands in a row, pieced together of texts or cut short with an
  /// ellipsis. O(cells × the longest name).
  public mutating func hide(behind veil: Veil) {
    for row in 0..<size.rows { hide(behind: veil, row) }
  }

  private mutating func hide(behind veil: Veil, _ row: Int) {
    // Where each character stands; what covers a wide one has none of its own.
    var text: [Character] = []
    var places: [Int] = []
    for column in 0..<size.columns {
      guard let letter = portable(at: Point(column: column, row: row)).first else { continue }
      text.append(letter)
      places.append(column)
    }
    for range in veil.hidden(in: text, ellipsis: glyphs.ellipsis.first) {
      for place in range where text[place] != " " {
        let column = places[place]
        let end = place + 1 < places.count ? places[place + 1] : size.columns
        let cells = Rect(column: column, row: row, columns: end - column, rows: 1)
        let style = self[cells.origin].style
        fill(cells, with: glyphs.bullet, style)
      }
    }
  }
}
