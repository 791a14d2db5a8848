import EscalationDomain

/// What one person keeps from one run of the console to the next: never a fact about an escalation, so it lies beside
/// the log and not in it. Every part may be missing, for an older console wrote it.
public struct Desk: Hashable, Codable, Sendable {
  /// The place that was shown last.
  public var place: String?
  public var register: RegisterDesk?

  /// The views of the board in their order; none where they are the first ones still.
  public var views: [SavedView]?
  /// What was run before, by the palette and the command line.
  public var habits: Habits?
  /// The mouse is left to the terminal.
  public var leavesMouse: Bool?

  public init() {}
}
