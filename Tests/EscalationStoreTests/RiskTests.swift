import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// The Risk Register in the store: what is listed is what the register's log says, and a promotion is whole or not at
/// all.
@Suite struct `The Risk Register in the store` {
  static func entry(_ title: String = "R", _ account: String = "Northwind") -> RiskEntry {
    RiskEntry(
      title: title, account: account, category: "people", likelihood: 3, impactScore: 4, owner: "bo", residual: 6,
      identifiedOn: LocalDate(daysSinceEpoch: 20_514), identifiedBy: "ann",
      nextReview: LocalDate(daysSinceEpoch: 20_520), arrExposed: Money(minorUnits: 5, currency: "EUR"))
  }

  private static func promotion(_ severity: String? = "S1", needed: Int64? = 90_000, playbook: String = "room")
    -> Promotion
  {
    Promotion(
      neededBy: needed.map { TestStore.start + $0 }, account: AccountFacts(name: "Northwind", segment: "SMB"),
      playbook: playbook, severity: severity, reason: "It grew")
  }

  private func register(_ test: TestStore, _ title: String = "R", at seconds: Int64 = 0) throws -> Risk {
    try test.store.register(Self.entry(title), zone: .utc, act: test.act(seconds))
  }

  @Test func `ids are the store's own, and a row says what the log says`() throws {
    let test = try TestStore()
    #expect(try register(test).id.text == "R-1")
    let second = try register(test, "Second", at: 10)
    #expect(second.id.text == "R-2")
    var change = RiskChange()
    (change.likelihood, change.residual, change.arrExposed) = (5, .set(nil), .set(nil))
    _ = try test.store.perform(.revise(change, reason: "worse"), on: RiskID("r-2"), zone: .utc, act: test.act(20))
    _ = try test.store.perform(.review(next: nil, note: "n"), on: RiskID("R-2"), zone: .utc, act: test.act(30))
    _ = try test.store.perform(.close(reason: "over"), on: RiskID("R-1"), zone: .utc, act: test.act(40))
    let rows = try test.store.risks(now: TestStore.start + 40).sorted { $0.id.text < $1.id.text }
    #expect(rows.map(\.status) == [.closed, .open])
    #expect(rows.map(\.inherent) == [12, 20])
    #expect(rows[0] == RiskRow(try #require(try test.store.risk(RiskID("R-1"), now: TestStore.start + 40)).risk))
    #expect(rows[1] == RiskRow(try #require(try test.store.risk(RiskID("R-2"), now: TestStore.start + 40)).risk))
    let entries = try #require(try test.store.risk(RiskID("r-2"), now: TestStore.start + 40)).entries
    #expect(entries.map(\.fact.kind) == ["registered", "revised", "reviewed"])
    #expect(entries.map(\.why) == [nil, "worse", nil])
    #expect(try test.store.examine().isSound)
  }

  @Test func `what is taken back counts no longer, and every row says so`() throws {
    let test = try TestStore()
    _ = try register(test)
    let id = RiskID("R-1")
    let closed = try test.store.perform(.close(reason: "over"), on: id, zone: .utc, act: test.act(10))
    let entry = try #require(closed.log.newest?.sequence)
    let open = try test.store.perform(.takeBack(entry: entry), on: id, zone: .utc, act: test.act(20))
    #expect(open.status == .open)
    let now = TestStore.start + 20
    #expect(try test.store.risks(now: now) == [RiskRow(open)])
    #expect(try test.store.registerPage(RegisterQuery(), atMost: nil, now: now).rows == [RegisterRow(open)])
    #expect(try test.store.risk(id, now: TestStore.start + 15)?.risk.status == .closed, "it was, then")
    #expect(throws: Refusal.self) {
      try test.store.perform(.takeBack(entry: entry), on: id, zone: .utc, act: test.act(30))
    }
    #expect(try test.store.examine().isSound)
  }

  @Test func `a promotion opens the escalation and links both`() throws {
    let test = try TestStore()
    _ = try register(test)
    let (risk, performed) = try test.store.promote(RiskID("r-1"), Self.promotion(), as: nil, act: test.act(60))
    let record = performed.record
    #expect((risk.status, risk.escalation, record.risk) == (.promoted, record.id, "R-1"))
    #expect((record.title, record.owner, record.account.segment) == ("R", "bo", "SMB"))
    #expect(record.neededBy == TestStore.start + 90_000)
    #expect(record.clock("needed-by")?.deadline == TestStore.start + 90_000)
    #expect(performed.events.first?.why == "It grew")
    #expect(try test.store.risks(now: TestStore.start + 60).map(\.escalation) == [record.id])
    #expect(try test.store.board(now: TestStore.start + 60).rows.map(\.id) == [record.id])
    #expect(try test.store.examine().isSound)
    #expect(throws: Refusal.riskNotOpen(.promoted)) {
      try test.store.promote(RiskID("R-1"), Self.promotion(), as: nil, act: test.act(70))
    }
  }

  @Test func `a promotion that fails changes neither`() throws {
    let test = try TestStore()
    _ = try register(test)
    try test.open(id: "A-1")
    let before = try test.store.examine()
    func tries(_ refusal: some Error & Equatable, _ promotion: Promotion, id: String? = nil, at seconds: Int64 = 60) {
      #expect(throws: refusal) {
        try test.store.promote(RiskID("R-1"), promotion, as: id.map(EscalationID.init), act: test.act(seconds))
      }
    }
    tries(Refusal.neededByRequired, Self.promotion(needed: nil))
    tries(
      Refusal.notAhead(TestStore.start + 60, what: "the needed-by time"), Self.promotion(needed: 60))
    tries(Refusal.unknownSeverity("S9", known: ["S1", "S2", "S3"]), Self.promotion("S9"))
    tries(Refusal.unknownPlaybook("none", known: ["room"]), Self.promotion(playbook: "none"))
    tries(StoreFailure.idTaken(EscalationID("A-1")), Self.promotion(), id: "A-1")
    #expect(throws: StoreFailure.noSuchRisk(RiskID("R-9"))) {
      try test.store.promote(RiskID("R-9"), Self.promotion(), as: nil, act: test.act(60))
    }
    let after = try test.store.examine()
    #expect((after.escalations, after.events) == (before.escalations, before.events))
    #expect(try test.store.risks(now: TestStore.start + 60).map(\.status) == [.open])
    #expect(try test.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM register") } == 1)
    // No number was used up.
    let done = try test.store.promote(RiskID("R-1"), Self.promotion(), as: nil, act: test.act(60))
    #expect(done.performed.record.id.text == "W-1")
  }

  /// The disk gives out between the escalation and the risk: SQLite itself refuses the second half.
  @Test func `half a promotion is never kept`() throws {
    let test = try TestStore()
    _ = try register(test)
    try test.raw { db in
      try db.execute(
        sql: """
          CREATE TRIGGER stop BEFORE INSERT ON register WHEN new.fact LIKE '{"promoted"%'
          BEGIN SELECT raise(ABORT, 'no'); END
          """)
    }
    #expect(throws: (any Error).self) {
      try test.store.promote(RiskID("R-1"), Self.promotion(), as: nil, act: test.act(60))
    }
    #expect(try test.store.board(now: TestStore.start + 60).rows.isEmpty)
    #expect(try test.store.examine().events == 0)
    #expect(try test.store.risks(now: TestStore.start + 60).map(\.status) == [.open])
  }

  @Test func `the past is as it was`() throws {
    let test = try TestStore()
    _ = try register(test)
    _ = try test.store.promote(RiskID("R-1"), Self.promotion(), as: nil, act: test.act(600))
    _ = try register(test, "Later", at: 900)
    let past = TestStore.start + 300
    #expect(try test.store.risks(now: past).map(\.status) == [.open])
    #expect(try test.store.risk(RiskID("R-1"), now: past)?.entries.count == 1)
    #expect(try test.store.risk(RiskID("R-2"), now: past) == nil)
    let known = try test.other(knownAt: past)
    #expect(try known.risks(now: past).map(\.status) == [.open])
    #expect(throws: StoreFailure.readOnly(path: test.path)) {
      try known.register(Self.entry(), zone: .utc, act: test.act(1000))
    }
  }

  @Test(arguments: [
    "UPDATE risk SET owner = 'x' WHERE id = 'R-1'", "UPDATE risk SET valid_from = 5 WHERE id = 'R-1'",
    "DELETE FROM risk WHERE id = 'R-1'", "UPDATE risk SET escalation = 'W-7' WHERE id = 'R-1'",
  ])
  func `a row that differs is found and mended`(statement: String) throws {
    let test = try TestStore()
    _ = try register(test)
    _ = try register(test, "Second")
    try test.raw { try $0.execute(sql: statement) }
    #expect(try test.store.examine().differing == ["R-1: risk"])
    _ = try test.store.rebuild(now: TestStore.start + 60)
    #expect(try test.store.examine().isSound)
  }

  @Test func `an entry that cannot be read is told of`() throws {
    let test = try TestStore()
    _ = try register(test)
    try test.raw { try $0.execute(sql: "UPDATE register SET fact = '{}'") }
    #expect(try test.store.examine().differing == ["entry 1 of risk R-1 cannot be read"])
  }
}

@Suite struct `The team in the store` {
  @Test func `what is said of a playbook is kept, by whom and when`() throws {
    let test = try TestStore()
    let scope = PlaybookScope.account("Northwind")
    let team = try test.store.write(.assigned(scope), of: "room", why: " by contract ", act: test.act(60))
    let stamp = Work.Stamp(at: TestStore.start + 60, by: "ada", why: "by contract")
    #expect(team.assignments == [Team.Assignment(scope: scope, playbook: "room", stamp: stamp)])
    #expect(try test.store.team(now: TestStore.start + 59).assignments.isEmpty)
    #expect(try test.other(knownAt: TestStore.start + 59).team(now: TestStore.start + 70).assignments.isEmpty)
    #expect(try test.other().team(now: TestStore.start + 60) == team)
    #expect(throws: Refusal.nothingToChange) {
      try test.store.write(.assigned(.account("NORTHWIND")), of: "room", why: nil, act: test.act(70))
    }
    #expect(
      try test.store.write(.unassigned(scope), of: "room", why: nil, act: test.act(80)).assignments.isEmpty)
  }
}
