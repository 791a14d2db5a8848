import EscalationDomain

/// What is kept beside the logs of escalations: the team's, what is known of one account, and one risk.
public struct Registers: Hashable, Sendable {
  public var team: Team
  /// None where nothing is known of the account.
  public var customer: Customer?

  /// The line of the Risk Register that the record came from, as it stands.
  public var risk: RiskEntry?

  public init(team: Team = Team(), customer: Customer? = nil, risk: RiskEntry? = nil) {
    self.team = team
    self.customer = customer
    self.risk = risk
  }

  init(of record: Escalation, in store: some TeamStoring & CustomerStoring & RiskReading, now: Instant) throws {
    self.init(
      team: try store.team(now: now), customer: try store.customer(record.account.name, now: now),
      risk: try record.risk.flatMap { try store.risk(RiskID($0), now: now) }?.risk.entry)
  }
}

/// Something that a person writes into one of them.
public enum RegisterAct: Hashable, Sendable {
  case team(TeamFact, playbook: String)
  case account(AccountFact, account: String)

  /// Answers where it was written down; nil where that was known already.
  func perform(in store: some TeamStoring & CustomerStoring, _ act: Act) throws -> RegisterMark? {
    switch self {
    case .team(let fact, let playbook):
      let team = try store.write(fact, of: playbook, why: nil, act: act)
      return team.logs[playbook]?.newest.map { RegisterMark(.team(playbook: playbook), $0.sequence) }
    case .account(let fact, let account):
      let log = try store.write(fact, of: account, why: nil, act: act).log
      guard let newest = log.newest, newest.recorded == act.now, newest.actor == act.actor else { return nil }
      return RegisterMark(.account(account), newest.sequence)
    }
  }

  var sentence: String {
    switch self {
    case .team(let fact, let playbook): "\(playbook): \(fact.sentence)"
    case .account(let fact, _): fact.sentence
    }
  }
}
