import EscalationDomain

/// What a person may set: read from the config file, the environment and the command line, and again as the file changes.
public struct Settings: Hashable, Sendable {
  public init() {}
}
