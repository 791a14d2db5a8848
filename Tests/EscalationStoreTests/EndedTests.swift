import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite("What has left the board, and whom something new may be about")
struct EndedTests {
  @Test func `the newest change comes first, and words find what lies further back`() throws {
    let test = try TestStore()
    for number in 1...6 { try test.open(id: "A-\(number)") }
    try test.open(id: "A-7")
    func end(_ id: String, _ command: Command, _ second: Int64) throws {
      _ = try test.store.perform(command, on: EscalationID(id), act: test.act(second))
    }
    try end("A-3", .cancel(reason: "none"), 10)
    try end("A-1", .resolve(Resolution()), 20)
    try end("A-5", .resolve(Resolution()), 30)
    try end("A-5", .close(Closing(), reason: nil), 40)
    try end("A-6", .resolve(Resolution()), 50)
    try end("A-6", .reopen(reason: "again"), 60)
    func ended(_ words: String, _ limit: Int = 10, at second: Int64 = 100) throws -> [String] {
      try test.store.ended(words, atMost: limit, now: TestStore.start + second).map(\.id.text)
    }
    #expect(try ended("") == ["A-5", "A-1", "A-3"])
    #expect(try ended("", 2) == ["A-5", "A-1"])
    #expect(try ended("a-3", 1) == ["A-3"])
    #expect(try ended("a-6") == [], "what was reopened is open")
    #expect(try ended("zebra") == [])
    #expect(try ended("", at: 55).first == "A-6", "as things stood then")
  }

  @Test func `the first of many are read without the rest`() throws {
    let test = try TestStore()
    try test.raw { db in
      for number in 0..<3000 {
        try db.execute(
          sql: """
            INSERT INTO escalation (id, batch, title, account, playbook, severity, band, status, opened, changed, ended,
              valid_from, projected_at) VALUES (?, 0, 't', ?, 'room', 'S1', 1, 'closed', 0, ?, ?, ?, ?)
            """, arguments: ["B-\(number)", "Account \(number % 40)", number, number, number, number])
      }
      let plan = try Row.fetchAll(
        db,
        sql: """
          EXPLAIN QUERY PLAN SELECT id FROM escalation INDEXED BY escalation_by_valid_from
          WHERE valid_from <= 1 AND ended IS NOT NULL ORDER BY valid_from DESC LIMIT 5
          """
      ).map { $0["detail"] as String }
      #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }
    let found = try test.store.ended("", atMost: 3, now: TestStore.start)
    #expect(found.map(\.id.text) == ["B-2999", "B-2998", "B-2997"])
    #expect(try test.store.ended("b-17", atMost: 3, now: TestStore.start).first?.id.text == "B-1799")
    #expect(try test.store.accountNames().count == 40)
  }

  @Test func `each account is named once, of escalations and of the register`() throws {
    let test = try TestStore()
    func open(_ account: String) throws {
      var opening = Opening.room()
      opening.account.name = account
      try test.open(opening)
    }
    for account in ["Zed", "acme", "ACME", "Beta & Söhne", "acme"] { try open(account) }
    for name in ["Cee", "ZED", "cee"] {
      let fact = AccountFact.described(AccountDescription(facts: AccountFacts(name: name)))
      _ = try test.store.write(fact, of: name, why: nil, act: test.act(5))
    }
    let names = try test.store.accountNames()
    #expect(names.map { $0.lowercased() } == ["acme", "beta & söhne", "cee", "zed"])
    #expect(names.last == "Zed", "as its escalations spell it")
  }
}
