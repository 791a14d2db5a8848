import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// Sessions of the war room in the store, and their minutes.
@Suite struct RoomTests {
  static let monday = LocalDate(daysSinceEpoch: 20_514)
  static let id = RoomID(date: monday)

  @discardableResult
  private func write(
    _ fact: RoomFact, why: String? = nil, in room: RoomID = id, at seconds: Int64, _ test: TestStore
  ) throws -> Room {
    try test.store.write(fact, in: room, why: why, act: test.act(seconds))
  }

  private func start(_ agenda: [EscalationID], since: Int64 = -86_400) -> RoomFact {
    .started(
      RoomStart(
        agenda: agenda, since: TestStore.start + since, until: TestStore.start + 86_400,
        timebox: RoomTimebox(each: 5, all: 30), zone: .utc))
  }

  @Test func whatIsWrittenIsReadBackAndNamesAreAsTheLogSpellsThem() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try write(.pinned(EscalationID("a-1")), at: 10, test)
    try write(.skipped(EscalationID("A-1")), why: " no ", at: 20, test)
    let room = try test.other().room(Self.id, now: TestStore.start + 30)
    #expect(room.pinned == [EscalationID("A-1")])
    #expect(room.skipped == [EscalationID("A-1"): .init(at: TestStore.start + 20, by: "ada", why: "no")])
    #expect(room.log.entries.map(\.sequence) == [1, 2])
    #expect(try test.store.room(Self.id, now: TestStore.start + 15).skipped.isEmpty, "as of an earlier moment")
    #expect(throws: Refusal.noSuchOnAgenda(EscalationID("A-9"))) {
      try write(.pinned(EscalationID("A-9")), at: 40, test)
    }
    #expect(try test.store.room(Self.id, now: .max).log.entries.count == 2, "a refusal leaves nothing behind")
  }

  @Test func aSessionKeepsHowFarTheLogHadCome() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let last = try #require(try test.raw { try Int64.fetchOne($0, sql: "SELECT max(sequence) FROM event") })
    #expect(try write(start([EscalationID("A-1")]), at: 60, test).start?.through == last)
    let act = try test.perform(.note(text: "n"), on: "A-1", at: 70)
    let room = try write(.ended(), at: 80, test)
    #expect(room.through == act.events.last?.sequence && room.through ?? 0 > last)
  }

  @Test func theNewestSessionsComeFirst() throws {
    let test = try TestStore()
    for (index, number) in (1...11).enumerated() {
      let id = RoomID(date: Self.monday, number: number)
      try write(.noted("n"), in: id, at: Int64(index), test)
    }
    try write(.noted("n"), in: RoomID(date: Self.monday.adding(days: -1)), at: 20, test)
    let all = try test.store.rooms(atMost: 20, now: .max)
    #expect(all.map(\.number) == [11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1])
    #expect(try test.store.rooms(atMost: 2, now: .max).map(\.text) == ["2026-03-02.11", "2026-03-02.10"])
    #expect(try test.store.rooms(atMost: 20, now: TestStore.start + 2).map(\.number) == [3, 2, 1])
    let past = try test.other(knownAt: TestStore.start + 1)
    #expect(try past.rooms(atMost: 20, now: .max).map(\.number) == [2, 1])
    #expect(throws: StoreFailure.readOnly(path: test.path)) {
      try past.write(.noted("n"), in: Self.id, why: nil, act: test.act(90))
    }
  }

  @Test func olderDatesAreThereAsFarAsTheyAreAskedFor() throws {
    let test = try TestStore()
    for day in 0..<6 {
      for number in 1...2 {
        try write(.noted("n"), in: RoomID(date: Self.monday.adding(days: day), number: number), at: Int64(day), test)
      }
    }
    func names(_ limit: Int, _ now: Int64 = 100) throws -> [String] {
      try test.store.rooms(atMost: limit, now: TestStore.start + now).map(\.text)
    }
    #expect(try names(3) == ["2026-03-07.2", "2026-03-07", "2026-03-06.2"])
    #expect(try names(100).count == 12)
    #expect(try names(2, 1) == ["2026-03-03.2", "2026-03-03"])
    #expect(try names(5, -1) == [])
  }

  @Test func theLastMeetingIsTheNewestThatStarted() throws {
    let test = try TestStore()
    #expect(try test.store.lastMeeting(now: .max) == nil)
    try write(start([]), at: 0, test)
    try write(.noted("plan"), in: RoomID(date: Self.monday.adding(days: 1)), at: 10, test)
    #expect(try test.store.lastMeeting(now: .max)?.id == Self.id)
    #expect(try test.store.lastMeeting(now: TestStore.start + -1) == nil)
  }

  @Test func whatWasAddedIsOnTheAgendaWhateverBecameOfIt() throws {
    let test = try TestStore()
    for id in ["A-1", "A-2"] { try test.open(id: id, at: -90 * 86_400) }
    for id in ["A-1", "A-2"] {
      try test.perform(.cancel(reason: "twice"), on: id, at: -60 * 86_400)
    }
    try write(.added(EscalationID("A-2")), why: "they asked", at: 0, test)
    let policies = try test.store.policies()
    let now = TestStore.start + 10
    let file = try test.store.roomFile(zone: .utc, policies: policies, now: now)
    #expect(file.items.map(\.id.text) == ["A-2"])
    let agenda = try test.store.agenda(of: file.room, in: file.window, policies: policies, now: now)
    #expect(agenda.items.map(\.reasons.first?.label) == ["they asked"])
    try write(start([EscalationID("A-2")]), at: 20, test)
    let room = try write(.entered(EscalationID("A-2")), at: 30, test)
    let minutes = try #require(try test.store.minutes(of: room, zone: .utc, now: TestStore.start + 90))
    #expect(minutes.items.map(\.id.text) == ["A-2"])
  }

  /// A-1 is talked about, A-2 skipped, A-3 decided about without being on the agenda.
  private func session(_ test: TestStore) throws {
    for id in ["A-1", "A-2", "A-3"] { try test.open(id: id, at: -7200) }
    try test.perform(.note(text: "before"), on: "A-1", at: -60)
    try write(start([EscalationID("A-1"), EscalationID("A-2")]), at: 0, test)
    // The same second as the start: its number tells that it came after.
    try test.perform(.takeDecision(text: "Roll back"), on: "A-1", at: 0)
    try write(.entered(EscalationID("A-1")), at: 10, test)
    try test.perform(.addTask(title: "Call them", owner: nil, due: nil, origin: nil), on: "A-1", at: 20)
    try test.perform(
      .raiseBlocker(title: "No access", owner: "bo", neededBy: TestStore.start + 3600), on: "A-1", at: 30)
    try test.perform(.note(text: "slip"), on: "A-1", at: 40)
    try test.perform(.undo(event: nil), on: "A-1", at: 50)
    try test.perform(.changeSeverity(to: "S2", reason: "smaller"), on: "A-1", at: 60)
    try write(.skipped(EscalationID("A-2")), why: "on leave", at: 70, test)
    try test.perform(.takeDecision(text: "Wait"), on: "A-3", at: 80)
    try test.perform(.note(text: "no decision"), on: "A-2", at: 85)
    try write(.noted("Thanks"), at: 90, test)
    try write(.ended(), at: 100, test)
  }

  private func minutes(_ test: TestStore, now: Int64 = 200) throws -> Minutes {
    let now = TestStore.start + now
    return try #require(try test.store.minutes(of: test.store.room(Self.id, now: now), zone: .utc, now: now))
  }

  @Test func minutesTellWhatTheSessionCameTo() throws {
    let test = try TestStore()
    try session(test)
    let minutes = try minutes(test)
    #expect(minutes.items.map(\.id.text) == ["A-1", "A-2", "A-3"])
    #expect(minutes.items.map(\.isOnAgenda) == [true, false, false])
    #expect(minutes.items.map(\.wasDiscussed) == [true, false, false])
    let first = try #require(minutes.items.first)
    #expect(first.decisions.map(\.text) == ["Roll back"])
    #expect(first.actions.map(\.title) == ["Call them", "No access"])
    #expect(first.actions.map(\.kind) == [.task, .blocker])
    #expect(first.acts.count == 1, "neither what came before nor what was taken back: \(first.acts.map(\.text))")
    #expect(first.acts.first?.stamp.why == "smaller")
    #expect(first.spent == 90 && first.row.severity == "S2")
    #expect(!first.reasons.isEmpty && !first.ahead.atRisk.isEmpty)
    #expect(minutes.openQuestions.map(\.action.title) == ["Call them"])
    #expect(minutes.skipped.map(\.id.text) == ["A-2"] && minutes.skipped.first?.stamp.why == "on leave")
    #expect(minutes.room.notes.map(\.text) == ["Thanks"])
    #expect(minutes.totals.open == 3)
    #expect(minutes.news.opened == 3 && minutes.news.asOf == TestStore.start)
    #expect(minutes.asOf == TestStore.start + 100)
  }

  @Test func anActOfBeforeThatIsTakenBackInTheSessionIsTold() throws {
    let test = try TestStore()
    try test.open(id: "A-1", at: -7200)
    try test.perform(.assign(owner: "bo"), on: "A-1", at: -60)
    try write(start([EscalationID("A-1")]), at: 0, test)
    try test.perform(.undo(event: nil), on: "A-1", at: 10)
    #expect(try minutes(test).items.first?.acts.map(\.text) == ["owner bo → nobody (taken back)"])
  }

  @Test func minutesAreTheSameWheneverTheyAreWritten() throws {
    let test = try TestStore()
    try session(test)
    let first = try minutes(test)
    // Late word of earlier things, things taken back, records that are gone from the board, a new policy, an import of
    // what happened long before.
    try test.perform(.takeDecision(text: "Late"), on: "A-1", at: 300, occurred: 90)
    try test.perform(.finishTask("T1", note: nil), on: "A-1", at: 310)
    try test.perform(.undo(event: nil), on: "A-3", at: 320)
    try test.perform(.cancel(reason: "mistake"), on: "A-3", at: 330)
    try test.open(id: "A-4", at: 340)
    _ = try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start + 350)
    try test.importing(
      [
        ImportedRecord(
          id: EscalationID("I-1"), isNew: true, drafts: [.imported(.opened(.room()), at: TestStore.start + -3600)]),
        ImportedRecord(
          id: EscalationID("A-2"), isNew: false,
          drafts: [.imported(.noted(text: "from elsewhere"), at: TestStore.start + -30)]),
      ], at: 360)
    #expect(try minutes(test, now: 400_000) == first)
    _ = try test.store.rebuild(now: TestStore.start + 400_000)
    #expect(try minutes(test, now: 9_000_000) == first)
    #expect(try test.store.examine().isSound)
  }

  @Test func twoConsolesLeadInTurnAndBothCapture() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try write(start([EscalationID("A-1")]), at: 0, test)
    try write(.entered(EscalationID("A-1")), at: 10, test)
    let probes = try ["left", "right"].map { try Probe(["capture", test.path, "A-1", $0, "25"]) }
    for end in try probes.map({ try $0.wait() }) { #expect(end.status == 0 && end.lines.count == 25, "\(end)") }
    let room = try test.store.room(Self.id, now: .max)
    let leads = room.log.entries.compactMap { entry in
      if case .driven(let console) = entry.fact { (console, entry.actor) } else { nil }
    }
    #expect(leads.allSatisfy { $0.0 == $0.1 } && Set(leads.map(\.0)) == ["left", "right"])
    #expect(zip(leads, leads.dropFirst()).allSatisfy { $0.0 != $1.0 }, "nobody takes what they have")
    #expect(room.driver?.console == leads.last?.0 && room.driver?.name == leads.last?.0)
    #expect(room.current == EscalationID("A-1"), "who leads moves nothing")
    let said = ["left", "right"].flatMap { console in (0..<25).map { "\(console) \($0)" } }
    #expect(Set(room.notes.map(\.text)) == Set(said) && room.notes.count == 50)
    #expect(Set(room.log.entries.map(\.sequence)).count == room.log.entries.count)
    let minutes = try #require(try test.store.minutes(of: room, zone: .utc, now: TestStore.start + 9000))
    #expect(Set(minutes.items.flatMap(\.decisions).map(\.text)) == Set(said))
  }

  @Test func aPastSessionIsSeenAsItWasWhateverWasSaidSince() throws {
    let test = try TestStore()
    for id in ["A-1", "A-2"] { try test.open(id: id, at: -7200) }
    try write(start([EscalationID("A-1"), EscalationID("A-2")]), at: 0, test)
    try write(.entered(EscalationID("A-1")), at: 60, test)
    let now = TestStore.start + 100
    func seen() throws -> (Room, Board, Agenda) {
      let past = try test.other(knownAt: now)
      defer { try? past.close() }
      let room = try past.room(Self.id, now: now)
      let window = RoomWindow(since: TestStore.start + -86_400, until: TestStore.start + 86_400)
      return (
        room, try past.board(now: now), try past.agenda(of: room, in: window, policies: past.policies(), now: now)
      )
    }
    let before = try seen()
    #expect(before.0.current == EscalationID("A-1") && before.1.rows.count == 2 && before.2.items.count == 2)
    // What is dated before that moment and said after it; a policy; an end; an import of long ago.
    try test.perform(.changeSeverity(to: "S3", reason: "late"), on: "A-2", at: 300, occurred: 50)
    try test.perform(.takeDecision(text: "late"), on: "A-1", at: 300, occurred: 90)
    try test.open(id: "A-3", at: 310)
    _ = try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start + 320)
    try test.perform(.resolve(Resolution(summary: "done", rootCause: "x")), on: "A-1", at: 330)
    try write(.skipped(EscalationID("A-2")), why: "no", at: 340, test)
    try write(.ended(), at: 350, test)
    let after = try seen()
    #expect(after.0 == before.0)
    func told(_ board: Board) -> [String] {
      // A breach may have been stored since; it was one then.
      board.rows.map { row in
        let clock = row.clock.map { "\($0.label) \($0.state(at: now)) \($0.breached(at: now).map(\.seconds) ?? 0)" }
        return "\(row.id) \(row.severity ?? "") \(row.status) \(clock ?? "") \(row.openClocks)"
      }
    }
    #expect(told(after.1) == told(before.1))
    #expect(after.2 == before.2)
  }

  @Test func nothingCameOfASessionThatHasNotStarted() throws {
    let test = try TestStore()
    try write(.noted("n"), at: 0, test)
    #expect(try test.store.minutes(of: test.store.room(Self.id, now: .max), zone: .utc, now: TestStore.start) == nil)
  }

  /// A call that nobody made since before the last session is read in each way there is.
  @Test func whatIsOwedForAWhileIsReadByTheRoomItsAgendaAndItsMinutes() throws {
    let test = try TestStore()
    let half: Int64 = 43_200
    // The watch of the first ended before the session before this one; its call was due 13 days ago.
    for (id, opened) in [("A-1", -31), ("A-2", -61)] as [(String, Int64)] {
      try test.open(id: id, at: opened * half)
      try test.perform(.resolve(Resolution(summary: "done", rootCause: "x")), on: id, at: opened * half + 60)
    }
    try test.open(id: "A-3", at: -7200)
    let now = TestStore.start
    let policies = try test.store.policies()
    let file = try test.store.roomFile(zone: .utc, policies: policies, now: now)
    #expect(Set(file.items.map(\.id.text)) == ["A-1", "A-3"])
    #expect(file[EscalationID("A-1")]?.reasons.map(\.rule) == ["follow-up"])
    #expect(try test.store.agenda(of: file.room, in: file.window, policies: policies, now: now).items == file.items)
    #expect(try test.store.news(since: file.window.since, now: now) == file.news)
    #expect(try test.store.dailyChecklist(now: now) == file.checklist)
    let brief = try test.store.brief(until: now + 28_800, policies: policies, now: now)
    #expect(brief.due.first?.row.id.text == "A-1" && brief.due.first?.reason.rule == "follow-up")
    try write(start([EscalationID("A-1"), EscalationID("A-3")]), at: 0, test)
    #expect(try minutes(test).items.map(\.id.text) == ["A-1", "A-3"])
  }
}
