import EscalationDomain
import Screen

/// How a clock looks at one moment.
struct ClockFace {
  /// The countdown, or the word for a clock that does not count.
  let left: String
  let role: Role
  /// The share of its time that is used; none where that says nothing.
  let used: Double?
  /// The deadline as it is read from a wall in the viewer's zone.
  let due: String
  /// Why working time does not run now: `closed until Mon 09:00`.
  let closed: String?

  init(_ clock: ClockCycle, now: Instant, zone: Zone, policies: Policies?, glyphs: Glyphs) {
    let timeline = policies?.timeline(of: clock)
    let state = clock.state(at: now)
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
  func nextFace(after now: Instant) -> Instant? {
    switch state(at: now) {
    case .running, .breached:
      guard let remaining = remaining(at: now) else { return nil }
      return now + ClockCycle.step(remaining)
    case .pending: return due.opens.map { now + ClockCycle.step(max(0, $0 - now)) }
    case .paused, .met, .missed, .cancelled: return nil
    }
  }

  /// Seconds until a countdown's text changes.
  private static func step(_ remaining: Int64) -> Int64 {
    let size = abs(remaining)
    let unit: Int64 = size >= 86_400 ? 3600 : size >= 3600 ? 60 : 1
    return remaining < 0 ? unit - size % unit : size % unit + 1
  }
}
