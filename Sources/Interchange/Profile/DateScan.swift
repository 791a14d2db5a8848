import EscalationDomain

/// Reads one date from its bytes, front to back; allocates nothing.
struct DateScan {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var isAtEnd: Bool { index == bytes.count }

  private var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard peek == byte else { return false }
    index += 1
    return true
  }

  private mutating func number(least: Int, most: Int) -> Int? {
    let start = index
    var value = 0
    while index - start < most, let byte = peek, byte >= 0x30, byte <= 0x39 {
      value = value * 10 + Int(byte - 0x30)
      index += 1
    }
    return index - start >= least ? value : nil
  }

  private mutating func takeFraction() -> Bool {
    let start = index
    while let byte = peek, byte >= 0x30, byte <= 0x39 { index += 1 }
    return index > start
  }

  /// `2026-03-01`, with or without `T09:00`, `:30`, `.5` and a zone.
  mutating func iso() -> DateText? {
    guard let year = number(least: 4, most: 4), take(UInt8(ascii: "-")), let month = number(least: 2, most: 2),
      take(UInt8(ascii: "-")), let day = number(least: 2, most: 2),
      let date = LocalDate(year: year, month: month, day: day)
    else { return nil }
    if isAtEnd { return DateText(date: date) }
    guard take(UInt8(ascii: "T")) || take(UInt8(ascii: "t")) || take(UInt8(ascii: " ")),
      let hour = number(least: 2, most: 2), hour < 24, take(UInt8(ascii: ":")),
      let minute = number(least: 2, most: 2), minute < 60
    else { return nil }
    var second = 0
    if take(UInt8(ascii: ":")) {
      guard let value = number(least: 2, most: 2), value < 60 else { return nil }
      second = value
      if take(UInt8(ascii: ".")) || take(UInt8(ascii: ",")) { guard takeFraction() else { return nil } }
    }
    var text = DateText(date: date, secondOfDay: hour * 3600 + minute * 60 + second)
    if isAtEnd { return text }
    guard let offset = zone() else { return nil }
    text.offset = offset
    return text
  }

  mutating func epoch(perSecond: Int64) -> DateText? {
    let negative = take(UInt8(ascii: "-"))
    guard let magnitude = number(least: 1, most: 17) else { return nil }
    // A fraction is dropped toward the past, as everywhere.
    var value = Int64(negative ? -magnitude : magnitude)
    if take(UInt8(ascii: ".")) {
      let start = index
      guard takeFraction() else { return nil }
      if negative, bytes[start..<index].contains(where: { $0 != 0x30 }) { value -= 1 }
    }
    guard let instant = Instant(exactly: floorDivide(value, perSecond)) else { return nil }
    let day = floorDivide(instant.seconds, 86_400)
    return DateText(
      date: LocalDate(daysSinceEpoch: Int(day)), secondOfDay: Int(instant.seconds - day * 86_400), offset: 0)
  }

  mutating func tokens(_ tokens: [DateToken]) -> DateText? {
    var (year, month, day) = (0, 0, 0)
    var hour: Int?
    var (minute, second) = (0, 0)
    var isAfternoon: Bool?
    var offset: Int?
    for token in tokens {
      switch token {
      case .mark(let byte): guard take(byte) else { return nil }
      case .number(let part, let least, let most):
        guard let value = number(least: least, most: most) else { return nil }
        switch part {
        case .year: year = value
        case .month: month = value
        case .day: day = value
        case .hour: hour = value
        case .hour12:
          guard (1...12).contains(value) else { return nil }
          hour = value % 12
        case .minute: minute = value
        case .second: second = value
        }
      case .shortYear:
        guard let value = number(least: 2, most: 2) else { return nil }
        year = value < 70 ? 2000 + value : 1900 + value
      case .monthName:
        guard let value = monthName() else { return nil }
        month = value
      case .fraction: guard takeFraction() else { return nil }
      case .half:
        guard let value = half() else { return nil }
        isAfternoon = value
      case .zone:
        guard let value = zone() else { return nil }
        offset = value
      }
    }
    guard let date = LocalDate(year: year, month: month, day: day), minute < 60, second < 60 else { return nil }
    guard let hour else { return DateText(date: date, offset: offset) }
    let full = hour + (isAfternoon == true ? 12 : 0)
    guard full < 24 else { return nil }
    return DateText(date: date, secondOfDay: full * 3600 + minute * 60 + second, offset: offset)
  }

  private mutating func letters(_ count: Int) -> String? {
    guard index + count <= bytes.count else { return nil }
    let text = String(decoding: bytes[index..<index + count], as: UTF8.self).lowercased()
    index += count
    return text
  }

  private mutating func monthName() -> Int? {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    return letters(3).flatMap { months.firstIndex(of: $0) }.map { $0 + 1 }
  }

  private mutating func half() -> Bool? {
    switch letters(2) {
    case "am": false
    case "pm": true
    default: nil
    }
  }

  /// `Z`, `±HH:MM`, `±HHMM` or `±HH`, as seconds east of UTC.
  private mutating func zone() -> Int? {
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
    let east = take(UInt8(ascii: "+"))
    guard east || take(UInt8(ascii: "-")), let hours = number(least: 2, most: 2), hours < 24 else { return nil }
    var minutes = 0
    if take(UInt8(ascii: ":")) || peek.map({ $0 >= 0x30 && $0 <= 0x39 }) ?? false {
      guard let value = number(least: 2, most: 2), value < 60 else { return nil }
      minutes = value
    }
    return (east ? 1 : -1) * (hours * 3600 + minutes * 60)
  }
}

private func floorDivide(_ a: Int64, _ b: Int64) -> Int64 {
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder < 0 ? quotient - 1 : quotient
}
