import EscalationDomain

/// What is kept beside the logs of escalations: the team's register, and what is known of one account.
public struct Registers: Hashable, Sendable {
  public var team: Team
  /// None where nothing is known of the account.
  public var customer: Customer?

  public init(team: Team = Team(), customer: Customer? = nil) {
    self.team = team
    self.customer = customer
  }

  init(of account: String, in store: some TeamStoring & CustomerStoring, now: Instant) throws {
    self.init(team: try store.team(now: now), customer: try store.customer(account, now: now))
  }
}

/// Something that a person writes into one of them.
public enum RegisterAct: Hashable, Sendable {
  case team(TeamFact, playbook: String)
  case account(AccountFact, account: String)

  func perform(in store: some TeamStoring & CustomerStoring, _ act: Act) throws {
    switch self {
    case .team(let fact, let playbook): _ = try store.write(fact, of: playbook, why: nil, act: act)
    case .account(let fact, let account): _ = try store.write(fact, of: account, why: nil, act: act)
    }
  }

  var sentence: String {
    switch self {
    case .team(let fact, let playbook): "\(playbook): \(fact.sentence)"
    case .account(let fact, _): fact.sentence
    }
  }
}
