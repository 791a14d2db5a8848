/// What is done about an escalation besides its clocks, as its log tells it: the raw material of checklists,
/// obligations, gates, tasks and messages. What a playbook asks of it is worked out from this at each look.
public struct Work: Hashable, Sendable {
  /// Who did something, when and why.
  public struct Stamp: Hashable, Sendable {
    public var at: Instant
    public var by: String
    public var why: String?

    public init(at: Instant, by: String, why: String? = nil) {
      self.at = at
      self.by = by
      self.why = why
    }

    init(_ event: Event) { self.init(at: event.occurred, by: event.actor, why: event.why) }
  }

  /// A value with who brought it, when and why.
  public struct Stamped<Value: Hashable & Sendable>: Hashable, Sendable {
    public var value: Value
    public var stamp: Stamp

    public init(_ value: Value, _ stamp: Stamp) {
      self.value = value
      self.stamp = stamp
    }
  }

  /// The opening or the latest reopening: steps, decisions and confirmations count from here.
  public var since: Instant
  /// Steps done since then, the latest mark of each.
  public var steps: [String: Stamp] = [:]
  /// Every decision since then, oldest first.
  public var decisions: [Decided] = []
  /// The present rounds: what "each update", "each check" and "each grade" begin anew with.
  public var round: Round

  /// Who was told, oldest first.
  public var notices: [Stamped<Notification>] = []
  public var waivedNotices: [Stamped<NoticeWaived>] = []
  public var raisedPaths: [Stamped<PathRaised>] = []
  public var calledPaths: [Stamped<PathCalled>] = []
  public var roles: [String: String] = [:]

  public var tasks: [TaskState] = []
  /// What was decided about it, oldest first.
  public var rulings: [Stamped<String>] = []
  public var plan = Plan()
  /// Oldest first; the last one holds.
  public var hypotheses: [Stamped<HypothesisStatement>] = []

  public var addedGates: [Stamped<AddedGate>] = []
  public var overriddenGates: [Stamped<GateOverride>] = []
  public var waivedGates: [String: Stamp] = [:]
  public var customerConfirmed: Stamped<String?>?

  /// Oldest first.
  public var messages: [Stamped<SentMessage>] = []
  /// The last word to the customer.
  public var told: Stamp?

  public var trigger: HealthTrigger?
  /// By date, the last one for a date.
  public var scores: [LocalDate: HealthScore] = [:]
  /// Stages that time brought, for the log.
  public var advances: [StageAdvance] = []

  init(since: Instant) {
    self.since = since
    round = Round(since)
  }

  /// Reopening: what is asked of an opening is asked again; people, tasks, the plan, messages and scores stay.
  mutating func begin(at: Instant) {
    (since, round, steps, decisions) = (at, Round(at), [:], [])
    (notices, waivedNotices, raisedPaths, calledPaths) = ([], [], [], [])
    (overriddenGates, waivedGates, customerConfirmed, told) = ([], [:], nil, nil)
  }
}

extension Work {
  /// How often something began anew, and when it last did.
  public struct Round: Hashable, Sendable {
    public struct Count: Hashable, Sendable {
      public var number = 0
      public var since: Instant

      mutating func next(at: Instant) { (number, since) = (number + 1, at) }
    }
    public var updates: Count
    public var checks: Count
    /// Levels and stages.
    public var grades: Count

    init(_ at: Instant) {
      (updates, checks, grades) = (Count(since: at), Count(since: at), Count(since: at))
    }
  }

  /// A decision with the rounds it was taken in.
  public struct Decided: Hashable, Sendable {
    public var decision: ItemDecision
    public var stamp: Stamp
    public var round: Round
  }
}

/// A gate of one record alone.
public struct AddedGate: Hashable, Sendable {
  public var id: String
  public var label: String
  public var needs: Gate.Condition
}

/// A task and how it went.
public struct TaskState: Hashable, Sendable {
  public enum Condition: Hashable, Sendable {
    case open
    case done(Work.Stamp, note: String?)
    case dropped(Work.Stamp)
  }
  public var task: ActionItem
  public var added: Work.Stamp
  public var condition: Condition

  public var isOpen: Bool { condition == .open }

  /// Past the due time means after it, not at it, as for its clock.
  public func isLate(at now: Instant) -> Bool { isOpen && task.due.map { $0 < now } ?? false }
}

/// A stage that began by itself because nothing had improved.
public struct StageAdvance: Hashable, Sendable {
  public var stage: String
  public var at: Instant
}
