import Foundation
import Testing

@testable import EscalationDomain

@Suite("An account as its register tells it")
struct AccountTests {
  private func account(_ facts: AccountFact...) -> Account {
    Account(
      name: "Acme",
      entries: facts.enumerated().map {
        RegisterEntry(sequence: Int64($0), occurred: "03-02 09:00", recorded: "03-02 09:00", actor: "ann", fact: $1)
      })
  }

  private func day(_ text: String) -> LocalDate { scores("\(text):0")[0].date }
  private let bo = ExecutiveContact(name: "Bo Lind", role: .economicBuyer)

  @Test func `a day's last score counts`() {
    let known = account(
      .scored(scores("03-01:40")[0]), .scored(scores("03-02:30")[0]), .scored(scores("03-01:60")[0]))
    #expect(known.scores.values.map(\.composite).sorted() == [30, 60])
  }

  @Test func `an executive is one whatever the case of the name, and keeps the last contact`() {
    var changed = bo
    (changed.name, changed.role) = ("bo lind", .sponsor)
    let known = account(
      .executiveAdded(bo), .executiveReached(ExecutiveReached(name: "BO LIND", on: day("03-01"), how: "call")),
      .executiveReached(ExecutiveReached(name: "Bo Lind", on: day("02-01"))), .executiveAdded(changed))
    #expect(known.executives.count == 1)
    #expect(known.executive("Bo Lind")?.contact.role == .sponsor)
    #expect(known.executive("Bo Lind")?.reached?.on == day("03-01"))
    #expect(account(.executiveAdded(bo), .executiveRemoved(name: "bo lind")).executives.isEmpty)
  }

  struct Stale: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var role = ExecutiveContact.Role.seniorStakeholder
    var days: Int?
    var open = false
    var staleDays = 365
    var isStale: Bool
  }

  @Test(arguments: [
    Stale(testDescription: "never reached", days: nil, isStale: true),
    Stale(testDescription: "365 days ago", days: 365, isStale: false),
    Stale(testDescription: "366 days ago", days: 366, isStale: true),
    Stale(testDescription: "90 with an open record", days: 90, open: true, isStale: false),
    Stale(testDescription: "91 with an open record", days: 91, open: true, isStale: true),
    Stale(testDescription: "a longer patience", days: 400, staleDays: 500, isStale: false),
    Stale(testDescription: "but not with the buyer", role: .economicBuyer, days: 366, staleDays: 500, isStale: true),
    Stale(
      testDescription: "the buyer within the year", role: .economicBuyer, days: 365, staleDays: 500, isStale: false),
  ])
  func `who has gone stale`(_ row: Stale) {
    let today = day("03-02")
    let executive = Executive(
      contact: ExecutiveContact(name: "Bo", role: row.role),
      reached: row.days.map { ExecutiveReached(name: "Bo", on: today.adding(days: -$0)) })
    let policy = HealthPolicy(staleDays: row.staleDays)
    #expect(executive.isStale(on: today, policy, hasOpenRecord: row.open) == row.isStale)
  }

  @Test func `an enterprise account wants a buyer and a senior stakeholder`() {
    let policy = HealthPolicy(enterpriseValue: Money(minorUnits: 5_000_000, currency: "USD"))
    let known = account(.executiveAdded(bo))
    #expect(known.missingRoles(policy, value: Money(minorUnits: 5_000_001, currency: "USD")) == [.seniorStakeholder])
    #expect(known.missingRoles(policy, value: Money(minorUnits: 5_000_000, currency: "USD")).isEmpty)
    // Amounts of two currencies are never compared.
    #expect(known.missingRoles(policy, value: Money(minorUnits: 9_000_000, currency: "IDR")).isEmpty)
    #expect(known.missingRoles(policy, value: nil).isEmpty)
  }

  @Test func `what is known already is no news, and what cannot be is refused`() throws {
    let decision = AccountDecision(
      account: account(.executiveAdded(bo), .scored(scores("03-01:40")[0])), today: day("03-02"))
    #expect(try decision.decide(.executiveAdded(bo), actor: "ann") == nil)
    #expect(try decision.decide(.scored(scores("03-01:40")[0]), actor: "ann") == nil)
    #expect(try decision.decide(.scored(scores("03-01:41")[0]), actor: "ann") != nil)
    #expect(
      try decision.decide(.executiveReached(ExecutiveReached(name: "BO lind", on: day("03-02"))), actor: "ann")
        == .executiveReached(ExecutiveReached(name: "Bo Lind", on: day("03-02"))))
    func refusal(_ fact: AccountFact) -> Refusal? {
      #expect(throws: Refusal.self) { try decision.decide(fact, actor: "ann") }
    }
    #expect(
      refusal(.executiveReached(ExecutiveReached(name: "Bo Lind", on: day("03-03")))) == .dateNotCome(day("03-03")))
    #expect(refusal(.executiveRemoved(name: "Al")) == .unknownExecutive("Al", known: ["Bo Lind"]))
    #expect(
      refusal(.executiveAdded(ExecutiveContact(name: " ", role: .other))) == .textRequired("the executive's name"))
    #expect(refusal(.scored(scores("03-03:40")[0])) == .scoreInTheFuture(day("03-03")))
    #expect(refusal(.scored(scores("03-02:101")[0])) == .scoreOutOfRange("composite", 101))
    #expect(refusal(.executiveAdded(ExecutiveContact(name: "A\0b", role: .other))) == .unreadableText("A\0b"))
  }

  @Test func `the spelling in the register stays`() throws {
    let facts: [(AccountFact, String)] = [
      (
        .scored(HealthScore(date: day("03-01"), composite: 4, dimensions: [.init("usage", 3)])),
        #"{"scored":{"_0":{"composite":4,"date":"2026-03-01","dimensions":[{"name":"usage","score":3}]}}}"#
      ),
      (.executiveAdded(bo), #"{"executiveAdded":{"_0":{"name":"Bo Lind","role":"economic-buyer"}}}"#),
      (.executiveRemoved(name: "Bo"), #"{"executiveRemoved":{"name":"Bo"}}"#),
      (.takenBack(entry: 4), #"{"takenBack":{"entry":4}}"#),
      (
        .executiveReached(ExecutiveReached(name: "Bo", on: day("03-01"), how: "call")),
        #"{"executiveReached":{"_0":{"how":"call","name":"Bo","on":"2026-03-01"}}}"#
      ),
      (
        .described(AccountDescription(facts: AccountFacts(name: "Acme"), csm: "cem")),
        #"{"described":{"_0":{"csm":"cem","facts":{"name":"Acme"}}}}"#
      ),
    ]
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    for (fact, text) in facts {
      #expect(String(decoding: try encoder.encode(fact), as: UTF8.self) == text)
      #expect(try JSONDecoder().decode(AccountFact.self, from: Data(text.utf8)) == fact)
    }
  }

  @Test func `facts fill each other's gaps`() {
    let one = AccountFacts(name: "Acme", segment: "SMB")
    let other = AccountFacts(name: "ACME", segment: "Enterprise", calendar: "utc")
    #expect(one.filled(by: other) == AccountFacts(name: "Acme", segment: "SMB", calendar: "utc"))
    #expect(one.filled(by: nil) == one)
  }
}
