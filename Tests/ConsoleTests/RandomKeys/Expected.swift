import EscalationDomain

@testable import Console

/// What an effect should write, worked out by the rules alone from the store as it was before.
struct Expected {
  /// New acts by escalation; those of one that is new are under no id.
  var acts: [EscalationID: [Draft]] = [:]
  var risks: [RiskFact] = []
  var team: [TeamFact] = []
  var accounts: [AccountFact] = []
  var rooms: [RoomFact] = []

  /// The id of what has none yet.
  static let new = EscalationID("")
}

extension Effect {
  /// Whether it may write into the log or into a register.
  var writes: Bool {
    switch self {
    case .perform, .performOn, .stateHypothesis, .write, .undo, .open, .performBulk: true
    case .register(.add), .register(.perform), .register(.promote): true
    case .room(.write): true
    case .reverseInRegister(let reversal): reversal.step == .perform
    default: false
    }
  }

  /// The acts on escalations that it stands for; none for what goes into a register or opens something.
  func commands(_ store: FakeStore, _ act: Act) throws -> [(id: EscalationID, command: Command)] {
    switch self {
    case .perform(let command, let id): [(id, command)]
    case .performOn(_, let commands, let id): commands.map { (id, $0) }
    case .undo(let id, let event): [(id, .undo(event: event))]
    case .performBulk(let bulk, _): bulk.steps.map { ($0.id, $0.command) }
    case .stateHypothesis(let statement, let id):
      try Decision(history: store.log(id), policies: store.policyBook, act: act).stating(statement).map { (id, $0) }
    default: []
    }
  }

  /// - Returns: what it should write; throws what a rule refuses it with.
  func expected(_ store: FakeStore, _ act: Act) throws -> Expected {
    var expected = Expected()
    let policy = store.policyBook.current
    func zone(_ account: String) throws -> Zone { try store.zone(ofAccount: account, now: act.now) }
    switch self {
    case .open(let request):
      var opening = request.opening
      opening.account = try store.account(opening.account.name) ?? opening.account
      expected.acts[Expected.new] = [try Decision.open(opening, policy: policy, act: act, why: request.why)]
    case .register(.add(let entry)):
      expected.risks = [try RiskDecision(policy: policy, zone: zone(entry.account), act: act).register(entry)]
    case .register(.perform(let command, _, let id)):
      guard let risk = try store.risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
      expected.risks = [
        try RiskDecision(policy: policy, zone: zone(risk.entry.account), act: act).decide(command, risk).0
      ]
    case .register(.promote(let id, let promotion)):
      guard let risk = try store.risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
      let zone = policy.zone(of: promotion.account, playbook: promotion.playbook)
      let opening = try RiskDecision(policy: policy, zone: zone, act: act).promote(risk, promotion)
      expected.acts[Expected.new] = [try Decision.open(opening, policy: policy, act: act, why: promotion.reason)]
    case .reverseInRegister(let reversal):
      guard let mark = reversal.act.mark, let entry = reversal.direction == .back ? mark.entry : mark.undo else {
        throw Refusal.nothingToUndo
      }
      switch mark.register {
      case .team(let playbook):
        _ = try store.team(now: act.now).reversing(entry, of: playbook)
        expected.team = [.takenBack(entry: entry)]
      case .account(let name):
        _ = try store.register(ofAccount: name).reversing(entry)
        expected.accounts = [.takenBack(entry: entry)]
      case .risk(let id):
        _ = try store.risk(id, now: act.now)?.risk.reversing(entry)
        expected.risks = [.takenBack(entry: entry)]
      case .room(let id):
        _ = try store.room(id, now: act.now).reversing(entry)
        expected.rooms = [.takenBack(entry: entry)]
      }
    case .room(.write(let facts, let id, let why)):
      let decided = try RoomDecision.decide(facts, of: store.room(id, now: .max), act: act, why: why) { id in
        try store.history(of: id).map { _ in id }
      }
      let last = store.histories().flatMap { $0.events.map(\.sequence) }.max() ?? 0
      expected.rooms = decided.map { $0.fact.marked(through: last) }
    case .write(.team(let fact, let playbook), _):
      expected.team = [
        try TeamDecision.decide(fact, of: playbook, policy: policy, team: store.team(now: act.now), act: act)
      ]
    case .write(.account(let fact, let account), _):
      let entries = store.registers.state.withLock { $0.accounts[account] ?? [] }
      let zone = try store.customer(account, now: act.now)?.zone ?? .utc
      let decision = AccountDecision(
        account: Account(name: account, entries: entries), today: zone.local(act.occurred).date)
      expected.accounts = try decision.decide(fact, actor: act.actor).map { [$0] } ?? []
    default:
      var logs: [EscalationID: History] = [:]
      for (id, command) in try commands(store, act) {
        let log = try logs[id] ?? store.log(id)
        let decision = Decision(
          history: log, policies: store.policyBook, act: act, team: try store.team(now: act.now))
        do {
          var drafts = try decision.decide(command)
          for index in drafts.indices where expected.acts[id] != nil { drafts[index].isPart = true }
          expected.acts[id, default: []] += drafts
          let next = (log.events.last?.sequence ?? 0) + 1
          logs[id] = log.adding(
            drafts.enumerated().map { $1.event(next + Int64($0), of: id, recorded: act.now) })
        } catch let refusal as Refusal {
          // Of many, what a rule refuses is left out.
          guard case .performBulk = self else { throw refusal }
        }
      }
    }
    return expected
  }
}

extension FakeStore {
  func log(_ id: EscalationID) throws -> History {
    guard let history = try history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    return history
  }

  /// How much was ever written into it.
  var written: [Int64] { [(try? changeMark()) ?? -1, registers.state.withLock(\.sequence)] }
}
