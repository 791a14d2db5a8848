/// A holiday that comes back every year, and what becomes of it on a weekend.
struct YearlyHoliday {
  enum Day {
    case fixed(month: Int, day: Int)
    /// The nth such weekday of a month, from 1.
    case nth(Int, Weekday, month: Int)
    case last(Weekday, month: Int)
    /// Days after Easter Sunday of the western churches.
    case easter(Int)
  }

  enum OnWeekend {
    case stays
    /// Saturday moves to Friday, Sunday to Monday.
    case nearestWeekday
    /// Moves to the next weekday that is no holiday yet.
    case nextFreeWeekday
  }

  var name: String
  var day: Day
  var onWeekend: OnWeekend
  /// `09:00-13:00`: a short day; without them it is closed.
  var hours: String?

  init(_ name: String, _ day: Day, _ onWeekend: OnWeekend = .stays, hours: String? = nil) {
    self.name = name
    self.day = day
    self.onWeekend = onWeekend
    self.hours = hours
  }

  /// The dates of these holidays in those years; where two meet, the first keeps the date.
  static func holidays(_ yearly: [YearlyHoliday], in years: ClosedRange<Int>) throws -> [Holiday] {
    var taken: [LocalDate: Holiday] = [:]
    for year in years {
      for holiday in yearly {
        guard var date = holiday.day.date(in: year) else { continue }
        switch (holiday.onWeekend, date.weekday) {
        case (.nearestWeekday, .sat): date = date.adding(days: -1)
        case (.nearestWeekday, .sun): date = date.adding(days: 1)
        case (.nextFreeWeekday, _):
          while date.weekday >= .sat || taken[date] != nil { date = date.adding(days: 1) }
        default: break
        }
        guard taken[date] == nil else { continue }
        let hours = try holiday.hours.map { [try DayInterval(parsing: $0)] }
        taken[date] = Holiday(date: date, name: holiday.name, hours: hours)
      }
    }
    return taken.values.sorted { $0.date < $1.date }
  }
}

extension YearlyHoliday.Day {
  /// Nil where the year has no such date.
  func date(in year: Int) -> LocalDate? {
    switch self {
    case .fixed(let month, let day): LocalDate(year: year, month: month, day: day)
    case .nth(let count, let weekday, let month):
      LocalDate(year: year, month: month, day: 1).map { first in
        first.adding(days: (weekday.rawValue - first.weekday.rawValue + 7) % 7 + (count - 1) * 7)
      }
    case .last(let weekday, let month):
      LocalDate(year: year, month: month, day: CivilDay.length(ofMonth: month, year: year)).map { last in
        last.adding(days: -((last.weekday.rawValue - weekday.rawValue + 7) % 7))
      }
    case .easter(let days): Self.easterSunday(year).map { $0.adding(days: days) }
    }
  }

  /// Source: the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
  private static func easterSunday(_ year: Int) -> LocalDate? {
    let (golden, century, rest) = (year % 19, year / 100, year % 100)
    let correction = (century - (century + 8) / 25 + 1) / 3
    let epact = (19 * golden + century - century / 4 - correction + 15) % 30
    let weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let late = (golden + 11 * epact + 22 * weekday) / 451
    let sum = epact + weekday - 7 * late + 114
    return LocalDate(year: year, month: sum / 31, day: sum % 31 + 1)
  }
}
