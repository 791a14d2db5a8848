import EscalationDomain

@testable import Console

extension Fixture {
  /// The store of openings with a register of risks: one that needs a look, one that became an escalation, one closed.
  static func registerStore() throws -> FakeStore {
    let store = try openingStore()
    func risk(
      _ title: String, _ account: String, _ likelihood: Int, _ impact: Int, _ when: String, _ change: RiskChange
    )
      throws
    {
      let entry = RiskEntry(
        title: title, account: account, likelihood: likelihood, impactScore: impact,
        identifiedOn: berlin.local(at(when)).date, identifiedBy: "Dana Ruiz")
      _ = try store.register(change.applied(to: entry), zone: berlin, act: Act(actor: "Dana Ruiz", now: at(when)))
    }
    var champion = RiskChange()
    champion.signal = .set("sponsor-left")
    champion.category = .set("people")
    champion.owner = .set("Bo Chen")
    champion.cause = .set("A new CIO wants one vendor for everything")
    champion.response = .set(.reduce)
    champion.residual = .set(8)
    champion.nextReview = .set(LocalDate(iso: "2026-02-20"))
    champion.arrExposed = .set(Money(minorUnits: 83_000_000, currency: "USD"))
    try risk("The champion may leave", "Contoso Bank", 4, 4, "2026-02-10T09:00:00Z", champion)
    try risk("更新の予算がまだ承認されていない", "株式会社サンプル商事", 3, 5, "2026-02-11T09:00:00Z", RiskChange())
    try risk("Seats are bought and not used", "Fabrikam", 2, 2, "2026-02-12T09:00:00Z", RiskChange())
    _ = try store.promote(
      RiskID("R-2"),
      Promotion(
        neededBy: at("2026-03-06T09:00:00Z"), account: AccountFacts(name: "株式会社サンプル商事"), playbook: "risk",
        severity: "S2"), as: EscalationID("W-6"), act: Act(actor: "Bo Chen", now: at("2026-03-01T09:00:00Z")))
    _ = try store.perform(
      .close(reason: "They renewed"), on: RiskID("R-3"), zone: berlin,
      act: Act(actor: "Dana Ruiz", now: at("2026-02-25T09:00:00Z")))
    return store
  }

  /// Escalations and risks of texts that break screens.
  static func hardRegister() throws -> FakeStore {
    let store = try hardTexts()
    for text in HardText.all {
      var entry = RiskEntry(
        title: text.title, account: text.account, likelihood: 5, impactScore: 5,
        identifiedOn: LocalDate(daysSinceEpoch: 20_500), identifiedBy: text.person)
      (entry.category, entry.description, entry.cause) = (text.words, text.words, text.words)
      (entry.impact, entry.contingency, entry.owner) = (text.words, text.words, text.person)
      entry.arrExposed = Money(minorUnits: .max, currency: "USD")
      let risk = try store.register(entry, zone: berlin, act: Act(actor: text.person, now: at("2026-03-02T09:00:00Z")))
      _ = try store.perform(
        .review(next: nil, note: text.words), on: risk.id, zone: berlin,
        act: Act(actor: text.person, now: at("2026-03-02T10:00:00Z")))
    }
    return store
  }

  /// Many rows, of which a page holds the first.
  static func longRegister(_ count: Int) -> RegisterPage {
    let rows = manyRows(min(count, RegisterState.most)).rows.map { RegisterRow.escalation($0, ended: now) }
    var counts = RegisterCounts()
    counts.endedEscalations = count
    return RegisterPage(rows: rows, matching: count, counts: counts, asOf: now)
  }
}
