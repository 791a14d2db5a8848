/// Neighbouring cells of one row that differ from an earlier frame.
public struct FrameRun: Hashable, Sendable {
  public let row: Int
  /// Begins and ends at whole clusters of the new frame.
  public let columns: Range<Int>

  public init(row: Int, columns: Range<Int>) {
    self.row = row
    self.columns = columns
  }
}

extension Frame {
  /// What must be sent to turn an earlier picture into this one, top to bottom and left to right. Every cell when the
  /// sizes differ. O(cells).
  public func changes(from earlier: Frame) -> [FrameRun] {
    guard earlier.size == size else { return everything }
    let needsText = !clusters.isEmpty || !earlier.clusters.isEmpty
    var runs: [FrameRun] = []
    cells.withUnsafeBufferPointer { new in
      earlier.cells.withUnsafeBufferPointer { old in
        for row in 0..<size.rows {
          let start = row * size.columns
          var column = 0
          while column < size.columns {
            guard differ(new[start + column], old[start + column], earlier, needsText) else {
              column += 1
              continue
            }
            var first = column
            while first > 0, new[start + first].isCovered { first -= 1 }
            column += 1
            while column < size.columns,
              new[start + column].isCovered || differ(new[start + column], old[start + column], earlier, needsText)
            {
              column += 1
            }
            append(FrameRun(row: row, columns: first..<column), to: &runs)
          }
        }
      }
    }
    return runs
  }

  /// One run for each row.
  public var everything: [FrameRun] {
    guard size.columns > 0 else { return [] }
    return (0..<size.rows).map { FrameRun(row: $0, columns: 0..<size.columns) }
  }

  @inline(__always)
  private func differ(_ new: Cell, _ old: Cell, _ earlier: Frame, _ needsText: Bool) -> Bool {
    if !needsText { return new != old }
    if new.paint != old.paint { return true }
    if new.isCluster || old.isCluster { return text(of: new) != earlier.text(of: old) }
    return new.code != old.code
  }

  /// A run that had to begin earlier, at a wide cluster's first cell, may touch the one before it.
  private func append(_ run: FrameRun, to runs: inout [FrameRun]) {
    if let last = runs.last, last.row == run.row, last.columns.upperBound >= run.columns.lowerBound {
      runs[runs.count - 1] = FrameRun(row: run.row, columns: last.columns.lowerBound..<run.columns.upperBound)
    } else {
      runs.append(run)
    }
  }
}
