import Testing

@testable import EscalationDomain

@Suite("Working time")
struct WorkingTimelineTests {
  static let clockChanges: [(String, String, Int64)] = [
    // Berlin, 29 March 2026: 02:00–03:00 does not exist; 25 October: it exists twice.
    ("00:00-06:00", "2026-03-29", 5 * 3600), ("00:00-06:00", "2026-10-25", 7 * 3600),
    ("00:00-06:00", "2026-03-30", 6 * 3600), ("00:00-24:00", "2026-03-29", 23 * 3600),
    // Wholly in the gap: nothing. 02:15–02:45 moves to 03:15–03:45.
    ("02:00-03:00", "2026-03-29", 0), ("02:15-02:45", "2026-03-29", 1800),
    // 02:30 moves to 03:30 and stands after the end at 03:15: inverted by the gap, so empty.
    ("02:30-03:15", "2026-03-29", 0),
    // Twice in autumn: the first of each.
    ("02:00-03:00", "2026-10-25", 2 * 3600), ("02:15-02:45", "2026-10-25", 1800),
  ]

  @Test("A shift across a clock change is an hour longer or shorter", arguments: clockChanges)
  func clockChange(hours: String, on: String, seconds: Int64) throws {
    let timeline = try WorkingTimeline(Calendars.everyDay("Europe/Berlin", hours))
    let open = try timeline.intervals(on: date(on))
    #expect(open.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } == seconds)
    #expect(try timeline.isWorkingDate(date(on)) == (seconds > 0))
  }

  @Test("What a spring gap makes overlap is joined, and counted once")
  func joined() throws {
    let timeline = try WorkingTimeline(Calendars.everyDay("Europe/Berlin", "02:15-02:45", "03:00-04:00"))
    let open = try timeline.intervals(on: date("2026-03-29"))
    #expect(open == [try instant("2026-03-29T01:00:00Z")..<(try instant("2026-03-29T02:00:00Z"))])
    let day = try (instant("2026-03-29T00:00:00Z"), instant("2026-03-29T12:00:00Z"))
    #expect(timeline.workingSeconds(from: day.0, to: day.1) == 3600)
  }

  @Test("A night shift is one stretch, over New Year too")
  func nightShift() throws {
    let timeline = try WorkingTimeline(Calendars.everyDay("UTC", "00:00-06:00", "22:00-24:00"))
    let (from, to) = try (instant("2026-12-31T12:00:00Z"), instant("2027-01-01T12:00:00Z"))
    #expect(timeline.intervals(from: from, to: to) == [from + 36_000..<(from + 64_800)])
    #expect(try timeline.adding(workingSeconds: 7200, to: from) == instant("2027-01-01T00:00:00Z"))
    #expect(timeline.isOpen(try instant("2027-01-01T00:00:00Z")))
    #expect(timeline.closing(on: try date("2026-12-31")) == (try instant("2027-01-01T00:00:00Z")))
  }

  @Test("A skipped date's hours move to the next date and are joined with its own")
  func skippedDate() throws {
    let timeline = try WorkingTimeline(Calendars.everyDay("Pacific/Kiritimati", "09:00-17:00"))
    let (from, to) = try (instant("1994-12-30T10:00:00Z"), instant("1995-01-02T00:00:00Z"))
    #expect(timeline.workingSeconds(from: from, to: to) == 2 * 8 * 3600 + 5 * 3600)
  }

  @Test("Half-open: open at the opening, closed at the closing")
  func edges() throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    #expect(try timeline.isOpen(instant("2026-03-02T09:00:00Z")))
    #expect(try timeline.isOpen(instant("2026-03-02T16:59:59Z")))
    #expect(try !timeline.isOpen(instant("2026-03-02T17:00:00Z")))
    #expect(try !timeline.isOpen(instant("2026-03-02T08:59:59Z")))
    #expect(
      try timeline.nextOpening(atOrAfter: instant("2026-03-06T17:00:00Z")) == instant("2026-03-09T09:00:00Z"))
  }

  @Test("Elapsed time: the stretches sum to it, and it undoes a deadline")
  func elapsed() throws {
    let timeline = try WorkingTimeline(Calendars.usEast())
    let start = try instant("2026-03-03T14:00:00Z")
    #expect(timeline.workingSeconds(from: start, to: start) == 0)
    #expect(timeline.workingSeconds(from: start, to: start + -1) == 0)
    for hours in stride(from: Int64(1), to: 6000, by: 37) {
      let end = try timeline.adding(workingSeconds: hours * 3600, to: start)
      #expect(timeline.workingSeconds(from: start, to: end) == hours * 3600)
      let stretches = timeline.intervals(from: start, to: end)
      #expect(stretches.reduce(0) { $0 + ($1.upperBound - $1.lowerBound) } == hours * 3600)
    }
  }

  @Test("A calendar that runs out is an error, never a silent 24×7")
  func runsOut() throws {
    let last = Holiday(date: try date("2026-03-02"), name: "Last day", hours: [try DayInterval(parsing: "09:00-17:00")])
    let calendar = try BusinessCalendar(id: "ends", name: "Ends", zone: .utc, hours: [:], holidays: [last])
    let timeline = WorkingTimeline(calendar)
    let start = try instant("2026-03-01T00:00:00Z")
    #expect(try timeline.adding(workingSeconds: 28_800, to: start) == instant("2026-03-02T17:00:00Z"))
    let ended = CalendarError.noWorkingTimeAhead(calendar: "ends", after: start)
    #expect(throws: ended) { try timeline.adding(workingSeconds: 28_801, to: start) }
    #expect(throws: CalendarError.self) { try timeline.nextOpening(atOrAfter: start + 3 * 86_400) }
    #expect(throws: CalendarError.self) { try Target.businessDays(1).due(from: start, on: timeline) }
    #expect(throws: CalendarError.self) { try Target.slots(.weekly).due(from: start, on: timeline) }
    #expect(try Target.elapsed(seconds: 60).due(from: start, on: timeline) == .at(start + 60))
    #expect(timeline.workingSeconds(from: start, to: .max) == 28_800)
    #expect(WorkingTimeline(try BusinessCalendar(id: "n", name: "", zone: .utc, hours: [:])).isOpen(start) == false)
  }

  @Test("Always open")
  func allDay() throws {
    let timeline = WorkingTimeline(.allDay(try Zone("America/New_York")))
    let start = try instant("2026-03-08T00:00:00Z")
    #expect(try timeline.adding(workingSeconds: 86_400, to: start) == start + 86_400)
    #expect(timeline.intervals(from: start, to: start + 800 * 86_400) == [start..<(start + 800 * 86_400)])
  }

  @Test("Why it is closed")
  func closure() throws {
    let timeline = try WorkingTimeline(Calendars.usEast())
    #expect(try timeline.closure(at: instant("2026-03-03T15:00:00Z")) == nil)
    #expect(try timeline.closure(at: instant("2026-03-03T17:30:00Z")) == .closed)
    #expect(try timeline.closure(at: instant("2026-12-25T15:00:00Z")) == .holiday("Christmas"))
    #expect(try timeline.closure(at: instant("2026-12-24T19:00:00Z")) == .holiday("Short day"))
    #expect(try timeline.closure(at: instant("2026-12-24T15:00:00Z")) == nil)
  }

  @Test("A calendar is refused for hours that overlap and dates that stand twice")
  func defects() throws {
    let (a, b) = try (DayInterval(parsing: "09:00-12:00"), DayInterval(parsing: "11:59-13:00"))
    #expect(throws: CalendarDefect.overlap(on: .weekday(.mon), a, b)) {
      try BusinessCalendar(id: "x", name: "", zone: .utc, hours: [.mon: [b, a]])
    }
    let day = try date("2026-12-25")
    #expect(throws: CalendarDefect.duplicateHoliday(day, first: "A", second: "B")) {
      try BusinessCalendar(
        id: "x", name: "", zone: .utc, hours: [:], holidays: [.init(date: day, name: "A"), .init(date: day, name: "B")])
    }
    #expect(throws: DayIntervalError.inverted(start: 3600, end: 3600)) { try DayInterval(parsing: "01:00-01:00") }
    #expect(throws: DayIntervalError.outsideDay(start: 0, end: 86_460)) { try DayInterval(parsing: "00:00-24:01") }
    #expect(throws: DayIntervalError.unreadable("9:00-17:00")) { try DayInterval(parsing: "9:00-17:00") }
  }
}
