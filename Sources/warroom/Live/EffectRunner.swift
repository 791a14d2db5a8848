import Console
import EscalationDomain

/// Carries effects out against a store, one at a time, and answers with messages. Used by the live console on its
/// store thread and by a printed screen on the spot.
struct EffectRunner {
  let store: any EscalationStoring
  let actor: String
  /// Leave out what was recorded after `now`.
  let asKnown: Bool

  /// The answer to an effect that concerns the store; none where it concerns the terminal.
  func run(_ effect: Effect, now: Instant) -> Message? {
    do {
      return try answer(effect, now: now)
    } catch {
      return .failed(effect, Failure(error))
    }
  }

  private func answer(_ effect: Effect, now: Instant) throws -> Message? {
    switch effect {
    case .loadBoard: return .boardLoaded(try store.board(now: now))
    case .loadPolicies: return .policyLoaded(try store.policies())
    case .loadRecord(let id): return .recordLoaded(try record(id, now: now))
    case .previewSeverity(let severity, let id):
      let act = Act(actor: actor, now: now)
      let decision = Decision(history: try history(id, now: now), policies: try store.policies(), act: act)
      return .severityPreviewed(id, severity, try decision.preview(severity: severity))
    case .perform(let command, let id):
      return .performed(id, try store.perform(command, on: id, act: Act(actor: actor, now: now)))
    case .undo(let id, let event):
      return .performed(id, try store.perform(.undo(event: event), on: id, act: Act(actor: actor, now: now)))
    case .nextTheme, .redraw, .suspend, .quit: return nil
    }
  }

  private func record(_ id: EscalationID, now: Instant) throws -> Record {
    let history = try history(id, now: now)
    return Record(try Escalation.replay(history, policies: try store.policies(), now: now), history)
  }

  private func history(_ id: EscalationID, now: Instant) throws -> History {
    guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    return asKnown ? history.known(at: now) : history
  }
}
