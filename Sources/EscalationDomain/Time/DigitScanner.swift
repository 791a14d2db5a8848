/// Reads fixed-width dates and times from ASCII bytes, front to back.
struct DigitScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  /// Exactly so many digits, or nil.
  mutating func number(digits: Int) -> Int? {
    guard index + digits <= bytes.count else { return nil }
    var value = 0
    for byte in bytes[index..<index + digits] {
      guard let digit = asciiDigit(byte) else { return nil }
      value = value * 10 + digit
    }
    index += digits
    return value
  }

  /// `YYYY-MM-DD` of a date that exists, as its day number.
  mutating func date() -> Int? {
    guard let year = number(digits: 4), take(UInt8(ascii: "-")),
      let month = number(digits: 2), take(UInt8(ascii: "-")),
      let day = number(digits: 2),
      year >= 1, (1...12).contains(month), day >= 1, day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    return CivilDay.number(year: year, month: month, day: day)
  }

  /// `HH:MM` or `HH:MM:SS` below 24:00, as the second of the day.
  mutating func timeOfDay() -> Int? {
    guard let hour = number(digits: 2), hour < 24, take(UInt8(ascii: ":")),
      let minute = number(digits: 2), minute < 60
    else { return nil }
    guard take(UInt8(ascii: ":")) else { return hour * 3600 + minute * 60 }
    guard let second = number(digits: 2), second < 60 else { return nil }
    return hour * 3600 + minute * 60 + second
  }

  /// Steps over `.123` or `,123`; false where the mark has no digit after it.
  mutating func skipFraction() -> Bool {
    guard take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) else { return true }
    let first = index
    while index < bytes.count, asciiDigit(bytes[index]) != nil { index += 1 }
    return index > first
  }

  /// `Z`, `±HH:MM`, `±HHMM` or `±HH`, as seconds east of UTC.
  mutating func utcOffset() -> Int? {
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
    let east = take(UInt8(ascii: "+"))
    guard east || take(UInt8(ascii: "-")), let hours = number(digits: 2), hours < 24 else { return nil }
    var minutes = 0
    if take(UInt8(ascii: ":")) || !isAtEnd {
      guard let value = number(digits: 2), value < 60 else { return nil }
      minutes = value
    }
    return (east ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}

/// The value of an ASCII digit; nil for anything else, other scripts' digits included.
func asciiDigit(_ byte: UInt8) -> Int? {
  let value = byte &- UInt8(ascii: "0")
  return value < 10 ? Int(value) : nil
}
