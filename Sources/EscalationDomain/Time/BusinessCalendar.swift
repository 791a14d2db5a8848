/// A dated exception to the weekly hours.
public struct Holiday: Hashable, Sendable, Codable {
  public let date: LocalDate
  public let name: String
  /// The hours of that date instead of the week's; nil (or none) means closed all day.
  public let hours: [DayInterval]?

  public init(date: LocalDate, name: String, hours: [DayInterval]? = nil) {
    self.date = date
    self.name = name
    self.hours = hours
  }
}

/// Why a calendar is refused.
public enum CalendarDefect: Error, Hashable, Sendable {
  case emptyID
  case overlap(on: OpenDay, DayInterval, DayInterval)
  case duplicateHoliday(LocalDate, first: String, second: String)

  /// Which day of the file a defect is on.
  public enum OpenDay: Hashable, Sendable {
    case weekday(Weekday)
    case holiday(LocalDate)
  }
}

/// Business hours: an IANA zone, weekly hours and dated exceptions (CLOCKS "Time").
///
/// Its intervals are sorted, do not overlap and may touch; its holidays are sorted by date, one a date.
public struct BusinessCalendar: Hashable, Sendable {
  public let id: String
  public let name: String
  public let zone: Zone
  /// A weekday left out is closed; no entry is empty.
  public let hours: [Weekday: [DayInterval]]
  public let holidays: [Holiday]

  /// Whether any day of the week or any dated exception has hours.
  public var everOpens: Bool { !hours.isEmpty || holidays.contains { $0.hours?.isEmpty == false } }

  /// Checks and sorts. Hours that never open are legal here: it is asking for working time ahead that is an error.
  public init(
    id: String, name: String, zone: Zone, hours: [Weekday: [DayInterval]], holidays: [Holiday] = []
  ) throws(CalendarDefect) {
    guard !id.isEmpty else { throw .emptyID }
    var week: [Weekday: [DayInterval]] = [:]
    for day in Weekday.allCases {
      let intervals = try BusinessCalendar.sorted(hours[day] ?? [], on: .weekday(day))
      if !intervals.isEmpty { week[day] = intervals }
    }
    var exceptions: [Holiday] = []
    for holiday in holidays.sorted(by: { $0.date < $1.date }) {
      if let last = exceptions.last, last.date == holiday.date {
        throw .duplicateHoliday(holiday.date, first: last.name, second: holiday.name)
      }
      var intervals: [DayInterval]?
      if let given = holiday.hours { intervals = try BusinessCalendar.sorted(given, on: .holiday(holiday.date)) }
      exceptions.append(Holiday(date: holiday.date, name: holiday.name, hours: intervals))
    }
    self.id = id
    self.name = name
    self.zone = zone
    self.hours = week
    self.holidays = exceptions
  }

  private init(alwaysOpenIn zone: Zone) {
    id = "24x7"
    name = "Always open"
    self.zone = zone
    hours = Dictionary(uniqueKeysWithValues: Weekday.allCases.map { ($0, [.wholeDay]) })
    holidays = []
  }

  /// Open at every moment; the zone still says which local date it is.
  public static func allDay(_ zone: Zone) -> BusinessCalendar { BusinessCalendar(alwaysOpenIn: zone) }

  private static func sorted(
    _ intervals: [DayInterval], on day: CalendarDefect.OpenDay
  ) throws(CalendarDefect) -> [DayInterval] {
    let sorted = intervals.sorted()
    for (earlier, later) in zip(sorted, sorted.dropFirst()) where earlier.overlaps(later) {
      throw .overlap(on: day, earlier, later)
    }
    return sorted
  }
}

extension BusinessCalendar: Codable {
  private enum Key: String, CodingKey { case id, name, zone, hours, holidays }

  /// Refuses what the checking initializer refuses.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    var hours: [Weekday: [DayInterval]] = [:]
    for (name, intervals) in try container.decode([String: [DayInterval]].self, forKey: .hours) {
      guard let day = Weekday(name: name) else {
        throw DecodingError.dataCorruptedError(
          forKey: .hours, in: container, debugDescription: "\(name) is no day of the week (mon … sun)")
      }
      hours[day] = intervals
    }
    do {
      try self.init(
        id: container.decode(String.self, forKey: .id), name: container.decode(String.self, forKey: .name),
        zone: container.decode(Zone.self, forKey: .zone), hours: hours,
        holidays: container.decodeIfPresent([Holiday].self, forKey: .holidays) ?? [])
    } catch let defect as CalendarDefect {
      throw DecodingError.dataCorrupted(
        .init(codingPath: container.codingPath, debugDescription: "\(defect)", underlyingError: defect))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
    try container.encode(name, forKey: .name)
    try container.encode(zone, forKey: .zone)
    try container.encode(Dictionary(uniqueKeysWithValues: hours.map { ($0.name, $1) }), forKey: .hours)
    try container.encode(holidays, forKey: .holidays)
  }
}
