import EscalationDomain

@testable import Console

extension Fixture {
  /// A playbook that asks for one of everything.
  static let care: Playbook = {
    var book = Playbook(id: "care", name: "Customer care")
    book.severities = [
      Grade(id: "A", name: "Alarm", band: 1, meaning: "The account may leave now."),
      Grade(id: "B", name: "Watch", band: 3, meaning: "A plan can hold it."),
    ]
    book.levels = [
      Grade(id: "L1", name: "Lead", band: 3, meaning: "The team's lead holds it."),
      Grade(id: "L2", name: "Head", band: 1, meaning: "The head of care holds it."),
    ]
    book.stages = [
      Grade(id: "first", name: "First", band: 3, meaning: "The owner works on the cause."),
      Grade(id: "second", name: "Second", band: 2, meaning: "The lead owns it too."),
    ]
    book.clocks = [
      ClockRule(
        id: "cause", label: "Hypothesis", stops: [.hypothesisStated], target: .all(target("48h")), onResolve: .cancel),
      ClockRule(id: "unresolved", label: "Resolution", stops: [.resolved], target: .all(target("24h"))),
      ClockRule(
        id: "hand-over", label: "Hand-over", starts: [.levelEntered], stops: [.done("hand-over")],
        target: .by(.level, ["L1": target("4h"), "L2": target("1h")]), onResolve: .cancel),
    ]
    book.process = [
      ProcessStep(
        id: "log", label: "Log it in the register", group: "triage", accountable: "CSM", responsible: ["CSM"],
        informed: ["AE"]),
      ProcessStep(
        id: "plan", label: "Agree on a plan with dates", group: "triage", accountable: "CSM", consulted: ["Solutions"]),
      ProcessStep(id: "hand-over", label: "Hand over with the whole story", accountable: "Lead"),
    ]
    book.checklists = [
      Checklist(
        id: "room", label: "Daily room", when: .daily,
        items: [
          ChecklistItem(id: "progress", label: "Progress since yesterday"),
          ChecklistItem(id: "call", label: "Call the sponsor", applies: .always(.ifNeeded)),
          ChecklistItem(id: "next", label: "Next slot and who runs it"),
        ]),
      Checklist(
        id: "end", label: "Closing", when: .closing,
        items: [ChecklistItem(id: "thanks", label: "Thank the customer", applies: .always(.ifNeeded))]),
    ]
    book.notify = [
      NotifyRule(
        grade: "A", scale: .severity, stakeholders: ["Sponsor", "Head of care"], channels: ["email", "call"]),
      NotifyRule(grade: "A", scale: .severity, stakeholders: ["Legal"], channels: []),
    ]
    book.signals = [Signal(id: "sponsor-left", family: "people", label: "The sponsor left")]
    book.paths = [
      InternalPath(id: "manager", label: "Unresolved after a day", clock: "unresolved", to: ["Care manager"]),
      InternalPath(id: "churn", label: "They speak of leaving", to: ["Head of care", "Executive sponsor"]),
    ]
    book.hypotheses = [
      Hypothesis(
        id: "usage", label: "Use declines", action: "Hold a diagnostic call", due: target("2bd"), dimension: "usage"),
      Hypothesis(
        id: "champion", label: "The champion left", action: "Find two other contacts", due: target("5bd"),
        dimension: "relationship"),
    ]
    book.gates = [
      Gate(id: "cause", label: "The root cause is known", needs: .rootCause),
      Gate(id: "again", label: "It will not happen again", needs: .prevention(atLeast: 1)),
      Gate(id: "agreed", label: "The customer agrees", needs: .customerConfirmed),
      Gate(id: "decided", label: "Everything is decided", needs: .checklistsDecided),
      Gate(id: "healthy", label: "Health stays up", needs: .healthStreak(days: 30), overriddenBy: ["Head of care"]),
      Gate(id: "shared", label: "The hand-over took place", needs: .step("hand-over"), applies: .always(.ifNeeded)),
    ]
    book.guidance = [
      GuidanceCard(
        id: "speed", title: "Be quick and plain", approach: ["Say what is known before it is whole."],
        dos: ["Name the time of the next word."], donts: ["Promise what others must keep."]),
      GuidanceCard(
        id: "new-sponsor", title: "A sponsor is gone",
        approach: ["Nobody owes us trust yet: earn it with one small result."],
        dos: ["Ask who decides now."], donts: ["Assume that the plan still holds."], fits: ["sponsor-left"]),
      GuidanceCard(id: "angry", title: "A very angry customer", dos: ["Let them speak."], fits: ["complaint"]),
    ]
    book.health = HealthPolicy()
    book.room = RoomPlan(roles: ["Commander", "Scribe"])
    book.outline = [
      OutlineItem(id: "cause", title: "Agree on the cause", kind: .corrective, due: target("2bd")),
      OutlineItem(id: "teach", title: "Train the new team", kind: .preventive, due: target("5bd"), after: ["cause"]),
      OutlineItem(id: "watch", title: "Watch the weekly users", kind: .detective, after: ["teach"]),
    ]
    return book
  }()

  /// C-1 in the midst of its work with two months of scores, C-2 whose gates are almost met.
  static func careStore() throws -> FakeStore {
    let store = FakeStore(policies)
    func open(_ id: String, _ severity: String, _ account: String, _ title: String, _ opened: String) throws {
      let facts = AccountFacts(name: account, segment: "Enterprise", renewal: LocalDate(iso: "2026-06-20"))
      let opening = Opening(
        title: title, account: facts, playbook: "care", edition: 1, severity: severity, level: "L1", stage: "first",
        owner: "Ann Lee", contacts: [Contact(name: "Maria Vogel", role: "sponsor", email: "maria@northwind.example")],
        signal: "sponsor-left")
      _ = try store.open(opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: at(opened)))
    }
    func act(_ id: String, _ command: Command, _ when: String) throws {
      _ = try store.perform(command, on: EscalationID(id), act: Act(actor: "Bo Chen", now: at(when)))
    }
    try open("C-1", "A", "Northwind Trading", "Nobody answers since the sponsor left", "2026-03-02T09:00:00Z")
    let start = LocalDate(daysSinceEpoch: 20_457)
    for day in 0..<58 where day % 11 != 7 {
      let composite = day < 30 ? 74 - day : 41 + (day * 5) % 7
      let score = HealthScore(
        date: start.adding(days: day), composite: composite,
        dimensions: [.init("usage", composite + 9), .init("relationship", composite - 14), .init("support", 70)])
      try act("C-1", .score(score), "2026-03-02T09:05:00Z")
    }
    try act("C-1", .mark("log"), "2026-03-02T09:20:00Z")
    try act(
      "C-1", .notify(Notification(who: ["Sponsor"], channel: "email", note: "short and plain")), "2026-03-02T09:30:00Z")
    try act(
      "C-1",
      .addTask(title: "Ask the partner for a name", owner: "Dana Ruiz", due: at("2026-03-03T11:00:00Z"), origin: nil),
      "2026-03-02T10:00:00Z")
    try act(
      "C-1", .addTask(title: "Draft the plan", owner: nil, due: at("2026-03-04T16:00:00Z"), origin: nil),
      "2026-03-02T10:05:00Z")
    try act("C-1", .addTask(title: "Book a room", owner: "Ann Lee", due: nil, origin: nil), "2026-03-02T10:10:00Z")
    try act("C-1", .finishTask("T3", note: "the blue one"), "2026-03-02T11:00:00Z")
    try act("C-1", .giveRole("Commander", to: "Dana Ruiz"), "2026-03-02T11:05:00Z")
    try act(
      "C-1", .decideItem(ItemDecision(checklist: "room", item: "progress", choice: .done), reason: nil),
      "2026-03-03T08:30:00Z")
    try act(
      "C-1", .decideItem(ItemDecision(checklist: "room", item: "call", choice: .notNeeded), reason: "she called us"),
      "2026-03-03T08:31:00Z")
    try open("C-2", "B", "Fabrikam", "Use declines slowly", "2026-03-03T08:00:00Z")
    try act(
      "C-2", .amendResolution(Resolution(rootCause: "no training", prevention: ["a course"])), "2026-03-03T09:00:00Z")
    try act(
      "C-2", .decideItem(ItemDecision(checklist: "end", item: "thanks", choice: .done), reason: nil),
      "2026-03-03T09:01:00Z")
    try act("C-2", .waiveGate("shared", reason: "one team all along"), "2026-03-03T09:02:00Z")
    try act(
      "C-2", .overrideGate(GateOverride(gate: "healthy", authority: "Head of care"), reason: "scores lag behind"),
      "2026-03-03T09:03:00Z")
    return store
  }
}
