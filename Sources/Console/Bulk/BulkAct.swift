import EscalationDomain

/// What is to be done on several escalations in one transaction, after one look.
public struct BulkAct: Hashable, Sendable {
  public enum Purpose: Hashable, Sendable {
    /// What a form says, for each that is selected.
    case form(Form.Kind)
    case session(SessionQuestion.Direction, SessionAct)
  }

  public struct Step: Hashable, Sendable {
    public var id: EscalationID
    public var command: Command
  }

  public var purpose: Purpose
  public var steps: [Step]
}

extension BulkAct {
  /// How it would go now. O(the logs of the escalations).
  ///
  /// - Parameter clock: what time it is by then; an act that somebody else dated meanwhile is waited for.
  func preview(in store: some ConsoleStore, _ act: Act, clock: () -> Instant) throws -> BulkPreview {
    let policies = try store.policies()
    return BulkPreview(
      asOf: act.now,
      lines: try steps.map { step in
        guard let history = try store.history(of: step.id) else { throw StoreFailure.noSuchEscalation(step.id) }
        let line = try Decision(history: history, policies: policies, act: act).line(for: step.command, on: step.id)
        if case .refused(.laterActExists(let other)) = line.outcome, act.now < other, other <= clock() {
          throw Refusal.laterActExists(other)
        }
        return line
      })
  }

  /// Does what would still come to what was looked at, all of it or nothing; else answers with another look.
  func perform(
    _ looked: BulkPreview, in store: some ConsoleStore, _ act: Act, clock: () -> Instant
  ) throws -> Message {
    let anew = try preview(in: store, act, clock: clock)
    guard anew.comesToTheSame(as: looked) else { return .bulkPreviewed(self, anew, isAnew: true) }
    let possible = Dictionary(anew.possible.map { ($0.id, $0.basis) }) { first, _ in first }
    let acts = steps.filter { possible[$0.id] != nil }.map { ($0.id, $0.command, act) }
    do {
      return .bulkPerformed(self, anew, try store.perform(acts, asOf: possible))
    } catch Refusal.overtaken {
      return .bulkPreviewed(self, try preview(in: store, act, clock: clock), isAnew: true)
    }
  }
}

extension Effect {
  /// What the effects on several escalations come to; nil for any other.
  func onMany(from store: some ConsoleStore, actor: String, now: Instant, clock: () -> Instant) throws -> Message? {
    switch self {
    case .loadMany(let ids):
      let policies = try store.policies()
      let subjects = try ids.compactMap { id in
        try store.history(of: id).flatMap { try Escalation.replayIfOpened($0, policies: policies, now: now) }
      }
      return .manyLoaded(ids, subjects.map(Subject.init))
    case .previewBulk(let bulk):
      let preview = try Act.whenItsTurnComes(now, clock: clock) { instant in
        try bulk.preview(in: store, Act(actor: actor, now: instant), clock: clock)
      }
      return .bulkPreviewed(bulk, preview, isAnew: false)
    case .performBulk(let bulk, let looked):
      return try Act.whenItsTurnComes(now, clock: clock) { instant in
        try bulk.perform(looked, in: store, Act(actor: actor, now: instant), clock: clock)
      }
    default: return nil
    }
  }
}
