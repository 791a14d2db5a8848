import EscalationDomain
import Screen

extension RegisterColumn {
  /// Over the column.
  var heading: String {
    switch self {
    case .kind: "Kind"
    case .id: "Id"
    case .grade: "Grade"
    case .account: "Account"
    case .title: "Title"
    case .status: "Status"
    case .owner: "Owner"
    case .clock: "Clock"
    case .due: "Due"
    case .arr: "ARR"
    case .renewal: "Renews"
    case .playbook: "Playbook"
    case .opened: "Opened"
    case .changed: "Changed"
    case .ended: "Ended"
    case .category: "Category"
    case .likelihood: "Likely"
    case .impact: "Impact"
    case .score: "Score"
    case .residual: "Left"
    case .review: "Review"
    case .promoted: "Became"
    case .tags: "Tags"
    }
  }

  var isRight: Bool {
    switch self {
    case .arr, .likelihood, .impact, .score, .residual, .renewal: true
    default: false
    }
  }
}

/// Which of the chosen columns show in a width, and where. They give way in this order: those that a narrow screen can do
/// without, the rightmost first; what the rows are sorted by always shows.
struct RegisterLayout {
  let columns: ColumnLayout<RegisterColumn>

  /// Widths follow what is on the screen, never all rows.
  init(_ state: RegisterState, _ rows: [RegisterRow], width: Int) {
    var needs = Needs()
    for row in rows { needs.take(row, state.page.tags(of: row)) }
    let sorted = state.query.order.column
    // A column in which every cell would be empty leaves its room to the others.
    var wanted = state.columns.filter { $0 == sorted || state.filled.contains($0) }
    if !wanted.contains(sorted) { wanted.append(sorted) }
    columns = ColumnLayout(
      wanted.map { column in
        var made = RegisterLayout.column(column, needs, width)
        if column == sorted { made.rank = 99 }
        // An arrow stands behind the heading.
        made.minimum = max(made.minimum, column == sorted ? column.heading.count + 1 : 0)
        made.ideal = max(made.minimum, made.ideal)
        return made
      }, width: width)
  }

  /// The widest of some texts that show, in cells.
  private struct Needs {
    var (id, grade, owner, playbook, status, category) = (4, 5, 6, 8, 6, 8)
    var (promoted, tags) = (6, 6)

    mutating func take(_ row: RegisterRow, _ tags: [String]) {
      self.tags = max(self.tags, Width.of(tags.joined(separator: ", ")))
      id = max(id, Width.of(row.id.text))
      switch row {
      case .escalation(let row, _):
        grade = max(grade, Width.of(row.grade) + 2)
        owner = max(owner, row.owner.map(Width.of) ?? 0)
        playbook = max(playbook, Width.of(row.playbook))
        status = max(status, row.status.rawValue.count)
      case .risk(let row, _):
        owner = max(owner, row.owner.map(Width.of) ?? 0)
        status = max(status, row.status.rawValue.count)
        category = max(category, row.category.map(Width.of) ?? 0)
        promoted = max(promoted, row.escalation.map { Width.of($0.text) } ?? 0)
      }
    }
  }

  private static func column(_ column: RegisterColumn, _ needs: Needs, _ width: Int) -> Column<RegisterColumn> {
    let isNarrow = width < 75
    switch column {
    case .kind: return Column(.kind, minimum: 4, rank: 60)
    case .id: return Column(.id, minimum: min(12, needs.id), rank: 90)
    case .grade: return Column(.grade, minimum: min(10, needs.grade), rank: 88)
    case .score: return Column(.score, minimum: 6, rank: 62)
    case .account:
      return Column(.account, minimum: isNarrow ? 9 : max(13, width * 9 / 100), ideal: 24, rank: 92, flex: 2)
    case .title:
      return Column(.title, minimum: isNarrow ? 12 : max(18, width * 14 / 100), ideal: 44, rank: 95, flex: 4)
    case .status: return Column(.status, minimum: needs.status, rank: 86)
    case .owner:
      return Column(.owner, minimum: min(9, needs.owner), ideal: min(20, needs.owner), rank: 70, flex: 1)
    case .clock: return Column(.clock, minimum: 12, ideal: 18, rank: 50, flex: 1)
    case .due: return Column(.due, minimum: 10, ideal: 11, rank: 55)
    case .arr: return Column(.arr, minimum: 9, rank: 52)
    case .renewal: return Column(.renewal, minimum: 10, rank: 38)
    case .playbook: return Column(.playbook, minimum: min(12, needs.playbook), rank: 36)
    case .opened: return Column(.opened, minimum: 10, rank: 40)
    case .changed: return Column(.changed, minimum: 10, rank: 65)
    case .ended: return Column(.ended, minimum: 10, rank: 48)
    case .category: return Column(.category, minimum: 8, ideal: min(16, needs.category), rank: 34)
    case .likelihood: return Column(.likelihood, minimum: 6, rank: 30)
    case .impact: return Column(.impact, minimum: 6, rank: 30)
    case .residual: return Column(.residual, minimum: 4, rank: 32)
    case .review: return Column(.review, minimum: 10, rank: 45)
    case .promoted: return Column(.promoted, minimum: min(12, needs.promoted), rank: 33)
    case .tags: return Column(.tags, minimum: min(9, needs.tags), ideal: min(24, needs.tags), rank: 35, flex: 1)
    }
  }
}
