import EscalationDomain
import YAMLReading

/// A calendar as a YAML file (CLOCKS "Time").
public enum CalendarFile {
  /// Reads one calendar.
  /// - Parameter file: what errors call the file.
  public static func parse(_ text: String, file: String) throws(PolicyFileError) -> BusinessCalendar {
    let root = try YAMLDocument.read(text, file: file).mapping(keys: ["id", "name", "time_zone", "hours", "holidays"])
    let id = try root.required("id").string()
    let name = try root.optional("name")?.string() ?? id
    let zone = try root.required("time_zone").value("an IANA time zone like Europe/Berlin") { try? Zone($0) }

    let week = try root.required("hours").mapping(keys: Weekday.allCases.map(\.name))
    var hours: [Weekday: [DayInterval]] = [:]
    for entry in week.entries {
      if let day = Weekday(name: entry.key) { hours[day] = try intervals(entry.value) }
    }
    let exceptions = try root.optional("holidays")?.sequence() ?? []
    var holidays: [Holiday] = []
    for exception in exceptions { holidays.append(try holiday(exception)) }

    do {
      return try BusinessCalendar(id: id, name: name, zone: zone, hours: hours, holidays: holidays)
    } catch {
      throw failure(error, root: root, week: week, exceptions: zip(holidays, exceptions).map { ($0.date, $1) })
    }
  }

  private static func intervals(_ value: YAMLValue) throws(PolicyFileError) -> [DayInterval] {
    var intervals: [DayInterval] = []
    for item in try value.sequence() {
      let text = try item.string()
      do {
        intervals.append(try DayInterval(parsing: text))
      } catch {
        switch error {
        case .unreadable:
          throw item.failure(.unreadable(text, expected: "hours like \"09:00-17:00\""))
        case .outsideDay:
          throw item.failure(.refused("\"\(text)\" leaves the day", remedy: "end it at 24:00 at the latest"))
        case .inverted:
          throw item.failure(
            .refused(
              "\"\(text)\" does not end after it begins",
              remedy: "write a night shift as \"22:00-24:00\" and \"00:00-06:00\" of the next day"))
        }
      }
    }
    return intervals
  }

  private static func holiday(_ value: YAMLValue) throws(PolicyFileError) -> Holiday {
    let entry = try value.mapping(keys: ["date", "name", "hours"])
    let date = try entry.required("date").value("a date that exists, like 2026-12-25") { LocalDate(iso: $0) }
    let name = try entry.optional("name")?.string() ?? "Holiday"
    var hours: [DayInterval]?
    if let given = entry.optional("hours") { hours = try intervals(given) }
    return Holiday(date: date, name: name, hours: hours)
  }

  /// The defect of the whole, said at the place that shows it.
  private static func failure(
    _ defect: CalendarDefect, root: YAMLMapping, week: YAMLMapping, exceptions: [(date: LocalDate, value: YAMLValue)]
  ) -> PolicyFileError {
    switch defect {
    case .emptyID:
      let place = root.optional("id") ?? root.value
      return place.failure(.refused("the id is empty", remedy: "give the calendar a short name without spaces"))
    case .overlap(let day, let first, let second):
      let place =
        switch day {
        case .weekday(let weekday): week.optional(weekday.name)
        case .holiday(let date): exceptions.first { $0.date == date }?.value
        }
      return (place ?? root.value).failure(
        .refused("\"\(first)\" and \"\(second)\" overlap", remedy: "join them or move one"))
    case .duplicateHoliday(let date, let first, let second):
      let place = exceptions.last { $0.date == date }?.value ?? root.value
      return place.failure(
        .refused("\(date) stands twice (\(first), \(second))", remedy: "keep one entry for each date"))
    }
  }

  /// A calendar as a file that `parse` reads back as the same calendar.
  public static func text(_ calendar: BusinessCalendar) -> String {
    var lines = [
      "id: \(YAMLText.scalar(calendar.id))",
      "name: \(YAMLText.scalar(calendar.name))",
      "time_zone: \(YAMLText.scalar(calendar.zone.id))",
    ]
    lines.append(calendar.hours.isEmpty ? "hours: {}" : "hours:")
    for day in Weekday.allCases {
      if let intervals = calendar.hours[day] { lines.append("  \(day.name): \(list(intervals))") }
    }
    if !calendar.holidays.isEmpty { lines.append("holidays:") }
    for holiday in calendar.holidays {
      let hours = holiday.hours.map { ", hours: \(list($0))" } ?? ""
      lines.append("  - {date: \(holiday.date), name: \(YAMLText.scalar(holiday.name))\(hours)}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func list(_ intervals: [DayInterval]) -> String {
    "[\(intervals.map { "\"\($0)\"" }.joined(separator: ", "))]"
  }
}
