import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// A store under a playbook that follows health scores. It starts on Monday 2 March 2026, 10:00 UTC.
struct CareStore {
  let test: TestStore
  var store: SQLiteStore { test.store }

  init() throws {
    test = try TestStore()
    _ = try test.store.install([RoomPolicy.care], actor: "test", now: TestStore.start)
  }

  /// Days after the start, and hours.
  func at(_ day: Int, _ hours: Int = 0) -> Instant { TestStore.start + Int64(day * 86_400 + hours * 3600) }

  /// `"03-01:49 03-02:50"` of one account, each with `isLast`.
  static func scores(_ text: String, of account: String = "Northwind") throws -> [AccountScore] {
    try text.split(separator: " ").map { word in
      let parts = word.split(separator: ":")
      let score = HealthScore(
        date: try #require(LocalDate(iso: "2026-\(parts[0])")), composite: try #require(Int(parts[1])))
      return AccountScore(account, score)
    }
  }

  @discardableResult
  func record(_ text: String, of account: String = "Northwind", at day: Int, _ hours: Int = 0) throws -> [ScoreOutcome]
  {
    let act = Act(actor: "feed", now: at(day, hours))
    return try store.record(try CareStore.scores(text, of: account), act: act)
  }

  func history(_ id: String) throws -> History { try #require(try store.history(of: EscalationID(id))) }

  func escalation(_ id: String, at day: Int, _ hours: Int = 0) throws -> Escalation {
    try Escalation.replay(try history(id), policies: try store.policies(), now: at(day, hours))
  }

  func perform(_ command: Command, on id: String, at day: Int, _ hours: Int = 0) throws {
    _ = try store.perform(command, on: EscalationID(id), act: Act(actor: "ada", now: at(day, hours)))
  }

  func count(_ table: String) throws -> Int {
    try test.raw { try Int.fetchOne($0, sql: "SELECT count(*) FROM \(table)") ?? 0 }
  }

  func expectSound(_ location: SourceLocation = #_sourceLocation) throws {
    #expect(try store.examine().differing.isEmpty, sourceLocation: location)
  }
}

@Suite("Scores, and what follows from them")
struct ScoreTests {
  @Test func `three red dates open a record in the transaction of the third, filled with what is known`() throws {
    let care = try CareStore()
    let facts = AccountFacts(name: "Northwind", arr: Money(minorUnits: 9_000_000, currency: "USD"))
    _ = try care.store.write(
      .described(AccountDescription(facts: facts, csm: "cem")), of: "Northwind", why: nil,
      act: Act(actor: "ada", now: care.at(0)))
    #expect(try care.record("02-20:70 02-28:49 03-01:48", at: 0) == [.written, .written, .written])
    #expect(try care.count("escalation") == 0)
    #expect(try care.record("03-02:42", of: "NORTHWIND", at: 0, 1) == [.opened(EscalationID("W-1"))])
    let record = try care.escalation("W-1", at: 0, 1)
    #expect(record.title == "Health at 42 and declining")
    #expect(record.account == facts)
    #expect([record.owner, record.playbook, record.stage] == ["cem", "care", "1"])
    #expect(record.detection == .early)
    #expect(record.opened == care.at(0, 1))
    #expect(record.band == 3)
    #expect(record.work.trigger?.score.composite == 42)
    #expect(record.work.trigger?.past.map(\.composite) == [70, 49, 48])
    #expect(try care.history("W-1").events.map(\.why) == ["3 scored days in a row below 50"])
    #expect(try care.store.board(now: care.at(0, 1)).rows.map(\.id.text) == ["W-1"])
    try care.expectSound()
  }

  @Test func `the same again writes nothing`() throws {
    let care = try CareStore()
    for _ in 0..<3 { try care.record("02-28:49 03-01:48 03-02:42", at: 0) }
    #expect(try care.record("02-28:49 03-01:48 03-02:42", at: 0, 1) == [.unchanged, .unchanged, .unchanged])
    let counts = try ["register", "score", "escalation", "event"].map(care.count)
    #expect(counts == [3, 3, 1, 1])
    // Dimensions in another order say the same.
    var score = try CareStore.scores("03-03:60")[0]
    score.score.dimensions = [.init("usage", 1), .init("relationship", 2)]
    #expect(try care.store.record([score], act: Act(actor: "feed", now: care.at(1))) == [.written])
    score.score.dimensions.reverse()
    #expect(try care.store.record([score], act: Act(actor: "feed", now: care.at(1))) == [.unchanged])
  }

  @Test func `of a day's scores the last one counts, and a correction may open a record or not`() throws {
    let care = try CareStore()
    // 40 first, then 50: the day is not below red.
    #expect(try care.record("02-28:49 03-01:40 03-01:50 03-02:49", at: 0).allSatisfy { $0 == .written })
    #expect(try care.count("escalation") == 0)
    #expect(
      try care.store.health(of: "northwind", days: 9, now: care.at(0))?.standing.reading.scores.map(\.composite) == [
        49, 50, 49,
      ])
    #expect(try care.record("03-01:49", at: 0, 2) == [.opened(EscalationID("W-1"))])
    // Taking it back closes nothing: the record learns of it.
    try care.record("03-01:51", at: 0, 3)
    #expect(try care.escalation("W-1", at: 0, 4).work.scores.values.map(\.composite).sorted() == [49, 49, 51])
    #expect(try care.escalation("W-1", at: 0, 4).status == .new)
    try care.expectSound()
  }

  @Test func `whether a record opens is looked at with an account's last row only`() throws {
    let care = try CareStore()
    var rows = try CareStore.scores("02-20:49 02-21:49 02-22:49 02-23:80")
    for index in rows.indices.dropLast() { rows[index].isLast = false }
    let act = Act(actor: "feed", now: care.at(0))
    #expect(try care.store.record(Array(rows.prefix(3)), act: act).allSatisfy { $0 == .written })
    #expect(try care.store.record([rows[3]], act: act) == [.written])
    #expect(try care.count("escalation") == 0)
  }

  struct Zoned: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var zone: String
    var date: String
    /// Seconds after Monday 10:00 UTC.
    var from: Int64
  }

  /// At 10:00 UTC on 2 March a new date begins in Honolulu, an hour later the next one in Auckland.
  @Test(arguments: [
    Zoned(testDescription: "west", zone: "Pacific/Honolulu", date: "03-02", from: 0),
    Zoned(testDescription: "east", zone: "Pacific/Auckland", date: "03-03", from: 3600),
  ])
  func `a date is the account's own`(_ row: Zoned) throws {
    let care = try CareStore()
    var calendar = try RoomPolicy.calendar("there")
    calendar = try BusinessCalendar(id: "there", name: "There", zone: Zone(row.zone), hours: calendar.hours)
    _ = try care.store.install([try RoomPolicy.text(of: calendar)], actor: "test", now: TestStore.start)
    _ = try care.store.write(
      .described(AccountDescription(facts: AccountFacts(name: "Northwind", calendar: "there"))), of: "Northwind",
      why: nil, act: Act(actor: "ada", now: TestStore.start + -7200))
    let scores = try CareStore.scores("\(row.date):40")
    func outcome(_ seconds: Int64) throws -> [ScoreOutcome] {
      try care.store.record(scores, act: Act(actor: "feed", now: TestStore.start + seconds))
    }
    #expect(try outcome(row.from - 1) == [.refused(.scoreInTheFuture(scores[0].score.date))])
    #expect(try outcome(row.from) == [.written])
  }

  @Test func `a refused row keeps no other from being written`() throws {
    let care = try CareStore()
    let outcomes = try care.record("02-28:49 03-09:49 03-01:101 03-01:48", at: 0)
    let day = try #require(LocalDate(iso: "2026-03-09"))
    #expect(
      outcomes == [
        .written, .refused(.scoreInTheFuture(day)), .refused(.scoreOutOfRange("composite", 101)), .written,
      ])
    #expect(
      try care.store.record(
        [AccountScore(" ", HealthScore(date: day, composite: 1))], act: Act(actor: "a", now: care.at(9))) == [
          .refused(.textRequired("an account"))
        ])
  }

  @Test func `scores go to the records that follow them and may yet be closed`() throws {
    let care = try CareStore()
    // One under a playbook without health, one of another account.
    try care.test.open(.room(), id: "A-1")
    try care.test.open(.room(account: "Acme"), id: "A-2")
    try care.record("02-27:49 02-28:48 03-01:47", at: 0)
    try care.record("03-02:46", at: 0, 2)
    #expect(try care.history("W-1").events.count == 2)
    for id in ["A-1", "A-2"] { #expect(try care.escalation(id, at: 0, 3).work.scores.isEmpty) }
    let event = try #require(try care.history("W-1").events.last)
    #expect(event.source == .derived)
    #expect(event.fact == .scored(try CareStore.scores("03-02:46")[0].score))
    // Nobody's undo takes it back.
    #expect(try care.history("W-1").undoable == nil)
    try care.perform(.resolve(Resolution(rootCause: "x")), on: "W-1", at: 1)
    try care.record("03-03:60", at: 1, 1)
    #expect(try care.escalation("W-1", at: 1, 2).work.scores.count == 5)
    try care.perform(.cancel(reason: "No escalation"), on: "W-1", at: 1, 3)
    try care.record("03-03:61", at: 1, 4)
    #expect(try care.escalation("W-1", at: 1, 5).work.scores.values.map(\.composite).sorted() == [46, 47, 48, 49, 60])
    try care.expectSound()
  }

  @Test func `while a record is open none opens, and after its end only later dates count`() throws {
    let care = try CareStore()
    #expect(try care.record("02-27:49 02-28:48 03-01:47", at: 0).last == .opened(EscalationID("W-1")))
    try care.record("03-02:40", at: 0, 1)
    try care.record("03-03:40", at: 1)
    try care.record("03-04:40", at: 2)
    #expect(try care.count("escalation") == 1)
    // Ended on Wednesday 4 March: that date counts no more.
    try care.perform(.cancel(reason: "By mistake"), on: "W-1", at: 2, 1)
    #expect(try care.record("03-05:40", at: 3) == [.written])
    #expect(try care.record("03-06:40", at: 4) == [.written])
    // A word on an older date changes nothing about that.
    #expect(try care.record("03-04:39", at: 4) == [.written])
    #expect(try care.record("03-07:40", at: 5) == [.opened(EscalationID("W-2"))])
    #expect(try care.escalation("W-2", at: 5).work.trigger?.past.count == 8)
    try care.expectSound()
  }

  @Test(arguments: [
    (Command.close(Closing(outcome: .recovered), reason: nil), Command.reopen(reason: "It came back")),
    (.cancel(reason: "By mistake"), .undo(event: 4)),
  ])
  func `what an account scored while its record was over is told once it goes on`(end: Command, goOn: Command) throws {
    let care = try CareStore()
    try care.record("02-27:49 02-28:48 03-01:47", at: 0)
    try care.record("03-02:60", at: 0, 1)
    let passing = GateOverride(gate: "streak", authority: "VP")
    try care.perform(.overrideGate(passing, reason: "Renewed"), on: "W-1", at: 0, 2)
    try care.perform(end, on: "W-1", at: 0, 3)
    try care.record("03-02:59 03-03:40", at: 1)
    try care.record("03-04:41", at: 2)
    #expect(try care.escalation("W-1", at: 2, 1).work.scores.count == 4)
    try care.perform(goOn, on: "W-1", at: 2, 2)
    let record = try care.escalation("W-1", at: 2, 2)
    #expect(record.work.scores.values.map(\.composite).sorted() == [40, 41, 47, 48, 49, 59])
    // Each on the day it was written down, and nobody's act.
    let told = try care.history("W-1").events.filter { $0.fact.kind == "scored" }.suffix(3)
    #expect(told.map(\.occurred) == [care.at(1), care.at(1), care.at(2)])
    #expect(told.allSatisfy { $0.source == .derived && $0.actor == "feed" })
    try care.expectSound()
  }

  @Test func `stages pass after 14 and 21 days without improvement, each day told in time`() throws {
    let care = try CareStore()
    try care.record("02-28:31 03-01:31 03-02:30", at: 0)
    #expect(try care.escalation("W-1", at: 13, 23).stage == "1")
    #expect(try care.escalation("W-1", at: 14).stage == "2")
    // 40 is ten up from the trigger: at the look on 6 April it counts as improvement, and on 27 April too.
    try care.record("03-20:39", at: 18)
    #expect(try care.escalation("W-1", at: 35).stage == "3")
    try care.record("04-05:40", at: 34)
    #expect(try care.escalation("W-1", at: 35).stage == "2")
    try care.record("04-06:39", at: 35, 1)
    #expect(try care.escalation("W-1", at: 55, 23).stage == "2")
    #expect(try care.escalation("W-1", at: 56).stage == "3")
    // What a later writer stores of it changes nothing.
    try care.record("04-27:38", at: 56, 1)
    #expect(try care.escalation("W-1", at: 57).stage == "3")
    #expect(try care.history("W-1").events.filter { $0.fact == .stageEntered("3") }.map(\.occurred) == [care.at(56)])
    try care.expectSound()
  }

  @Test func `closing waits for thirty days above, counted over gaps and begun anew by a dip`() throws {
    let care = try CareStore()
    try care.record("02-28:31 03-01:31 03-02:30", at: 0)
    func streak(_ day: Int) throws -> Int {
      let refusal = #expect(throws: Refusal.self) {
        try care.perform(.close(Closing(outcome: .recovered), reason: nil), on: "W-1", at: day, 5)
      }
      guard case .gatesOpen(let gates) = refusal, case .open(.healthStreak(let has, 30)) = gates.first?.state else {
        return -1
      }
      return has
    }
    let first = try #require(LocalDate(iso: "2026-03-03"))
    func score(_ day: Int, _ composite: Int) throws {
      let score = HealthScore(date: first.adding(days: day - 1), composite: composite)
      _ = try care.store.record([AccountScore("Northwind", score)], act: Act(actor: "feed", now: care.at(day)))
    }
    for day in 1...10 { try score(day, 51) }
    #expect(try streak(10) == 10)
    try score(11, 50)
    #expect(try streak(11) == 0)
    for day in 12...20 { try score(day, 60) }
    // Days 21 to 25 have no score: the streak stands.
    #expect(try streak(25) == 9)
    for day in 26...45 { try score(day, 60) }
    #expect(try streak(45) == 29)
    try score(46, 51)
    try care.perform(.close(Closing(outcome: .recovered), reason: nil), on: "W-1", at: 46, 1)
    #expect(try care.escalation("W-1", at: 46, 2).status == .closed)
    try care.expectSound()
  }
}
