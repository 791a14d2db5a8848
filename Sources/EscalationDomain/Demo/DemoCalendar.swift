/// The offices whose hours the accounts keep.
enum DemoCalendar: String, CaseIterable, Sendable {
  case usEast = "us-east"
  case usWest = "us-west"
  case london, berlin, kolkata, singapore, tokyo, jakarta

  /// The office's hours, with the holidays of last year, this year and the next.
  func calendar(around now: Instant) throws -> BusinessCalendar {
    let zone = try Zone(zoneName)
    let today = zone.local(now).date
    var holidays = try YearlyHoliday.holidays(yearly, in: today.year - 1...today.year + 1)
    if let own = try ownDay(today), !holidays.contains(where: { $0.date == own.date }) { holidays.append(own) }
    var week: [Weekday: [DayInterval]] = [:]
    for (days, hours) in self.hours {
      for day in days { week[day] = try hours.map { try DayInterval(parsing: $0) } }
    }
    return try BusinessCalendar(id: rawValue, name: name, zone: zone, hours: week, holidays: holidays)
  }

  private var name: String {
    switch self {
    case .usEast: "US East"
    case .usWest: "US West"
    case .london: "London"
    case .berlin: "Berlin"
    case .kolkata: "Kolkata"
    case .singapore: "Singapore"
    case .tokyo: "Tokyo"
    case .jakarta: "Jakarta"
    }
  }

  private var zoneName: String {
    switch self {
    case .usEast: "America/New_York"
    case .usWest: "America/Los_Angeles"
    case .london: "Europe/London"
    case .berlin: "Europe/Berlin"
    case .kolkata: "Asia/Kolkata"
    case .singapore: "Asia/Singapore"
    case .tokyo: "Asia/Tokyo"
    case .jakarta: "Asia/Jakarta"
    }
  }

  private var hours: [([Weekday], [String])] {
    let week: [Weekday] = [.mon, .tue, .wed, .thu, .fri]
    let untilThursday: [Weekday] = [.mon, .tue, .wed, .thu]
    return switch self {
    case .usEast: [(untilThursday, ["09:00-17:00"]), ([.fri], ["09:00-16:00"])]
    case .usWest: [(week, ["08:30-17:00"])]
    case .london: [(week, ["09:00-17:30"])]
    case .berlin: [(untilThursday, ["08:00-12:00", "13:00-17:00"]), ([.fri], ["08:00-15:00"])]
    case .kolkata: [(week, ["09:30-18:30"]), ([.sat], ["09:30-13:30"])]
    case .singapore: [(week, ["09:00-18:00"])]
    case .tokyo: [(week, ["09:00-12:00", "13:00-18:00"])]
    case .jakarta: [(untilThursday, ["08:00-17:00"]), ([.fri], ["08:00-11:30", "13:30-17:00"])]
    }
  }

  /// A day of this office alone, so that an exception is always near: one ahead with short hours, one just past.
  private func ownDay(_ today: LocalDate) throws -> Holiday? {
    switch self {
    case .usWest:
      let friday = (5..<12).lazy.map { today.adding(days: $0) }.first { $0.weekday == .fri }
      let hours = [try DayInterval(parsing: "08:30-12:00")]
      return friday.map { Holiday(date: $0, name: "Company day", hours: hours) }
    case .kolkata:
      let thursday = (2..<9).lazy.map { today.adding(days: -$0) }.first { $0.weekday == .thu }
      return thursday.map { Holiday(date: $0, name: "Regional festival") }
    default: return nil
    }
  }
}

extension DemoCalendar {
  fileprivate var yearly: [YearlyHoliday] {
    switch self {
    case .usEast, .usWest: Self.unitedStates
    case .london: Self.england
    case .berlin: Self.germany
    case .kolkata: Self.india
    case .singapore: Self.singaporean
    case .tokyo: Self.japan
    case .jakarta: Self.indonesia
    }
  }

  private static let unitedStates = [
    YearlyHoliday("New Year's Day", .fixed(month: 1, day: 1), .nearestWeekday),
    YearlyHoliday("Martin Luther King Day", .nth(3, .mon, month: 1)),
    YearlyHoliday("Memorial Day", .last(.mon, month: 5)),
    YearlyHoliday("Independence Day", .fixed(month: 7, day: 4), .nearestWeekday),
    YearlyHoliday("Labor Day", .nth(1, .mon, month: 9)),
    YearlyHoliday("Thanksgiving", .nth(4, .thu, month: 11)),
    YearlyHoliday("Christmas", .fixed(month: 12, day: 25), .nearestWeekday),
    YearlyHoliday("Christmas Eve", .fixed(month: 12, day: 24), hours: "09:00-13:00"),
  ]

  private static let england = [
    YearlyHoliday("New Year's Day", .fixed(month: 1, day: 1), .nextFreeWeekday),
    YearlyHoliday("Good Friday", .easter(-2)), YearlyHoliday("Easter Monday", .easter(1)),
    YearlyHoliday("Early May bank holiday", .nth(1, .mon, month: 5)),
    YearlyHoliday("Spring bank holiday", .last(.mon, month: 5)),
    YearlyHoliday("Summer bank holiday", .last(.mon, month: 8)),
    YearlyHoliday("Christmas", .fixed(month: 12, day: 25), .nextFreeWeekday),
    YearlyHoliday("Boxing Day", .fixed(month: 12, day: 26), .nextFreeWeekday),
  ]

  private static let germany = [
    YearlyHoliday("Neujahr", .fixed(month: 1, day: 1)), YearlyHoliday("Karfreitag", .easter(-2)),
    YearlyHoliday("Ostermontag", .easter(1)), YearlyHoliday("Tag der Arbeit", .fixed(month: 5, day: 1)),
    YearlyHoliday("Christi Himmelfahrt", .easter(39)), YearlyHoliday("Pfingstmontag", .easter(50)),
    YearlyHoliday("Tag der Deutschen Einheit", .fixed(month: 10, day: 3)),
    YearlyHoliday("Heiligabend", .fixed(month: 12, day: 24), hours: "08:00-12:00"),
    YearlyHoliday("1. Weihnachtstag", .fixed(month: 12, day: 25)),
    YearlyHoliday("2. Weihnachtstag", .fixed(month: 12, day: 26)),
  ]

  private static let india = [
    YearlyHoliday("Republic Day", .fixed(month: 1, day: 26)),
    YearlyHoliday("Independence Day", .fixed(month: 8, day: 15)),
    YearlyHoliday("Gandhi Jayanti", .fixed(month: 10, day: 2)),
    YearlyHoliday("Christmas", .fixed(month: 12, day: 25)),
  ]

  private static let singaporean = [
    YearlyHoliday("New Year's Day", .fixed(month: 1, day: 1)), YearlyHoliday("Good Friday", .easter(-2)),
    YearlyHoliday("Labour Day", .fixed(month: 5, day: 1)), YearlyHoliday("National Day", .fixed(month: 8, day: 9)),
    YearlyHoliday("Christmas", .fixed(month: 12, day: 25)),
  ]

  private static let japan = [
    YearlyHoliday("元日", .fixed(month: 1, day: 1)), YearlyHoliday("Year-end break", .fixed(month: 1, day: 2)),
    YearlyHoliday("Year-end break", .fixed(month: 1, day: 3)), YearlyHoliday("成人の日", .nth(2, .mon, month: 1)),
    YearlyHoliday("建国記念の日", .fixed(month: 2, day: 11), .nextFreeWeekday),
    YearlyHoliday("昭和の日", .fixed(month: 4, day: 29)), YearlyHoliday("憲法記念日", .fixed(month: 5, day: 3)),
    YearlyHoliday("みどりの日", .fixed(month: 5, day: 4)), YearlyHoliday("こどもの日", .fixed(month: 5, day: 5)),
    YearlyHoliday("海の日", .nth(3, .mon, month: 7)), YearlyHoliday("敬老の日", .nth(3, .mon, month: 9)),
    YearlyHoliday("文化の日", .fixed(month: 11, day: 3)), YearlyHoliday("勤労感謝の日", .fixed(month: 11, day: 23)),
  ]

  private static let indonesia = [
    YearlyHoliday("Tahun Baru", .fixed(month: 1, day: 1)), YearlyHoliday("Wafat Isa Almasih", .easter(-2)),
    YearlyHoliday("Hari Buruh", .fixed(month: 5, day: 1)),
    YearlyHoliday("Hari Lahir Pancasila", .fixed(month: 6, day: 1)),
    YearlyHoliday("Hari Kemerdekaan", .fixed(month: 8, day: 17)), YearlyHoliday("Natal", .fixed(month: 12, day: 25)),
  ]
}
