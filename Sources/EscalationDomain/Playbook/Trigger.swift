/// What can start or stop a clock, as a playbook spells it.
public enum Trigger: Hashable, Sendable {
  /// Opening and reopening.
  case opened
  case acknowledged
  case customerUpdate
  /// A customer update that says what is known, what is not and what comes next.
  case substantiveUpdate
  case customerReply
  case internalCheck
  case notified
  /// Everyone whom the matrix names at the present grade was told, or need not be.
  case allNotified
  case promised
  case hypothesisStated
  case customerConfirmed
  case neededBySet
  case levelEntered
  case stageEntered
  case resolved
  case closed
  /// A step or mark of the playbook, by its id.
  case done(String)
  /// Every step of a group is done since the opening or the latest reopening.
  case allDone(group: String)
  /// An internal path was taken, by its id.
  case raised(String)
  /// Somebody noticed what calls for an internal path, by its id.
  case called(String)

  private static let plain: [(String, Trigger)] = [
    ("opened", .opened), ("acknowledged", .acknowledged), ("customer-update", .customerUpdate),
    ("substantive-update", .substantiveUpdate), ("customer-reply", .customerReply),
    ("internal-check", .internalCheck), ("notified", .notified), ("all-notified", .allNotified),
    ("promised", .promised), ("hypothesis-stated", .hypothesisStated), ("customer-confirmed", .customerConfirmed),
    ("needed-by-set", .neededBySet), ("level-entered", .levelEntered), ("stage-entered", .stageEntered),
    ("resolved", .resolved), ("closed", .closed),
  ]

  /// Every spelling but `done:STEP`, `all-done:GROUP`, `raised:PATH` and `called:PATH`.
  public static var spellings: [String] { plain.map(\.0) }

  public init?(parsing text: String) {
    if text.hasPrefix("done:"), text.count > 5 {
      self = .done(String(text.dropFirst(5)))
    } else if text.hasPrefix("all-done:"), text.count > 9 {
      self = .allDone(group: String(text.dropFirst(9)))
    } else if text.hasPrefix("raised:"), text.count > 7 {
      self = .raised(String(text.dropFirst(7)))
    } else if text.hasPrefix("called:"), text.count > 7 {
      self = .called(String(text.dropFirst(7)))
    } else if let match = Trigger.plain.first(where: { $0.0 == text }) {
      self = match.1
    } else {
      return nil
    }
  }
}

extension Trigger: CustomStringConvertible {
  public var description: String {
    switch self {
    case .done(let step): "done:\(step)"
    case .allDone(let group): "all-done:\(group)"
    case .raised(let path): "raised:\(path)"
    case .called(let path): "called:\(path)"
    default: Trigger.plain.first { $0.1 == self }?.0 ?? ""
    }
  }
}
