import EscalationDomain
import Screen

/// How a milestone looks at one moment.
struct MilestoneFace {
  /// What is left, or how late it is.
  let left: String
  /// `late` before all else, then its status.
  let word: String
  let role: Role
  let leftRole: Role
  let due: String
  private let showsSeconds: Bool

  init(_ row: MilestoneRow, now: Instant, zone: Zone) {
    due = row.milestone.due?.brief(in: zone, now: now) ?? "no date"
    guard row.isOpen else {
      (left, word, role, leftRole, showsSeconds) = ("", "done", .met, .met, false)
      return
    }
    let face = DueFace(row.milestone.due, now: now)
    (left, leftRole, showsSeconds) = (face.left, face.role, face.showsSeconds)
    if row.isLate(at: now) {
      (word, role) = ("late", .error)
    } else {
      word = row.status.rawValue
      role = row.status == .blocked ? .warning : row.status == .started ? .accent : .muted
    }
  }

  /// As the board draws a clock's.
  func drawLeft(in cell: Rect, on ground: Role, on frame: inout Frame) {
    frame.write(left, at: cell.origin, width: cell.columns, align: .right, Style(leftRole, on: ground))
    guard showsSeconds, Width.of(left) <= cell.columns else { return }
    frame.write(String(left.suffix(3)), at: cell.point(cell.columns - 3, 0), Style(.seconds, on: ground))
  }

  /// The mark before it in the chart.
  static func mark(_ row: MilestoneRow, now: Instant, _ glyphs: Glyphs) -> (Character, Role) {
    if row.isLate(at: now) { return (glyphs.crossed, .error) }
    return switch row.status {
    case .done: (glyphs.check, .met)
    case .started: (glyphs.bullet, .accent)
    case .blocked: (glyphs.paused, .warning)
    case .planned, .dropped: (glyphs.open, .muted)
    }
  }
}

/// A due time that counts down.
struct DueFace {
  let left: String
  let role: Role
  let showsSeconds: Bool

  init(_ due: Instant?, now: Instant) {
    guard let due else {
      (left, role, showsSeconds) = ("", .muted, false)
      return
    }
    let remaining = due - now
    left = DurationText.countdown(remaining)
    role = remaining < 0 ? .breached : remaining <= 86_400 ? .dueSoon : .onTime
    showsSeconds = Countdown.unit(remaining) == 1
  }

  /// The first instant after `now` at which it reads differently.
  static func next(_ due: Instant, after now: Instant) -> Instant { now + Countdown.step(due - now) }
}
