/// What a filter can ask of a row of any kind, as it stands at one instant; what the kind has not is left out.
public struct FilterAttributes: Sendable {
  public var id = ""
  public var title = ""
  public var account = ""
  public var playbook: String?
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var owner: String?
  public var status: FilterStatus?
  public var isOpen = true
  public var band: Int?
  public var arr: Money?
  public var renewal: LocalDate?
  public var opened: Instant?
  public var changed: Instant?
  /// The clock that `due` and `breached` speak of.
  public var clock: FilterClock?
  /// Every open clock; none where they were not read, and then the one above stands for them.
  public var clocks: [FilterClock]?
  public var tags: [String] = []
  /// How far its plan has come; none where it has none.
  public var plan: FilterProgress?
  /// What it is called among rows of several kinds.
  public var kind: String?
  /// Of a risk.
  public var score: Int?
  public var review: LocalDate?
  /// The escalation that a milestone belongs to, and how that one stands.
  public var escalation: String?
  public var escalationStatus: Status?

  public init() {}

  /// A row of the board, with what must be known beside it where that was read.
  public init(_ row: BoardRow, now: Instant, facts: FilterFacts? = nil) {
    id = row.id.text
    title = row.title
    account = row.account
    playbook = row.playbook
    severity = row.severity
    level = row.level
    stage = row.stage
    owner = row.owner
    status = .one(row.status)
    isOpen = row.status.isOpen
    band = row.band
    arr = row.arr
    renewal = row.renewal
    opened = row.opened
    changed = row.changed
    clock = row.clock.map { FilterClock($0, now: now) }
    clocks = facts?.clocks[row.id]?.map { FilterClock($0, now: now) }
    tags = facts?.tags[row.id] ?? []
    plan = row.plan.map { plan in
      FilterProgress(
        due: plan.next?.due, isOpen: plan.next != nil, isLate: plan.next?.isLate(at: now) ?? false)
    }
  }
}

/// A plan as a filter sees it.
public struct FilterProgress: Hashable, Sendable {
  /// Of the milestone that is next.
  public var due: Instant?
  /// Whether anything is left to do.
  public var isOpen: Bool
  public var isLate: Bool

  public init(due: Instant?, isOpen: Bool, isLate: Bool) {
    self.due = due
    self.isOpen = isOpen
    self.isLate = isLate
  }
}

/// A clock as a filter sees it.
public struct FilterClock: Hashable, Sendable {
  public var rule: String
  public var label: String
  /// None while it is paused or waits.
  public var deadline: Instant?
  public var isBreached: Bool

  public init(rule: String, label: String, deadline: Instant?, isBreached: Bool) {
    self.rule = rule
    self.label = label
    self.deadline = deadline
    self.isBreached = isBreached
  }

  public init(_ cycle: ClockCycle, now: Instant) {
    self.init(
      rule: cycle.rule, label: cycle.label, deadline: cycle.deadline, isBreached: cycle.state(at: now) == .breached)
  }
}

/// What escalations have that their rows have not: read only where a filter asks for it.
public struct FilterFacts: Hashable, Sendable {
  public enum Kind: Hashable, Sendable, CaseIterable { case clocks, tags }

  /// Every open clock.
  public var clocks: [EscalationID: [ClockCycle]] = [:]
  public var tags: [EscalationID: [String]] = [:]
  /// What was read.
  public var kinds: Set<Kind> = []

  public init() {}

  public init(_ records: [Escalation], kinds: Set<Kind>) {
    self.kinds = kinds
    for record in records {
      if kinds.contains(.clocks) { clocks[record.id] = record.openClocks }
      if kinds.contains(.tags), !record.tags.isEmpty { tags[record.id] = record.tags }
    }
  }
}
