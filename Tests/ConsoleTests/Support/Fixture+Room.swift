import EscalationDomain

@testable import Console

extension Fixture {
  /// The usual policies, but that `care` also looks at its stage each working day, with three questions.
  static let roomPolicies: PolicyBook = {
    var book = care
    book.clocks.append(
      ClockRule(
        id: "check-in", label: "Check-in", starts: [.opened, .internalCheck], stops: [.internalCheck],
        target: .all(target("1bd")), repeats: true, onResolve: .cancel))
    book.checklists.append(
      Checklist(
        id: "stage", label: "Stage review", when: .eachCheck,
        items: [
          ChecklistItem(id: "better", label: "Does it get better?"),
          ChecklistItem(id: "cause", label: "Does the cause still hold?"),
          ChecklistItem(id: "stay", label: "Does it stay in this stage?"),
        ]))
    var policy = policies.current
    policy.playbooks["care"] = Versioned(version: 2, value: book)
    return PolicyBook(policy)
  }()

  static let lastRoom = RoomID(date: LocalDate(daysSinceEpoch: 20_514))

  /// Five open escalations and one that ended since yesterday's session, which talked about one of them.
  static func roomStore() throws -> FakeStore {
    let store = FakeStore(roomPolicies)
    func open(
      _ id: String, _ playbook: String, _ severity: String, _ account: AccountFacts, _ title: String, _ when: String,
      owner: String? = "Ann Lee"
    ) throws {
      let isCare = playbook == "care"
      let opening = Opening(
        title: title, account: account, playbook: playbook, edition: 1, severity: severity,
        level: isCare ? "L1" : nil, stage: isCare ? "first" : nil, owner: owner,
        contacts: [Contact(name: "Maria Vogel", role: "sponsor", email: "maria@northwind.example")])
      _ = try store.open(opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: at("2026-03-\(when):00Z")))
    }
    func act(_ id: String, _ command: Command, _ when: String, by actor: String = "Bo Chen") throws {
      _ = try store.perform(command, on: EscalationID(id), act: Act(actor: actor, now: at("2026-03-\(when):00Z")))
    }
    func hold(_ facts: [RoomFact], _ when: String) throws {
      let act = Act(actor: "Dana Ruiz", now: at("2026-03-\(when):00Z"))
      _ = try store.write(facts, in: lastRoom, why: nil, act: act)
    }
    let northwind = AccountFacts(
      name: "Northwind Trading", segment: "Enterprise", arr: try? Money(parsing: "EUR 410,000"),
      renewal: LocalDate(iso: "2026-06-20"))
    try open("W-1", "care", "A", northwind, "Nobody answers since the sponsor left", "01T09:00")
    try open(
      "W-2", "risk", "S1", AccountFacts(name: "北浜製作所", arr: try? Money(parsing: "JPY 90,000,000")),
      "Checkout down in two regions, and the workaround needs a person at every till 🚨", "02T07:30", owner: nil)
    try open("W-4", "risk", "S3", AccountFacts(name: "Fabrikam"), "Use declines slowly", "01T10:00")
    try act("W-4", .acknowledge(note: nil), "01T11:00")
    try hold(
      [
        .started(
          RoomStart(
            agenda: [EscalationID("W-1")], since: at("2026-03-01T08:00:00Z"), until: at("2026-03-03T08:00:00Z"),
            timebox: RoomTimebox(each: 5, all: 25), zone: berlin)), .driven(console: "pts/7"),
        .entered(EscalationID("W-1")),
      ], "02T08:00")
    try act("W-1", .takeDecision(text: "We ask their board for a name"), "02T08:04", by: "Dana Ruiz")
    try hold([.ended()], "02T08:20")
    try act(
      "W-1",
      .addTask(title: "Ask the partner for a name", owner: "Dana Ruiz", due: at("2026-03-03T11:00:00Z"), origin: nil),
      "02T10:00")
    try open(
      "W-3", "risk", "S2",
      AccountFacts(name: "Contoso Bank \u{1B}[31m\u{202E}live", arr: try? Money(parsing: "USD 1,200,000")),
      "A statement run is late \u{7}", "02T12:00")
    try act(
      "W-3",
      .plan(.add(MilestonePlan(title: "Run it twice by hand", owner: "Bo Chen", due: at("2026-03-03T09:00:00Z")))),
      "02T13:00")
    try act("W-3", .acknowledge(note: nil), "02T14:00")
    try open(
      "W-5", "risk", "S1", AccountFacts(name: "Fabrikam"), "Renewal talks stopped", "03T10:00", owner: "Dana Ruiz")
    try act("W-5", .acknowledge(note: nil), "03T10:30")
    try act(
      "W-5", .raiseBlocker(title: "No access to the contract", owner: "Legal", neededBy: at("2026-03-03T15:00:00Z")),
      "03T11:00")
    try open("W-6", "risk", "S2", AccountFacts(name: "Tailspin Toys"), "Login fails", "02T09:00")
    try act("W-6", .resolve(Resolution(summary: "a certificate")), "03T09:30")
    return store
  }
}
