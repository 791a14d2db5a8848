import EscalationDomain

@testable import Console

extension Fixture {
  /// A playbook each of whose words breaks screens.
  static let hardBook: Playbook = {
    var book = care
    (book.id, book.name) = ("hard", HardText.all[0].title)
    let texts = HardText.all
    book.process = texts.map {
      ProcessStep(id: $0.id, label: $0.title, accountable: $0.person, responsible: [$0.words], informed: [$0.account])
    }
    book.checklists = texts.map { text in
      Checklist(
        id: text.id, label: text.account, when: .daily,
        items: [ChecklistItem(id: "1", label: text.title), ChecklistItem(id: "2", label: text.words)])
    }
    book.notify = [
      NotifyRule(grade: "A", scale: .severity, stakeholders: texts.map(\.person), channels: texts.map(\.account))
    ]
    book.paths = texts.map { InternalPath(id: $0.id, label: $0.title, to: [$0.person, $0.words]) }
    book.hypotheses = texts.map { Hypothesis(id: $0.id, label: $0.title, action: $0.words) }
    book.gates += texts.map { Gate(id: $0.id, label: $0.title, needs: .rootCause, overriddenBy: [$0.person]) }
    book.guidance = texts.map { text in
      GuidanceCard(
        id: text.id, title: text.title, approach: [text.words], dos: [text.account], donts: [text.person, text.words])
    }
    book.room = RoomPlan(roles: texts.map(\.person))
    book.levels = texts.map { Grade(id: $0.id, name: $0.person, band: 2, meaning: $0.words) }
    return book
  }()

  /// One escalation under it, with those words wherever a person may put them.
  static func hardWork() throws -> FakeStore {
    let store = FakeStore(policies)
    let id = EscalationID("H-1")
    let first = HardText.all[0]
    let opening = Opening(
      title: first.title, account: AccountFacts(name: first.account), playbook: "hard", edition: 1, severity: "A",
      owner: first.person)
    _ = try store.open(opening, id: id, act: Act(actor: first.person, now: at("2026-03-02T09:00:00Z")))
    for text in HardText.all {
      func act(_ command: Command) throws {
        _ = try store.perform(command, on: id, act: Act(actor: text.person, now: at("2026-03-02T10:00:00Z")))
      }
      try act(.addTask(title: text.title, owner: text.person, due: at("2026-03-04T08:00:00Z"), origin: nil))
      try act(.addTask(title: text.words, owner: text.person, due: nil, origin: nil))
      try act(.mark(text.id))
      try act(.notify(Notification(who: [text.person], channel: text.account, note: text.words)))
      try act(.raisePath(text.id, note: text.words))
      try act(.overrideGate(GateOverride(gate: text.id, authority: text.person), reason: text.words))
      try act(.giveRole(text.person, to: text.words))
      try act(
        .score(
          HealthScore(
            date: LocalDate(daysSinceEpoch: 20_510), composite: 40,
            dimensions: [.init(text.words, 3), .init(text.id, 9)]
          )))
      try act(
        .stateHypothesis(
          HypothesisStatement(
            hypothesis: text.id, cause: text.words, intervention: text.title, owner: text.person,
            deadline: at("2026-03-09T08:00:00Z"), success: text.words)))
    }
    return store
  }
}
