import EscalationDomain

/// A date as it is written, with what of a time and a zone stands beside it.
struct DateText: Equatable {
  var date: LocalDate
  var secondOfDay: Int?
  /// Seconds east of UTC.
  var offset: Int?
}

/// One way of writing times, compiled from a pattern once and applied to many rows.
///
/// A pattern is made of `yyyy yy M MM MMM d dd H HH h hh m mm s ss S a X`, of text in single quotes and of any other
/// marks; a single letter takes one or two digits, a doubled one exactly two, `S` any fraction of a second (dropped),
/// `a` AM or PM, `X` a zone such as Z or +02:00, `MMM` an English month. Beside patterns there are `iso`,
/// `epoch-seconds` and `epoch-millis`. Foundation's formatters take some fifty times as long.
public struct DateFormat: Hashable, Sendable {
  public let pattern: String
  private let kind: Kind

  private enum Kind: Hashable {
    case iso
    case epoch(perSecond: Int64)
    case tokens([DateToken])
  }

  /// Nil for a pattern that could never give a date.
  public init?(_ pattern: String) {
    self.pattern = pattern
    switch pattern {
    case "iso": kind = .iso
    case "epoch-seconds": kind = .epoch(perSecond: 1)
    case "epoch-millis": kind = .epoch(perSecond: 1000)
    default:
      guard let tokens = DateToken.compile(pattern) else { return nil }
      kind = .tokens(tokens)
    }
  }

  /// What a text says; nil where it is not written this way or names a date or time that does not exist.
  func read(_ text: String) -> DateText? {
    var text = text
    return text.withUTF8 { bytes in
      var scan = DateScan(bytes)
      let found: DateText?
      switch kind {
      case .iso: found = scan.iso()
      case .epoch(let perSecond): found = scan.epoch(perSecond: perSecond)
      case .tokens(let tokens): found = scan.tokens(tokens)
      }
      return scan.isAtEnd ? found : nil
    }
  }
}

/// How a file writes its times: the formats, tried in order, and the zone of what names none.
public struct DateReading: Hashable, Sendable {
  public var formats: [DateFormat]
  public var zone: Zone

  public init(formats: [DateFormat], zone: Zone) {
    self.formats = formats
    self.zone = zone
  }

  /// - Parameter secondOfDay: what a date without a time means.
  func instant(_ text: String, secondOfDay: Int = 0) -> Instant? {
    guard let found = read(text) else { return nil }
    let second = found.secondOfDay ?? secondOfDay
    if let offset = found.offset {
      return Instant(exactly: Int64(found.date.daysSinceEpoch) * 86_400 + Int64(second - offset))
    }
    return zone.instant(found.date, secondOfDay: second)
  }

  /// The date as it is written, whatever time stands beside it.
  func date(_ text: String) -> LocalDate? { read(text)?.date }

  private func read(_ text: String) -> DateText? {
    for format in formats {
      if let found = format.read(text) { return found }
    }
    return nil
  }
}
