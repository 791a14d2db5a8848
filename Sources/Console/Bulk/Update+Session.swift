import EscalationDomain

/// Going back and forth through what this console did.
extension Model {
  /// Asks about the newest act, or about one that was taken back.
  mutating func askInSession(_ direction: SessionQuestion.Direction) -> [Effect] {
    guard let act = direction == .back ? session.done.last : session.undone.last else { return [] }
    return ask(direction, act)
  }

  /// Asks about the act before the one that is asked about.
  mutating func askEarlier() -> [Effect] {
    guard case .confirmation(.session(let question)) = overlay, let act = session.before(question) else { return [] }
    return ask(question.direction, act)
  }

  private mutating func ask(_ direction: SessionQuestion.Direction, _ act: SessionAct) -> [Effect] {
    let question = SessionQuestion(direction, act)
    overlay = .confirmation(.session(question))
    if act.obstacle != nil { return [] }
    if act.mark != nil {
      return [.reverseInRegister(RegisterReversal(direction: direction, act: act, step: .look))]
    }
    return [.previewBulk(BulkAct(purpose: .session(direction, act), steps: question.steps))]
  }

  mutating func answerInSession(_ question: SessionQuestion) -> [Effect] {
    if question.act.mark != nil {
      guard case .possible = question.look else { return [] }
      var waiting = question
      waiting.look = nil
      overlay = .confirmation(.session(waiting))
      return [
        .reverseInRegister(RegisterReversal(direction: question.direction, act: question.act, step: .perform))
      ]
    }
    guard let preview = question.preview else { return [] }
    // Until the answer is there the question stays: it may have to be asked anew.
    var waiting = question
    waiting.preview = nil
    overlay = .confirmation(.session(waiting))
    return [
      .performBulk(BulkAct(purpose: .session(question.direction, question.act), steps: question.steps), preview)
    ]
  }

  /// Remembers what an act wrote, or that it took something back.
  mutating func remember(_ performed: Performed) {
    let id = performed.record.id
    let events = performed.events.filter { $0.source == .act }
    guard let last = events.last else { return }
    let taken = events.compactMap { event -> Int64? in
      if case .undone(let target) = event.fact { return target }
      return nil
    }
    guard !taken.isEmpty else {
      session.did(
        SessionAct(
          name: name(of: performed), at: now, parts: [SessionAct.Part(id: id, event: last.sequence)],
          remark: events.contains { $0.fact.kind == "message-sent" } ? SessionAct.ofMessage : nil))
      return
    }
    // The key that takes back one record's newest act may have hit one of ours.
    let known = session
    guard let act = taken.compactMap({ known.act(of: $0, on: id) }).first else { return }
    session.tookBack(act, [id: last.sequence])
  }

  /// Remembers what was written into a register.
  mutating func remember(_ name: String, _ mark: RegisterMark) {
    session.did(SessionAct(name: name, at: now, parts: [], mark: mark))
  }

  /// Remembers what cannot be taken back, and why.
  mutating func remember(_ name: String, obstacle: String) {
    session.did(SessionAct(name: name, at: now, parts: [], obstacle: obstacle))
  }

  /// What to say of what was just done; what an undo took back by its own words, where its record is at hand.
  func words(for performed: Performed) -> String {
    let done = performed.events.last { $0.source == .act }
    let playbook = playbook(of: performed.record)
    if case .undone(let target) = done?.fact,
      let taken = records[performed.record.id]?.history.events.first(where: { $0.sequence == target })
    {
      return "took back: \(taken.fact.sentence(zone: viewer.zone, playbook: playbook))"
    }
    if let several = performed.planSentence(zone: viewer.zone, playbook: playbook) { return several }
    return done.map { $0.fact.sentence(zone: viewer.zone, playbook: playbook) } ?? "done"
  }

  /// What an act was, as the timeline says it; of several events the first leads.
  func name(of performed: Performed) -> String {
    let first = performed.events.first { $0.source == .act }
    return first.map { $0.fact.sentence(zone: viewer.zone, playbook: playbook(of: performed.record)) } ?? "done"
  }
}
