/// A part of a date pattern.
enum DateToken: Hashable {
  enum Part: Hashable { case year, month, day, hour, hour12, minute, second }
  /// So many digits: exactly two or four where least and most agree.
  case number(Part, least: Int, most: Int)
  case shortYear
  case monthName
  case fraction
  case half
  case zone
  case mark(UInt8)

  /// Unicode's date letters (UTS 35), in which the patterns of profiles are written.
  private static let letters: [String: DateToken] = [
    "yyyy": .number(.year, least: 4, most: 4), "yy": .shortYear,
    "M": .number(.month, least: 1, most: 2), "MM": .number(.month, least: 2, most: 2), "MMM": .monthName,
    "d": .number(.day, least: 1, most: 2), "dd": .number(.day, least: 2, most: 2),
    "H": .number(.hour, least: 1, most: 2), "HH": .number(.hour, least: 2, most: 2),
    "h": .number(.hour12, least: 1, most: 2), "hh": .number(.hour12, least: 2, most: 2),
    "m": .number(.minute, least: 1, most: 2), "mm": .number(.minute, least: 2, most: 2),
    "s": .number(.second, least: 1, most: 2), "ss": .number(.second, least: 2, most: 2),
    "a": .half,
    // UTS 35 spells an offset so: `X` is +01, `XXX` is +01:00, `Z` is +0100.
    "X": .zone, "XXX": .zone, "Z": .zone,
  ]

  /// The parts of a pattern; nil where a letter is unknown, or year, month or day is missing.
  static func compile(_ pattern: String) -> [DateToken]? {
    var tokens: [DateToken] = []
    var rest = Substring(pattern)
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        guard let end = rest.firstIndex(of: "'") else { return nil }
        // Two quotes are one.
        tokens += (end == rest.startIndex ? "'" : rest[..<end]).utf8.map { DateToken.mark($0) }
        rest = rest[rest.index(after: end)...]
      } else if first.isASCII, first.isLetter {
        let run = rest.prefix { $0 == first }
        rest = rest.dropFirst(run.count)
        if first == "S" {
          tokens.append(.fraction)
        } else if let token = letters[String(run)] {
          tokens.append(token)
        } else {
          return nil
        }
      } else {
        tokens += String(first).utf8.map { DateToken.mark($0) }
        rest.removeFirst()
      }
    }
    let hasYear = tokens.contains(.shortYear) || tokens.contains { $0.part == .year }
    let hasMonth = tokens.contains(.monthName) || tokens.contains { $0.part == .month }
    let halves = tokens.contains(.half) == tokens.contains { $0.part == .hour12 }
    return hasYear && hasMonth && halves && tokens.contains { $0.part == .day } ? tokens : nil
  }

  private var part: Part? {
    if case .number(let part, _, _) = self { return part }
    return nil
  }
}
