/// A person's act on a risk, before it is checked. How a risk becomes an escalation, see ``Promotion``.
public enum RiskCommand: Hashable, Sendable {
  case revise(RiskChange, reason: String?)
  case review(next: LocalDate?, note: String?)
  case close(reason: String)
  /// Takes back what was written down under a number; of a taking back, does that again.
  case takeBack(entry: Int64)
}

/// New values for an entry of the Risk Register.
public struct RiskChange: Hashable, Sendable {
  /// What becomes of one value.
  public enum Edit<Value: Hashable & Sendable>: Hashable, Sendable {
    case keep
    case set(Value?)

    func applied(to value: Value?) -> Value? {
      switch self {
      case .keep: value
      case .set(let new): new
      }
    }
  }
  public var title: String?
  public var likelihood: Int?
  public var impactScore: Int?
  public var category = Edit<String>.keep
  public var description = Edit<String>.keep
  public var cause = Edit<String>.keep
  public var signal = Edit<String>.keep
  public var impact = Edit<String>.keep
  public var response = Edit<RiskEntry.Response>.keep
  public var contingency = Edit<String>.keep
  public var owner = Edit<String>.keep
  public var residual = Edit<Int>.keep
  public var nextReview = Edit<LocalDate>.keep
  public var arrExposed = Edit<Money>.keep

  public init() {}

  public func applied(to entry: RiskEntry) -> RiskEntry {
    var entry = entry
    entry.title = title ?? entry.title
    entry.likelihood = likelihood ?? entry.likelihood
    entry.impactScore = impactScore ?? entry.impactScore
    entry.category = category.applied(to: entry.category)
    entry.description = description.applied(to: entry.description)
    entry.cause = cause.applied(to: entry.cause)
    entry.signal = signal.applied(to: entry.signal)
    entry.impact = impact.applied(to: entry.impact)
    entry.response = response.applied(to: entry.response)
    entry.contingency = contingency.applied(to: entry.contingency)
    entry.owner = owner.applied(to: entry.owner)
    entry.residual = residual.applied(to: entry.residual)
    entry.nextReview = nextReview.applied(to: entry.nextReview)
    entry.arrExposed = arrExposed.applied(to: entry.arrExposed)
    return entry
  }
}

/// How a risk becomes an escalation. What is not said is carried over from the risk.
public struct Promotion: Hashable, Sendable {
  /// By when the blocker must be gone: an escalation asks for help by a time (PLAYBOOKS `risk`).
  public var neededBy: Instant?
  public var account: AccountFacts
  public var playbook: String
  public var severity: String?
  public var level: String?
  public var stage: String?
  public var owner: String?
  public var disputed: Money?
  public var reason: String?

  public init(
    neededBy: Instant?, account: AccountFacts, playbook: String, severity: String? = nil, level: String? = nil,
    stage: String? = nil, owner: String? = nil, disputed: Money? = nil, reason: String? = nil
  ) {
    self.neededBy = neededBy
    self.account = account
    self.playbook = playbook
    self.severity = severity
    self.level = level
    self.stage = stage
    self.owner = owner
    self.disputed = disputed
    self.reason = reason
  }
}
