/// Working hours as a person types them: days in one text, hours in another, the same on each day.
public struct WorkingWeek: Hashable, Sendable {
  /// In the order of the week; never empty.
  public let days: [Weekday]
  public let hours: [DayInterval]

  /// Reads `mon-fri`, `sun-thu`, `mon, wed, fri` or `every day`; case and a comma or a space between make no difference.
  /// Nil for anything else.
  public static func days(_ text: String) -> [Weekday]? {
    let text = text.lowercased().replacing("–", with: "-").replacing(" - ", with: "-")
    if ["every day", "daily", "all"].contains(String(text.trimmingSpaces())) { return Weekday.allCases }
    var days: Set<Weekday> = []
    for part in text.split(whereSeparator: { $0 == "," || $0 == " " }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Weekday(name: $0.prefix(3)) }
      guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1] else { return nil }
      var day = first
      days.insert(day)
      while day != last {
        day = Weekday(rawValue: day.rawValue % 7 + 1) ?? .mon
        days.insert(day)
      }
    }
    return days.isEmpty ? nil : days.sorted()
  }

  /// Reads `09:00-17:00`, `9-17`, or several with commas: `8-12, 13-17:30`. Nil for anything else, and where they overlap.
  public static func hours(_ text: String) -> [DayInterval]? {
    var hours: [DayInterval] = []
    for part in text.replacing("–", with: "-").split(separator: ",") {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { clock($0) }
      guard ends.count == 2, let interval = try? DayInterval(parsing: ends.joined(separator: "-")) else { return nil }
      hours.append(interval)
    }
    hours.sort()
    guard !hours.isEmpty, !zip(hours, hours.dropFirst()).contains(where: { $0.overlaps($1) }) else { return nil }
    return hours
  }

  /// `9` as `09:00`, `9:30` as `09:30`.
  private static func clock(_ text: Substring) -> String {
    let parts = text.trimmingSpaces().split(separator: ":", omittingEmptySubsequences: false)
    let hour = parts[0].count == 1 ? "0\(parts[0])" : String(parts[0])
    return ([hour] + (parts.count == 1 ? ["00"] : parts.dropFirst().map(String.init))).joined(separator: ":")
  }

  /// Nil where either cannot be read.
  public init?(days: String, hours: String) {
    guard let days = WorkingWeek.days(days), let hours = WorkingWeek.hours(hours) else { return nil }
    (self.days, self.hours) = (days, hours)
  }

  /// `Mon–Fri 09:00–17:00 Europe/Berlin`.
  public func sentence(_ zone: Zone) -> String {
    let spans = hours.map { "\($0)".replacing("-", with: "–") }.joined(separator: ", ")
    return "\(dayNames) \(spans) \(zone.id)"
  }

  /// Neighbouring days as one: `Mon–Fri`, `Mon, Wed`, `Sun–Thu`.
  private var dayNames: String {
    if days.count == 7 { return "every day" }
    let set = Set(days)
    func next(_ day: Weekday) -> Weekday { Weekday(rawValue: day.rawValue % 7 + 1) ?? .mon }
    // A run begins with a day whose day before is free.
    let starts = days.filter { day in !days.contains { next($0) == day } }
    return starts.map { first in
      var last = first
      while set.contains(next(last)) { last = next(last) }
      let (from, to) = (title(first), title(last))
      return first == last ? from : next(first) == last ? "\(from), \(to)" : "\(from)–\(to)"
    }.joined(separator: ", ")
  }

  private func title(_ day: Weekday) -> String { day.name.prefix(1).uppercased() + day.name.dropFirst() }

  /// The calendar that it comes to.
  public func calendar(id: String, name: String, zone: Zone) throws(CalendarDefect) -> BusinessCalendar {
    let week = Dictionary(uniqueKeysWithValues: days.map { ($0, hours) })
    return try BusinessCalendar(id: id, name: name, zone: zone, hours: week, holidays: [])
  }
}
