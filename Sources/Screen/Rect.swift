/// A rectangle of cells. Its sides are never negative, so a split of too small a rectangle yields empty ones
/// rather than a trap, and drawing into an empty one draws nothing.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen of that size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public var size: Size { Size(columns: columns, rows: rows) }
  public var origin: Point { Point(column: column, row: row) }
  public var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The first column to the right of it.
  public var endColumn: Int { column + columns }
  /// The first row below it.
  public var endRow: Int { row + rows }

  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// The place at an offset inside this rectangle.
  public func point(_ columnOffset: Int, _ rowOffset: Int) -> Point {
    Point(column: column + columnOffset, row: row + rowOffset)
  }

  /// One row of it as a rectangle; empty when there is no such row.
  public func line(_ offset: Int) -> Rect {
    guard offset >= 0, offset < rows else { return Rect(column: column, row: row, columns: 0, rows: 0) }
    return Rect(column: column, row: row + offset, columns: columns, rows: 1)
  }

  /// Smaller by so many cells on each side.
  public func inset(columns across: Int = 1, rows down: Int = 1) -> Rect {
    Rect(column: column + across, row: row + down, columns: columns - 2 * across, rows: rows - 2 * down)
  }

  /// Cuts off the given number of rows at the top; what is not there cannot be cut.
  public func split(top count: Int) -> (top: Rect, rest: Rect) {
    let cut = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: cut),
      Rect(column: column, row: row + cut, columns: columns, rows: rows - cut)
    )
  }

  /// Cuts off the given number of rows at the bottom.
  public func split(bottom count: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: rows - min(max(0, count), rows))
    return (rest, bottom)
  }

  /// Cuts off the given number of columns at the left.
  public func split(left count: Int) -> (left: Rect, rest: Rect) {
    let cut = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: cut, rows: rows),
      Rect(column: column + cut, row: row, columns: columns - cut, rows: rows)
    )
  }

  /// Cuts off the given number of columns at the right.
  public func split(right count: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = split(left: columns - min(max(0, count), columns))
    return (rest, right)
  }

  /// A rectangle of the wanted size in the middle of this one, no larger than it.
  public func centred(_ wanted: Size) -> Rect {
    let across = min(wanted.columns, columns)
    let down = min(wanted.rows, rows)
    return Rect(
      column: column + (columns - across) / 2, row: row + (rows - down) / 2, columns: across, rows: down)
  }

  /// What both share; empty when they share nothing.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }
}
