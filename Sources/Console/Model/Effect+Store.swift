import EscalationDomain

extension Effect {
  /// Does what an effect asks of a store and answers with the message that tells of it; none for what is the terminal's.
  /// It may wait for another writer, so it runs on a worker's thread.
  ///
  /// - Parameter clock: what time it is by then, for an act that has to wait for others'; without one it stands still.
  public func answer(
    from store: some EscalationStoring, actor: String, now: Instant, clock: (() -> Instant)? = nil
  ) -> Message? {
    func perform(_ command: Command, on id: EscalationID) throws -> Message {
      let performed = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
        try store.perform(command, on: id, act: Act(actor: actor, now: instant))
      }
      return .performed(id, performed)
    }
    do {
      switch self {
      case .loadBoard: return .boardLoaded(try store.board(now: now))
      case .loadPolicies: return .policyLoaded(try store.policies())
      case .loadRecord(let id):
        let history = try Effect.history(of: id, in: store)
        let record = try Escalation.replay(history, policies: store.policies(), now: now)
        return .recordLoaded(Record(record, history.until(now)))
      case .previewSeverity(let severity, let id):
        let decision = Decision(
          history: try Effect.history(of: id, in: store), policies: try store.policies(),
          act: Act(actor: actor, now: now))
        return .severityPreviewed(id, severity, try decision.preview(severity: severity))
      case .perform(let command, let id): return try perform(command, on: id)
      case .undo(let id, let event): return try perform(.undo(event: event), on: id)
      case .nextTheme, .redraw, .suspend, .quit: return nil
      }
    } catch {
      return .failed(self, Failure(error))
    }
  }

  private static func history(of id: EscalationID, in store: some EscalationStoring) throws -> History {
    guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    return history
  }
}
