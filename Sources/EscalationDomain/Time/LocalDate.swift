/// A date on the wall of some zone: a year, a month and a day, and no time.
///
/// The years are 0001 to 9999, and one day beyond on either side, so that every instant has a date in every zone.
public struct LocalDate: Hashable, Comparable, Sendable {
  private let number: Int32

  /// The date so many days after 1970-01-01, held within the range of dates.
  public init(daysSinceEpoch: Int) {
    number = Int32(min(max(daysSinceEpoch, CivilDay.first), CivilDay.last))
  }

  /// Nil for a date that does not exist.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    self.init(daysSinceEpoch: CivilDay.number(year: year, month: month, day: day))
  }

  /// Reads `2026-03-01`; nil for anything else and for a date that does not exist.
  public init?(iso text: String) {
    var text = text
    let day = text.withUTF8 { bytes -> Int? in
      var scanner = DigitScanner(bytes)
      guard let day = scanner.date(), scanner.isAtEnd else { return nil }
      return day
    }
    guard let day else { return nil }
    self.init(daysSinceEpoch: day)
  }

  /// Days since 1970-01-01; negative before.
  public var daysSinceEpoch: Int { Int(number) }
  public var year: Int { CivilDay.date(Int(number)).year }
  public var month: Int { CivilDay.date(Int(number)).month }
  public var day: Int { CivilDay.date(Int(number)).day }
  public var weekday: Weekday { Weekday(rawValue: CivilDay.weekday(Int(number))) ?? .mon }

  /// So many dates later (earlier if negative), held within the range of dates; never traps.
  public func adding(days: Int) -> LocalDate {
    let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
    return LocalDate(daysSinceEpoch: overflow ? (days < 0 ? Int.min : Int.max) : sum)
  }

  /// The number of dates from `b` to `a`.
  public static func - (a: LocalDate, b: LocalDate) -> Int { a.daysSinceEpoch - b.daysSinceEpoch }
  public static func < (a: LocalDate, b: LocalDate) -> Bool { a.number < b.number }
}

extension LocalDate: CustomStringConvertible {
  /// ISO 8601: `2026-03-01`.
  public var description: String {
    let (year, month, day) = CivilDay.date(Int(number))
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

extension LocalDate: Codable {
  /// A single string, `2026-03-01`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let date = LocalDate(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(text) is no date like 2026-03-01")
    }
    self = date
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

/// A non-negative number with leading zeros up to a width.
func padded(_ value: some BinaryInteger, _ width: Int) -> String {
  let digits = String(value)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
