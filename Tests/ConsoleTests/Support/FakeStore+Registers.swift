import EscalationDomain
import Synchronization

/// What a store keeps beside its logs, in memory, decided by the domain.
final class FakeRegisters: Sendable {
  struct State {
    var team: [(playbook: String, entry: RegisterEntry<TeamFact>)] = []
    var accounts: [String: [RegisterEntry<AccountFact>]] = [:]
    var risks: [RiskID: [RegisterEntry<RiskFact>]] = [:]
    var rooms: [RoomID: [RegisterEntry<RoomFact>]] = [:]
    var sequence: Int64 = 0
  }

  let state: Mutex<State>

  init(_ state: State = State()) { self.state = Mutex(state) }

  func copy() -> FakeRegisters { FakeRegisters(state.withLock { $0 }) }
}

extension FakeStore: TeamStoring, CustomerStoring, RiskReading {
  func risk(_ id: RiskID, now: Instant) throws -> (risk: Risk, entries: [RegisterEntry<RiskFact>])? {
    let entries = registers.state.withLock { $0.risks[id] ?? [] }.filter { $0.occurred <= now }
    return Risk(id, entries).map { ($0, entries) }
  }

  func team(now: Instant) throws -> Team {
    try check()
    return Team(registers.state.withLock { $0.team.filter { $0.entry.occurred <= now } })
  }

  func write(_ fact: TeamFact, of playbook: String, why: String?, act: Act) throws -> Team {
    let fact = try TeamDecision.decide(
      fact, of: playbook, policy: policies().current, team: team(now: act.now), act: act)
    registers.state.withLock { state in
      state.sequence += 1
      state.team.append(
        (
          playbook,
          RegisterEntry(
            sequence: state.sequence, occurred: act.occurred, recorded: act.now, actor: act.actor, why: why, fact: fact)
        ))
    }
    return try team(now: act.now)
  }

  /// As the store does: what the last escalation opened with, and whether one that follows scores is open.
  func customer(_ name: String, now: Instant) throws -> Customer? {
    try check()
    let own = histories().compactMap { history -> (History, AccountFacts)? in
      guard case .opened(let opening) = history.events.first?.fact, opening.account.name == name else { return nil }
      return (history, opening.account)
    }
    let facts = own.last?.1
    let entries = registers.state.withLock { $0.accounts[name] ?? [] }
    guard facts != nil || !entries.isEmpty else { return nil }
    let policy = try policies().current
    let open = try own.compactMap { try Escalation.replayIfOpened($0.0, policies: self.policies(), now: now) }
      .first { $0.status.isOpen && policy.playbooks[$0.playbook]?.value.health != nil }
    let known = Account(name: name, entries: entries.filter { $0.occurred <= now })
    return Customer(
      facts: facts ?? AccountFacts(name: name), csm: nil, executives: known.executives,
      zone: policy.zone(of: facts ?? AccountFacts(name: name), playbook: nil), openRecord: open?.id)
  }

  func register(ofAccount name: String) throws -> Account {
    try check()
    return Account(name: name, entries: registers.state.withLock { $0.accounts[name] ?? [] })
  }

  func write(_ fact: AccountFact, of account: String, why: String?, act: Act) throws -> Account {
    let entries = registers.state.withLock { $0.accounts[account] ?? [] }
    let zone = try customer(account, now: act.now)?.zone ?? .utc
    let known = Account(name: account, entries: entries)
    let decision = AccountDecision(account: known, today: zone.local(act.occurred).date)
    guard let fact = try decision.decide(fact, actor: act.actor) else { return known }
    registers.state.withLock { state in
      state.sequence += 1
      state.accounts[account, default: []].append(
        RegisterEntry(
          sequence: state.sequence, occurred: act.occurred, recorded: act.now, actor: act.actor, why: why, fact: fact))
    }
    return Account(name: account, entries: registers.state.withLock { $0.accounts[account] ?? [] })
  }

  /// What was written into the registers, the newest last.
  var registered: (team: [TeamFact], accounts: [AccountFact]) {
    registers.state.withLock { state in
      (
        state.team.map(\.entry.fact),
        state.accounts.values.flatMap(\.self).sorted { $0.sequence < $1.sequence }.map(\.fact)
      )
    }
  }
}
