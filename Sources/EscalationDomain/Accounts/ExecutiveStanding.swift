/// How long ago somebody spoke with an executive, and whether that is too long.
public enum ExecutiveStanding: Hashable, Sendable {
  /// Nobody did yet.
  case neverReached
  /// Days since then.
  case fresh(days: Int)
  /// More days than may go by; fewer may while a record of the account is open.
  case stale(days: Int, allowed: Int, hasOpenRecord: Bool)

  public var isStale: Bool {
    if case .fresh = self { return false }
    return true
  }

  /// Why it is stale: `stale: 121 days ago, over 90 while a record is open`; nil where it is not.
  public var reason: String? {
    switch self {
    case .neverReached: "stale: never reached"
    case .fresh: nil
    case .stale(let days, let allowed, let hasOpenRecord):
      "stale: \(days) days ago, over \(allowed)" + (hasOpenRecord ? " while a record is open" : "")
    }
  }
}

extension Executive {
  /// Source: PLAYBOOKS `health`, readings.
  ///
  /// - Parameter today: the account's local date.
  public func standing(on today: LocalDate, _ policy: HealthPolicy, hasOpenRecord: Bool) -> ExecutiveStanding {
    guard let reached else { return .neverReached }
    let days = today - reached.on
    if !isStale(on: today, policy, hasOpenRecord: hasOpenRecord) { return .fresh(days: days) }
    return .stale(
      days: days, allowed: freshDays(policy, hasOpenRecord: hasOpenRecord), hasOpenRecord: hasOpenRecord)
  }
}

extension ExecutiveContact.Role {
  /// As people say it: `economic buyer`.
  public var words: String { rawValue.replacing("-", with: " ") }
}

extension AccountFact {
  /// What was written down, as people say it.
  public var sentence: String {
    switch self {
    case .described(let description): "\(description.facts.name) is described"
    case .scored(let score): score.sentence
    case .executiveAdded(let contact): "\(contact.name) is on record as \(contact.role.words)"
    case .executiveRemoved(let name): "\(name) is no longer an executive contact"
    case .executiveReached(let reached):
      "\(reached.name) was reached on \(reached.on)" + (reached.how.map { ": \($0)" } ?? "")
    case .takenBack: "something that was written down no longer counts"
    }
  }
}

extension TeamFact {
  /// What was written down, as people say it.
  public var sentence: String {
    switch self {
    case .slotFilled(let slot, let contact): "the contact matrix has \(contact.name) for \(slot)"
    case .slotCleared(let slot): "the contact matrix has nobody for \(slot)"
    case .assigned(let scope): "governs \(scope.words)"
    case .unassigned(let scope): "no longer governs \(scope.words)"
    case .takenBack: "something that was written down no longer counts"
    }
  }
}
