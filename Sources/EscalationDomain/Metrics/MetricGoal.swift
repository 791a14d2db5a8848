/// What a playbook wants of a figure, as its file spells it: `<1h`, `>=7`, `<5%`, `falling`, `rising`, `in-target`.
public enum MetricGoal: Hashable, Sendable {
  case falling
  case rising
  /// Each record's own targets.
  case inTarget
  case bound(Sign, Limit)

  public enum Sign: String, Hashable, Sendable, CaseIterable {
    case atMost = "<="
    case atLeast = ">="
    case below = "<"
    case above = ">"
  }

  public enum Limit: Hashable, Sendable {
    /// None where it is working time or dates: elapsed time cannot be held against it.
    case seconds(Int64?)
    case number(Ratio)
    case percent(Ratio)
  }

  /// Nil for anything that is no goal.
  public init?(parsing text: String) {
    switch text {
    case "falling": self = .falling
    case "rising": self = .rising
    case "in-target": self = .inTarget
    default:
      guard let sign = Sign.allCases.first(where: { text.hasPrefix($0.rawValue) }) else { return nil }
      guard let limit = Limit(parsing: String(text.dropFirst(sign.rawValue.count))) else { return nil }
      self = .bound(sign, limit)
    }
  }
}

extension MetricGoal.Sign {
  func holds(_ value: Ratio, _ limit: Ratio) -> Bool {
    switch self {
    case .atMost: value <= limit
    case .atLeast: value >= limit
    case .below: value < limit
    case .above: value > limit
    }
  }
}

extension MetricGoal.Limit {
  fileprivate init?(parsing text: String) {
    if let target = try? Target(parsing: text) {
      guard target.isSpan else { return nil }
      if case .elapsed(let seconds) = target { self = .seconds(seconds) } else { self = .seconds(nil) }
      return
    }
    let isPercent = text.hasSuffix("%")
    guard let number = Ratio(decimal: isPercent ? text.dropLast() : text[...]) else { return nil }
    self = isPercent ? .percent(number) : .number(number)
  }
}

extension Ratio {
  /// `7`, `4.25`: digits with a point at the most; nil for others and for more digits than fit.
  fileprivate init?(decimal text: Substring) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let digits = parts.joined()
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }), digits.utf8.count <= 15,
      digits.utf8.allSatisfy({ asciiDigit($0) != nil }), let whole = Int64(digits)
    else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    self.init(whole, over: (0..<places).reduce(Int64(1)) { scale, _ in scale * 10 })
  }
}
