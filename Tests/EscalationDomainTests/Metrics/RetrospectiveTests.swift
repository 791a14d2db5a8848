import Testing

@testable import EscalationDomain

@Suite("What a quarter's closed records teach")
struct RetrospectiveTests {
  static let menu = [
    Hypothesis(id: "champion", label: "Champion departure", action: "Map the stakeholders"),
    Hypothesis(id: "usage", label: "Usage decline", action: "Diagnostic call"),
  ]

  static func log(
    _ opened: Instant = "03-02 09:00", renewal: String? = nil, stage: String? = "stage-1", arr: Money? = nil
  ) -> Log {
    var playbook = Desk.playbook([])
    playbook.hypotheses = menu
    return Log(policies: PolicyBook(Desk.policy(playbook)), opened: opened) {
      $0.stage = stage
      $0.account.arr = arr
      $0.account.renewal = renewal.flatMap { LocalDate(iso: $0) }
    }
  }

  static func look(_ logs: [Log], _ quarter: String = "2026Q1", zone: Zone = .utc, now: Instant = "12-01 00:00") throws
    -> Retrospective
  {
    var look = Retrospective(try #require(Quarter(parsing: quarter)), zone: zone)
    for log in logs {
      look.add(try log.record(now), playbook: log.policies.current.playbooks["desk"]?.value)
    }
    return look
  }

  private func stated(_ hypothesis: String?, _ intervention: String? = nil) -> Fact {
    .hypothesisStated(HypothesisStatement(hypothesis: hypothesis, cause: "c", intervention: intervention))
  }

  @Test func `counted is what was closed in the quarter, in the reader's zone, and still is`() throws {
    let logs = [
      Self.log().then("03-31 23:59:59", .closed(.recovered)), Self.log().then("04-01 00:00", .closed(.recovered)),
      Self.log().then("03-10 00:00", .resolve), Self.log(),
      Self.log().then("03-10 00:00", .closed(.churned)).then("04-10 00:00", .reopen),
      // Closed again later: its story ended then.
      Self.log().then("03-10 00:00", .closed(.churned)).then("04-10 00:00", .reopen)
        .then("04-11 00:00", .closed(.recovered)),
    ]
    #expect(try Self.look(logs).outcomes == [.recovered: 1])
    #expect(try Self.look(logs, "2026Q2").outcomes == [.recovered: 2])
    #expect(try Self.look(logs, zone: Zone("America/New_York")).outcomes == [.recovered: 2])
    #expect(try Self.look(logs, now: "03-20 00:00").outcomes == [.churned: 2])
  }

  @Test func `a category is the menu's hypothesis held last, else the root cause as written`() throws {
    let logs = [
      Self.log().then("03-03 09:00", stated("usage")).then("03-04 09:00", stated("champion"))
        .then("03-05 09:00", .resolved("They left")).then("03-05 10:00", .closed(.churned)),
      Self.log().then("03-03 09:00", stated("champion")).then("03-05 10:00", .closed(.recovered)),
      Self.log().then("03-03 09:00", stated(nil)).then("03-05 09:00", .resolved("a  Race"))
        .then("03-05 10:00", .closed(.recovered)),
      Self.log().then("03-05 09:00", .resolved("a race")).then("03-05 10:00", .closed(nil)),
      Self.log().then("03-05 10:00", .closed(.retainedWithLoss)),
      Self.log().then("03-05 10:00", .closed(.duplicate)),
    ]
    let look = try Self.look(logs)
    #expect(
      look.rankedCauses.map { "\($0.name) \($0.count.recovered)/\($0.count.lost)/\($0.count.unknown)" }
        == ["Champion departure 1/1/0", "a  Race 1/0/1"])
    #expect(look.commonestCauses == ["Champion departure", "a  Race"])
    #expect(look.withoutCause.total == 1 && look.counted.total == 5 && look.left == 1)
  }

  @Test func `a root cause written down after the quarter counts`() throws {
    let log = Self.log().then("03-05 10:00", .closed(.recovered))
      .then("04-08 10:00", .resolutionAmended(Resolution(rootCause: "a lock", prevention: ["a test"])))
    let look = try Self.look([log])
    #expect(look.commonestCauses == ["a lock"] && look.rankedPreventions.map(\.name) == ["a test"])
  }

  static let leads: [(String?, Retrospective.LeadTime?)] = [
    ("2026-07-01", .over120), ("2026-06-30", .from90), ("2026-05-31", .from90), ("2026-05-30", .from60),
    ("2026-05-01", .from60), ("2026-04-30", .from30), ("2026-04-01", .from30), ("2026-03-31", .under30),
    ("2026-03-02", .under30), ("2026-03-01", .afterwards), (nil, nil),
  ]

  @Test(arguments: leads)
  func `days before the renewal, as it stood at the opening`(renewal: String?, lead: Retrospective.LeadTime?) throws {
    var account = AccountFacts(name: "Acme")
    account.renewal = LocalDate(iso: "2027-01-01")
    // The contract was renewed, and the stage went on: the opening's count.
    let log = Self.log(renewal: renewal).then("03-03 09:00", .accountChanged(account))
      .then("03-03 10:00", .stageEntered("stage-2")).then("03-05 09:00", .closed(.recovered))
    let look = try Self.look([log])
    #expect(look.byLeadTime.keys.first == lead && look.withoutRenewal.total == (lead == nil ? 1 : 0))
    #expect(look.byEntry.entries.map(\.name) == ["stage-1"])
  }

  @Test func `earlier entry is compared only where both have an end that is known`() throws {
    func closed(_ renewal: String, _ outcome: Closing.Outcome?) -> Log {
      Self.log(renewal: renewal).then("03-05 09:00", .closed(outcome))
    }
    let early = "2026-07-30"
    let late = "2026-04-01"
    #expect(try Self.look([closed(early, .recovered), closed(late, nil)]).earlyRecovered == .unknown)
    #expect(try Self.look([closed(early, .recovered), closed(late, .churned)]).earlyRecovered == .more)
    #expect(try Self.look([closed(early, .churned), closed(late, .recovered)]).earlyRecovered == .less)
    #expect(try Self.look([closed(early, .churned), closed(late, .churned)]).earlyRecovered == .same)
  }

  @Test func `the last intervention stated is held against the end`() throws {
    let logs = [
      Self.log().then("03-03 09:00", stated("champion", "Call the CEO")).then("03-04 09:00", stated("usage"))
        .then("03-05 09:00", .closed(.recovered)),
      Self.log().then("03-03 09:00", stated("champion", "call the  ceo")).then("03-04 09:00", stated(nil))
        .then("03-05 09:00", .closed(.churned)),
      Self.log().then("03-03 09:00", stated(nil, "Diagnostic call")).then("03-05 09:00", .closed(.recovered)),
      Self.log().then("03-05 09:00", .closed(.churned)),
    ]
    let look = try Self.look(logs)
    #expect(
      look.rankedInterventions.map { "\($0.name) \($0.count.recovered)/\($0.count.lost)" }
        == ["Diagnostic call 2/0", "call the  ceo 0/1"])
    #expect(look.withoutIntervention.lost == 1)
  }

  @Test func `preventions by records, each once a record, with the churned ARR of each currency`() throws {
    let usd = Money(minorUnits: 5_000_00, currency: "USD")
    let idr = Money(minorUnits: 10_000_000_00, currency: "IDR")
    func lost(_ arr: Money?, _ items: [String]) -> Log {
      Self.log(arr: arr).then("03-05 09:00", .resolved(Resolution(prevention: items)))
        .then("03-05 10:00", .closed(.churned))
    }
    let logs = [
      lost(usd, ["A test", "a  TEST", "A lock"]), lost(idr, ["A test"]), lost(nil, []),
      Self.log(arr: usd).then("03-05 09:00", .resolved("c", "A lock", "a talk")).then(
        "03-05 10:00", .closed(.recovered)),
    ]
    let look = try Self.look(logs)
    #expect(
      look.rankedPreventions.map { entry in
        "\(entry.name) \(entry.count.fate.total)/\(entry.count.fate.lost) "
          + entry.count.churned.totals.amounts.map(\.description).joined(separator: "+")
      } == ["A test 2/2 IDR 10,000,000+USD 5,000", "A lock 2/1 USD 5,000", "a talk 1/0 "])
    #expect(look.withoutPrevention.lost == 1)
    #expect(look.churned.totals.amounts.map(\.description) == ["IDR 10,000,000", "USD 5,000"])
    #expect(look.churned.unknown == 1)
  }

  @Test func `gates passed over are listed with who, as what and why`() throws {
    var log = Self.log().then("03-05 08:00", .gateOverridden(GateOverride(gate: "cause", authority: "VP CS")))
    log.events[1].why = "The customer left"
    let look = try Self.look([log.then("03-05 09:00", .closed(.churned))])
    #expect(
      look.overrides == [
        .init(
          id: "W-1", gate: "cause", authority: "VP CS",
          stamp: .init(at: "03-05 08:00", by: "ann", why: "The customer left"))
      ])
  }
}
