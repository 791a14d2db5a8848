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
  case promised
  case neededBySet
  case levelEntered
  case stageEntered
  case resolved
  case closed
  /// A step or mark of the playbook, by its id.
  case done(String)

  private static let plain: [(String, Trigger)] = [
    ("opened", .opened), ("acknowledged", .acknowledged), ("customer-update", .customerUpdate),
    ("substantive-update", .substantiveUpdate), ("customer-reply", .customerReply),
    ("internal-check", .internalCheck), ("notified", .notified), ("promised", .promised),
    ("needed-by-set", .neededBySet), ("level-entered", .levelEntered), ("stage-entered", .stageEntered),
    ("resolved", .resolved), ("closed", .closed),
  ]

  /// Every spelling but `done:ID`.
  public static var spellings: [String] { plain.map(\.0) }

  public init?(parsing text: String) {
    if text.hasPrefix("done:"), text.count > 5 {
      self = .done(String(text.dropFirst(5)))
    } else if let match = Trigger.plain.first(where: { $0.0 == text }) {
      self = match.1
    } else {
      return nil
    }
  }
}

extension Trigger: CustomStringConvertible {
  public var description: String {
    if case .done(let id) = self { return "done:\(id)" }
    return Trigger.plain.first { $0.1 == self }?.0 ?? ""
  }
}
