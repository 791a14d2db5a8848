import EscalationDomain
import Screen

/// A risk or an escalation in one line.
struct RegisterRowView {
  /// Cells before the first column: the pointer and what waits.
  static let lead = 3

  let model: Model
  let row: RegisterRow
  let layout: RegisterLayout
  let isSelected: Bool

  private var ground: Role { isSelected ? .selection : .text }

  func draw(in line: Rect, on frame: inout Frame) {
    let line = line.split(right: 1).rest
    if isSelected {
      frame.fill(line, Style(.text, on: ground))
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    }
    if case .escalation(let row, _) = row, model.selection.contains(row.id) {
      frame.write(String(frame.glyphs.check), at: line.point(1, 0), Style(.accent, on: ground, .bold))
    } else if case .escalation(let row, _) = row, row.status == .paused {
      frame.write(String(frame.glyphs.paused), at: line.point(1, 0), Style(.paused, on: ground))
    }
    for column in layout.columns.columns {
      let cell = Rect(
        column: line.column + RegisterRowView.lead + column.column, row: line.row, columns: column.width, rows: 1)
      guard let (text, role) = content(of: column.id, frame.glyphs) else { continue }
      frame.write(
        text, at: cell.origin, width: cell.columns, align: column.id.isRight ? .right : .left, Style(role, on: ground))
    }
  }

  private func content(of column: RegisterColumn, _ glyphs: Glyphs) -> (String, Role)? {
    switch row {
    case .escalation where column == .tags:
      tags.isEmpty ? nil : (tags.joined(separator: ", "), .muted)
    case .escalation(let row, let ended): escalation(row, ended, column, glyphs)
    case .risk(let row, let life): risk(row, life, column, glyphs)
    }
  }

  private var tags: [String] { model.register.page.tags(of: row) }
  private var strong: Role { isSelected ? .title : .text }
  private func when(_ instant: Instant) -> (String, Role) {
    (instant.brief(in: model.viewer.zone, now: model.now), .muted)
  }

  private func escalation(
    _ row: BoardRow, _ ended: Instant?, _ column: RegisterColumn, _ glyphs: Glyphs
  ) -> (String, Role)? {
    switch column {
    case .kind: ("esc", .muted)
    case .id: (row.id.text, .muted)
    case .grade: ("\(glyphs.band(row.band)) \(row.grade)", row.status.isOpen ? .band(row.band) : .muted)
    case .account: (row.account, strong)
    case .title: (row.title, strong)
    case .status: (row.status.rawValue, row.status == .new ? .accent : row.status == .paused ? .paused : .muted)
    case .owner: (row.owner ?? "nobody", row.owner == nil && row.status.isOpen ? .warning : .text)
    case .clock: row.clock.map { ($0.label, .text) }
    case .due:
      row.clock.map { clock in
        let face = ClockFace(
          clock, now: model.now, zone: model.viewer.zone, policies: model.policies, glyphs: glyphs)
        let text = face.due.isEmpty ? face.left : face.due
        // Late is said in words too: by how long.
        return (face.role == .breached ? face.left : text, face.role)
      }
    case .arr: row.arr.map { ($0.short, .text) }
    case .renewal: row.renewal.map { ("\($0)", .muted) }
    case .playbook: (row.playbook, .muted)
    case .opened: when(row.opened)
    case .changed: when(row.changed)
    case .ended: ended.map(when)
    case .category, .likelihood, .impact, .score, .residual, .review, .promoted, .tags: nil
    }
  }

  private func risk(
    _ row: RiskRow, _ life: RiskLife, _ column: RegisterColumn, _ glyphs: Glyphs
  ) -> (String, Role)? {
    switch column {
    case .kind: ("risk", .accent)
    case .id: (row.id.text, .muted)
    case .account: (row.account, strong)
    case .title: (row.title, strong)
    case .status: (row.status.rawValue, row.status == .open ? .accent : .muted)
    case .owner: (row.owner ?? "nobody", row.owner == nil && row.status == .open ? .warning : .text)
    case .arr: row.arrExposed.map { ($0.short, .text) }
    case .opened: when(life.registered)
    case .changed: when(life.changed)
    case .ended: life.ended.map(when)
    case .category: row.category.map { ($0, .text) }
    case .likelihood: ("\(row.likelihood)", .text)
    case .impact: ("\(row.impactScore)", .text)
    case .score: ("\(row.inherent)", .title)
    case .residual: row.residual.map { ("\($0)", .text) }
    case .review:
      row.nextReview.map { isOverdue(row) ? ("\(glyphs.crossed)\($0)", .error) : ("\($0)", .muted) }
    case .promoted: row.escalation.map { ($0.text, .muted) }
    // Where the score itself has no room, what it is made of.
    case .grade: layout.columns[.score] == nil ? ("\(row.likelihood)×\(row.impactScore)", .muted) : nil
    case .clock, .due, .renewal, .playbook, .tags: nil
    }
  }

  private func isOverdue(_ row: RiskRow) -> Bool {
    let zone = model.policies?.book.current.zone(of: AccountFacts(name: row.account), playbook: nil)
    return row.isReviewOverdue(today: (zone ?? model.viewer.zone).local(model.now).date)
  }
}
