extension String {
  /// Whether it names the same, whatever the case and whatever stands between its words: `Technical lead`,
  /// `technical-lead`, `technical_lead`.
  public func isSameName(as other: String) -> Bool { snakeCase == other.snakeCase }

  /// `technical_lead` of `Technical lead`.
  public var snakeCase: String {
    lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "_" }.joined(separator: "_")
  }
}

extension Array {
  var nonEmpty: Self? { isEmpty ? nil : self }
}
