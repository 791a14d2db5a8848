/// What a playbook with stages asks of the room when it looks at one: the questions of its check-ins that the stage asks,
/// and what was answered since the last look.
///
/// Source: PLAYBOOKS `health`, stage 2.
public struct StageReview: Hashable, Sendable {
  public struct Question: Hashable, Sendable, Identifiable {
    public var list: Checklist
    public var item: ChecklistItem
    /// In the present round; the answer's words are the stamp's reason.
    public var answer: ChecklistState.Item.Answer

    public var id: String { item.id }
    public var isOpen: Bool { ChecklistState.Item(item: item, need: .yes, answer: answer).isOpen }
  }

  public var stage: String
  /// What asks for a look to come: the end of the stage's time and its check-ins, the first due first.
  public var clocks: [ClockCycle]
  /// A stage's time that ran out, and nobody has looked since: the clock goes on, the look is still to be held.
  public var passed: ClockCycle?
  /// In the playbook's order; none where the stage asks none.
  public var questions: [Question]

  /// When the room has to look at it next, or had to.
  public var due: Instant? { passed?.deadline ?? clocks.first?.deadline }

  /// Whether a session that looks ahead to `until` has to hold it.
  public func isDue(by until: Instant) -> Bool { due.map { $0 <= until } ?? false }
}

extension Escalation {
  /// Nil for one that is over, or has no stage, or whose playbook asks no look at it. O(clocks + items × decisions).
  ///
  /// - Parameter zone: the account's.
  public func stageReview(of playbook: Playbook, zone: Zone, now: Instant) -> StageReview? {
    guard status.isOpen, let stage else { return nil }
    func rules(_ purposes: [ClockPurpose]) -> Set<String> {
      Set(playbook.clocks.filter { purposes.contains(ClockPurpose($0)) }.map(\.id))
    }
    let (lengths, looks) = (rules([.stageLength]), rules([.stageLength, .internalCadence]))
    let looked = work.round.checks.since
    let passed = clocks.last { clock in
      // One that was left before its time was looked at by whoever left it.
      lengths.contains(clock.rule) && clock.ended.map { $0 > looked && $0 == clock.deadline } ?? false
    }
    let asked = clocks.filter { $0.isOpen && $0.deadline != nil && looks.contains($0.rule) }
      .sorted { ($0.deadline ?? .max, $0.rule) < ($1.deadline ?? .max, $1.rule) }
    let questions = checklists(of: playbook, zone: zone, now: now).filter { $0.checklist.when == .eachCheck }
      .flatMap { list in
        list.items.map { StageReview.Question(list: list.checklist, item: $0.item, answer: $0.answer) }
      }
    guard !asked.isEmpty || !questions.isEmpty || passed != nil else { return nil }
    return StageReview(stage: stage, clocks: asked, passed: passed, questions: questions)
  }
}

extension StageReview {
  /// What answering brings about: each answer is written down, and once no question is left open the look is.
  ///
  /// - Parameters:
  ///   - answers: by the questions' ids. A question may be answered again.
  ///   - note: what else the look found; a note of its own where the look is not over.
  /// - Throws: a ``Refusal`` where one answers what is not asked, or says nothing.
  public func commands(answering answers: [(question: String, text: String)], note: String?) throws -> [Command] {
    let commands = try answers.map { answer -> Command in
      guard let question = questions.first(where: { $0.id.lowercased() == answer.question.lowercased() }) else {
        throw Refusal.unknownItem(answer.question, known: questions.map(\.id))
      }
      guard let text = answer.text.nonEmpty else { throw Refusal.textRequired("an answer to “\(question.item.label)”") }
      return .decideItem(
        ItemDecision(checklist: question.list.id, item: question.id, choice: .done), reason: text)
    }
    let answered = Set(answers.map { $0.question.lowercased() })
    let isWhole = questions.allSatisfy { !$0.isOpen || answered.contains($0.id.lowercased()) }
    if isWhole { return commands + [.check(note: note)] }
    guard !commands.isEmpty else {
      throw Refusal.textRequired("an answer to “\(questions.first(where: \.isOpen)?.item.label ?? "")”")
    }
    return commands + (note?.nonEmpty.map { [.note(text: $0)] } ?? [])
  }
}
