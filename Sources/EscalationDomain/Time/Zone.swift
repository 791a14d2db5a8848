import Foundation

/// A name that is no IANA time zone known here.
public enum ZoneError: Error, Hashable, Sendable {
  case unknown(String)
}

/// A date and a time of day as a wall clock in some zone shows them.
public struct LocalDateTime: Hashable, Sendable {
  public let date: LocalDate
  /// Seconds since that date's 00:00 on the clock's face (not since its first moment): 0…86399.
  public let secondOfDay: Int

  public init(date: LocalDate, secondOfDay: Int) {
    self.date = date
    self.secondOfDay = secondOfDay
  }
}

/// An IANA time zone.
///
/// Foundation answers one question, the offset at an instant; all else is arithmetic of our own, so that every
/// conversion is exact across gaps and repeated hours.
public struct Zone: Sendable {
  /// The name as it was given, for example `America/New_York`.
  public let id: String
  private let timeZone: TimeZone
  private let isUTC: Bool

  public static let utc = Zone(id: "UTC", timeZone: .gmt, isUTC: true)

  private init(id: String, timeZone: TimeZone, isUTC: Bool) {
    self.id = id
    self.timeZone = timeZone
    self.isUTC = isUTC
  }

  public init(_ id: String) throws(ZoneError) {
    if id == "UTC" {
      self = .utc
    } else if let timeZone = TimeZone(identifier: id) {
      self.init(id: id, timeZone: timeZone, isUTC: false)
    } else {
      throw .unknown(id)
    }
  }

  /// Seconds east of UTC at an instant.
  public func offset(at instant: Instant) -> Int { offset(atSecond: instant.seconds) }

  /// What a wall clock in this zone shows at an instant.
  public func local(_ instant: Instant) -> LocalDateTime {
    let shown = instant.seconds + Int64(offset(at: instant))
    let day = CivilDay.floorDivide(shown, CivilDay.secondsPerDay)
    return LocalDateTime(
      date: LocalDate(daysSinceEpoch: Int(day)), secondOfDay: Int(shown - day * CivilDay.secondsPerDay))
  }

  /// The instant at which a wall clock shows this time.
  ///
  /// CLOCKS "Time": a local time that does not exist moves forward by the gap; one that exists twice means the first.
  /// - Parameter secondOfDay: 0…86400; 86400 is 00:00 of the next date.
  public func instant(_ date: LocalDate, secondOfDay: Int) -> Instant {
    Instant(second(day: date.daysSinceEpoch, secondOfDay: secondOfDay))
  }

  /// As `instant(_:secondOfDay:)`, on plain numbers, so that the edges of the range of years need no care.
  func second(day: Int, secondOfDay: Int) -> Int64 {
    let shown = Int64(day) * CivilDay.secondsPerDay + Int64(secondOfDay)
    if isUTC { return shown }
    // These two offsets hold on either side of any change that could concern this local time.
    let before = offset(atSecond: shown - Zone.widestOffset)
    let after = offset(atSecond: shown + Zone.widestOffset)
    let byBefore = shown - Int64(before)
    if before == after || offset(atSecond: byBefore) == before { return byBefore }
    let byAfter = shown - Int64(after)
    if offset(atSecond: byAfter) == after { return byAfter }
    return byBefore
  }

  /// The offset that holds for every local time of a date and every instant of that date in UTC; nil where it changes
  /// anywhere near.
  func steadyOffset(day: Int) -> Int? {
    let start = Int64(day) * CivilDay.secondsPerDay
    let before = offset(atSecond: start - Zone.widestOffset)
    return before == offset(atSecond: start + CivilDay.secondsPerDay + Zone.widestOffset) ? before : nil
  }

  /// No zone was ever further than this from UTC.
  private static let widestOffset: Int64 = 16 * 3600

  private func offset(atSecond second: Int64) -> Int {
    isUTC ? 0 : timeZone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
  }
}

extension Zone: Hashable {
  public static func == (a: Zone, b: Zone) -> Bool { a.id == b.id }
  public func hash(into hasher: inout Hasher) { hasher.combine(id) }
}

extension Zone: CustomStringConvertible {
  public var description: String { id }
}

extension Zone: Codable {
  /// A single string, the zone's name.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let id = try container.decode(String.self)
    do {
      try self.init(id)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(id) is no known time zone")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(id)
  }
}
