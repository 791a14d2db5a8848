/// One line of the log: a fact, when it happened, when it was written down, by whom and why.
///
/// State follows `occurred`, then `sequence` (CLOCKS, Time).
public struct Event: Hashable, Sendable {
  /// The store's number of the event, rising; unique in a store.
  public var sequence: Int64
  public var escalation: EscalationID
  public var occurred: Instant
  public var recorded: Instant
  public var actor: String
  /// The reason, where one is due.
  public var why: String?
  public var source: Source
  public var fact: Fact
  /// Came with the person's event before it in one act: the two are taken back together.
  public var isPart: Bool

  /// How an event came into the log.
  public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
    /// A person's act.
    case act
    /// Brought about by time or by a policy, and stored with the next write.
    case derived
    /// Came with an import; may be dated before what is already there.
    case imported
  }

  public init(
    sequence: Int64, escalation: EscalationID, occurred: Instant, recorded: Instant, actor: String, why: String? = nil,
    source: Source = .act, fact: Fact, isPart: Bool = false
  ) {
    self.sequence = sequence
    self.escalation = escalation
    self.occurred = occurred
    self.recorded = recorded
    self.actor = actor
    self.why = why
    self.source = source
    self.fact = fact
    self.isPart = isPart
  }

  /// When the room could know of it: an import stands for a log that was kept as things happened.
  public var known: Instant { source == .imported ? occurred : recorded }

  /// Whether a person's later act must not be dated before this one.
  public var isAct: Bool { source != .derived }

  /// A breach that time brought: anyone can derive it again.
  public var isBreach: Bool {
    if case .breached = fact { return true }
    return false
  }
}

/// An event that no store has numbered yet.
public struct Draft: Hashable, Sendable {
  public var occurred: Instant
  public var actor: String
  public var why: String?
  public var source: Event.Source
  public var fact: Fact
  /// See ``Event/isPart``.
  public var isPart: Bool

  public init(
    occurred: Instant, actor: String, why: String? = nil, source: Event.Source = .act, fact: Fact, isPart: Bool = false
  ) {
    self.occurred = occurred
    self.actor = actor
    self.why = why
    self.source = source
    self.fact = fact
    self.isPart = isPart
  }

  public func event(_ sequence: Int64, of escalation: EscalationID, recorded: Instant) -> Event {
    Event(
      sequence: sequence, escalation: escalation, occurred: occurred, recorded: recorded, actor: actor, why: why,
      source: source, fact: fact, isPart: isPart)
  }
}
