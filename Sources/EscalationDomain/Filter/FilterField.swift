/// What a term can ask about, with the names it goes by: one table for parsing, completion and documentation.
public enum FilterField: Hashable, Sendable, CaseIterable {
  case severity, level, stage
  case owner, account, title, id, playbook, status, band
  case due, clock, plan, milestone
  case arr, renewal, opened, changed
  case tag
  case kind, score, review

  /// The first one is how it is printed.
  public var names: [String] {
    switch self {
    case .severity: ["sev", "severity"]
    case .account: ["account", "customer"]
    case .changed: ["changed", "updated"]
    default: [String(describing: self)]
    }
  }

  public var name: String { names[0] }

  /// What it asks, with an example.
  public var meaning: String {
    switch self {
    case .severity: "severity: S0, or S0..S1 in the playbook's order"
    case .level: "level: L2, or L2..L3"
    case .stage: "stage of the playbook"
    case .owner: "owner's name, “me” or “nobody”"
    case .account: "words in the account's name"
    case .title: "words in the title"
    case .id: "the id, in any case"
    case .playbook: "the playbook's id"
    case .status: "new, active, paused, resolved, closed, cancelled, open, ended"
    case .band: "1, the most pressing, to 4"
    case .due: "most urgent deadline: <4h, <=today, :fri, <17:00"
    case .clock: "any open clock; due and breached beside it are of that clock"
    case .arr: ">100k, <1.5M, >=100kEUR"
    case .renewal: "days to the renewal: <60d, <=2026-12-31"
    case .opened: "how long ago: <7d, >2w, or a day: >=mon"
    case .changed: "how long ago something last happened: <1h, >3d"
    case .tag: "a tag, whole"
    case .plan: "late, open, done, or none"
    case .milestone: "due time of the plan's next milestone: <7d, :today"
    case .kind: "risk or escalation; of a milestone corrective, preventive or detective"
    case .score: "a risk's likelihood times impact, 1 to 25: >12"
    case .review: "days to a risk's next look: <7d, <today"
    }
  }

  /// The same where rows are of one kind.
  public func meaning(in subject: FilterSubject) -> String {
    switch (self, subject) {
    case (.id, .milestones): "the id, or its escalation's"
    case (.status, .escalations): meaning
    case (.status, _): subject.statuses.map(\.name).joined(separator: ", ")
    case (.due, .milestones): "its due time: <4h, <=today, :fri, <17:00"
    case (.plan, .milestones): "late, open or done"
    case (.milestone, .milestones): "its due time, as due"
    case (.kind, .milestones), (.kind, .register): subject.kinds.joined(separator: ", ")
    case (.arr, .register): "the account's, or what a risk exposes: >100k, <1.5M, >=100kEUR"
    default: meaning
    }
  }

  /// The field that goes by a name, whatever the case.
  public init?(named text: String) {
    let name = text.lowercased()
    guard let field = FilterField.allCases.first(where: { $0.names.contains(name) }) else { return nil }
    self = field
  }

  var scale: Scale? {
    switch self {
    case .severity: .severity
    case .level: .level
    case .stage: .stage
    default: nil
    }
  }

  /// Whether it has an order in which to compare.
  public var isOrdered: Bool {
    switch self {
    case .band, .due, .arr, .renewal, .opened, .changed, .milestone, .score, .review: true
    default: false
    }
  }

  /// What most often follows the name.
  var usualSign: String {
    switch self {
    case .band: ":"
    case .score: ">"
    default: isOrdered ? "<" : ":"
    }
  }

  /// Whether commas stand between values of which one suffices; elsewhere they belong to the words.
  var takesLists: Bool {
    switch self {
    case .account, .title, .arr: false
    default: true
    }
  }

  /// What is typed for having none, where a row can have none.
  public var noneWord: String? {
    switch self {
    case .owner: "nobody"
    case .due, .arr, .renewal, .tag, .clock, .plan, .milestone, .score, .review: "none"
    default: nil
    }
  }

  /// Whether it is a date, of which days are the least part.
  var isDate: Bool { self == .renewal || self == .review }

  /// Whether its time lies behind.
  var isPast: Bool { self == .opened || self == .changed }
}

extension Scale {
  var field: FilterField {
    switch self {
    case .severity: .severity
    case .level: .level
    case .stage: .stage
    }
  }
}

/// Words that ask something by themselves; in quotes they are looked for as any other.
public enum FilterFlag: String, Hashable, Sendable, CaseIterable {
  case breached, late, paused

  var term: FilterTerm {
    switch self {
    case .breached, .late: .breached
    case .paused: .status(.one(.paused))
    }
  }

  public var meaning: String {
    switch self {
    case .breached, .late: "the most urgent clock is past its deadline"
    case .paused: "waiting on the customer"
    }
  }

  public func meaning(in subject: FilterSubject) -> String {
    switch (self, subject) {
    case (.breached, .milestones), (.late, .milestones): "past its due time"
    case (.paused, .milestones): "its escalation waits on the customer"
    default: meaning
    }
  }
}
