import EscalationDomain
import Screen

/// The columns of the board.
enum BoardColumn: Hashable, Sendable {
  case severity, id, account, title, clock, left, bar, due, since, owner, arr, renewal, status, others
  case plan, next
  /// What is open of today's checklists.
  case today

  var isRight: Bool { self == .left || self == .arr || self == .renewal || self == .today }

  /// What an order goes by.
  init(_ order: BoardOrder) {
    switch order {
    case .severity: self = .severity
    case .deadline: self = .left
    case .account: self = .account
    case .owner: self = .owner
    case .arr: self = .arr
    case .renewal: self = .renewal
    case .opened, .changed: self = .since
    case .id: self = .id
    }
  }

  func title(_ order: BoardOrder) -> String {
    switch self {
    case .severity: "Sev"
    case .id: "Id"
    case .account: "Account"
    case .title: "Title"
    case .clock: "Clock"
    case .left: "Left"
    case .bar: "Used"
    case .due: "Due"
    case .since: order == .opened ? "Opened" : "Changed"
    case .owner: "Owner"
    case .arr: "ARR"
    case .renewal: "Renews"
    case .status: "Status"
    case .others: "More"
    case .plan: "Plan"
    case .next: "Next milestone"
    case .today: "Today"
    }
  }
}

extension BoardColumn {
  /// What the rows ask of the columns: the widest of some, in cells, and which are not empty.
  struct Needs {
    var grade = 2
    var id = 4
    var owner = 6
    var arr = true
    var renewal = true
    var plan = true
    var today = false
    var order = BoardOrder.severity
  }

  /// The columns for a width, as they give way: more clocks, the next milestone, status, renewal, ARR, today, the plan, the bar,
  /// the deadline, the id, the owner. What is left at 80 is severity, account, title, the most urgent clock with its
  /// countdown, and the owner. What the rows are sorted by always shows.
  static func layout(width: Int, _ needs: Needs) -> ColumnLayout<BoardColumn> {
    let (isNarrow, isWide) = (width < 75, width >= 100)
    // Where plans have a column, names make room for it before money does.
    let isSqueezed = needs.plan && width < 130
    // At 80 a grade of a longer name takes its cells from the title, not the owner off the board.
    let title = 19 - (isWide ? 0 : min(2, max(0, needs.grade - 2)))
    // Beyond what every column of the board needs, the title comes first, up to its ideal.
    let owner = isNarrow ? 7 : max(7, min(isWide && !isSqueezed ? 13 : 11, needs.owner))
    var columns: [Column<BoardColumn>] = [
      Column(.severity, minimum: min(9, max(4, needs.grade + 2)), rank: 100),
      Column(.id, minimum: min(12, max(4, needs.id)), rank: 60),
      Column(.account, minimum: isNarrow ? 9 : max(13, width * 11 / 100), ideal: 22, rank: 80, flex: 2),
      Column(
        .title,
        minimum: isNarrow ? 12 : max(title, width * (isSqueezed ? 16 : 19) / 100, isWide ? min(44, width - 112) : 0),
        ideal: 44, rank: 90, flex: 4),
      Column(.clock, minimum: isNarrow ? 10 : isWide && width < 130 ? 14 : 15, ideal: 18, rank: 95, flex: 1),
      Column(.left, minimum: 9, rank: 99),
      Column(.bar, minimum: 8, ideal: 10, rank: 50),
      Column(.due, minimum: 10, ideal: 11, rank: 55),
      Column(.since, minimum: 10, rank: 40),
      Column(.owner, minimum: owner, ideal: max(owner, min(20, needs.owner)), rank: 70, flex: 1),
      Column(.arr, minimum: 9, rank: 45),
      Column(.renewal, minimum: 7, rank: 40),
      Column(.status, minimum: 14, ideal: 22, rank: 35, flex: 1),
      Column(.plan, minimum: 5, ideal: 14, rank: 48),
      Column(.next, minimum: 14, ideal: 24, rank: 33, flex: 1),
      Column(.today, minimum: 5, rank: 46),
      Column(.others, minimum: 4, rank: 30),
    ]
    let sorted = BoardColumn(needs.order)
    columns.removeAll { column in
      switch column.id {
      case sorted: false
      case .since: true
      case .arr: !needs.arr
      case .renewal: !needs.renewal
      case .plan, .next: !needs.plan
      case .today: !needs.today
      default: false
      }
    }
    for index in columns.indices where columns[index].id == sorted { columns[index].rank = 98 }
    return ColumnLayout(columns, width: width)
  }
}
