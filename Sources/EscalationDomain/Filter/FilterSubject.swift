/// What the rows are that a filter chooses among: it decides which fields there are to ask for.
public enum FilterSubject: Hashable, Sendable, CaseIterable {
  /// The board, and lists of escalations.
  case escalations
  /// Those of all plans; what a milestone has not itself is its escalation's.
  case milestones
  /// Escalations and risks, open and ended.
  case register

  /// In the order of the table.
  public var fields: [FilterField] { FilterField.allCases.filter(has) }

  public func has(_ field: FilterField) -> Bool {
    switch field {
    case .kind: self != .escalations
    case .score, .review: self == .register
    case .clock, .tag: self != .milestones
    default: true
    }
  }

  /// What `status:` takes.
  public var statuses: [FilterStatus] {
    let own = Status.allCases.map { FilterStatus.one($0) }
    let ends: [FilterStatus] = [.open, .ended]
    return switch self {
    case .escalations: own + ends
    case .milestones: FilterStatus.milestones + Status.allCases.filter(\.isOpen).map { .one($0) } + ends
    case .register: own + [.promoted] + ends
    }
  }

  /// What `kind:` takes.
  public var kinds: [String] {
    switch self {
    case .escalations: []
    case .milestones: Milestone.Kind.allCases.map(\.rawValue)
    case .register: RegisterRow.Kind.allCases.map(\.rawValue)
    }
  }

  var noun: String {
    switch self {
    case .escalations: "escalations"
    case .milestones: "milestones"
    case .register: "lines of the register"
    }
  }

  /// Where such rows are.
  var place: String {
    switch self {
    case .escalations: "the board"
    case .milestones: "the plans"
    case .register: "the register"
    }
  }
}

/// How far a plan has come, or one milestone of it.
public enum FilterPlan: String, Hashable, Sendable, CaseIterable {
  /// A milestone is past its due time.
  case late
  /// Something is left to do.
  case open
  case done
}
