/// Things to do or to decide, once, each day, with each update or check, or before closing.
public struct Checklist: Hashable, Sendable {
  public var id: String
  public var label: String
  public var when: When
  /// The process step that it belongs to.
  public var step: String?
  /// Of a daily list the clocks on whose dates it is asked; without any it is asked on every date.
  public var days: [String]
  public var items: [ChecklistItem]

  public enum When: String, Hashable, Sendable, CaseIterable {
    case once
    case daily
    /// Each day, once: until it is done.
    case untilDone = "until-done"
    case eachUpdate = "each-update"
    case eachCheck = "each-check"
    /// Anew at each level or stage that is entered.
    case eachGrade = "each-grade"
    case afterResolution = "after-resolution"
    case closing
  }

  public init(
    id: String, label: String, when: When = .once, step: String? = nil, days: [String] = [], items: [ChecklistItem]
  ) {
    self.id = id
    self.label = label
    self.when = when
    self.step = step
    self.days = days
    self.items = items
  }
}

/// One line of a checklist; what it asks may differ by grade.
public struct ChecklistItem: Hashable, Sendable {
  public var id: String
  public var label: String
  public var applies: Applies
  /// What on record is the item done, so that nobody is asked twice; a person's decision goes before it.
  public var doneBy: Proof?

  public enum Proof: Hashable, Sendable {
    case hypothesisStated
    case customerConfirmed
    case decisionTaken
    case customerUpdate
    /// An update is promised, and its time is to come.
    case promised
    /// Every step of a group.
    case allDone(String)
    /// An internal path was taken.
    case raised(String)
    /// Every line of another list, or one of them.
    case decided(list: String, item: String?)
  }

  public init(id: String, label: String, applies: Applies = .always(.yes), doneBy: Proof? = nil) {
    self.id = id
    self.label = label
    self.applies = applies
    self.doneBy = doneBy
  }
}

extension ChecklistItem.Proof: CustomStringConvertible {
  private static let plain: [(String, ChecklistItem.Proof)] = [
    ("hypothesis-stated", .hypothesisStated), ("customer-confirmed", .customerConfirmed),
    ("decision-taken", .decisionTaken), ("customer-update", .customerUpdate), ("promised", .promised),
  ]

  /// Every spelling, with a word in capitals where a value stands.
  public static let spellings = plain.map(\.0) + ["all-done:GROUP", "raised:PATH", "decided:LIST", "decided:LIST/ITEM"]

  public init?(parsing text: String) {
    if let plain = ChecklistItem.Proof.plain.first(where: { $0.0 == text }) {
      self = plain.1
      return
    }
    let parts = text.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return nil }
    switch parts[0] {
    case "all-done": self = .allDone(parts[1])
    case "raised": self = .raised(parts[1])
    case "decided":
      let names = parts[1].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard names.allSatisfy({ !$0.isEmpty }) else { return nil }
      self = .decided(list: names[0], item: names.count == 2 ? names[1] : nil)
    default: return nil
    }
  }

  public var description: String {
    switch self {
    case .allDone(let group): "all-done:\(group)"
    case .raised(let path): "raised:\(path)"
    case .decided(let list, let item): "decided:\(list)" + (item.map { "/\($0)" } ?? "")
    default: ChecklistItem.Proof.plain.first { $0.1 == self }?.0 ?? ""
    }
  }
}

/// `ifNeeded` demands a decision: done, or not needed with a reason. It never passes in silence.
public enum Need: String, Hashable, Sendable, CaseIterable {
  case yes
  case ifNeeded = "if-needed"
  case no
}

/// What is asked of a record: the same of all, or by grade; a grade that is left out is asked nothing.
public enum Applies: Hashable, Sendable {
  case always(Need)
  case by(Scale, [String: Need])

  public func need(severity: String?, level: String?, stage: String?) -> Need {
    switch self {
    case .always(let need): need
    case .by(.severity, let table): severity.flatMap { table[$0] } ?? .no
    case .by(.level, let table): level.flatMap { table[$0] } ?? .no
    case .by(.stage, let table): stage.flatMap { table[$0] } ?? .no
    }
  }
}
