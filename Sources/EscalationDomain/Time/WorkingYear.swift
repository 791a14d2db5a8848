/// One local year of a calendar, laid out in instants: what is open, how much of it, and on which dates.
///
/// Immutable once made, so a timeline hands it out without a lock. All searches are binary.
final class WorkingYear: Sendable {
  /// The first second of this year on the wall, and of the next.
  let lower: Int64
  let upper: Int64

  /// Open intervals inside `lower..<upper`: sorted, disjoint, not touching.
  let starts: [Int64]
  let ends: [Int64]
  /// Working seconds of the year up to the end of each interval.
  let worked: [Int64]

  /// The dates of the year with working hours, as day numbers.
  let workingDays: [Int32]
  private let firstDay: Int
  private let dayCount: Int
  /// The zone's offset throughout each date of the year and 16 hours to either side; nil on dates near a clock change.
  private let steadyOffsets: [Int32?]
  /// The spans of date `firstDay + i` are `spans[spanIndex[i]..<spanIndex[i + 1]]`.
  private let spanIndex: [Int32]
  private let spans: [Range<Int64>]

  var total: Int64 { worked.last ?? 0 }

  init(_ year: Int, of calendar: BusinessCalendar, exceptions: [Int: [DayInterval]]) {
    let zone = calendar.zone
    firstDay = CivilDay.number(year: year, month: 1, day: 1)
    let nextYear = CivilDay.number(year: year + 1, month: 1, day: 1)
    dayCount = nextYear - firstDay
    let (lower, upper) = (zone.second(day: firstDay, secondOfDay: 0), zone.second(day: nextYear, secondOfDay: 0))
    (self.lower, self.upper) = (lower, upper)

    let steady = (firstDay..<nextYear).map { zone.steadyOffset(day: $0).map(Int32.init) }
    steadyOffsets = steady
    let firstDay = firstDay
    func second(_ day: Int, _ secondOfDay: Int) -> Int64 {
      if steady.indices.contains(day - firstDay), let offset = steady[day - firstDay] {
        return Int64(day) * CivilDay.secondsPerDay + Int64(secondOfDay) - Int64(offset)
      }
      return zone.second(day: day, secondOfDay: secondOfDay)
    }

    let week = (1...7).map { calendar.hours[Weekday(rawValue: $0) ?? .mon] ?? [] }
    func openSpans(_ day: Int) -> [Range<Int64>] {
      (exceptions[day] ?? week[CivilDay.weekday(day) - 1]).compactMap { interval in
        let start = second(day, interval.start)
        let end = second(day, interval.end)
        return start < end ? start..<end : nil
      }
    }

    var index: [Int32] = [0]
    var byDate: [Range<Int64>] = []
    var working: [Int32] = []
    for day in firstDay..<nextYear {
      let open = openSpans(day)
      if !open.isEmpty { working.append(Int32(day)) }
      byDate += open
      index.append(Int32(byDate.count))
    }
    (spanIndex, spans, workingDays) = (index, byDate, working)

    // A clock change can push an interval over New Year (Kiritimati skipped 31 December 1994), so the neighbours'
    // dates join in before the year is cut to its own bounds.
    let neighbours = [firstDay - 2, firstDay - 1, nextYear, nextYear + 1].flatMap(openSpans)
    let all = (byDate + neighbours).sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    var starts: [Int64] = []
    var ends: [Int64] = []
    for span in all {
      let start = max(span.lowerBound, lower)
      let end = min(span.upperBound, upper)
      guard start < end else { continue }
      if let last = ends.last, start <= last {
        ends[ends.count - 1] = max(last, end)
      } else {
        starts.append(start)
        ends.append(end)
      }
    }
    var sum: Int64 = 0
    worked = zip(starts, ends).map { start, end in
      sum += end - start
      return sum
    }
    (self.starts, self.ends) = (starts, ends)
  }

  /// The index of the first interval that ends after this second: the one it is in, or the next.
  func index(endingAfter second: Int64) -> Int {
    partition(ends.count) { ends[$0] > second }
  }

  /// Working seconds of this year before a second.
  func workedSeconds(before second: Int64) -> Int64 {
    let i = index(endingAfter: second)
    guard i < ends.count else { return total }
    return worked[i] - (ends[i] - max(second, starts[i]))
  }

  /// The second by which so much of the year has been worked, `1...total`; exactly at closing stays at closing.
  func second(whenWorked seconds: Int64) -> Int64 {
    let i = partition(worked.count) { worked[$0] >= seconds }
    return ends[i] - (worked[i] - seconds)
  }

  /// What is open on one date of this year, in the order of the file; not joined.
  func spans(on day: Int) -> ArraySlice<Range<Int64>> {
    let i = day - firstDay
    guard i >= 0, i < dayCount else { return [] }
    return spans[Int(spanIndex[i])..<Int(spanIndex[i + 1])]
  }

  /// The zone's one offset around a date of this year; nil if it is not of this year, or changes near it.
  func steadyOffset(on day: Int) -> Int64? {
    let i = day - firstDay
    guard i >= 0, i < dayCount, let offset = steadyOffsets[i] else { return nil }
    return Int64(offset)
  }

  /// The index in `workingDays` of the first working date after a date.
  func workingIndex(after day: Int) -> Int {
    partition(workingDays.count) { Int(workingDays[$0]) > day }
  }
}

/// The first index in `0..<count` for which a condition that turns true once holds; `count` if it never does.
@inline(__always)
func partition(_ count: Int, _ holds: (Int) -> Bool) -> Int {
  var low = 0
  var high = count
  while low < high {
    let middle = (low + high) >> 1
    if holds(middle) { high = middle } else { low = middle + 1 }
  }
  return low
}
