import EscalationDomain
import Screen

/// The columns of the list of milestones.
enum PlansColumn: Hashable, Sendable {
  case due, left, status, id, title, kind, account, escalation, owner, waits

  var title: String {
    switch self {
    case .due: "Due"
    case .left: "Left"
    case .status: "Status"
    case .id: "No."
    case .title: "Milestone"
    case .kind: "Kind"
    case .account: "Account"
    case .escalation: "Of"
    case .owner: "Owner"
    case .waits: "Waits for"
    }
  }

  /// The columns for a width, as they give way: kind, its number, what it waits for, the owner, the escalation, the
  /// account, the status. What is left at 80 is due time, what is left, status, milestone, account, escalation, owner.
  static func layout(width: Int, _ rows: [MilestoneRow]) -> ColumnLayout<PlansColumn> {
    let isNarrow = width < 90
    func widest(_ text: (MilestoneRow) -> String) -> Int { rows.map { Width.of(text($0)) }.max() ?? 0 }
    let escalation = min(isNarrow ? 6 : 12, max(3, widest(\.escalation.text)))
    let owner = min(20, max(6, widest { $0.milestone.owner ?? "nobody" }))
    return ColumnLayout(
      [
        Column(.due, minimum: 10, rank: 99), Column(.left, minimum: 8, rank: 98),
        Column(.status, minimum: 7, rank: 90), Column(.id, minimum: 3, rank: 55),
        Column(.title, minimum: isNarrow ? 20 : 26, ideal: 40, rank: 100, flex: 4),
        Column(.kind, minimum: 10, rank: 50),
        Column(.account, minimum: isNarrow ? 11 : 14, ideal: 22, rank: 85, flex: 2),
        Column(.escalation, minimum: escalation, rank: 80),
        Column(.owner, minimum: isNarrow ? 8 : min(owner, 12), ideal: owner, rank: 70, flex: 1),
        Column(.waits, minimum: 9, ideal: 12, rank: 60),
      ], width: width)
  }
}

/// One milestone in one line of the list.
struct PlansRowView {
  let model: Model
  let row: MilestoneRow
  let columns: ColumnLayout<PlansColumn>
  let isSelected: Bool

  private var ground: Role { isSelected ? .selection : .text }
  private var face: MilestoneFace { MilestoneFace(row, now: model.now, zone: model.viewer.zone) }

  func draw(in line: Rect, on frame: inout Frame) {
    if isSelected {
      frame.fill(line, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    }
    for column in columns.columns {
      let cell = Rect(
        column: line.column + PlansLayout.lead + column.column, row: line.row, columns: column.width, rows: 1)
      draw(column.id, in: cell, on: &frame)
    }
  }

  private func draw(_ column: PlansColumn, in cell: Rect, on frame: inout Frame) {
    func put(_ text: String, _ role: Role = .text) {
      frame.write(text, at: cell.origin, Style(role, on: ground), maxWidth: cell.columns)
    }
    switch column {
    case .due: put(face.due, .muted)
    case .left: face.drawLeft(in: cell, on: ground, on: &frame)
    case .status: put(face.word, face.role)
    case .id: put(row.milestone.id, .muted)
    case .title: put(row.milestone.title, isSelected ? .title : row.isOpen ? .text : .muted)
    case .kind: put(row.milestone.kind.rawValue, .muted)
    case .account: put(row.account)
    case .escalation: put(row.escalation.text, .label)
    case .owner: put(row.milestone.owner ?? "nobody", row.milestone.owner == nil && row.isOpen ? .warning : .text)
    case .waits: put(row.blockedBy.joined(separator: ", "), .muted)
    }
  }
}
