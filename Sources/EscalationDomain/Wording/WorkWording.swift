extension Checklist.When {
  /// How often a list is asked, as people say it.
  public var words: String {
    switch self {
    case .once: "once"
    case .daily: "each day"
    case .untilDone: "until it is done"
    case .eachUpdate: "each update"
    case .eachCheck: "each check"
    case .eachGrade: "each level or stage"
    case .afterResolution: "after resolving"
    case .closing: "before closing"
    }
  }
}

extension Checklist {
  /// `each day`, `on the days of customer-update`.
  public var words: String {
    when == .daily && !days.isEmpty ? "on the days of " + days.joined(separator: ", ") : when.words
  }
}

extension ProcessStep {
  /// `A CSM · R CSM · C PS, SE · I AE`: who is accountable, responsible, consulted, informed.
  public var raci: String {
    [("A", accountable.map { [$0] } ?? []), ("R", responsible), ("C", consulted), ("I", informed)]
      .filter { !$0.1.isEmpty }.map { "\($0.0) \($0.1.joined(separator: ", "))" }.joined(separator: " · ")
  }
}
