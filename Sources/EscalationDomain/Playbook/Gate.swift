/// What must hold before a record may be closed.
public struct Gate: Hashable, Sendable {
  public var id: String
  public var label: String
  public var needs: Condition
  /// At which grades it stands; `ifNeeded` may be decided against, with a reason.
  public var applies: Applies
  /// Who may override it, with a reason; nobody named means whoever leads.
  public var overriddenBy: [String]

  /// What opens a gate, spelled as a playbook spells it.
  public enum Condition: Hashable, Sendable {
    case rootCause
    case prevention(atLeast: Int)
    case customerConfirmed
    case checklistsDecided
    /// Consecutive days strictly above the health threshold.
    case healthStreak(days: Int)
    case step(String)
  }

  public init(
    id: String, label: String, needs: Condition, applies: Applies = .always(.yes), overriddenBy: [String] = []
  ) {
    self.id = id
    self.label = label
    self.needs = needs
    self.applies = applies
    self.overriddenBy = overriddenBy
  }
}

extension Gate.Condition: CustomStringConvertible {
  /// Every spelling, with a word in capitals where a value stands.
  public static let spellings = [
    "root-cause", "prevention:N", "customer-confirmed", "checklists-decided", "health-streak:DAYS", "step:ID",
  ]

  public init?(parsing text: String) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let value = parts.count == 2 ? String(parts[1]) : nil
    switch (parts[0], value) {
    case ("root-cause", nil): self = .rootCause
    case ("customer-confirmed", nil): self = .customerConfirmed
    case ("checklists-decided", nil): self = .checklistsDecided
    case ("prevention", let count?):
      guard let count = Int(count) else { return nil }
      self = .prevention(atLeast: count)
    case ("health-streak", let days?):
      guard let days = Int(days) else { return nil }
      self = .healthStreak(days: days)
    case ("step", let step?) where !step.isEmpty: self = .step(step)
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .rootCause: "root-cause"
    case .prevention(let count): "prevention:\(count)"
    case .customerConfirmed: "customer-confirmed"
    case .checklistsDecided: "checklists-decided"
    case .healthStreak(let days): "health-streak:\(days)"
    case .step(let id): "step:\(id)"
    }
  }
}
