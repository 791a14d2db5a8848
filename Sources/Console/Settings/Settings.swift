import EscalationDomain

/// What a person may set: read from the config file, the environment and the command line, and again as the file changes.
public struct Settings: Hashable, Sendable {
  public var keymap = Keymap.standard
  /// How much room rows get.
  public var density = Density.normal
  /// Whether the console takes the mouse.
  public var hasMouse = true
  /// Whether what is past its deadline may blink.
  public var blinks = false
  /// Further zones in which deadlines are told, besides the viewer's own.
  public var zones: [Zone] = []

  /// The playbook of a new escalation where nothing else names one.
  public var playbook: String?

  public init() {}
}
