import EscalationDomain

/// What a person may set: read from the config file, the environment and the command line, and again as the file changes.
public struct Settings: Hashable, Sendable {
  /// What a console starts with; the one that was chosen by key in an earlier run wins.
  public var density = Density.normal

  public init() {}
}
