/// Why a text or a pair of times is no interval of a day.
public enum DayIntervalError: Error, Hashable, Sendable {
  /// Not of the form `09:00-17:00`.
  case unreadable(String)
  /// The end is not after the start.
  case inverted(start: Int, end: Int)
  /// A time before 00:00 or after 24:00.
  case outsideDay(start: Int, end: Int)
}

/// A stretch of one local day, half-open: from `start` up to, not including, `end`.
public struct DayInterval: Hashable, Comparable, Sendable {
  /// Second of the day on the clock's face: 0…86399.
  public let start: Int
  /// Second of the day on the clock's face: 1…86400, where 86400 is 24:00.
  public let end: Int

  public init(start: Int, end: Int) throws(DayIntervalError) {
    guard start >= 0, end <= 86_400 else { throw .outsideDay(start: start, end: end) }
    guard start < end else { throw .inverted(start: start, end: end) }
    self.start = start
    self.end = end
  }

  /// Reads `09:00-17:00`, with seconds where wanted; `24:00` may end it.
  public init(parsing text: String) throws(DayIntervalError) {
    let sides = text.split(separator: "-", omittingEmptySubsequences: false)
    guard sides.count == 2, let start = DayInterval.time(sides[0]), let end = DayInterval.time(sides[1]) else {
      throw .unreadable(text)
    }
    try self.init(start: start, end: end)
  }

  public static let wholeDay = DayInterval(wholeDayOf: 86_400)
  private init(wholeDayOf seconds: Int) {
    start = 0
    end = seconds
  }

  public static func < (a: DayInterval, b: DayInterval) -> Bool { (a.start, a.end) < (b.start, b.end) }

  public func overlaps(_ other: DayInterval) -> Bool { start < other.end && other.start < end }

  private static func time(_ text: Substring) -> Int? {
    let parts = text.trimmingSpaces().split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var values: [Int] = []
    for part in parts {
      guard part.utf8.count == 2, part.utf8.allSatisfy({ asciiDigit($0) != nil }), let value = Int(part) else {
        return nil
      }
      values.append(value)
    }
    guard values.dropFirst().allSatisfy({ $0 < 60 }) else { return nil }
    return values[0] * 3600 + values[1] * 60 + (values.count == 3 ? values[2] : 0)
  }
}

extension DayInterval: CustomStringConvertible {
  /// `09:00-17:00`, with seconds only where there are some.
  public var description: String { "\(DayInterval.text(start))-\(DayInterval.text(end))" }

  static func text(_ second: Int) -> String {
    let minutes = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2))"
    return second % 60 == 0 ? minutes : "\(minutes):\(padded(second % 60, 2))"
  }
}

extension DayInterval: Codable {
  /// A single string, `09:00-17:00`.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    do {
      try self.init(parsing: text)
    } catch {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension StringProtocol {
  /// Without the spaces and tabs at either end.
  func trimmingSpaces() -> SubSequence {
    let isSpace = { (c: Character) in c == " " || c == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return self[endIndex...]
    }
    return self[first...last]
  }
}
