import EscalationDomain

/// What this console wrote into a register: the entry, and the one that took it back.
public struct RegisterMark: Hashable, Sendable {
  public enum Register: Hashable, Sendable {
    case team(playbook: String)
    case account(String)
    case risk(RiskID)
    case room(RoomID)
  }

  public var register: Register
  public var entry: Int64
  public var undo: Int64?

  init(_ register: Register, _ entry: Int64) { (self.register, self.entry) = (register, entry) }

  /// `R-3`, or whose register it is.
  var scope: String {
    switch register {
    case .team(let playbook): "the team of \(playbook)"
    case .account(let name): name
    case .risk(let id): id.text
    case .room(let id): "the session \(id)"
    }
  }
}

/// An act on a register that is to be taken back or done again: looked at first, then done.
public struct RegisterReversal: Hashable, Sendable {
  public enum Step: Hashable, Sendable { case look, perform }

  /// What a look shows.
  public enum Look: Hashable, Sendable {
    case possible([RegisterChange])
    case refused(Refusal)
  }

  public enum Outcome: Hashable, Sendable {
    case looked(Look)
    /// It was written down; of a taking back the number of that entry.
    case done(Int64)
  }

  public var direction: SessionQuestion.Direction
  public var act: SessionAct
  public var step: Step
}

extension RegisterReversal {
  /// Carries it out, on a worker's thread; nil for an act that is none on a register.
  func outcome(in store: some ConsoleStore, _ act: Act) throws -> Outcome? {
    guard let mark = self.act.mark, let entry = direction == .back ? mark.entry : mark.undo else { return nil }
    switch step {
    case .look:
      do {
        return .looked(.possible(try RegisterReversal.look(mark.register, entry, in: store, now: act.now)))
      } catch let refusal as Refusal {
        return .looked(.refused(refusal))
      }
    case .perform: return .done(try RegisterReversal.write(mark.register, entry, in: store, act))
    }
  }

  private static func look(
    _ register: RegisterMark.Register, _ entry: Int64, in store: some ConsoleStore, now: Instant
  ) throws -> [RegisterChange] {
    switch register {
    case .team(let playbook): return try store.team(now: now).reversing(entry, of: playbook)
    case .account(let name): return try store.register(ofAccount: name).reversing(entry)
    case .risk(let id):
      guard let risk = try store.risk(id, now: now)?.risk else { throw StoreFailure.noSuchRisk(id) }
      return try risk.reversing(entry)
    case .room(let id): return try store.room(id, now: now).reversing(entry)
    }
  }

  /// Answers the number of what was written. That nobody came between is checked where it is written.
  private static func write(
    _ register: RegisterMark.Register, _ entry: Int64, in store: some ConsoleStore, _ act: Act
  ) throws -> Int64 {
    let written: Int64?
    switch register {
    case .team(let playbook):
      let team = try store.write(TeamFact.takenBack(entry: entry), of: playbook, why: nil, act: act)
      written = team.logs[playbook]?.newest?.sequence
    case .account(let name):
      let account = try store.write(AccountFact.takenBack(entry: entry), of: name, why: nil, act: act)
      written = account.log.newest?.sequence
    case .risk(let id):
      guard let risk = try store.risk(id, now: act.now)?.risk else { throw StoreFailure.noSuchRisk(id) }
      let zone = try store.zone(ofAccount: risk.entry.account, now: act.now)
      written = try store.perform(.takeBack(entry: entry), on: id, zone: zone, act: act).log.newest?.sequence
    case .room(let id):
      written = try store.write(RoomFact.takenBack(entry: entry), in: id, why: nil, act: act).log.newest?.sequence
    }
    guard let written else { throw Refusal.nothingToUndo }
    return written
  }
}

extension Model {
  /// Shows what a look came to, or takes in what was done.
  mutating func registerReversed(_ reversal: RegisterReversal, _ outcome: RegisterReversal.Outcome) -> [Effect] {
    switch outcome {
    case .looked(let look):
      guard case .confirmation(.session(var question)) = overlay, question.act == reversal.act,
        question.direction == reversal.direction
      else { return [] }
      question.look = look
      overlay = .confirmation(.session(question))
      return []
    case .done(let entry):
      if case .confirmation(.session(let question)) = overlay, question.act == reversal.act { overlay = nil }
      session.reversed(reversal, entry)
      let what = reversal.direction == .back ? "took back" : "did again"
      tell(.done, "\(what): \(reversal.act.name) · \(reversal.act.scope)")
      return records.refresh() + refreshRoom()
    }
  }
}
