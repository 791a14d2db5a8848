extension WorkingTimeline {
  /// The same local time so many local dates later (CLOCKS "Targets", `14d`). O(1).
  public func adding(days: Int, to start: Instant) throws(CalendarError) -> Instant {
    let local = local(start.seconds)
    let (day, overflow) = local.day.addingReportingOverflow(days)
    guard !overflow, (CivilDay.first...CivilDay.last).contains(day),
      let end = Instant(exactly: second(day: day, secondOfDay: local.secondOfDay))
    else { throw .beyondRange(from: start) }
    return end
  }

  /// The last working moment at or before the rolled start's local time on the nth working date after it, or that
  /// date's opening if there is none (CLOCKS "Targets", `2bd`). Closing counts as a working moment; "at or before"
  /// compares instants, after the clock-change rules.
  /// - Parameter businessDays: zero stays on the rolled start's own date. Negative counts as zero.
  public func adding(businessDays: Int, to start: Instant) throws(CalendarError) -> Instant {
    let opening = try nextOpening(atOrAfter: start)
    let local = local(opening.seconds)
    let date: LocalDate
    do {
      date = try workingDate(businessDays, after: LocalDate(daysSinceEpoch: local.day))
    } catch {
      throw error.counted(from: start)
    }
    let moment = second(day: date.daysSinceEpoch, secondOfDay: local.secondOfDay)
    var first = Int64.max
    var last = Int64.min
    for span in spans(on: date.daysSinceEpoch) {
      first = min(first, span.lowerBound)
      if span.lowerBound <= moment { last = max(last, min(span.upperBound, moment)) }
    }
    if last > Int64.min { return Instant(last) }
    // Without hours of its own the date was opened by a neighbour's, pushed there by a clock change.
    return first < Int64.max ? Instant(first) : opening
  }
}
