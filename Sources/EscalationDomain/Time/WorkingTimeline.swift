import Synchronization

/// Why a calendar cannot give an instant.
public enum CalendarError: Error, Hashable, Sendable {
  /// The calendar never opens again after this instant.
  case noWorkingTimeAhead(calendar: String, after: Instant)
  /// The answer lies outside the years 0001…9999.
  case beyondRange(from: Instant)

  /// The same fault, told of the start that was asked about.
  func counted(from start: Instant) -> CalendarError {
    switch self {
    case .noWorkingTimeAhead(let calendar, _): .noWorkingTimeAhead(calendar: calendar, after: start)
    case .beyondRange: .beyondRange(from: start)
    }
  }
}

/// The working time of a calendar as a line of instants.
///
/// Each local year is laid out once, when first asked for, and kept; after that a deadline or an elapsed time is two
/// binary searches, O(log n) in the year's intervals and O(1) in each whole year between. Safe to share.
public final class WorkingTimeline: Sendable {
  public let calendar: BusinessCalendar

  private struct Memory {
    var years: [Int: WorkingYear] = [:]
    var summaries: [Int: YearSummary] = [:]
  }
  /// What there is to know of a year when it is only passed through.
  private struct YearSummary {
    let total: Int64
    let workingDays: Int
  }
  private let memory = Mutex(Memory())
  private let exceptions: [Int: [DayInterval]]
  private let holidayNames: [Int: String]
  /// No year after this one has working time; nil if none has any.
  private let lastOpenYear: Int?

  /// Years laid out and kept: centuries of ordinary use, and still a few megabytes for an absurd question.
  private static let keptYears = 400

  public init(_ calendar: BusinessCalendar) {
    self.calendar = calendar
    exceptions = Dictionary(
      uniqueKeysWithValues: calendar.holidays.map { ($0.date.daysSinceEpoch, $0.hours ?? []) })
    holidayNames = Dictionary(uniqueKeysWithValues: calendar.holidays.map { ($0.date.daysSinceEpoch, $0.name) })
    if calendar.hours.isEmpty {
      // A clock change can carry a date's hours into the next year.
      lastOpenYear = calendar.holidays.last { $0.hours?.isEmpty == false }.map { $0.date.year + 1 }
    } else {
      lastOpenYear = WorkingTimeline.years.upperBound
    }
  }

  var zone: Zone { calendar.zone }

  // MARK: Years

  static let years = 0...10_000

  func year(_ number: Int) -> WorkingYear {
    if let known = memory.withLock({ $0.years[number] }) { return known }
    let made = WorkingYear(number, of: calendar, exceptions: exceptions)
    memory.withLock {
      $0.summaries[number] = YearSummary(total: made.total, workingDays: made.workingDays.count)
      if $0.years.count < WorkingTimeline.keptYears { $0.years[number] = made }
    }
    return made
  }

  private func summary(_ number: Int) -> YearSummary {
    if let known = memory.withLock({ $0.summaries[number] }) { return known }
    let year = year(number)
    return YearSummary(total: year.total, workingDays: year.workingDays.count)
  }

  /// The local year an instant lies in.
  private func yearNumber(of second: Int64) -> Int {
    let guess = CivilDay.year(Int(CivilDay.floorDivide(second, CivilDay.secondsPerDay)))
    let year = year(guess)
    return second < year.lower ? guess - 1 : second >= year.upper ? guess + 1 : guess
  }

  /// The years after one in which there may be working time.
  private func openYears(after number: Int) -> Range<Int> {
    guard let lastOpenYear, lastOpenYear > number else { return 0..<0 }
    return number + 1..<lastOpenYear + 1
  }

  // MARK: Wall clock

  /// As `Zone.local`, mostly without asking the zone.
  func local(_ second: Int64) -> (day: Int, secondOfDay: Int) {
    let utcDay = CivilDay.floorDivide(second, CivilDay.secondsPerDay)
    guard let offset = year(CivilDay.year(Int(utcDay))).steadyOffset(on: Int(utcDay)) else {
      let local = zone.local(Instant(second))
      return (local.date.daysSinceEpoch, local.secondOfDay)
    }
    let day = CivilDay.floorDivide(second + offset, CivilDay.secondsPerDay)
    return (Int(day), Int(second + offset - day * CivilDay.secondsPerDay))
  }

  /// As `Zone.second(day:secondOfDay:)`, mostly without asking the zone.
  func second(day: Int, secondOfDay: Int) -> Int64 {
    guard let offset = year(CivilDay.year(day)).steadyOffset(on: day) else {
      return zone.second(day: day, secondOfDay: secondOfDay)
    }
    return Int64(day) * CivilDay.secondsPerDay + Int64(secondOfDay) - offset
  }

  // MARK: Working time

  /// Whether working time runs at this instant. Intervals are half-open: open at the opening, not at the closing.
  public func isOpen(_ instant: Instant) -> Bool {
    let year = year(yearNumber(of: instant.seconds))
    let i = year.index(endingAfter: instant.seconds)
    return i < year.starts.count && year.starts[i] <= instant.seconds
  }

  /// The instant itself while open, else the next opening.
  public func nextOpening(atOrAfter instant: Instant) throws(CalendarError) -> Instant {
    let number = yearNumber(of: instant.seconds)
    let first = year(number)
    let i = first.index(endingAfter: instant.seconds)
    if i < first.starts.count { return Instant(max(first.starts[i], instant.seconds)) }
    for number in openYears(after: number) where summary(number).total > 0 {
      if let start = year(number).starts.first, let opening = Instant(exactly: start) { return opening }
    }
    throw .noWorkingTimeAhead(calendar: calendar.id, after: instant)
  }

  /// The instant by which so much working time has passed since a start (CLOCKS "Targets", `30bm` and `4bh`).
  ///
  /// A start outside hours counts from the next opening; an answer exactly at closing stays at closing.
  /// - Parameter workingSeconds: zero gives the start itself, or the next opening if closed. Negative counts as zero.
  public func adding(workingSeconds: Int64, to start: Instant) throws(CalendarError) -> Instant {
    guard workingSeconds > 0 else { return try nextOpening(atOrAfter: start) }
    var number = yearNumber(of: start.seconds)
    let first = year(number)
    let before = first.workedSeconds(before: start.seconds)
    var remaining = workingSeconds
    if remaining <= first.total - before { return Instant(first.second(whenWorked: before + remaining)) }
    remaining -= first.total - before
    for next in openYears(after: number) {
      let total = summary(next).total
      if remaining <= total {
        guard let end = Instant(exactly: year(next).second(whenWorked: remaining)) else { break }
        return end
      }
      remaining -= total
      number = next
    }
    throw number >= WorkingTimeline.years.upperBound
      ? .beyondRange(from: start) : .noWorkingTimeAhead(calendar: calendar.id, after: start)
  }

  /// Real elapsed seconds inside open intervals between two instants; 0 if `end` is not after `start`.
  public func workingSeconds(from start: Instant, to end: Instant) -> Int64 {
    guard start < end else { return 0 }
    let (first, last) = (yearNumber(of: start.seconds), yearNumber(of: end.seconds))
    let before = year(first).workedSeconds(before: start.seconds)
    let through = year(last).workedSeconds(before: end.seconds)
    guard first < last else { return through - before }
    var sum = year(first).total - before + through
    for number in openYears(after: first).clamped(to: first..<last) { sum += summary(number).total }
    return sum
  }

  /// The open stretches between two instants, cut to them: sorted, disjoint, none empty, none touching.
  public func intervals(from start: Instant, to end: Instant) -> [Range<Instant>] {
    guard start < end else { return [] }
    var result: [Range<Instant>] = []
    for number in yearNumber(of: start.seconds)...yearNumber(of: end.seconds) {
      if number > lastOpenYear ?? Int.min { break }
      let year = year(number)
      var i = year.index(endingAfter: start.seconds)
      while i < year.starts.count, year.starts[i] < end.seconds {
        let lower = Instant(max(year.starts[i], start.seconds))
        let upper = Instant(min(year.ends[i], end.seconds))
        if let last = result.last, last.upperBound == lower {
          result[result.count - 1] = last.lowerBound..<upper
        } else if lower < upper {
          result.append(lower..<upper)
        }
        i += 1
      }
    }
    return result
  }

  // MARK: Working dates

  /// What is open on one local date, before joining with its neighbours; overlapping or touching stretches are joined.
  public func intervals(on date: LocalDate) -> [Range<Instant>] {
    var result: [Range<Instant>] = []
    for span in spans(on: date.daysSinceEpoch).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let (lower, upper) = (Instant(span.lowerBound), Instant(span.upperBound))
      if let last = result.last, lower <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, upper)
      } else {
        result.append(lower..<upper)
      }
    }
    return result
  }

  func spans(on day: Int) -> ArraySlice<Range<Int64>> { year(CivilDay.year(day)).spans(on: day) }

  /// The end of the last open stretch of a date; nil on a closed one.
  public func closing(on date: LocalDate) -> Instant? {
    spans(on: date.daysSinceEpoch).lazy.map(\.upperBound).max().map { Instant($0) }
  }

  /// Whether a date has working hours, clock changes counted: one whose only interval falls in a spring gap has none.
  public func isWorkingDate(_ date: LocalDate) -> Bool { !spans(on: date.daysSinceEpoch).isEmpty }

  public func nextWorkingDate(after date: LocalDate) throws(CalendarError) -> LocalDate {
    try workingDate(1, after: date)
  }

  /// The nth working date after a date; the date itself for 0.
  public func workingDate(_ count: Int, after date: LocalDate) throws(CalendarError) -> LocalDate {
    guard count > 0 else { return date }
    let number = CivilDay.year(date.daysSinceEpoch)
    let first = year(number)
    let from = first.workingIndex(after: date.daysSinceEpoch)
    var remaining = count
    if remaining <= first.workingDays.count - from {
      return LocalDate(daysSinceEpoch: Int(first.workingDays[from + remaining - 1]))
    }
    remaining -= first.workingDays.count - from
    for next in openYears(after: number) {
      let days = summary(next).workingDays
      if remaining <= days { return LocalDate(daysSinceEpoch: Int(year(next).workingDays[remaining - 1])) }
      remaining -= days
    }
    let start = zone.instant(date, secondOfDay: 0)
    throw calendar.hours.isEmpty
      ? .noWorkingTimeAhead(calendar: calendar.id, after: start) : .beyondRange(from: start)
  }

  /// The last working date before a date and after another, if there is one.
  func workingDate(before date: LocalDate, after earliest: LocalDate) -> LocalDate? {
    for number in (earliest.year...max(earliest.year, date.year)).reversed() {
      let days = year(number).workingDays
      let i = partition(days.count) { Int(days[$0]) >= date.daysSinceEpoch }
      if i > 0 {
        let found = LocalDate(daysSinceEpoch: Int(days[i - 1]))
        return found > earliest ? found : nil
      }
    }
    return nil
  }

  // MARK: Reasons

  /// Why working time does not run at an instant; nil while it does.
  public func closure(at instant: Instant) -> ClosedReason? {
    guard !isOpen(instant) else { return nil }
    return holidayNames[zone.local(instant).date.daysSinceEpoch].map(ClosedReason.holiday) ?? .closed
  }
}

/// Why working time does not run.
public enum ClosedReason: Hashable, Sendable {
  /// Outside the week's hours.
  case closed
  /// A dated exception of that name, closed all day or outside its own hours.
  case holiday(String)
}
