extension SignalReading {
  /// `The renewal is 30 days away or nearer → S0, renewal 2026-12-01 is D-27`.
  public var sentence: String {
    ([signal.label + (grade.map { " → \($0.id)" } ?? "")] + measures.map(\.sentence)).joined(separator: ", ")
  }
}

extension SignalReading.Measure {
  public var sentence: String {
    switch self {
    case .date(let date, let day, let away, let within):
      "\(date.rawValue) \(day) is \(SignalReading.Measure.days(away))"
        + (away > within ? ", not yet \(SignalReading.Measure.days(within))" : "")
    case .noDate(let date): "the account has no \(date.rawValue) date"
    case .sum(let sum, let bound):
      switch holds {
      case true: "\(sum) is above \(bound)"
      case false: "\(sum) is not above \(bound)"
      case nil: "\(sum) is in another currency than \(bound): for a person to judge"
      }
    case .noSum(let bound): "no sum in dispute is known to compare with \(bound)"
    }
  }

  /// `D-27` before the date, `D+3` after it.
  private static func days(_ away: Int) -> String { away < 0 ? "D+\(-away)" : "D-\(away)" }
}

extension Suggestion {
  /// All that speaks, the gravest first.
  public var sentence: String { readings.map(\.sentence).joined(separator: "; ") }
}

extension Dissent {
  /// Why a reason is due, as a clause.
  public var sentence: String {
    switch self {
    case .signal(let reading): "the signal does not hold (\(reading.sentence))"
    case .grade(let suggestion): "the facts suggest \(suggestion.grade?.id ?? "otherwise") (\(suggestion.sentence))"
    case .lastStage(let stage): "to go to \(stage) at once is somebody's assessment"
    }
  }
}
