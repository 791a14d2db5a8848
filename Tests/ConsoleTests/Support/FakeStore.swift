import EscalationDomain
import Synchronization

/// A store in memory that keeps the same rules as any other: commands are decided by the domain, rows come from replays.
final class FakeStore: OpeningStoring {
  fileprivate struct State {
    var events: [EscalationID: [Event]] = [:]
    var order: [EscalationID] = []
    var sequence: Int64 = 0
    var failure: StoreFailure?
    var team: [(playbook: String, entry: RegisterEntry<TeamFact>)] = []
  }

  let policyBook: PolicyBook
  fileprivate let state = Mutex(State())

  init(_ policies: PolicyBook) { policyBook = policies }

  /// A store of its own that begins with the same events.
  func copy() -> FakeStore {
    let copy = FakeStore(policyBook)
    let events = state.withLock { $0 }
    copy.state.withLock { $0 = events }
    return copy
  }

  /// From now on every call fails so, until it is nil again.
  func fail(_ failure: StoreFailure?) { state.withLock { $0.failure = failure } }

  func board(now: Instant) throws -> Board {
    Board(rows: try rows(.open, now: now), revision: state.withLock { $0.sequence }, asOf: now)
  }

  func rows(_ scope: ListQuery.Scope, now: Instant) throws -> [BoardRow] {
    let histories = try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.order.map { History(state.events[$0] ?? []) }
    }
    let records = try histories.compactMap { try Escalation.replayIfOpened($0, policies: policyBook, now: now) }
    return records.map(BoardRow.init).filter { scope == .all || $0.status.isOpen == (scope == .open) }
  }

  func history(of id: EscalationID) throws -> History? {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.events[id].map(History.init)
    }
  }

  func policies() throws -> PolicyBook { policyBook }

  func perform(_ command: Command, on id: EscalationID, act: Act) throws -> Performed {
    guard let history = try history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    let decision = Decision(history: history, policies: policyBook, act: act)
    let events = append(try decision.decide(command), to: id, recorded: act.now)
    let record = try Escalation.replay(history.adding(events), policies: policyBook, now: act.now)
    return Performed(record: record, events: events)
  }

  func perform(_ acts: [(EscalationID, Command, Act)]) throws -> [Performed] {
    try acts.map { try perform($0.1, on: $0.0, act: $0.2) }
  }

  func account(_ name: String) throws -> AccountFacts? {
    let histories = state.withLock { state in state.order.map { History(state.events[$0] ?? []) } }
    let records = try histories.compactMap { history in
      try Escalation.replayIfOpened(history, policies: policyBook, now: history.events.last?.occurred ?? Instant(0))
    }
    return records.filter { $0.account.name.lowercased() == name.lowercased() }.max { $0.changed < $1.changed }?.account
  }

  func open(_ opening: Opening, id: EscalationID?, act: Act) throws -> Performed {
    try open(opening, id: id, why: nil, act: act)
  }

  func open(_ opening: Opening, id: EscalationID?, why: String?, act: Act) throws -> Performed {
    if let failure = state.withLock({ $0.failure }) { throw failure }
    let draft = try Decision.open(opening, policy: policyBook.current, act: act, why: why)
    let id = id ?? EscalationID("W-\(state.withLock { $0.order.count + 1 })")
    let events = append([draft], to: id, recorded: act.now)
    let record = try Escalation.replay(History(events), policies: policyBook, now: act.now)
    return Performed(record: record, events: events)
  }

  func changeMark() throws -> Int64 { state.withLock { $0.sequence } }

  private func append(_ drafts: [Draft], to id: EscalationID, recorded: Instant) -> [Event] {
    state.withLock { state in
      if state.events[id] == nil { state.order.append(id) }
      let events = drafts.map { draft in
        state.sequence += 1
        return draft.event(state.sequence, of: id, recorded: recorded)
      }
      state.events[id, default: []] += events
      return events
    }
  }
}

extension FakeStore: TeamStoring {
  func team(now: Instant) throws -> Team {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return Team(state.team)
    }
  }

  func write(_ fact: TeamFact, of playbook: String, why: String?, act: Act) throws -> Team {
    let team = try team(now: act.now)
    let fact = try TeamDecision.decide(fact, of: playbook, policy: policyBook.current, team: team, act: act)
    return state.withLock { state in
      let entry = RegisterEntry(
        sequence: Int64(state.team.count + 1), occurred: act.occurred, recorded: act.now, actor: act.actor, why: why,
        fact: fact)
      state.team.append((playbook, entry))
      return Team(state.team)
    }
  }
}

extension FakeStore: EndedStoring {
  func ended(_ words: String, atMost limit: Int, now: Instant) throws -> [BoardRow] {
    let words = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let rows = try rows(.ended, now: now).filter { $0.matches(words) }
    return Array(rows.sorted { $0.changed > $1.changed }.prefix(limit))
  }

  func accountNames() throws -> [String] {
    let names = state.withLock { state in
      state.events.values.flatMap { $0 }.compactMap { event in
        if case .opened(let opening) = event.fact { opening.account.name } else { nil }
      }
    }
    return Set(names).sorted { $0.lowercased() < $1.lowercased() }
  }
}
