/// A line of a register: the log of something that is no escalation — an account, a risk, the team itself. What
/// happened there is told by facts of its own kind, and its state is folded from them like an escalation's.
public struct RegisterEntry<Fact: Hashable & Sendable & Codable>: Hashable, Sendable {
  /// The store's number of the entry, rising; unique among registers.
  public var sequence: Int64
  public var occurred: Instant
  public var recorded: Instant
  public var actor: String
  /// The reason, where one is due.
  public var why: String?
  public var source: Event.Source
  public var fact: Fact

  public init(
    sequence: Int64, occurred: Instant, recorded: Instant, actor: String, why: String? = nil,
    source: Event.Source = .act, fact: Fact
  ) {
    self.sequence = sequence
    self.occurred = occurred
    self.recorded = recorded
    self.actor = actor
    self.why = why
    self.source = source
    self.fact = fact
  }

  /// When the room could know of it.
  public var known: Instant { source == .imported ? occurred : recorded }
}

/// The kinds of registers, as the store spells them. A case is never renamed once released.
public enum RegisterKind: String, Hashable, Sendable, CaseIterable {
  /// By the account's name: health scores, executive contacts.
  case account
  /// By the risk's id: the Risk Register.
  case risk
  /// By the playbook's id: who fills the lines of its contact matrix.
  case team
  /// By the session's id: what happened in a war room.
  case room
}
