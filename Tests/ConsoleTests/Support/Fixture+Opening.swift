import EscalationDomain

@testable import Console

extension Fixture {
  /// Playbooks with signals that suggest, a ladder whose last stage is somebody's assessment, and internal paths.
  static let openingPolicies: PolicyBook = {
    var policy = policies.current
    policy.playbooks["hard"] = nil
    policy.playbooks["crowd"] = nil
    policy.playbooks["hard-crowd"] = nil
    policy.playbooks["care"] = nil
    policy.playbooks["risk"]?.value.signals = [
      Signal(
        id: "renewal-near", family: "commercial", label: "The renewal is 30 days away or nearer", suggests: "S0",
        from: target("renewal-30d")),
      Signal(id: "sponsor-left", family: "people", label: "The sponsor left", suggests: "S1"),
      Signal(
        id: "disputed", family: "commercial", label: "A payment is disputed", suggests: "S2",
        above: Money(minorUnits: 1_000_000, currency: "USD"), detection: .reactive),
    ]
    policy.playbooks["risk"]?.value.paths = [
      InternalPath(id: "late", label: "The first response is late", clock: "first-response", to: ["Care manager"]),
      InternalPath(id: "churn", label: "They speak of leaving", to: ["Head of care", "Executive sponsor"]),
    ]
    policy.playbooks["protocol"]?.value.signals = [
      Signal(id: "outage", family: "technical", label: "Nobody can log in", suggests: "P1", detection: .reactive)
    ]
    var health = Playbook(id: "health", name: "Health intervention")
    health.stages = [
      Grade(id: "1", name: "CSM", band: 3, meaning: "The CSM finds the cause."),
      Grade(id: "2", name: "Manager", band: 2, meaning: "The manager owns it too."),
      Grade(id: "3", name: "VP", band: 1, meaning: "The VP is active."),
    ]
    health.clocks = [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged], target: .all(target("1d")),
        onResolve: .stop),
      ClockRule(id: "cause", label: "Hypothesis", stops: [.hypothesisStated], target: .all(target("48h"))),
    ]
    health.health = HealthPolicy(enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"))
    policy.playbooks["health"] = Versioned(version: 1, value: health)
    return PolicyBook(policy)
  }()

  /// Two that are open, three that have ended, and what the team assigned.
  static func openingStore() throws -> FakeStore {
    let store = FakeStore(openingPolicies)
    func open(
      _ id: String, _ account: AccountFacts, _ title: String, _ opened: String, _ playbook: String = "risk",
      severity: String? = "S2"
    ) throws {
      let opening = Opening(
        title: title, account: account, playbook: playbook, edition: 1, severity: severity, owner: "Ann Lee")
      _ = try store.open(opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: at(opened)))
    }
    func act(_ id: String, _ command: Command, _ when: String) throws {
      _ = try store.perform(command, on: EscalationID(id), act: Act(actor: "Bo Chen", now: at(when)))
    }
    let bank = AccountFacts(
      name: "Contoso Bank", segment: "Enterprise", arr: Money(minorUnits: 83_000_000, currency: "USD"),
      renewal: LocalDate(iso: "2026-03-20"))
    try open(
      "W-1", AccountFacts(name: "Northwind Trading", segment: "Enterprise"), "Checkout down", "2026-03-03T08:20:00Z",
      severity: "S0")
    try open("W-2", bank, "Reports come late", "2026-03-02T09:00:00Z")
    try open("W-3", AccountFacts(name: "Fabrikam", segment: "SMB"), "Export is empty", "2026-02-10T09:00:00Z")
    try act("W-3", .resolve(Resolution(summary: "a new release")), "2026-02-12T09:00:00Z")
    try open("W-4", AccountFacts(name: "Tailspin Toys"), "Seats were counted twice", "2026-02-11T09:00:00Z")
    try act("W-4", .cancel(reason: "a question, no escalation"), "2026-02-11T12:00:00Z")
    try open(
      "W-5", AccountFacts(name: "株式会社サンプル商事", segment: "Enterprise"), "請求書の集計が合わない", "2026-02-20T09:00:00Z",
      "protocol", severity: "P2")
    try act("W-5", .resolve(Resolution()), "2026-02-21T09:00:00Z")
    try act("W-5", .close(Closing(outcome: .recovered), reason: nil), "2026-02-22T09:00:00Z")
    let before = Act(actor: "Dana Ruiz", now: at("2026-02-01T09:00:00Z"))
    _ = try store.write(.assigned(.segment("SMB")), of: "protocol", why: nil, act: before)
    _ = try store.write(.assigned(.account("Contoso Bank")), of: "risk", why: nil, act: before)
    return store
  }
}
