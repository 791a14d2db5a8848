import Screen

/// Where the parts of the board stand on a screen of a size.
struct BoardLayout {
  let header: Rect
  /// The saved views, where there is room or where somebody saved some.
  let views: Rect?
  /// The names of the columns, or the filter.
  let titles: Rect
  /// What a filter that is being typed means, or what is wrong with it.
  let note: Rect?
  let list: Rect
  /// What the columns have no room for of the selected row, where they are few: its id, and when it is due in full.
  let foot: Rect?
  /// The selected escalation at a glance, where there is room beside the rows or below them.
  let preview: Rect?

  /// Columns from which on the rows themselves show ids and due times.
  private static let wide = 100

  /// - Parameter lines: how many the list has, for what they leave free.
  init(_ size: Size, lines: Int, hasViews: Bool = false, hasNote: Bool = false, density: Density = .normal) {
    let (top, rest) = Rect(size).split(top: 2)
    header = top
    let (strip, below) = rest.split(bottom: 1).rest.split(top: hasViews ? 1 : 0)
    views = hasViews ? strip : nil
    let body = below
    var left = body
    if density == .compact {
      preview = nil
    } else if size.columns >= 150 {
      let (rows, pane) = body.split(right: size.columns < 220 ? 52 : min(84, size.columns * 28 / 100))
      left = rows
      preview = pane
    } else if lines > 0, body.rows - 1 - lines >= 14 {
      (left, preview) = body.split(top: 2 + (hasNote ? 1 : 0) + lines)
    } else {
      preview = nil
    }
    let (names, rows) = left.split(top: 1)
    titles = names
    let (remark, others) = rows.split(top: hasNote ? 1 : 0)
    note = hasNote ? remark : nil
    // Where the rows' own columns have ids and due times, and where a glance names them, nothing is missing.
    let hasFoot = size.columns < BoardLayout.wide && preview == nil && lines > 0
    let (upper, last) = others.split(bottom: hasFoot ? 1 : 0)
    foot = hasFoot ? last : nil
    list = upper
  }
}

extension Model {
  /// Where the board's parts stand now.
  var boardLayout: BoardLayout { boardLayout(size) }

  func boardLayout(_ size: Size) -> BoardLayout {
    var isTyping = false
    if case .typing = board.filter { isTyping = true }
    return BoardLayout(
      size, lines: board.lineCount, hasViews: showsViews(size), hasNote: isTyping, density: density)
  }
}
