/// What a console asks of a store about one account. See ``EscalationStoring``.
public protocol CustomerStoring: Sendable {
  /// What is known of an account beside its scores; nil where nothing is.
  func customer(_ name: String, now: Instant) throws -> Customer?
  /// What its register tells, but for its scores. O(entries but scores).
  func register(ofAccount name: String) throws -> Account
  /// Writes a fact down about an account, unless it is known already.
  func write(_ fact: AccountFact, of account: String, why: String?, act: Act) throws -> Account
}

/// What the commands ask of a store about accounts: their register and their health. See ``EscalationStoring``.
public protocol AccountStoring: CustomerStoring {
  /// Writes scores down in one transaction, with all that follows from them: each record that they concern learns of
  /// them, and a record opens by itself where the rule says so. The same again writes nothing.
  ///
  /// O(scores + the logs of the records concerned), however long the feed has run.
  /// - Returns: what became of each, in the order given.
  func record(_ scores: [AccountScore], act: Act) throws -> [ScoreOutcome]
  /// Describes an account, and tells each escalation of it that is open or still has a clock, in one transaction.
  func describe(
    _ account: String, by act: Act, change: (inout AccountDescription) throws -> Void
  ) throws -> (customer: Customer, told: [Performed])
  /// Where an account's health stands, with the scores of so many dates; nil where it has no score.
  func health(of account: String, days: Int, now: Instant) throws -> AccountHealth?
  /// The same of every account that has scores, by name.
  func healthOfAll(days: Int, now: Instant) throws -> [AccountHealth]
  /// Every account with executives, by name.
  func customersWithExecutives(now: Instant) throws -> [Customer]
}

/// A score to be written down.
public struct AccountScore: Hashable, Sendable {
  public var account: String
  public var score: HealthScore
  /// None of this account follows: now is the time to see whether a record opens.
  public var isLast: Bool

  public init(_ account: String, _ score: HealthScore, isLast: Bool = true) {
    self.account = account
    self.score = score
    self.isLast = isLast
  }
}

/// What became of a score.
public enum ScoreOutcome: Hashable, Sendable {
  case written
  /// Written, and it opened a record.
  case opened(EscalationID)
  /// Known already.
  case unchanged
  case refused(Refusal)
}

/// What a store knows of a customer, whether or not an escalation is open.
public struct Customer: Hashable, Sendable {
  /// The facts of its open escalation, completed by its description, or the other way round where none is open.
  public var facts: AccountFacts
  public var csm: String?
  public var executives: [Executive]
  /// The zone in which the account lives.
  public var zone: Zone
  /// The open record that follows its scores.
  public var openRecord: EscalationID?

  public init(
    facts: AccountFacts, csm: String?, executives: [Executive], zone: Zone, openRecord: EscalationID?
  ) {
    self.facts = facts
    self.csm = csm
    self.executives = executives
    self.zone = zone
    self.openRecord = openRecord
  }
}

/// Where an account's health stands.
public struct AccountHealth: Hashable, Sendable {
  public var account: String
  public var zone: Zone
  public var standing: HealthStanding
  /// The open record that follows its scores.
  public var openRecord: EscalationID?

  public init(account: String, zone: Zone, standing: HealthStanding, openRecord: EscalationID?) {
    self.account = account
    self.zone = zone
    self.standing = standing
    self.openRecord = openRecord
  }
}
