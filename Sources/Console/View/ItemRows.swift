import Screen

/// One row of a list of items, some of which take several.
struct ItemRow: Hashable, Sendable {
  var line: Line
  /// Index into the list's items; none for a heading.
  var item: Int?
}

extension [ItemRow] {
  /// The rows of an item.
  func range(of item: Int?) -> ClosedRange<Int>? {
    guard let item, let first = firstIndex(where: { $0.item == item }),
      let last = lastIndex(where: { $0.item == item })
    else { return nil }
    return first...last
  }
}

extension Frame {
  /// Draws a list with the cursor on one of its items; it scrolls so that the cursor shows.
  mutating func draw(_ rows: [ItemRow], in rect: Rect, selected item: Int?, hasKeys: Bool) {
    let chosen = rows.range(of: item)
    let viewport = Viewport(height: rect.rows, count: rows.count, offset: 0, selected: chosen?.upperBound, margin: 1)
    for (row, index) in viewport.visible.enumerated() {
      if let item = rows[index].item { mark(rect.line(row), as: Clickable.line(item)) }
      draw(
        rows[index], in: rect.line(row), isSelected: hasKeys && (chosen?.contains(index) ?? false),
        isFirst: index == chosen?.lowerBound)
    }
    scrollBar(at: rect.point(rect.columns - 1, 0), viewport)
  }

  private mutating func draw(_ row: ItemRow, in line: Rect, isSelected: Bool, isFirst: Bool) {
    guard isSelected else {
      write(row.line, at: line.point(row.item == nil ? 0 : 2, 0), maxWidth: line.columns - 4)
      return
    }
    fill(line, Style(.text, on: .selection))
    if isFirst {
      write(String(glyphs.pointer), at: line.origin, Style(.accent, on: .selection))
      rest = line.origin
    }
    let spans = row.line.map { Span($0.text, $0.style.on(.selection)) }
    write(spans, at: line.point(2, 0), maxWidth: line.columns - 4)
  }
}
