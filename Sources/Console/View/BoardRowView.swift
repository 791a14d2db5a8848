import EscalationDomain
import Screen

/// One escalation in one line.
struct BoardRowView {
  /// Cells before the first column: the pointer, a mark for what changed or waits.
  static let lead = 3

  let model: Model
  let row: BoardRow
  let columns: ColumnLayout<BoardColumn>
  let isSelected: Bool

  private var isChanged: Bool { model.board.changed.contains(row.id) }
  private var ground: Role { isSelected ? .selection : isChanged ? .changed : .text }

  func draw(in line: Rect, on frame: inout Frame) {
    let line = line.split(right: 1).rest
    if ground != .text { frame.fill(line, Style(.text, on: ground)) }
    if isSelected {
      frame.write(String(frame.glyphs.pointer), at: line.origin, Style(.accent, on: ground))
      frame.rest = line.origin
    } else if model.lastMeeting.isNews(row) {
      frame.write(String(frame.glyphs.bullet), at: line.origin, Style(.muted, on: ground))
    }
    if model.selection.contains(row.id) {
      frame.write(String(frame.glyphs.check), at: line.point(1, 0), Style(.accent, on: ground, .bold))
    } else if isChanged {
      frame.write(String(frame.glyphs.changed), at: line.point(1, 0), Style(.success, on: ground))
    } else if row.status == .paused {
      frame.write(String(frame.glyphs.paused), at: line.point(1, 0), Style(.paused, on: ground))
    }
    let face = row.clock.map {
      ClockFace($0, now: model.now, zone: model.viewer.zone, policies: model.policies, glyphs: frame.glyphs)
    }
    for column in columns.columns {
      let cell = Rect(
        column: line.column + BoardRowView.lead + column.column, row: line.row, columns: column.width, rows: 1)
      draw(column.id, face, in: cell, on: &frame)
    }
  }

  private func draw(_ column: BoardColumn, _ face: ClockFace?, in cell: Rect, on frame: inout Frame) {
    func put(_ text: String, _ role: Role = .text, _ attributes: Attributes = []) {
      frame.write(text, at: cell.origin, Style(role, on: ground, attributes), maxWidth: cell.columns)
    }
    func putRight(_ text: String, _ role: Role) {
      frame.write(text, at: cell.origin, width: cell.columns, align: .right, Style(role, on: ground))
    }
    switch column {
    case .severity: put("\(frame.glyphs.band(row.band)) \(row.grade)", .band(row.band))
    case .id: put(row.id.text, .muted)
    case .account: put(row.account, isSelected ? .title : .text)
    case .title: put(row.title, isSelected ? .title : .text)
    case .clock: put(row.clock?.label ?? "no clock runs", row.clock == nil ? .muted : clockRole(face))
    case .left:
      guard let face else { return }
      face.drawLeft(at: cell.origin, width: cell.columns, on: ground, on: &frame)
    case .bar:
      guard let face, let used = face.used else { return }
      frame.bar(
        at: cell.origin, width: cell.columns, fraction: used, filled: face.barStyle.on(ground),
        empty: Style(.barEmpty, on: ground))
    case .due: put(due(face, frame.glyphs), .muted)
    case .since:
      let instant = model.board.sorting.order == .opened ? row.opened : row.changed
      put(instant.brief(in: model.viewer.zone, now: model.now), .muted)
    case .owner: put(row.owner ?? "nobody", row.owner == nil ? .warning : .text)
    case .arr: putRight(row.arr?.short ?? "", .text)
    case .renewal:
      guard let days = row.daysToRenewal(now: model.now, zone: model.viewer.zone) else { return }
      putRight(days < 0 ? "over" : "\(days)d", days <= 30 ? .warning : .muted)
    case .status: putStatus(face, put)
    case .plan: if let plan = row.plan { drawPlan(plan, in: cell, on: &frame) }
    case .next: if let next = row.plan?.next { put(next.title, next.isLate(at: model.now) ? .error : .muted) }
    case .today:
      guard let count = model.day[row.id], count.open > 0 else { return }
      putRight("\(count.open)", count.carried > 0 ? .warning : .text)
    case .others: if row.openClocks > 1 { put("+\(row.openClocks - 1)", .muted) }
    }
  }

  /// `3/7  2d 4h`: how much of the plan is done, and where there is room when its next milestone is due.
  private func drawPlan(_ plan: PlanProgress, in cell: Rect, on frame: inout Frame) {
    let isLate = plan.next?.isLate(at: model.now) ?? false
    let progress = "\(plan.done)/\(plan.of)"
    let role: Role = isLate ? .error : plan.next == nil ? .met : .text
    let mark = isLate && progress.count < cell.columns ? String(frame.glyphs.crossed) : ""
    let used = frame.write(mark + progress, at: cell.origin, Style(role, on: ground), maxWidth: cell.columns)
    guard let due = plan.next?.due else { return }
    // By the minute: the board's seconds are its clocks'.
    let left = DurationText.minutes(due - model.now)
    let room = cell.columns - used - 1
    guard Width.of(left) <= room else { return }
    let face = DueFace(due, now: model.now)
    frame.write(left, at: cell.point(used + 1, 0), width: room, align: .right, Style(face.role, on: ground))
  }

  private func clockRole(_ face: ClockFace?) -> Role { face?.role == .paused || face?.role == .muted ? .muted : .text }

  /// The deadline, or when a paused one is expected to go on.
  private func due(_ face: ClockFace?, _ glyphs: Glyphs) -> String {
    if row.status == .paused, let until = row.pausedUntil {
      return "\(glyphs.paused)\(until.brief(in: model.viewer.zone, now: model.now))"
    }
    return face?.due ?? ""
  }

  private func putStatus(_ face: ClockFace?, _ put: (String, Role, Attributes) -> Void) {
    if row.status == .paused {
      let until = row.pausedUntil.map { " until \($0.brief(in: model.viewer.zone, now: model.now))" } ?? ""
      put("paused\(until)", .paused, [])
    } else if let closed = face?.closed {
      put(closed, .muted, [])
    } else if row.status == .new {
      put("new", .accent, [])
    }
  }
}
