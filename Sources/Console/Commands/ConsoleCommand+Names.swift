extension ConsoleCommand.ID {
  /// As a configuration writes it: `go-board` for `goBoard`.
  public var configName: String {
    rawValue.reduce(into: "") { name, letter in
      if letter.isUppercase { name += "-" }
      name += letter.lowercased()
    }
  }

  private static let byConfigName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.configName, $0) })

  public init?(configName: String) {
    guard let id = Self.byConfigName[configName] else { return nil }
    self = id
  }
}
