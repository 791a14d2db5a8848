/// A step of the playbook's process, with who does it.
public struct ProcessStep: Hashable, Sendable {
  public var id: String
  public var label: String
  public var help: String
  /// Exactly one person or role answers for it.
  public var accountable: String?
  public var responsible: [String]
  public var consulted: [String]
  public var informed: [String]

  public init(
    id: String, label: String, help: String = "", accountable: String? = nil, responsible: [String] = [],
    consulted: [String] = [], informed: [String] = []
  ) {
    self.id = id
    self.label = label
    self.help = help
    self.accountable = accountable
    self.responsible = responsible
    self.consulted = consulted
    self.informed = informed
  }
}

/// Things to do or to decide, once, each day, or on the days of a cadence.
public struct Checklist: Hashable, Sendable {
  public var id: String
  public var label: String
  public var when: When
  public var items: [ChecklistItem]

  public enum When: String, Hashable, Sendable, CaseIterable {
    case once
    case daily
    case afterResolution = "after-resolution"
    case closing
  }

  public init(id: String, label: String, when: When = .once, items: [ChecklistItem]) {
    self.id = id
    self.label = label
    self.when = when
    self.items = items
  }
}

/// One line of a checklist; what it asks may differ by grade.
public struct ChecklistItem: Hashable, Sendable {
  public var id: String
  public var label: String
  public var applies: Applies

  /// `ifNeeded` demands a decision: done, or not needed with a reason. It never passes in silence.
  public enum Need: String, Hashable, Sendable, CaseIterable {
    case yes
    case ifNeeded = "if-needed"
    case no
  }

  public enum Applies: Hashable, Sendable {
    case always(Need)
    case by(Scale, [String: Need])
  }

  public init(id: String, label: String, applies: Applies = .always(.yes)) {
    self.id = id
    self.label = label
    self.applies = applies
  }

  public func need(severity: String?, level: String?, stage: String?) -> Need {
    switch applies {
    case .always(let need): need
    case .by(.severity, let table): severity.flatMap { table[$0] } ?? .no
    case .by(.level, let table): level.flatMap { table[$0] } ?? .no
    case .by(.stage, let table): stage.flatMap { table[$0] } ?? .no
    }
  }
}

/// A hypothesis of the menu and the first action it asks for.
public struct Hypothesis: Hashable, Sendable {
  public var id: String
  public var label: String
  public var action: String
  public var due: Target?
  /// The health dimension whose weakness suggests it.
  public var dimension: String?

  public init(id: String, label: String, action: String, due: Target? = nil, dimension: String? = nil) {
    self.id = id
    self.label = label
    self.action = action
    self.due = due
    self.dimension = dimension
  }
}

/// What must hold before a record may be closed.
public struct Gate: Hashable, Sendable {
  public var id: String
  public var label: String
  public var needs: Need

  public enum Need: Hashable, Sendable {
    case rootCause
    case prevention(atLeast: Int)
    case customerConfirmed
    case checklistsDecided
    /// Consecutive days strictly above the health threshold.
    case healthStreak(days: Int)
    case step(String)
  }

  public init(id: String, label: String, needs: Need) {
    self.id = id
    self.label = label
    self.needs = needs
  }
}
