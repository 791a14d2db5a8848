/// A column that a table would like to show.
public struct Column<ID: Hashable & Sendable>: Sendable {
  public var id: ID
  /// Cells below which it is not worth showing.
  public var minimum: Int
  /// Cells in which it shows all it usually has.
  public var ideal: Int
  /// Those of lower rank give way first, and get their ideal width last; among equals the rightmost gives way first.
  public var rank: Int
  /// Its share of the room left when all have their ideal width; 0 stays at its ideal.
  public var flex: Int

  public init(_ id: ID, minimum: Int, ideal: Int? = nil, rank: Int, flex: Int = 0) {
    self.id = id
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal ?? minimum)
    self.rank = rank
    self.flex = max(0, flex)
  }
}

/// Which columns of a table are shown in a given width, and where: columns give way whole, in the order of their ranks,
/// so that what matters most is never squeezed by what matters less.
public struct ColumnLayout<ID: Hashable & Sendable>: Sendable {
  public struct Placed: Hashable, Sendable {
    public let id: ID
    /// Cells from the table's left edge.
    public let column: Int
    public let width: Int
  }

  /// Left to right, as given. Together with the gaps they never exceed the width.
  public let columns: [Placed]

  /// O(n²) in the number of columns, which is small.
  public init(_ wanted: [Column<ID>], width: Int, gap: Int = 1) {
    let widths = ColumnWidths(
      wanted.map { .init(minimum: $0.minimum, ideal: $0.ideal, rank: $0.rank, flex: $0.flex) }, width: width, gap: gap
    ).widths
    var placed: [Placed] = []
    var column = 0
    for (index, wanted) in wanted.enumerated() where widths[index] > 0 {
      placed.append(Placed(id: wanted.id, column: column, width: widths[index]))
      column += widths[index] + gap
    }
    columns = placed
  }

  /// Where a column stands; nil when it has given way.
  public subscript(id: ID) -> Placed? { columns.first { $0.id == id } }
}
