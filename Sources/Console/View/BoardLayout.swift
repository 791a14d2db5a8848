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
  init(_ size: Size, lines: Int) {
    let (top, rest) = Rect(size).split(top: 2)
    header = top
    let body = rest.split(bottom: 1).rest
    var left = body
    if size.columns >= 150 {
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
  var boardLayout: BoardLayout { BoardLayout(size, lines: board.lineCount) }
}

/// The columns of the board.
enum BoardColumn: Hashable, Sendable {
  case severity, id, account, title, clock, left, bar, due, owner, arr, renewal, status, others

  var title: String {
    switch self {
    case .severity: "Sev"
    case .id: "Id"
    case .account: "Account"
    case .title: "Title"
    case .clock: "Clock"
    case .left: "Left"
    case .bar: "Used"
    case .due: "Due"
    case .owner: "Owner"
    case .arr: "ARR"
    case .renewal: "Renews"
    case .status: "Status"
    case .others: "More"
    }
  }

  var isRight: Bool { self == .left || self == .arr || self == .renewal }
}

extension BoardColumn {
  /// The columns for a width, as they give way: more clocks, status, renewal, ARR, the bar, the deadline, the id, the
  /// owner. What is left at 80 is severity, account, title, the most urgent clock with its countdown, and the owner.
  static func layout(width: Int, grades: Int, ids: Int) -> ColumnLayout<BoardColumn> {
    let narrow = width < 75
    let severity = min(9, max(4, grades + 2))
    let id = min(12, max(4, ids))
    return ColumnLayout(
      [
        Column(.severity, minimum: severity, rank: 100),
        Column(.id, minimum: id, rank: 60),
        Column(.account, minimum: narrow ? 9 : max(13, width * 12 / 100), ideal: 22, rank: 80, flex: 2),
        Column(.title, minimum: narrow ? 12 : max(22, width * 22 / 100), ideal: 44, rank: 90, flex: 4),
        Column(.clock, minimum: narrow ? 10 : 14, ideal: 18, rank: 95, flex: 1),
        Column(.left, minimum: 9, rank: 99),
        Column(.bar, minimum: 8, ideal: 10, rank: 50),
        Column(.due, minimum: 11, rank: 55),
        Column(.owner, minimum: narrow ? 7 : 8, ideal: 12, rank: 70, flex: 1),
        Column(.arr, minimum: 9, rank: 45),
        Column(.renewal, minimum: 6, rank: 40),
        Column(.status, minimum: 14, ideal: 22, rank: 35, flex: 1),
        Column(.others, minimum: 4, rank: 30),
      ], width: width)
  }
}
