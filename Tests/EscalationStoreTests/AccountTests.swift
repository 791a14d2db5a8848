import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite("What the store knows of accounts")
struct AccountTests {
  private func write(_ fact: AccountFact, _ care: CareStore, of account: String = "Northwind", at day: Int = 0) throws {
    _ = try care.store.write(fact, of: account, why: nil, act: Act(actor: "ada", now: care.at(day)))
  }

  @Test func `an open escalation knows best, then the description, then the last escalation`() throws {
    let care = try CareStore()
    func facts() throws -> AccountFacts? { try care.store.customer("NORTHWIND", now: care.at(9))?.facts }
    #expect(try facts() == nil)
    var description = AccountFacts(name: "Northwind", segment: "SMB", renewal: LocalDate(iso: "2026-09-01"))
    try write(.described(AccountDescription(facts: description, csm: "cem")), care)
    #expect(try facts() == description)
    var opening = Opening.room()
    opening.account.segment = "Enterprise"
    try care.test.open(opening, id: "A-1")
    #expect(try facts()?.segment == "Enterprise")
    #expect(try facts()?.renewal == LocalDate(iso: "2026-09-01"))
    try care.perform(.cancel(reason: "x"), on: "A-1", at: 1)
    #expect(try facts()?.segment == "SMB")
    #expect(try care.store.account("northwind")?.segment == "SMB")
    // What is taken away once it is over stays away.
    description.segment = nil
    try write(.described(AccountDescription(facts: description)), care, at: 2)
    #expect(try facts() == description)
  }

  @Test func `what nobody described is as the last escalation had it`() throws {
    let care = try CareStore()
    try write(.described(AccountDescription(facts: AccountFacts(name: "Northwind"))), care)
    var opening = Opening.room()
    opening.account.segment = "Enterprise"
    try care.test.open(opening, id: "A-1")
    try care.perform(.cancel(reason: "x"), on: "A-1", at: 1)
    #expect(try care.store.customer("Northwind", now: care.at(2))?.facts.segment == "Enterprise")
  }

  @Test func `an escalation hears of its account as long as it has a clock`() throws {
    let care = try CareStore()
    func tell(_ segment: String, at day: Int) throws -> [String] {
      try care.store.describe("Northwind", by: Act(actor: "ada", now: care.at(day))) { $0.facts.segment = segment }
        .told.map { "\($0.record.id.text) \($0.record.status.rawValue) \($0.record.account.segment ?? "-")" }
    }
    try care.test.open(.room(), id: "A-1")
    #expect(try tell("a", at: 1) == ["A-1 new a"])
    try care.perform(.resolve(Resolution()), on: "A-1", at: 2)
    #expect(try tell("b", at: 3) == ["A-1 resolved b"])
    try care.perform(.close(Closing(), reason: nil), on: "A-1", at: 4)
    #expect(try tell("c", at: 5) == ["A-1 closed c"])
    try care.perform(.reopen(reason: "r"), on: "A-1", at: 6)
    try care.perform(.cancel(reason: "c"), on: "A-1", at: 7)
    #expect(try tell("d", at: 8) == [])
  }

  @Test func `executives are kept by the register, each fact once`() throws {
    let care = try CareStore()
    let bo = ExecutiveContact(name: "Bo Lind", role: .economicBuyer)
    for _ in 0..<2 { try write(.executiveAdded(bo), care) }
    try write(
      .executiveReached(ExecutiveReached(name: "bo lind", on: try #require(LocalDate(iso: "2026-03-02")))), care,
      of: "northWIND")
    #expect(try care.count("register") == 2)
    let customer = try #require(try care.store.customer("Northwind", now: care.at(0)))
    #expect(customer.executives.map(\.contact) == [bo])
    #expect(customer.executives[0].reached?.on == LocalDate(iso: "2026-03-02"))
    #expect(try care.store.customersWithExecutives(now: care.at(0)).map(\.facts.name) == ["Northwind"])
    #expect(throws: Refusal.unknownExecutive("Al", known: ["Bo Lind"])) {
      try write(.executiveRemoved(name: "Al"), care)
    }
    // Before it was written down nobody knew of it.
    let past = try care.test.other(knownAt: care.at(-1))
    #expect(try past.customersWithExecutives(now: care.at(-1)).isEmpty)
  }

  @Test func `a look at the past shows the scores as they were known then`() throws {
    let care = try CareStore()
    try care.record("02-28:49 03-01:60", at: 0)
    try care.record("03-01:20 03-02:30", at: 0, 5)
    func composites(_ store: SQLiteStore, _ now: Instant) throws -> [Int] {
      try store.health(of: "Northwind", days: 30, now: now)?.standing.reading.scores.map(\.composite) ?? []
    }
    #expect(try composites(care.store, care.at(0, 6)) == [49, 20, 30])
    #expect(try composites(care.store, care.at(0, 1)) == [49, 60])
    #expect(try composites(try care.test.other(knownAt: care.at(0, 1)), care.at(0, 1)) == [49, 60])
    #expect(try composites(care.store, care.at(-1)) == [])
  }

  @Test func `the record of a look at the past is the one that was open then`() throws {
    let care = try CareStore()
    try care.record("02-28:49 03-01:49 03-02:49", at: 0)
    try care.perform(.cancel(reason: "x"), on: "W-1", at: 3)
    func record(_ day: Int) throws -> String? {
      try care.store.health(of: "Northwind", days: 30, now: care.at(day))?.openRecord?.text
    }
    let records = try [0, 2, 3].map(record)
    #expect(records == ["W-1", "W-1", nil])
  }

  @Test func `every account with scores is listed once, by name`() throws {
    let care = try CareStore()
    for account in ["Zeta", "acme", "Beta", "ACME"] { try care.record("02-28:60 03-01:61", of: account, at: 0) }
    let all = try care.store.healthOfAll(days: 30, now: care.at(0))
    #expect(all.map(\.account) == ["acme", "Beta", "Zeta"])
    #expect(all.allSatisfy { $0.standing.reading.streak == 2 })
  }

  @Test(arguments: [
    "UPDATE score SET composite = 1 WHERE day = (SELECT max(day) FROM score)", "DELETE FROM score",
    "INSERT INTO score VALUES ('Nobody', 1, 1, '[]', 0, 0)", "UPDATE score SET dimensions = '[{]'",
    "UPDATE score SET occurred = occurred + 1",
  ])
  func `scores that differ from the register are found and mended`(_ statement: String) throws {
    let care = try CareStore()
    try care.record("02-28:49 03-01:60 03-01:61", at: 0)
    try care.expectSound()
    try care.test.raw { try $0.execute(sql: statement) }
    #expect(try care.store.examine().differing.count == 1)
    _ = try care.store.rebuild(now: care.at(1))
    try care.expectSound()
    #expect(try care.store.health(of: "Northwind", days: 9, now: care.at(1))?.standing.latest?.composite == 61)
  }

  @Test func `reading and writing a score walks no history`() throws {
    let care = try CareStore()
    try care.record("02-28:60", at: 0)
    let plans = try care.test.raw { db in
      try [
        "SELECT day FROM score WHERE account = 'a' ORDER BY day DESC LIMIT 3",
        "SELECT day FROM score WHERE account = 'a' AND day >= 3 ORDER BY day",
        "SELECT account FROM score WHERE account > 'a' ORDER BY account LIMIT 1",
        "SELECT 1 FROM register WHERE kind = 'account' AND subject = 'a' AND substr(fact, 1, 9) <> '{\"scored\"'",
        "SELECT key FROM escalation WHERE account = 'a' COLLATE NOCASE AND status IN ('new', 'active')",
      ].map { sql in
        try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)").map { try $0.decode(String.self, atIndex: 3) }.joined(
          separator: "; ")
      }
    }
    #expect(plans.allSatisfy { $0.hasPrefix("SEARCH") && !$0.contains("TEMP B-TREE") }, "\(plans)")
    #expect(plans[3].contains("register_but_scores"))
    #expect(plans[4].contains("escalation_by_customer"))
  }
}
