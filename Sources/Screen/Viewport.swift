/// Which part of a long list shows: arithmetic only, so that a model can keep the offset and a view draw it.
public struct Viewport: Hashable, Sendable {
  /// Rows that can show at once.
  public let height: Int
  /// Rows there are.
  public let count: Int
  /// The first row that shows.
  public let offset: Int

  /// Scrolls from an earlier offset as little as needed to show the selected row with `margin` rows round it where the
  /// list allows. Nothing selected only keeps the offset in bounds.
  public init(height: Int, count: Int, offset: Int = 0, selected: Int? = nil, margin: Int = 0) {
    self.height = max(0, height)
    self.count = max(0, count)
    var first = offset
    if let selected, self.height > 0 {
      let margin = min(max(0, margin), (self.height - 1) / 2)
      first = min(first, selected - margin)
      first = max(first, selected + margin - self.height + 1)
    }
    self.offset = min(max(0, first), max(0, self.count - self.height))
  }

  /// The rows that show.
  public var visible: Range<Int> { offset..<min(count, offset + height) }

  /// Where a scroll bar's thumb stands, in rows from the top; nil when everything shows.
  public var thumb: Range<Int>? {
    guard height > 0, count > height else { return nil }
    let length = max(1, height * height / count)
    let start = (height - length) * offset / (count - height)
    return start..<(start + length)
  }
}

extension Frame {
  /// Draws a scroll bar down a column; nothing when everything shows.
  public mutating func scrollBar(at point: Point, _ viewport: Viewport, _ style: Style = Style(.border)) {
    guard let thumb = viewport.thumb else { return }
    let track = Rect(column: point.column, row: point.row, columns: 1, rows: viewport.height)
    fill(track, with: glyphs.scrollTrack, style)
    let mark = Rect(column: point.column, row: point.row + thumb.lowerBound, columns: 1, rows: thumb.count)
    fill(mark, with: glyphs.scrollThumb, Style(.accent, on: style.ground))
  }
}
