extension BoardRow {
  /// What the board is sorted by: band, then deadline, then age; ids tell the rest apart.
  private var place: (Int, Int64, Int64) { (band, clock?.deadline?.seconds ?? .max, opened.seconds) }

  /// Whether one stands before the other on the board. O(1).
  public static func boardOrder(_ a: BoardRow, _ b: BoardRow) -> Bool {
    let (x, y) = (a.place, b.place)
    return x == y ? a.id < b.id : x < y
  }

  /// The indices of rows in the board's order.
  fileprivate static func order(_ rows: UnsafeMutableBufferPointer<BoardRow>) -> [Int] {
    let places = rows.indices.map { (place: rows[$0].place, index: $0) }
    let sorted = places.sorted { $0.place == $1.place ? rows[$0.index].id < rows[$1.index].id : $0.place < $1.place }
    return sorted.map(\.index)
  }
}

extension [BoardRow] {
  /// O(n log n). A row is large: numbers are sorted in its stead, and it is moved to its place once.
  mutating func sortInBoardOrder() {
    withUnsafeMutableBufferPointer { rows in
      var order = BoardRow.order(rows)
      for start in rows.indices {
        // Along a ring of rows of which each stands in the next one's place.
        var place = start
        while order[place] != start {
          let from = order[place]
          rows.swapAt(place, from)
          order[place] = place
          place = from
        }
        order[place] = place
      }
    }
  }
}
