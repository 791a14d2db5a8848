import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// What a report over a window reads: all that has anything in it, and not all of history.
@Suite struct RecordReadingTests {
  private static let day: Int64 = 86_400

  private func read(_ store: SQLiteStore, _ window: Range<Instant>, now: Instant) throws -> [String] {
    var ids: [String] = []
    try store.eachRecord(touching: window, now: now) { ids.append($0.id.text) }
    return ids
  }

  /// The figures of a window from the store's choice of records, and from all records.
  private func expectSame(
    _ test: TestStore, _ window: Range<Instant>, store: SQLiteStore? = nil, asKnown: Instant? = nil
  )
    throws
  {
    let moment = MetricsTally.moment(of: window, now: .max)
    var (chosen, whole) = (MetricsTally(window: window, zone: .utc), MetricsTally(window: window, zone: .utc))
    try (store ?? test.store).eachRecord(touching: window, now: moment) { chosen.add($0) }
    let policies = try test.store.policies()
    for id in try test.raw({ try String.fetchAll($0, sql: "SELECT id FROM escalation ORDER BY key") }) {
      let history = try #require(try test.store.history(of: EscalationID(id)))
      let known = asKnown.map(history.known) ?? history
      if let record = try Escalation.replayIfOpened(known, policies: policies, now: moment) { whole.add(record) }
    }
    #expect(chosen.report(playbooks: []) == whole.report(playbooks: []), "\(window)")
  }

  @Test func whatWasOverBeforeTheWindowIsNotRead() throws {
    let test = try TestStore()
    let start = TestStore.start
    try test.open(id: "A-over")
    try test.perform(.cancel(reason: "mistake"), on: "A-over", at: 600)
    try test.open(id: "A-open", at: 60)
    try test.open(id: "A-closed", at: 60)
    try test.perform(.close(Closing(outcome: .recovered), reason: nil), on: "A-closed", at: 10 * Self.day)
    try test.open(id: "A-later", at: 30 * Self.day)
    let now = start + 40 * Self.day
    #expect(try read(test.store, start..<start + Self.day, now: now) == ["A-over", "A-open", "A-closed"])
    #expect(try read(test.store, start + Self.day..<start + 5 * Self.day, now: now) == ["A-open", "A-closed"])
    #expect(
      try read(test.store, start..<start + 31 * Self.day, now: start + 20 * Self.day)
        == ["A-over", "A-open", "A-closed"])
    #expect(try read(test.store, start + 35 * Self.day..<now, now: now).contains("A-over") == false)
  }

  /// Calls that nobody made pile up over the years.
  @Test func whatIsOwedOnThoseThatAreOverIsReadWhileItIsDueOnly() throws {
    let test = try TestStore()
    let start = TestStore.start
    try test.open(id: "A-1")
    try test.perform(.close(Closing(), reason: nil), on: "A-1", at: Self.day)
    let record = try #require(try test.store.history(of: EscalationID("A-1")))
    let owed = try Escalation.replay(record, policies: test.store.policies(), now: start + 2 * Self.day).openClocks
    let last = try #require(owed.compactMap(\.deadline).max())
    #expect(!owed.isEmpty && owed.allSatisfy { if case .slots = $0.target { false } else { true } })
    for rebuilt in [false, true] {
      if rebuilt { _ = try test.store.rebuild(now: last + 400 * Self.day) }
      func read(from: Instant) throws -> [String] {
        var ids: [String] = []
        try test.store.eachHistory(inRoom: from..<from + Self.day, with: [], now: from + Self.day) { history, _ in
          ids += history.events.prefix(1).map(\.escalation.text)
        }
        return ids
      }
      // The breach itself is news of the second in which it was.
      #expect(try read(from: last) == ["A-1"] && read(from: last + 2).isEmpty)
      #expect(try self.read(test.store, last + 2..<last + Self.day, now: last + Self.day) == ["A-1"], "figures need it")
    }
  }

  @Test func clocksThatOutliveClosingAreReadAfterARebuildToo() throws {
    let test = try TestStore()
    let start = TestStore.start
    try test.open(id: "A-1")
    try test.perform(.close(Closing(), reason: nil), on: "A-1", at: Self.day)
    for rebuilt in [false, true] {
      if rebuilt { _ = try test.store.rebuild(now: start + 90 * Self.day) }
      for day in stride(from: Int64(0), to: 40, by: 1) {
        try expectSame(test, start + day * Self.day..<start + (day + 1) * Self.day)
      }
    }
  }

  @Test func theFiguresAreThoseOfAllHistory() throws {
    let test = try TestStore()
    let start = TestStore.start
    var random = Seeded(state: 4)
    let course: [Command] = [
      .acknowledge(note: nil), .update(CustomerUpdate(text: "u")), .check(note: nil),
      .resolve(Resolution(rootCause: "x")),
      .reopen(reason: "again"), .close(Closing(outcome: .churned, csat: 3), reason: nil), .undo(event: nil),
      .changeSeverity(to: "s2", reason: "r"), .cancel(reason: "c"), .mark("a step"),
    ]
    var acts: [(Int64, Int, Command?)] = []
    for number in 0..<40 {
      var at = Int64.random(in: 0..<60 * Self.day, using: &random)
      acts.append((at, number, nil))
      for _ in 0..<Int.random(in: 0..<7, using: &random) {
        at += Int64.random(in: 1..<5 * Self.day, using: &random)
        acts.append((at, number, course.randomElement(using: &random)))
      }
    }
    for (at, number, command) in acts.sorted(by: { $0.0 < $1.0 }) {
      do {
        if let command {
          try test.perform(command, on: "R-\(number)", at: at)
        } else {
          try test.open(id: "R-\(number)", at: at)
        }
      } catch is Refusal {}
    }
    for _ in 0..<60 {
      let from = start + Int64.random(in: -Self.day..<100 * Self.day, using: &random)
      try expectSame(test, from..<from + Int64.random(in: 1..<30 * Self.day, using: &random))
    }
    let asOf = start + 45 * Self.day
    let past = try test.other(knownAt: asOf)
    for _ in 0..<20 {
      let from = start + Int64.random(in: 0..<44 * Self.day, using: &random)
      try expectSame(test, from..<asOf + 1, store: past, asKnown: asOf)
    }
  }

  @Test func whatAnImportHasStagedIsNotRead() throws {
    let test = try TestStore()
    let session = try ImportSession(test.store, source: "test", now: TestStore.start)
    let draft = Draft.imported(.opened(.room()), at: TestStore.start)
    try session.stage([ImportedRecord(id: EscalationID("I-1"), isNew: true, drafts: [draft])])
    let window = TestStore.start..<TestStore.start + 10
    #expect(try read(test.store, window, now: window.upperBound).isEmpty)
    try session.publish()
    #expect(try read(test.store, window, now: window.upperBound) == ["I-1"])
  }

  @Test func moreThanOneTransactionHolds() throws {
    let test = try TestStore()
    let records = (0..<600).map { number in
      ImportedRecord(
        id: EscalationID("I-\(number)"), isNew: true, drafts: [.imported(.opened(.room()), at: TestStore.start)])
    }
    try test.importing(records)
    let window = TestStore.start..<TestStore.start + 10
    #expect(try read(test.store, window, now: window.upperBound) == records.map(\.id.text))
  }
}
