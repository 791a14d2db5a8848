import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// The register of every risk and escalation as the store reads it: the same as every log says, however much there is.
@Suite struct `The register in the store` {
  private func filled() throws -> TestStore {
    let test = try TestStore()
    for number in 1...6 { try test.open(id: "A-\(number)", at: Int64(number)) }
    try test.perform(.resolve(Resolution()), on: "A-1", at: 20)
    try test.perform(.cancel(reason: "none"), on: "A-2", at: 30)
    try test.perform(.resolve(Resolution()), on: "A-3", at: 40)
    try test.perform(.reopen(reason: "again"), on: "A-3", at: 50)
    for (number, second) in [(1, 5), (2, 6), (3, 7)] {
      _ = try test.store.register(
        `The Risk Register in the store`.entry("Risk \(number)"), zone: .utc, act: test.act(Int64(second)))
    }
    _ = try test.store.perform(.close(reason: "over"), on: RiskID("R-1"), zone: .utc, act: test.act(60))
    _ = try test.store.promote(
      RiskID("R-2"),
      Promotion(
        neededBy: TestStore.start + 90_000, account: AccountFacts(name: "Northwind"), playbook: "room", severity: "S1"),
      as: EscalationID("A-7"), act: test.act(70))
    _ = try test.store.perform(.review(next: nil, note: nil), on: RiskID("R-2"), zone: .utc, act: test.act(80))
    return test
  }

  /// What every log says, without any projection.
  private func replayed(_ test: TestStore, at now: Instant) throws -> Set<RegisterRow> {
    let policies = try test.store.policies()
    var rows: Set<RegisterRow> = []
    for number in 1...7 {
      guard let history = try test.store.history(of: EscalationID("A-\(number)")),
        let record = try Escalation.replayIfOpened(history, policies: policies, now: now)
      else { continue }
      var row = BoardRow(record)
      if !row.status.isOpen { row.staleAfter = nil }
      rows.insert(.escalation(row, ended: record.ended))
    }
    for number in 1...3 {
      if let risk = try test.store.risk(RiskID(number: number), now: now)?.risk { rows.insert(RegisterRow(risk)) }
    }
    return rows
  }

  @Test(arguments: [100, 45, 25, 6, 0]) func `every row is what its log says, at any time`(second: Int64) throws {
    let test = try filled()
    let now = TestStore.start + second
    let page = try test.store.registerPage(RegisterQuery(scope: .all), atMost: nil, now: now)
    let expected = try replayed(test, at: now)
    #expect(Set(page.rows) == expected)
    #expect(page.rows.count == expected.count && page.matching == expected.count)
    var counts = RegisterCounts()
    for row in expected { counts.count(row) }
    for scope in RegisterQuery.Scope.allCases {
      let part = try test.store.registerPage(RegisterQuery(scope: scope), atMost: nil, now: now)
      #expect(part.counts == counts, "\(scope)")
      #expect(Set(part.rows) == expected.filter(scope.holds), "\(scope)")
    }
  }

  @Test func `what the room did not know yet is left out`() throws {
    let test = try filled()
    let past = try test.other(knownAt: TestStore.start + 45)
    defer { try? past.close() }
    let page = try past.registerPage(RegisterQuery(scope: .ended), atMost: nil, now: TestStore.start + 45)
    #expect(Set(page.rows.map(\.id.text)) == ["A-1", "A-2", "A-3"])
    #expect(page.counts.openRisks == 3)
  }

  @Test func `the first of many come in order over all of them, a piece at a time`() throws {
    let test = try TestStore()
    try test.raw { db in
      try db.inTransaction {
        for number in 0..<12_000 {
          try db.execute(
            sql: """
              INSERT INTO escalation (id, batch, title, account, playbook, severity, band, status, opened, changed,
                ended, valid_from, projected_at) VALUES (?, 0, ?, ?, 'room', 'S1', 1, 'closed', 0, ?, ?, ?, ?)
              """,
            arguments: [
              "B-\(number)", "t\(number)", "Account \(number % 40)", number, number, number, number,
            ])
        }
        return .commit
      }
    }
    try test.open(id: "A-1")
    func page(_ query: RegisterQuery, _ limit: Int = 3) throws -> RegisterPage {
      try test.store.registerPage(query, atMost: limit, now: TestStore.start)
    }
    let oldest = try page(RegisterQuery(scope: .ended, order: RegisterOrder(.ended, isReversed: true)))
    #expect(oldest.rows.map(\.id.text) == ["B-0", "B-1", "B-2"])
    #expect((oldest.matching, oldest.counts.endedEscalations, oldest.counts.openEscalations) == (12_000, 12_000, 1))
    let newest = try page(RegisterQuery(scope: .all, order: RegisterOrder(.id, isReversed: true)))
    #expect(newest.rows.map(\.id.text) == ["B-11999", "B-11998", "B-11997"])
    #expect(newest.matching == 12_001)
    let found = try page(RegisterQuery(scope: .ended, words: "t117 account", order: RegisterOrder(.id)), 2000)
    #expect(found.rows.first?.id.text == "B-117" && found.matching == 111)
    #expect(try page(RegisterQuery(scope: .open)).counts.endedEscalations == 12_000)
  }

  @Test func `tags are told and sorted by where that is asked for, and not read else`() throws {
    let test = try TestStore()
    for (number, tags) in [["vip", "eu"], [], ["Batch"], ["vip"]].enumerated() {
      var opening = Opening.room()
      opening.tags = tags
      try test.open(opening, id: "A-\(number + 1)", at: Int64(number))
    }
    try test.perform(.amend(Amendment(tags: ["asia"])), on: "A-2", at: 20)
    try test.perform(.resolve(Resolution()), on: "A-4", at: 30)
    func page(_ query: RegisterQuery, _ limit: Int? = nil, at second: Int64 = 40) throws -> RegisterPage {
      try test.store.registerPage(query, atMost: limit, now: TestStore.start + second)
    }
    var query = RegisterQuery(scope: .all)
    #expect(try page(query).tags.isEmpty)
    query.tellsTags = true
    let told = try page(query)
    #expect(told.rows.map { told.tags(of: $0).joined(separator: " ") }.sorted() == ["Batch", "asia", "vip", "vip eu"])
    let sorted = try page(RegisterQuery(scope: .all, order: RegisterOrder(.tags)), 2)
    #expect(sorted.rows.map(\.id.text) == ["A-2", "A-3"])
    #expect(sorted.tags == [EscalationID("A-2"): ["asia"], EscalationID("A-3"): ["Batch"]], "of what shows alone")
    let turned = try page(RegisterQuery(scope: .all, order: RegisterOrder(.tags, isReversed: true)))
    #expect(turned.rows.map(\.id.text) == ["A-1", "A-4", "A-3", "A-2"])
    let before = try page(RegisterQuery(order: RegisterOrder(.tags)), at: 10)
    #expect(before.rows.map(\.id.text) == ["A-3", "A-4", "A-1", "A-2"], "none of its own then: last")
    let ended = try page(RegisterQuery(scope: .ended, order: RegisterOrder(.tags)))
    #expect(ended.tags == [EscalationID("A-4"): ["vip"]])
  }

  @Test func `what an import has not made visible yet is not there`() throws {
    let test = try filled()
    try test.raw { db in
      try db.execute(sql: "INSERT INTO staging (batch, source, started) VALUES (9, 't', 0)")
      try db.execute(sql: "UPDATE escalation SET batch = 9 WHERE id = 'A-2'")
    }
    let page = try test.store.registerPage(RegisterQuery(scope: .all), atMost: nil, now: TestStore.start + 100)
    #expect(!page.rows.contains { $0.id.text == "A-2" })
    #expect(page.counts.endedEscalations == 1)
  }
}
