/// Why a typed time is not understood.
public enum TypedTimeError: Error, Hashable, Sendable {
  case unreadable(String)
  /// `+4bh` or `+1bd` where no calendar is known.
  case needsCalendar(String)
  case calendar(CalendarError)
  case beyondRange(String)
}

extension TypedTimeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let text):
      "\"\(text)\" is no time; write 17:00, 5pm, tomorrow 9:30, fri 17:00, +4h, +30m, +2d, +1bd, -2h, yesterday 15:00, "
        + "2026-03-01 17:00, 2026-03-01T17:00:00Z or now"
    case .needsCalendar(let text):
      "\"\(text)\" counts working time, and no calendar is known here; write hours or a date"
    case .calendar(let error): "\(error)"
    case .beyondRange(let text): "\"\(text)\" lies outside the years 0001 to 9999"
    }
  }
}

/// Times as people type them, in the viewer's zone.
///
/// - `17:00`, `9:30`, `5pm`, `5:30pm`: the next such time, or the last one, as the question leans;
/// - `today`, `tomorrow`, `yesterday` or a weekday before such a time: that date; a weekday is the next such or the last
///   one, today included;
/// - where it is asked by when, such a day alone, too: the end of that date, 23:59:59 (CLOCKS, `same-day`);
/// - `2026-03-01`: else the start of that date; `2026-03-01 17:00`: on the viewer's clock; with `Z` or an offset: ISO 8601;
/// - `now`, and from it `+90s` `+30m` `+4h` `+2d` `+1w` (and the same with `-`), `+30bm` `+4bh` `+1bd`.
///
/// Upper and lower case are one. What a gap or a repeated hour does to a typed time is as for `Zone.instant`.
public enum TypedTime {
  /// Which `17:00` or `fri 17:00` is meant.
  public enum Leaning: Sendable {
    /// What is to come: a resume time. Always later than now.
    case ahead
    /// By when something is due: a promise, a milestone. As what is to come, and a day lasts to its end.
    case by
    /// What has been: when a thing happened. Never later than now.
    case back
  }

  public static func parse(
    _ text: String, now: Instant, zone: Zone, timeline: WorkingTimeline?, leaning: Leaning = .ahead
  ) throws(TypedTimeError) -> Instant {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    let reader = Reader(text: text, now: now, zone: zone, timeline: timeline, leaning: leaning)
    switch words.count {
    case 1: return try reader.single(words[0])
    case 2: return try reader.dated(words[0], words[1])
    default: throw .unreadable(text)
    }
  }

  private struct Reader {
    let text: String
    let now: Instant
    let zone: Zone
    let timeline: WorkingTimeline?
    let leaning: Leaning

    private var today: LocalDate { zone.local(now).date }

    func single(_ word: Substring) throws(TypedTimeError) -> Instant {
      if word == "now" { return now }
      if let sign = word.first, sign == "+" || sign == "-" {
        return try offset(word.dropFirst(), back: sign == "-")
      }
      if let second = TypedTime.secondOfDay(word) {
        return nearest(today, second, every: 1)
      }
      if leaning == .by, let date = date(word) { return zone.instant(date, secondOfDay: 86_399) }
      if let date = LocalDate(iso: String(word)) { return zone.instant(date, secondOfDay: 0) }
      return try written(word)
    }

    func dated(_ day: Substring, _ time: Substring) throws(TypedTimeError) -> Instant {
      guard let second = TypedTime.secondOfDay(time) else { return try written("\(day)T\(time)") }
      guard let date = date(day) else { throw .unreadable(text) }
      return TypedTime.weekday(day) == nil ? zone.instant(date, secondOfDay: second) : nearest(date, second, every: 7)
    }

    /// The date that a word names; a weekday the next such, today included.
    private func date(_ day: Substring) -> LocalDate? {
      switch day {
      case "today": return today
      case "tomorrow": return today.adding(days: 1)
      case "yesterday": return today.adding(days: -1)
      default: break
      }
      if let weekday = TypedTime.weekday(day) {
        return today.adding(days: (weekday.rawValue - today.weekday.rawValue + 7) % 7)
      }
      return LocalDate(iso: String(day))
    }

    /// The time on the date, or so many days from it: the first that is ahead, or the last that is not.
    private func nearest(_ date: LocalDate, _ second: Int, every days: Int) -> Instant {
      let instant = zone.instant(date, secondOfDay: second)
      return switch leaning {
      case .ahead, .by: instant > now ? instant : zone.instant(date.adding(days: days), secondOfDay: second)
      case .back: instant <= now ? instant : zone.instant(date.adding(days: -days), secondOfDay: second)
      }
    }

    /// ISO 8601 with `Z` or an offset, or a date and a time on the viewer's clock.
    private func written(_ word: some StringProtocol) throws(TypedTimeError) -> Instant {
      if let instant = Instant(iso8601: String(word)) { return instant }
      let parts = word.split(omittingEmptySubsequences: false) { $0 == "t" || $0 == "T" }
      guard parts.count == 2, let date = LocalDate(iso: String(parts[0])),
        let second = TypedTime.secondOfDay(Substring(parts[1]))
      else { throw .unreadable(text) }
      return zone.instant(date, secondOfDay: second)
    }

    private func offset(_ word: Substring, back: Bool) throws(TypedTimeError) -> Instant {
      let digits = word.prefix { ("0"..."9").contains($0) }
      guard let size = Int64(digits), size < 1 << 40 else {
        throw digits.isEmpty ? .unreadable(text) : .beyondRange(text)
      }
      let count = back ? -size : size
      let unit = word[digits.endIndex...]
      switch unit {
      case "s": return try elapsed(count)
      case "m", "min": return try elapsed(count * 60)
      case "h": return try elapsed(count * 3600)
      case "d": return try dates(count)
      case "w": return try dates(count * 7)
      case "bm", "bh", "bd": break
      default: throw .unreadable(text)
      }
      guard !back else { throw .unreadable(text) }
      guard let timeline else { throw .needsCalendar(text) }
      do {
        switch unit {
        case "bm": return try timeline.adding(workingSeconds: size * 60, to: now)
        case "bh": return try timeline.adding(workingSeconds: size * 3600, to: now)
        default: return try timeline.adding(businessDays: Int(size), to: now)
        }
      } catch {
        throw .calendar(error)
      }
    }

    private func elapsed(_ seconds: Int64) throws(TypedTimeError) -> Instant {
      guard let instant = now.adding(seconds: seconds) else { throw .beyondRange(text) }
      return instant
    }

    /// The same time on the wall so many dates away.
    private func dates(_ days: Int64) throws(TypedTimeError) -> Instant {
      let local = zone.local(now)
      let day = Int64(local.date.daysSinceEpoch) + days
      guard (Int64(CivilDay.first) + 1..<Int64(CivilDay.last)).contains(day) else { throw .beyondRange(text) }
      return zone.instant(LocalDate(daysSinceEpoch: Int(day)), secondOfDay: local.secondOfDay)
    }
  }

  /// `17:00`, `9:30`, `17:00:30`, `5pm`, `5:30pm`; nil for anything else.
  private static func secondOfDay(_ word: Substring) -> Int? {
    let half: Int? = word.hasSuffix("am") ? 0 : word.hasSuffix("pm") ? 12 : nil
    let clock = half == nil ? word : word.dropLast(2)
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard (half == nil ? 2...3 : 1...2).contains(parts.count) else { return nil }
    var values: [Int] = []
    for (index, part) in parts.enumerated() {
      guard (index == 0 ? 1...2 : 2...2).contains(part.utf8.count), part.utf8.allSatisfy({ asciiDigit($0) != nil }),
        let value = Int(part), value < 60
      else { return nil }
      values.append(value)
    }
    if let half {
      guard (1...12).contains(values[0]) else { return nil }
      values[0] = values[0] % 12 + half
    }
    guard values[0] < 24 else { return nil }
    return zip(values, [3600, 60, 1]).reduce(0) { $0 + $1.0 * $1.1 }
  }

  private static let longNames = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  static func weekday(_ word: Substring) -> Weekday? {
    if let day = Weekday(name: word) { return day }
    return longNames.firstIndex { $0 == word }.flatMap { Weekday(rawValue: $0 + 1) }
  }
}
