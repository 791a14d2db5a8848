extension Frame {
  /// Draws a bar of `width` cells, filled by `fraction` (0 to 1, all else taken as the nearer end) to the eighth of a
  /// cell where the glyphs allow. More than nothing shows at least one part, and less than all never looks full.
  public mutating func bar(
    at point: Point, width: Int, fraction: Double, filled: Style = Style(.barFilled),
    empty: Style = Style(.barEmpty)
  ) {
    guard width > 0 else { return }
    let parts = Self.barParts(width: width, fraction: fraction, perCell: glyphs.barParts.count)
    let whole = parts / glyphs.barParts.count
    let part = parts % glyphs.barParts.count
    let full = glyphs.barParts[glyphs.barParts.count - 1]
    let line = Rect(column: point.column, row: point.row, columns: width, rows: 1)
    let (done, rest) = line.split(left: whole)
    fill(done, with: full, filled)
    fill(rest, with: glyphs.barTrack, empty)
    if part > 0 {
      // What is not filled of this cell belongs to the track.
      let style = Style(filled.role, on: empty.ground, filled.attributes)
      fill(rest.split(left: 1).left, with: glyphs.barParts[part - 1], style)
    }
  }

  /// The parts filled, of `width * perCell`.
  static func barParts(width: Int, fraction: Double, perCell: Int) -> Int {
    let all = width * perCell
    // NaN compares false and so counts as nothing.
    guard fraction > 0 else { return 0 }
    guard fraction < 1 else { return all }
    return min(all - 1, max(1, Int((fraction * Double(all)).rounded())))
  }
}
