import EscalationDomain

/// The forms in which minutes go out.
public enum MinutesFormat: String, Hashable, Sendable, CaseIterable {
  case md
  case text
  /// To paste, or for a command that posts it.
  case slack
  case html
  case json

  /// The whole text, with a line end at its end; the same minutes give the same text.
  ///
  /// - Parameter visible: makes text from outside safe to show, on one line.
  public func text(of minutes: Minutes, visible: @escaping (String) -> String) -> String {
    func page() -> MinutesPage { MinutesPage(minutes, visible: visible) }
    return switch self {
    case .md: page().markdown
    case .text: page().plain
    case .slack: page().slack
    case .html: page().html
    case .json: RoomJSON.minutes(minutes).pretty + "\n"
    }
  }
}
