import EscalationDomain
import Synchronization

/// A store in memory that keeps the same rules as any other: commands are decided by the domain, rows come from replays.
final class FakeStore: OpeningStoring {
  fileprivate struct State {
    var events: [EscalationID: [Event]] = [:]
    var order: [EscalationID] = []
    var sequence: Int64 = 0
    var failure: StoreFailure?
  }

  fileprivate struct Replayed {
    var last: Int64
    var now: Instant
    var record: Escalation?
  }

  let policyBook: PolicyBook
  fileprivate let state = Mutex(State())
  let registers: FakeRegisters
  fileprivate let replays = Mutex<[EscalationID: Replayed]>([:])

  init(_ policies: PolicyBook, _ registers: FakeRegisters = FakeRegisters()) {
    policyBook = policies
    self.registers = registers
  }

  /// A store of its own that begins with the same events.
  func copy() -> FakeStore {
    let copy = FakeStore(policyBook, registers.copy())
    let events = state.withLock { $0 }
    copy.state.withLock { $0 = events }
    return copy
  }

  /// From now on every call fails so, until it is nil again.
  func fail(_ failure: StoreFailure?) { state.withLock { $0.failure = failure } }

  /// Throws what it was told to fail with.
  func check() throws {
    if let failure = state.withLock(\.failure) { throw failure }
  }

  func histories() -> [History] { state.withLock { state in state.order.map { History(state.events[$0] ?? []) } } }

  /// Every escalation as it stands; a log is replayed anew only where it or the time is another.
  func records(now: Instant) throws -> [Escalation] {
    try check()
    return try histories().compactMap { history in
      guard let last = history.events.last else { return nil }
      let known = replays.withLock { $0[last.escalation] }
      if let known, known.last == last.sequence, known.now == now { return known.record }
      let record = try Escalation.replayIfOpened(history, policies: policyBook, now: now)
      replays.withLock { $0[last.escalation] = Replayed(last: last.sequence, now: now, record: record) }
      return record
    }
  }

  func board(now: Instant) throws -> Board {
    Board(rows: try rows(.open, now: now), revision: state.withLock { $0.sequence }, asOf: now)
  }

  func rows(_ scope: ListQuery.Scope, now: Instant) throws -> [BoardRow] {
    try records(now: now).map(BoardRow.init).filter { scope == .all || $0.status.isOpen == (scope == .open) }
  }

  func history(of id: EscalationID) throws -> History? {
    try state.withLock { state in
      if let failure = state.failure { throw failure }
      return state.events[id].map(History.init)
    }
  }

  func policies() throws -> PolicyBook { policyBook }

  func perform(_ command: Command, on id: EscalationID, act: Act) throws -> Performed {
    try perform(command, on: id, act: act, goesOn: false)
  }

  private func perform(_ command: Command, on id: EscalationID, act: Act, goesOn: Bool) throws -> Performed {
    guard let history = try history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    let decision = Decision(history: history, policies: policyBook, act: act, team: try team(now: act.now))
    var drafts = try decision.decide(command)
    if goesOn { for index in drafts.indices { drafts[index].isPart = true } }
    let events = append(drafts, to: id, recorded: act.now)
    let record = try Escalation.replay(history.adding(events), policies: policyBook, now: act.now)
    return Performed(record: record, events: events)
  }

  /// All or nothing: in a copy first.
  func perform(_ acts: [(EscalationID, Command, Act)]) throws -> [Performed] {
    if acts.count > 1 { _ = try copy().performOneByOne(acts) }
    return try performOneByOne(acts)
  }

  private func performOneByOne(_ acts: [(EscalationID, Command, Act)]) throws -> [Performed] {
    var begun: Set<EscalationID> = []
    return try acts.map { try perform($0.1, on: $0.0, act: $0.2, goesOn: !begun.insert($0.0).inserted) }
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
