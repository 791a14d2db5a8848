/// A month on the wall of some zone.
public struct LocalMonth: Hashable, Comparable, Sendable {
  /// Months since the year 0.
  private let number: Int

  private init(number: Int) { self.number = number }

  public init(of date: LocalDate) { number = date.year * 12 + date.month - 1 }

  public var year: Int { CivilDay.floorDivide(number, 12) }
  /// 1 to 12.
  public var month: Int { CivilDay.floorModulo(number, 12) + 1 }

  public func adding(_ months: Int) -> LocalMonth { LocalMonth(number: number + months) }

  /// Its first moment in a zone, held within the range of dates.
  public func start(in zone: Zone) -> Instant {
    zone.instant(
      LocalDate(daysSinceEpoch: CivilDay.number(year: year, month: month, day: 1)), secondOfDay: 0)
  }

  public static func < (a: LocalMonth, b: LocalMonth) -> Bool { a.number < b.number }
}

extension LocalMonth: CustomStringConvertible {
  /// `2026-03`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))" }
}

/// A quarter of a calendar year: `2026Q4`.
public struct Quarter: Hashable, Sendable {
  public let year: Int
  /// 1 to 4.
  public let number: Int

  /// Reads `2026Q4`, in any case; nil for anything else.
  public init?(parsing text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[4] | 0x20 == UInt8(ascii: "q"), let number = asciiDigit(bytes[5]) else { return nil }
    let digits = bytes[..<4].compactMap(asciiDigit)
    let year = digits.reduce(0) { $0 * 10 + $1 }
    guard digits.count == 4, year >= 1, (1...4).contains(number) else { return nil }
    (self.year, self.number) = (year, number)
  }

  /// From its first moment in a zone up to the next quarter's.
  public func range(in zone: Zone) -> Range<Instant> {
    let first = LocalMonth(of: LocalDate(daysSinceEpoch: CivilDay.number(year: year, month: number * 3 - 2, day: 1)))
    return first.start(in: zone)..<first.adding(3).start(in: zone)
  }
}

extension Quarter: CustomStringConvertible {
  public var description: String { "\(padded(year, 4))Q\(number)" }
}
