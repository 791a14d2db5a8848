/// Things to do or to decide, once, each day, with each update or check, or before closing.
public struct Checklist: Hashable, Sendable {
  public var id: String
  public var label: String
  public var when: When
  /// The process step that it belongs to.
  public var step: String?
  public var items: [ChecklistItem]

  public enum When: String, Hashable, Sendable, CaseIterable {
    case once
    case daily
    case eachUpdate = "each-update"
    case eachCheck = "each-check"
    /// Anew at each level or stage that is entered.
    case eachGrade = "each-grade"
    case afterResolution = "after-resolution"
    case closing
  }

  public init(id: String, label: String, when: When = .once, step: String? = nil, items: [ChecklistItem]) {
    self.id = id
    self.label = label
    self.when = when
    self.step = step
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

  public enum Proof: String, Hashable, Sendable, CaseIterable {
    case hypothesisStated = "hypothesis-stated"
    case customerConfirmed = "customer-confirmed"
  }

  public init(id: String, label: String, applies: Applies = .always(.yes), doneBy: Proof? = nil) {
    self.id = id
    self.label = label
    self.applies = applies
    self.doneBy = doneBy
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
