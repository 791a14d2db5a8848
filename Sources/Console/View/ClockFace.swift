import EscalationDomain
import Screen

/// How a clock looks at one moment.
struct ClockFace {
  /// The countdown, or the word for a clock that does not count.
  let left: String
  let role: Role
  /// Whether `left` ends in seconds, which tick.
  let showsSeconds: Bool
  /// The share of its time that is used; none where that says nothing.
  let used: Double?
  /// The deadline as it is read from a wall in the viewer's zone.
  let due: String
  /// Why working time does not run now: `closed until Mon 09:00`.
  let closed: String?

  init(_ clock: ClockCycle, now: Instant, zone: Zone, policies: Policies?, glyphs: Glyphs) {
    let timeline = policies?.timeline(of: clock)
    let state = clock.state(at: now)
    showsSeconds = clock.showsSeconds(at: now)
    used = ClockFace.used(clock, state, now, timeline)
    due = (clock.deadline ?? clock.ended).map { $0.brief(in: zone, now: now) } ?? ""
    closed = state == .running && clock.target.countsWorkingTime ? timeline?.closedWords(at: now, zone: zone) : nil
    switch state {
    case .running:
      left = clock.countdown(at: now)
      role = ClockFace.isPressing(clock, now, timeline) ? .dueSoon : .onTime
    case .breached:
      left = clock.countdown(at: now)
      role = .breached
    case .paused:
      let remaining = clock.remaining(at: now) ?? 0
      let text = clock.target.countsWorkingTime ? DurationText.working(remaining) : DurationText.minutes(remaining)
      left = "\(glyphs.paused) \(text)"
      role = .paused
    case .pending:
      left = clock.due.opens.map { "in " + DurationText.countdown(max(0, $0 - now)) } ?? "waits"
      role = .muted
    case .met: (left, role) = ("\(glyphs.check) met", .met)
    case .missed: (left, role) = ("\(glyphs.crossed) missed", .error)
    case .cancelled: (left, role) = ("cancelled", .muted)
    }
  }

  /// Draws what is left at the right of a cell of a table. Seconds that tick look alike in every row, so that a tick of a
  /// whole board sends digits and no colours, but for the ground of a row that stands out, as the selected one does, from
  /// end to end; the alarm is on the minutes before them.
  func drawLeft(at place: Point, width: Int, on ground: Role, on frame: inout Frame) {
    frame.write(left, at: place, width: width, align: .right, Style(role, on: ground))
    guard showsSeconds, Width.of(left) <= width else { return }
    let seconds = Point(column: place.column + width - 3, row: place.row)
    frame.write(String(left.suffix(3)), at: seconds, Style(.seconds, on: ground))
  }

  /// The bar's colour says what the countdown says; its length is what it adds.
  var barStyle: Style {
    switch role {
    case .breached: Style(.error)
    case .dueSoon: Style(.dueSoon)
    case .onTime: Style(.barFilled)
    default: Style(.muted)
    }
  }

  private static func isPressing(_ clock: ClockCycle, _ now: Instant, _ timeline: WorkingTimeline?) -> Bool {
    guard let remaining = clock.remaining(at: now) else { return false }
    if remaining <= clock.warnings.before { return true }
    return timeline.map { clock.urgency(at: now, on: $0) >= .nearly } ?? false
  }

  private static func used(
    _ clock: ClockCycle, _ state: ClockState, _ now: Instant, _ timeline: WorkingTimeline?
  ) -> Double? {
    if state == .pending || state == .cancelled { return nil }
    if let timeline { return clock.used(at: now, on: timeline) }
    // Without its calendar only elapsed time can be told.
    return clock.target.countsWorkingTime ? nil : clock.used(at: now, on: ClockFace.everyHour)
  }

  private static let everyHour = WorkingTimeline(.allDay(.utc))
}

extension ClockCycle {
  /// The first instant after `now` at which its countdown reads differently: each second in the last hour before the
  /// deadline and in the first past it, else each minute, or hour where it is days away.
  func nextFace(after now: Instant) -> Instant? { counted(at: now).map { now + Countdown.step($0) } }

  /// Whether its countdown shows seconds now.
  func showsSeconds(at now: Instant) -> Bool { counted(at: now).map { Countdown.unit($0) == 1 } ?? false }

  /// The seconds that its countdown counts; none where it does not count.
  private func counted(at now: Instant) -> Int64? {
    switch state(at: now) {
    case .running, .breached: remaining(at: now)
    case .pending: due.opens.map { max(0, $0 - now) }
    case .paused, .met, .missed, .cancelled: nil
    }
  }
}

/// When a countdown's text changes.
enum Countdown {
  /// Seconds until it does.
  static func step(_ remaining: Int64) -> Int64 {
    let unit = unit(remaining)
    return remaining < 0 ? unit - abs(remaining) % unit : remaining % unit + 1
  }

  /// The smallest unit that a countdown's text names, in seconds.
  static func unit(_ remaining: Int64) -> Int64 {
    let size = abs(remaining)
    return size >= 86_400 ? 3600 : size >= 3600 ? 60 : 1
  }
}
