// Screen: a terminal screen as a value. Cells, frames, style roles, themes, keys and the width of text.
// It must not know what is shown (no escalation, no clock) nor where (no terminal, no file): it imports nothing,
// so a screen can be drawn, compared, printed and tested anywhere.

/// How many cells a screen or a part of it has.
public struct Size: Hashable, Sendable {
  /// Cells across.
  public var columns: Int
  /// Lines down.
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// Reads `120x40`, columns first. Nil for anything else, and for a side over 1,000.
  public init?(text: String) {
    let sides = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
    guard sides.count == 2, let columns = Int(sides[0]), let rows = Int(sides[1]),
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

/// A cell's place: column and row from the upper left corner, both from 0.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
