import Testing

@testable import EscalationDomain

@Suite("Who may enter which stage, and what it moves")
struct StageEntryTests {
  /// Stage 1 lasts 14 days, stage 2 lasts 21; stage 3 at once from USD 50,000 on.
  static func log(_ segment: String?, _ arr: Money?, stage: String = "1", rules: [ClockRule]? = nil) -> Log {
    var length = rule(.by(.stage, ["1": "14d", "2": "21d"]), "length", starts: [.stageEntered], stops: [])
    (length.advances, length.elapses) = (true, true)
    let check = rule(
      .by(.stage, ["2": "7d", "3": "2d"]), "check-in", starts: [.stageEntered], stops: [.internalCheck], repeats: true)
    return WorkTests.log(rules ?? [length, check], stage: stage) { playbook in
      playbook.stages = (1...3).map { Grade(id: "\($0)", name: "Stage \($0)", band: 4 - $0) }
      playbook.health = HealthPolicy(enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"))
    }
    .then("03-02 09:00", .accountChanged(AccountFacts(name: "Acme", segment: segment, arr: arr)))
  }

  static func usd(_ units: Int64) -> Money { Money(minorUnits: units * 100, currency: "USD") }
  static let refused = Refusal.notForThisAccount(value: usd(50_000))
  static let improved = Fact.scored(HealthScore(date: LocalDate(daysSinceEpoch: 20_522), composite: 60))

  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var stage = "3"
    var reason: String? = "They may leave"
    var at: Instant = "03-03 09:00"
    var refusal: Refusal?
  }

  @Test(arguments: [
    Row(description: "a large enterprise account, at once", log: log("Enterprise", usd(50_000))),
    Row(
      description: "a reason is due all the same", log: log("enterprise", usd(90_000)), reason: " ",
      refusal: .reasonRequired),
    Row(
      description: "a cent below the value", log: log("Enterprise", Money(minorUnits: 4_999_999, currency: "USD")),
      refusal: refused),
    Row(description: "another segment", log: log("SMB", usd(90_000)), refusal: refused),
    Row(description: "no segment", log: log(nil, usd(90_000)), refusal: refused),
    Row(description: "no value", log: log("Enterprise", nil), refusal: refused),
    Row(
      description: "a currency that is not compared",
      log: log("Enterprise", Money(minorUnits: 9_000_000, currency: "EUR")), refusal: refused),
    Row(description: "one up is any account's", log: log("SMB", nil), stage: "2"),
    Row(
      description: "one up to the last before its review is at once", log: log("SMB", nil, stage: "2"), refusal: refused
    ),
    Row(
      description: "one up to the last after its review, which found improvement",
      log: log("SMB", nil, stage: "2").then("03-10 08:00", improved), at: "03-24 09:00"),
    Row(
      description: "the review of an earlier stage is not this one's",
      log: log("SMB", nil).then("03-10 08:00", improved).then("03-17 09:00", .stageEntered("2")), at: "03-18 09:00",
      refusal: refused),
    Row(
      description: "where no clock moves stages on, one up is a person's", log: log("SMB", nil, stage: "2", rules: [])),
    Row(description: "past a stage it is at once even so", log: log("SMB", nil, rules: []), refusal: refused),
    Row(description: "down", log: log("SMB", nil, stage: "3"), stage: "1"),
  ])
  func entering(row: Row) throws {
    let enter = Command.enterStage(row.stage, reason: row.reason)
    guard let refusal = row.refusal else {
      #expect(try row.log.doing(enter, row.at).record(row.at).stage == row.stage)
      return
    }
    #expect(throws: refusal) { try row.log.doing(enter, row.at) }
  }

  @Test func `opening in the last stage is at once too`() throws {
    let policy = Self.log("Enterprise", nil).policies.current
    func open(_ account: AccountFacts, _ stage: String, _ why: String?) throws -> Draft {
      try Decision.open(
        Opening(title: "t", account: account, playbook: "desk", edition: 1, stage: stage), policy: policy,
        act: Act(actor: "ann", now: "03-02 09:00"), why: why)
    }
    let large = AccountFacts(name: "Acme", segment: "Enterprise", arr: Self.usd(50_000))
    for why in [nil, "high risk"] {
      #expect(throws: Self.refused) { try open(AccountFacts(name: "Acme"), "3", why) }
      #expect(throws: Never.self) { try open(AccountFacts(name: "Acme"), "2", why) }
    }
    for why in [nil, " "] { #expect(throws: Refusal.reasonRequired) { try open(large, "3", why) } }
    let draft = try open(large, "3", "high risk")
    #expect(draft.why == "high risk")
    #expect(draft.actor == "ann")
  }

  @Test func `a preview shows each deadline before and after, and refuses what the change would`() throws {
    let log = Self.log("SMB", nil)
    let decision = Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-03 09:00"))
    let moves = try decision.preview(stage: "2").map {
      "\($0.rule) \($0.before.deadline?.short ?? "-") \($0.after.deadline?.short ?? "-")"
    }
    #expect(moves == ["length 03-16 09:00 03-24 09:00", "check-in - 03-10 09:00"])
    #expect(throws: Self.refused) { try decision.preview(stage: "3") }
    #expect(throws: Refusal.unknownLevel("L9", known: ["L1", "L2"])) { try decision.preview(level: "L9") }
  }
}
