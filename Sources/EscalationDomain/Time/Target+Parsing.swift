/// Why a text is no target.
public enum TargetError: Error, Hashable, Sendable {
  case empty
  /// None of the spellings.
  case unreadable(String)
  /// More than the years 0001…9999 hold.
  case tooLarge(String)
  /// A window whose second edge comes before its first.
  case invertedWindow(String)
  /// A window inside a window or a `min`, or a `min` inside a `min`.
  case nested(String)
  /// `min` of fewer than two.
  case lonelyMinimum(String)
  /// `every 0d`.
  case emptyCadence(String)
}

extension Target {
  /// Reads the spelling of CLOCKS "Targets": whole non-negative amounts, lower case.
  public init(parsing text: String) throws(TargetError) {
    let text = text.trimmingSpaces()
    guard !text.isEmpty else { throw .empty }
    self = try Target.whole(text)
  }

  /// The widest span there is, in seconds and in days; more can never be a deadline.
  private static let mostSeconds = Instant.max - Instant.min
  private static let mostDays = CivilDay.last - CivilDay.first

  private static func whole(_ text: Substring) throws(TargetError) -> Target {
    guard let dots = windowDots(text) else { return try edge(text, within: text) }
    let opens = try edge(text[..<dots].trimmingSpaces(), within: text)
    let late = try edge(text[text.index(dots, offsetBy: 2)...].trimmingSpaces(), within: text)
    if let first = opens.sameKindSize(as: late), first.0 > first.1 { throw .invertedWindow(String(text)) }
    return .window(opens: opens, late: late)
  }

  /// Where a window's two dots begin, outside parentheses.
  private static func windowDots(_ text: Substring) -> Substring.Index? {
    var depth = 0
    var previous: Substring.Index?
    for index in text.indices {
      switch text[index] {
      case "(": depth += 1
      case ")": depth -= 1
      case "." where depth == 0:
        if let previous, text[previous] == "." { return previous }
      default: break
      }
      previous = index
    }
    return nil
  }

  /// A target that is a single deadline.
  private static func edge(_ text: Substring, within whole: Substring) throws(TargetError) -> Target {
    if windowDots(text) != nil { throw .nested(String(whole)) }
    guard text.hasPrefix("min(") else {
      guard let target = try single(text) else { throw .unreadable(String(whole)) }
      return target
    }
    guard text.hasSuffix(")") else { throw .unreadable(String(whole)) }
    var targets: [Target] = []
    for part in text.dropFirst(4).dropLast().split(separator: ",", omittingEmptySubsequences: false) {
      let part = part.trimmingSpaces()
      if part.contains("(") || windowDots(part) != nil { throw .nested(String(whole)) }
      if let target = try single(part) {
        targets.append(target)
      } else if isRuleName(part) {
        targets.append(.deadlineOf(rule: String(part)))
      } else {
        throw .unreadable(String(whole))
      }
    }
    guard targets.count > 1 else { throw .lonelyMinimum(String(whole)) }
    return .earliest(targets)
  }

  /// Everything but windows, minimums and rule names; nil if it is none of them.
  private static func single(_ text: Substring) throws(TargetError) -> Target? {
    switch text {
    case "same-day": return .sameDay
    case "needed-by": return .neededBy
    case "promise": return .promised
    case "daily": return .slots(.daily)
    case "working-days": return .slots(.workingDays)
    case "weekly": return .slots(.weekly)
    default: break
    }
    if let instant = Instant(iso8601: String(text)) { return .instant(instant) }
    if let (count, unit) = try amount(text, within: text) { return try duration(count, unit, text) }
    if let date = try accountDate(text) { return date }
    if text.hasPrefix("every ") || text.hasPrefix("every\t") {
      guard let (count, unit) = try amount(text.dropFirst(5).trimmingSpaces(), within: text), unit == "d" else {
        return nil
      }
      guard count > 0 else { throw .emptyCadence(String(text)) }
      guard count <= mostDays else { throw .tooLarge(String(text)) }
      return .slots(.every(days: Int(count)))
    }
    return weekdays(text).map { .slots(.weekdays($0)) }
  }

  private static func duration(_ count: Int64, _ unit: Substring, _ text: Substring) throws(TargetError) -> Target? {
    func seconds(_ size: Int64) throws(TargetError) -> Int64 {
      let (seconds, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, seconds <= mostSeconds else { throw .tooLarge(String(text)) }
      return seconds
    }
    func days() throws(TargetError) -> Int {
      guard count <= mostDays else { throw .tooLarge(String(text)) }
      return Int(count)
    }
    switch unit {
    case "s": return .elapsed(seconds: try seconds(1))
    case "m": return .elapsed(seconds: try seconds(60))
    case "h": return .elapsed(seconds: try seconds(3600))
    case "bm": return .working(seconds: try seconds(60))
    case "bh": return .working(seconds: try seconds(3600))
    case "bd": return .businessDays(try days())
    case "d": return .days(try days())
    default: return nil
    }
  }

  /// Digits and what follows them; nil unless it begins with a digit.
  private static func amount(
    _ text: Substring, within whole: Substring
  ) throws(TargetError) -> (count: Int64, unit: Substring)? {
    let digits = text.prefix { $0.utf8.count == 1 && ("0"..."9").contains($0) }
    guard !digits.isEmpty else { return nil }
    let unit = text[digits.endIndex...]
    guard let count = Int64(digits) else {
      if unit.isEmpty || !unit.allSatisfy(\.isLetter) { return nil }
      throw .tooLarge(String(whole))
    }
    return (count, unit)
  }

  private static func accountDate(_ text: Substring) throws(TargetError) -> Target? {
    for date in AccountDate.allCases where text.hasPrefix(date.rawValue) {
      let rest = text.dropFirst(date.rawValue.count)
      if rest.isEmpty { return .accountDate(date, daysBefore: 0) }
      guard rest.hasPrefix("-"), let (count, unit) = try amount(rest.dropFirst(), within: text), unit == "d" else {
        return nil
      }
      guard count <= mostDays else { throw .tooLarge(String(text)) }
      return .accountDate(date, daysBefore: Int(count))
    }
    return nil
  }

  private static func weekdays(_ text: Substring) -> Set<Weekday>? {
    var days: Set<Weekday> = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let day = Weekday(name: part.trimmingSpaces()) else { return nil }
      days.insert(day)
    }
    return days.isEmpty ? nil : days
  }

  static func isRuleName(_ text: Substring) -> Bool {
    guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) else { return false }
    return text.utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || asciiDigit($0) != nil || $0 == UInt8(ascii: "-")
        || $0 == UInt8(ascii: "_")
    }
  }

  /// The two sizes where both are the same kind of amount, so that they can be compared before any start is known.
  private func sameKindSize(as other: Target) -> (Int64, Int64)? {
    switch (self, other) {
    case (.elapsed(let a), .elapsed(let b)), (.working(let a), .working(let b)): (a, b)
    case (.businessDays(let a), .businessDays(let b)), (.days(let a), .days(let b)): (Int64(a), Int64(b))
    case (.instant(let a), .instant(let b)): (a.seconds, b.seconds)
    default: nil
    }
  }
}
