import Testing

@testable import EscalationDomain

/// Named calendars of the tables.
enum Calendars {
  /// Monday to Friday 09:00–17:00, UTC, closed on Christmas 2026.
  static func standard(_ zone: String = "UTC") throws -> BusinessCalendar {
    try week(zone, weekdays: ["09:00-17:00"])
  }

  /// The example of CLOCKS: a lunch break on Tuesdays, short Fridays, Christmas closed and its eve short.
  static func usEast() throws -> BusinessCalendar {
    let day = try DayInterval(parsing: "09:00-17:00")
    return try BusinessCalendar(
      id: "us-east", name: "US East", zone: Zone("America/New_York"),
      hours: [
        .mon: [day], .tue: [DayInterval(parsing: "09:00-12:00"), DayInterval(parsing: "13:00-17:00")], .wed: [day],
        .thu: [day], .fri: [DayInterval(parsing: "09:00-16:00")],
      ],
      holidays: [
        Holiday(date: date("2026-12-25"), name: "Christmas"),
        Holiday(date: date("2026-12-24"), name: "Short day", hours: [DayInterval(parsing: "09:00-13:00")]),
      ])
  }

  /// The same hours on every day of the week.
  static func everyDay(_ zone: String, _ intervals: String...) throws -> BusinessCalendar {
    let hours = try intervals.map { try DayInterval(parsing: $0) }
    return try BusinessCalendar(
      id: "every-day", name: "Every day", zone: Zone(zone),
      hours: Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, hours) }))
  }

  static func week(_ zone: String, weekdays: [String], holidays: [Holiday] = []) throws -> BusinessCalendar {
    let hours = try weekdays.map { try DayInterval(parsing: $0) }
    return try BusinessCalendar(
      id: "week", name: "Week", zone: Zone(zone),
      hours: [.mon: hours, .tue: hours, .wed: hours, .thu: hours, .fri: hours],
      holidays: holidays)
  }
}

func date(_ text: String, _ at: SourceLocation = #_sourceLocation) throws -> LocalDate {
  try #require(LocalDate(iso: text), sourceLocation: at)
}

func instant(_ text: String, _ at: SourceLocation = #_sourceLocation) throws -> Instant {
  try #require(Instant(iso8601: text), sourceLocation: at)
}
