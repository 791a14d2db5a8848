import Screen

/// Where the parts of the board stand on a screen of a size.
struct BoardLayout {
  let header: Rect
  /// The names of the columns, or the filter.
  let titles: Rect
  let list: Rect
  /// The selected escalation at a glance, where there is room beside the rows or below them.
  let preview: Rect?

  /// - Parameter lines: how many the list has, for what they leave free.
  init(_ size: Size, lines: Int, density: Density = .normal) {
    let (top, rest) = Rect(size).split(top: 2)
    header = top
    let body = rest.split(bottom: 1).rest
    var left = body
    if density == .compact {
      preview = nil
    } else if size.columns >= 150 {
      let (rows, pane) = body.split(right: min(84, max(52, size.columns * 28 / 100)))
      left = rows
      preview = pane
    } else if lines > 0, body.rows - 1 - lines >= 14 {
      (left, preview) = body.split(top: 2 + lines)
    } else {
      preview = nil
    }
    (titles, list) = left.split(top: 1)
  }
}

extension Model {
  /// Where the board's parts stand now.
  var boardLayout: BoardLayout { BoardLayout(size, lines: board.lineCount, density: density) }
}
