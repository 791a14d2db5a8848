extension Filter: CustomStringConvertible {
  /// As a person would type it; read again, it is the same filter.
  public var description: String {
    switch self {
    case .everything: ""
    case .term(let term): term.description
    case .all(let parts): parts.map { if case .any = $0 { "(\($0))" } else { $0.description } }.joined(separator: " ")
    case .any(let parts): parts.map(\.description).joined(separator: " or ")
    case .not(let inner):
      switch inner {
      case .all, .any: "-(\(inner))"
      default: "-\(inner)"
      }
    }
  }
}

extension FilterTerm: CustomStringConvertible {
  public var description: String {
    switch self {
    case .word(let text): FilterText.word(text)
    case .text(let field, let text): "\(field.name):\(FilterText.value(text, of: field))"
    case .missing(let field): "\(field.name):\(field.noneWord ?? "none")"
    case .mine: "owner:me"
    case .grade(let scale, let from, let to):
      // Two equal ends are one grade.
      if let from, from == to {
        "\(scale.field.name):\(FilterText.grade(from))"
      } else {
        "\(scale.field.name):\(from ?? "")..\(to ?? "")"
      }
    case .status(let status): "status:\(status.name)"
    case .band(let comparison, let band): "band\(comparison.rawValue)\(band)"
    case .amount(let comparison, let amount): "arr\(comparison.rawValue)\(amount.spelling)"
    case .time(let field, let comparison, let moment): "\(field.name)\(comparison.rawValue)\(moment.spelling)"
    case .breached: "breached"
    case .plan(let plan): "plan:\(plan.rawValue)"
    case .score(let comparison, let score): "score\(comparison.rawValue)\(score)"
    }
  }
}

extension FilterAmount {
  /// `100k`, `1.5M` and so on only where nothing is lost.
  var spelling: String {
    let decimal = Money.decimal(minorUnits, of: currency)
    let whole = decimal.contains(".") ? nil : Int64(decimal)
    let number =
      switch whole {
      case .some(let n) where n != 0 && n % 1_000_000 == 0: "\(n / 1_000_000)M"
      case .some(let n) where n != 0 && n % 1000 == 0: "\(n / 1000)k"
      default: decimal
      }
    return number + (currency ?? "")
  }
}

extension FilterMoment {
  var spelling: String {
    switch self {
    case .span(let span): "\(span.count)\(span.unit.rawValue)"
    case .day(.today): "today"
    case .day(.tomorrow): "tomorrow"
    case .day(.yesterday): "yesterday"
    case .day(.weekday(let day)): day.name
    case .day(.date(let date)): date.description
    case .typed(let text): text.contains(where: \.isWhitespace) ? FilterText.quoted(text) : text
    }
  }
}

/// Words as they stand in a filter: in quotes where they would mean something else without.
public enum FilterText {
  public static func quoted(_ text: String) -> String {
    "\"" + text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "\""
  }

  static func word(_ text: String) -> String {
    let isTaken = ["or", "and"].contains(text.lowercased()) || FilterFlag(rawValue: text.lowercased()) != nil
    return isTaken || text.hasPrefix("-") || !isBare(text) || text.contains(where: FilterLexer.operators.contains)
      ? quoted(text) : text
  }

  /// A value behind a field's colon.
  public static func value(_ text: String, of field: FilterField) -> String {
    let isTaken =
      text.lowercased() == field.noneWord || (field == .owner && text.lowercased() == "me") || beginsAnew(text)
    return isTaken || !isBare(text) || (field.takesLists && text.contains(",")) ? quoted(text) : text
  }

  static func grade(_ text: String) -> String {
    isBare(text) && !beginsAnew(text) && !text.contains(",") && !text.contains("..") ? text : quoted(text)
  }

  /// `:<` is one sign.
  private static func beginsAnew(_ text: String) -> Bool {
    text.first.map { FilterLexer.operators.contains($0) } ?? true
  }

  private static func isBare(_ text: String) -> Bool {
    !text.isEmpty && !text.contains { $0.isWhitespace || "()\"".contains($0) }
  }
}
