import EscalationDomain

extension Effect {
  /// Does what an effect asks of a store and answers with the message that tells of it; none for what is the terminal's.
  /// It may wait for another writer, so it runs on a worker's thread.
  ///
  /// - Parameter clock: what time it is by then, for an act that has to wait for others'; without one it stands still.
  public func answer(
    from store: some ConsoleStore, actor: String, now: Instant, clock: (() -> Instant)? = nil
  ) -> Message? {
    func perform(on id: EscalationID, _ commands: (Decision) throws -> [Command]) throws -> Message {
      let performed = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
        let act = Act(actor: actor, now: instant)
        let commands = try commands(try Effect.decision(on: id, in: store, act))
        return try store.perform(commands.map { (id, $0, act) })
      }
      return try Effect.answer(performed, of: id)
    }
    func perform(_ command: Command, on id: EscalationID) throws -> Message {
      let performed = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
        try store.perform(command, on: id, act: Act(actor: actor, now: instant))
      }
      return .performed(id, performed)
    }
    do {
      switch self {
      case .loadBoard: return .boardLoaded(try store.board(now: now))
      case .loadPlans: return .plansLoaded(try store.milestones(now: now), asOf: now)
      case .loadFilterFacts(let kinds):
        return .filterFactsLoaded(try store.filterFacts(kinds, of: .open, now: now))
      case .loadNews(let number): return .newsLoaded(try store.news(after: number, now: now))
      case .loadPolicies: return .policyLoaded(try store.policies())
      case .loadRecord(let id):
        let history = try Effect.history(of: id, in: store)
        let record = try Escalation.replay(history, policies: store.policies(), now: now)
        return .recordLoaded(
          Record(record, history.until(now), try Registers(of: record, in: store, now: now)))
      case .previewGrade(let scale, let grade, let id):
        let decision = try Effect.decision(on: id, in: store, Act(actor: actor, now: now))
        return .gradePreviewed(id, scale, grade, try decision.preview(grade, on: scale))
      case .weighMessage(let message, let id):
        let moves = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
          try Effect.decision(on: id, in: store, Act(actor: actor, now: instant)).preview(sending: message)
        }
        return .messageWeighed(id, message, moves)
      case .perform(let command, let id): return try perform(command, on: id)
      case .previewShift(let asked, let id):
        let decision = try Effect.decision(on: id, in: store, Act(actor: actor, now: now))
        return .shiftPreviewed(id, try PlanShiftReview(asked, decision))
      case .previewOutline(let id):
        let decision = try Effect.decision(on: id, in: store, Act(actor: actor, now: now))
        return .outlinePreviewed(id, try decision.previewOutline())
      case .performOn(let ground, let commands, let id):
        let performed = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
          try ground.onceMore { () throws -> [Performed] in
            let act = Act(actor: actor, now: instant)
            let history = try Effect.history(of: id, in: store)
            let record = try Escalation.replay(history, policies: store.policies(), now: instant)
            guard ground.holds(in: record) else { throw Failure.changedMeanwhile }
            return try store.perform(commands.map { (id, $0, act) }, asOf: [id: history.newestAct])
          }
        }
        return try Effect.answer(performed, of: id)
      case .stateHypothesis(let statement, let id): return try perform(on: id) { try $0.stating(statement) }
      case .write(let act, let id):
        let mark = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
          try act.perform(in: store, Act(actor: actor, now: instant))
        }
        return .written(act, for: id, mark)
      case .reverseInRegister(let reversal):
        let outcome = try Act.whenItsTurnComes(now, clock: clock ?? { now }) { instant in
          try reversal.outcome(in: store, Act(actor: actor, now: instant))
        }
        return outcome.map { .registerReversed(reversal, $0) }
      case .undo(let id, let event): return try perform(.undo(event: event), on: id)
      case .loadOpening, .loadAccount, .loadEnded, .previewOpening, .open, .previewMove:
        return try opening(from: store, actor: actor, now: now)
      case .register(let effect):
        return .register(try effect.answer(from: store, actor: actor, now: now, clock: clock ?? { now }))
      case .previewBulk, .performBulk, .loadMany:
        return try onMany(from: store, actor: actor, now: now, clock: clock ?? { now })
      case .loadNames: return .namesLoaded(try Hidden.names(from: store, now: now))
      case .loadDay: return .dayLoaded(try store.dailyChecklist(now: now))
      case .room(let effect):
        return .room(try effect.answer(from: store, actor: actor, now: now, clock: clock ?? { now }))
      case .minutesOut: return nil
      case .editText: return nil
      case .editMessage, .copyMessage, .writeMessage, .postMessage, .keepDesk, .nextTheme, .redraw, .suspend, .quit:
        return nil
      case .takeTheme, .useMouse, .loadVerbs, .runCommandLine: return nil
      }
    } catch {
      return .failed(self, Failure(error))
    }
  }

  private static func answer(_ performed: [Performed], of id: EscalationID) throws -> Message {
    guard let last = performed.last else { throw Refusal.nothingToChange }
    return .performed(id, Performed(record: last.record, events: performed.flatMap(\.events)))
  }

  private static func decision(on id: EscalationID, in store: some EscalationStoring, _ act: Act) throws -> Decision {
    Decision(history: try history(of: id, in: store), policies: try store.policies(), act: act)
  }

  private static func history(of id: EscalationID, in store: some EscalationStoring) throws -> History {
    guard let history = try store.history(of: id) else { throw StoreFailure.noSuchEscalation(id) }
    return history
  }
}

extension Decision {
  fileprivate func preview(_ grade: String, on scale: Scale) throws -> [DeadlineMove] {
    switch scale {
    case .severity: try preview(severity: grade)
    case .level: try preview(level: grade)
    case .stage: try preview(stage: grade)
    }
  }
}
