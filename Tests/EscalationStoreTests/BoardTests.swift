import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// The board equals a replay of everything, whenever it is read.
@Suite struct BoardTests {
  /// Acts that the room's clocks can tell apart, in no order.
  static func command(_ random: inout Seeded, at now: Instant) -> Command {
    let later = now + Int64.random(in: 600...200_000, using: &random)
    switch Int.random(in: 0..<22, using: &random) {
    case 0, 1: return .acknowledge(note: nil)
    case 2, 3: return .update(CustomerUpdate(text: "news"))
    case 4: return .update(CustomerUpdate(text: "news", next: later))
    case 5: return .check(note: nil)
    case 6: return .notify(Notification(who: ["Head"]))
    case 7, 8: return .changeSeverity(to: ["S1", "S2", "S3"].randomElement(using: &random) ?? "S1", reason: nil)
    case 9, 10: return .pause(reason: "logs", until: later)
    case 11: return .resume(note: nil)
    case 12: return .customerReplied(text: "here")
    case 13: return .setNeededBy(Bool.random(using: &random) ? later : nil)
    case 14: return .resolve(Resolution())
    case 15: return .close(Closing(), reason: nil)
    case 16, 17: return .reopen(reason: "again")
    case 18: return .undo(event: nil)
    case 19: return .mark("follow-up")
    case 20:
      return .changeAccount(
        AccountFacts(
          name: "Northwind", renewal: LocalDate(daysSinceEpoch: Int.random(in: 20_520..<20_600, using: &random))))
    default: return .assign(owner: ["Ada", "Grace", nil].randomElement(using: &random) ?? nil)
    }
  }

  /// Fills a store with acts of people, late records and an import that reaches past the present.
  static func fill(_ test: TestStore, seed: UInt64, escalations: Int = 4, acts: Int = 30) throws -> [Int64] {
    var random = Seeded(state: seed)
    var moments: [Int64] = [0]
    var now: Int64 = 0
    for number in 0..<escalations {
      now += Int64.random(in: 0...4000, using: &random)
      try test.open(.room(severity: ["S1", "S2", "S3"][number % 3]), id: "R-\(number)", at: now)
      moments.append(now)
    }
    for _ in 0..<acts {
      now += [1, 60, 1800, 7200, 40_000, 150_000].randomElement(using: &random) ?? 0
      let id = "R-\(Int.random(in: 0..<escalations, using: &random))"
      let occurred = Bool.random(using: &random) ? now : now - Int64.random(in: 0...1800, using: &random)
      let command = command(&random, at: TestStore.start + occurred)
      do {
        try test.perform(command, on: id, at: now, occurred: occurred)
        moments += [occurred, now]
      } catch is Refusal {}
    }
    return moments
  }

  @Test(arguments: 0..<6)
  func itEqualsAReplayAtAnyInstant(_ seed: UInt64) throws {
    let test = try TestStore()
    var moments = try BoardTests.fill(test, seed: seed)
    try test.importing(
      [
        ImportedRecord(
          id: EscalationID("I-1"), isNew: true,
          drafts: [
            .imported(.opened(.room()), at: TestStore.start + 500),
            .imported(.acknowledged(note: nil), at: TestStore.start + 900),
            .imported(.resolved(Resolution()), at: TestStore.start + 900_000),
          ]),
        ImportedRecord(
          id: EscalationID("R-0"), isNew: false,
          drafts: [.imported(.paused(Pause(reason: "theirs", until: nil)), at: TestStore.start + 4500)]),
      ], at: moments.max() ?? 0)
    #expect(try test.store.examine().isSound)

    var random = Seeded(state: seed &+ 99)
    let deadlines = try test.raw {
      try Int64.fetchAll(
        $0,
        sql:
          "SELECT due FROM clock WHERE due IS NOT NULL UNION SELECT next_change FROM board WHERE next_change IS NOT NULL"
      )
    }
    moments += deadlines.map { $0 - TestStore.start.seconds }
    moments += (0..<10).map { _ in Int64.random(in: -1000...3_000_000, using: &random) }
    for moment in Set(moments.flatMap { [$0 - 1, $0, $0 + 1] }) {
      try test.expectBoard(at: TestStore.start + moment, "seed \(seed), \(moment) s")
    }
  }

  @Test(arguments: 0..<4)
  func itShowsThePastAsItWasKnown(_ seed: UInt64) throws {
    let test = try TestStore()
    let moments = try BoardTests.fill(test, seed: seed &+ 500)
    for moment in moments {
      let now = TestStore.start + moment
      let past = try test.other(knownAt: now)
      let told = try past.board(now: now)
      let expected = Board(rows: try test.replayed(at: now, asKnown: true), revision: 0, asOf: now)
      #expect(told.rows.map { $0.squeezed(now) } == expected.rows.map { $0.squeezed(now) }, "seed \(seed), \(moment) s")
    }
  }

  @Test func aLateRecordShowsOnlyWhereItWasKnown() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.perform(.assign(owner: "Grace"), on: "A-1", at: 1000, occurred: 200)
    func owner(_ store: SQLiteStore, at seconds: Int64) throws -> String? {
      try store.board(now: TestStore.start + seconds).rows.first?.owner
    }
    #expect(try owner(test.store, at: 500) == "Grace")
    let then = try test.other(knownAt: TestStore.start + 500)
    #expect(try owner(then, at: 500) == nil)
    #expect(try owner(then, at: 5000) == nil)
    #expect(try then.history(of: EscalationID("A-1"))?.events.count == 1)
    #expect(try owner(test.other(knownAt: TestStore.start + 1000), at: 1000) == "Grace")
  }

  @Test func aPeriodHasEndedAtItsVeryDeadline() throws {
    let test = try TestStore()
    try test.open(.room(severity: "S3"), id: "A-1")
    try test.perform(.acknowledge(note: nil), on: "A-1", at: 60)
    let deadline: Int64 = 60 + 3 * 3600
    let before = try test.store.board(now: TestStore.start + (deadline - 1)).rows.first
    #expect(before?.clock?.rule == "settle-in")
    #expect(try test.store.board(now: TestStore.start + deadline).rows.first?.clock?.rule != "settle-in")
  }

  @Test func rowsAreToldApartByWhetherTheyEnded() throws {
    let test = try TestStore()
    for id in ["A-1", "A-2", "A-3"] { try test.open(id: id) }
    try test.perform(.resolve(Resolution()), on: "A-2", at: 60)
    try test.perform(.cancel(reason: "duplicate"), on: "A-3", at: 90)
    func ids(_ scope: ListQuery.Scope, at seconds: Int64) throws -> [String] {
      try test.store.rows(scope, now: TestStore.start + seconds).map(\.id.text).sorted()
    }
    #expect(try ids(.open, at: 90) == ["A-1"])
    #expect(try ids(.ended, at: 90) == ["A-2", "A-3"])
    #expect(try ids(.all, at: 90) == ["A-1", "A-2", "A-3"])
    #expect(try ids(.open, at: 60) == ["A-1", "A-3"])
    #expect(try ids(.ended, at: 60) == ["A-2"])
    #expect(try ids(.all, at: -1).isEmpty)
  }

  @Test func theBoardIsInItsOrderAndNumbered() throws {
    let test = try TestStore()
    for (id, severity) in [("A-1", "S3"), ("A-2", "S1"), ("A-3", "S2")] {
      try test.open(.room(severity: severity), id: id)
    }
    let board = try test.store.board(now: TestStore.start)
    #expect(board.rows.map(\.id.text) == ["A-2", "A-3", "A-1"])
    #expect(board.revision == 3)
  }
}
