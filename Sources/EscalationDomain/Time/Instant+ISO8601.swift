extension Instant {
  /// Reads `2026-03-01T09:00:00Z`. The zone is required: `Z`, `±HH:MM`, `±HHMM` or `±HH`. Seconds may be left out, a
  /// fraction is dropped (toward the past), and a space may stand for the `T`. Dates and times of day that do not exist
  /// (30 February, 24:00, a leap second) are nil, and so is what UTC would put outside the years 0001…9999.
  public init?(iso8601 text: String) {
    var text = text
    guard let instant = text.withUTF8({ Instant(iso8601: $0) }) else { return nil }
    self = instant
  }

  /// The same on bytes, for readers of many rows; allocates nothing.
  public init?(iso8601 bytes: UnsafeBufferPointer<UInt8>) {
    var scanner = DigitScanner(bytes)
    guard let day = scanner.date(),
      scanner.take(UInt8(ascii: "T")) || scanner.take(UInt8(ascii: "t")) || scanner.take(UInt8(ascii: " ")),
      let secondOfDay = scanner.timeOfDay(),
      scanner.skipFraction(),
      let offset = scanner.utcOffset(),
      scanner.isAtEnd
    else { return nil }
    self.init(exactly: Int64(day) * CivilDay.secondsPerDay + Int64(secondOfDay) - Int64(offset))
  }
}

extension Instant: CustomStringConvertible {
  /// ISO 8601 in UTC, always of one length: `2026-03-01T09:00:00Z`.
  public var description: String {
    String(unsafeUninitializedCapacity: Instant.textLength) { buffer in
      write(into: buffer)
      return Instant.textLength
    }
  }

  /// The number of bytes of `description`.
  public static let textLength = 20

  /// Writes the bytes of `description` at the start of a buffer of at least `textLength` bytes.
  public func write(into buffer: UnsafeMutableBufferPointer<UInt8>) {
    let day = CivilDay.floorDivide(seconds, CivilDay.secondsPerDay)
    let second = Int(seconds - day * CivilDay.secondsPerDay)
    let (year, month, dayOfMonth) = CivilDay.date(Int(day))
    func put(_ value: Int, _ width: Int, at index: Int, then mark: UInt8) {
      var rest = value
      for place in stride(from: index + width - 1, through: index, by: -1) {
        buffer[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      }
      buffer[index + width] = mark
    }
    put(year, 4, at: 0, then: UInt8(ascii: "-"))
    put(month, 2, at: 5, then: UInt8(ascii: "-"))
    put(dayOfMonth, 2, at: 8, then: UInt8(ascii: "T"))
    put(second / 3600, 2, at: 11, then: UInt8(ascii: ":"))
    put(second / 60 % 60, 2, at: 14, then: UInt8(ascii: ":"))
    put(second % 60, 2, at: 17, then: UInt8(ascii: "Z"))
  }
}
