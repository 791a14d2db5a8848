/// Who must hear at a grade, through what.
public struct NotifyRule: Hashable, Sendable {
  public var grade: String
  public var scale: Scale
  public var stakeholders: [String]
  public var channels: [String]

  public init(grade: String, scale: Scale, stakeholders: [String], channels: [String]) {
    self.grade = grade
    self.scale = scale
    self.stakeholders = stakeholders
    self.channels = channels
  }
}

/// A reason to open, to choose a grade, or to raise one.
public struct Signal: Hashable, Sendable {
  public var id: String
  public var family: String
  public var label: String
  /// The grade it suggests, if any.
  public var suggests: String?
  /// A date of the account from which on it holds by itself.
  public var from: Target?
  /// The sum in dispute above which it holds; sums in other currencies are for a person to judge.
  public var above: Money?
  /// Whether what opens on it was seen by us first or raised by the customer.
  public var detection: Detection

  public init(
    id: String, family: String, label: String, suggests: String? = nil, from: Target? = nil, above: Money? = nil,
    detection: Detection = .early
  ) {
    self.id = id
    self.family = family
    self.label = label
    self.suggests = suggests
    self.from = from
    self.above = above
    self.detection = detection
  }
}

/// An internal path: once something holds, these people are brought in.
public struct InternalPath: Hashable, Sendable {
  public var id: String
  public var label: String
  /// The clock whose breach calls for it; without one a person says that it holds.
  public var clock: String?
  public var to: [String]

  public init(id: String, label: String, clock: String? = nil, to: [String]) {
    self.id = id
    self.label = label
    self.clock = clock
    self.to = to
  }
}

/// A line of the contact matrix that a team fills in.
public struct ContactSlot: Hashable, Sendable {
  public var id: String
  public var role: String

  public init(id: String, role: String) {
    self.id = id
    self.role = role
  }
}

/// How the daily room runs; what it is asked stands in the checklists.
public struct RoomPlan: Hashable, Sendable {
  public var roles: [String]
  /// Minutes for one record and for the whole.
  public var minutesEach: Int
  public var minutesAll: Int

  public init(roles: [String] = [], minutesEach: Int = 5, minutesAll: Int = 25) {
    self.roles = roles
    self.minutesEach = minutesEach
    self.minutesAll = minutesAll
  }
}
