/// How far a calendar cadence came in a week, Monday to Sunday on the calendar's own wall: `1 of 3 served, 2 working days
/// left`.
public struct SlotTally: Hashable, Sendable {
  public var served: Int
  /// Passed unserved.
  public var missed: Int
  /// The week's slots: those that have been, and those that are still named.
  public var slots: Int
  /// Dates with working time still ahead, today's included.
  public var workingDaysLeft: Int
}

extension ClockCycle {
  /// The tally of the week of `now` for the open cycle of a cadence; none for any other clock, while it is paused, and in a
  /// week without a slot. What ran before a closing or another target is not counted.
  ///
  /// O(cycles + slots of a week).
  /// - Parameter cycles: the escalation's, in any order.
  public func slotTally(among cycles: [ClockCycle], on timeline: WorkingTimeline, now: Instant) -> SlotTally? {
    guard isOpen, case .slots(let cadence) = target, let track = slots, let deadline else { return nil }
    let today = timeline.localDate(now)
    let sunday = today.adding(days: 7 - today.weekday.rawValue)
    let (start, end) = (timeline.endOfDate(sunday.adding(days: -7)), timeline.endOfDate(sunday))
    var tally = SlotTally(served: 0, missed: 0, slots: 0, workingDaysLeft: 0)
    for past in cycles.filter({ $0.rule == rule && $0.cycle < cycle }).sorted(by: { $0.cycle > $1.cycle }) {
      guard case .ended(_, _, let verdict) = past.phase, verdict != .cancelled, let due = past.due.deadline, due > start
      else { break }
      guard due <= end else { continue }
      if verdict == .met { tally.served += 1 } else { tally.missed += 1 }
    }
    tally.slots = tally.served + tally.missed
    if deadline <= end {
      tally.slots += 1
      if let ahead = try? timeline.slots(cadence, anchor: track.anchor, after: deadline, through: end) {
        tally.slots += ahead.count
      }
    }
    guard tally.slots > 0 else { return nil }
    tally.workingDaysLeft = (0...(sunday - today)).count { timeline.closing(on: today.adding(days: $0)) ?? .min > now }
    return tally
  }
}
