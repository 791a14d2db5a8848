import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// Several acts in one transaction, and what belongs together in the log.
@Suite struct BulkTests {
  private let one = EscalationID("A-1")
  private let two = EscalationID("A-2")

  private func store() throws -> TestStore {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.open(id: "A-2")
    return test
  }

  @Test func whatWasLookedAtIsWhatIsDone() throws {
    let test = try store()
    let basis = try [one: newest(one, test), two: newest(two, test)]
    let done = try test.store.perform(
      [(one, .assign(owner: "Bo"), test.act(5)), (two, .assign(owner: "Bo"), test.act(5))], asOf: basis)
    #expect(done.map(\.record.owner) == ["Bo", "Bo"])
    #expect(try test.store.board(now: TestStore.start + 5).rows.map(\.owner) == ["Bo", "Bo"])
  }

  @Test func aNewerActOnOneOfThemLeavesAllAlone() throws {
    let test = try store()
    let basis = try [one: newest(one, test), two: newest(two, test)]
    try test.perform(.note(text: "meanwhile"), on: "A-2", at: 3)
    let before = try test.store.examine().events
    #expect(throws: Refusal.overtaken) {
      try test.store.perform(
        [(one, .assign(owner: "Bo"), test.act(5)), (two, .assign(owner: "Bo"), test.act(5))], asOf: basis)
    }
    #expect(try test.store.examine().events == before)
  }

  @Test func whatTimeBroughtIsNoNewerAct() throws {
    let test = try store()
    let basis = try [one: newest(one, test)]
    // Somebody else's act writes down what passed on the others.
    try test.perform(.note(text: "late"), on: "A-2", at: 900_000)
    _ = try test.store.perform([(one, .assign(owner: "Bo"), test.act(900_001))], asOf: basis)
  }

  @Test func oneThatIsGoneFailsByName() throws {
    let test = try store()
    let nobody = EscalationID("A-9")
    #expect(throws: StoreFailure.noSuchEscalation(nobody)) {
      try test.store.perform([(nobody, .note(text: "n"), test.act(5))], asOf: [nobody: 1])
    }
  }

  @Test func partsOfAnActAreReadBackAsSuch() throws {
    let test = try store()
    _ = try test.store.perform([
      (one, .note(text: "a"), test.act(5)), (two, .note(text: "b"), test.act(5)), (one, .note(text: "c"), test.act(5)),
    ])
    let history = try #require(try test.store.history(of: one))
    #expect(history.events.filter { $0.source == .act }.map(\.isPart) == [false, false, true])
    #expect(try test.store.history(of: two)?.events.last?.isPart == false)
    #expect(history.undoableAct.map(\.fact) == [.noted(text: "a"), .noted(text: "c")])
    let undone = try test.perform(.undo(event: nil), on: "A-1", at: 6)
    #expect(undone.events.filter { $0.source == .act }.map(\.isPart) == [false, true])
    #expect(try test.perform(.redo(event: nil), on: "A-1", at: 7).events.count == 2)
    #expect(try test.store.history(of: one)?.effective.suffix(2).map(\.fact) == [.noted(text: "a"), .noted(text: "c")])
  }

  /// Whoever reads the fact alone, as an older program does, reads it all the same.
  @Test func aPartIsSpelledBehindTheFact() throws {
    let test = try store()
    _ = try test.store.perform([(one, .note(text: "a"), test.act(5)), (one, .resolve(Resolution()), test.act(5))])
    let texts = try test.store.read { db in
      try String.fetchAll(db, sql: "SELECT fact FROM event WHERE source = 'act' ORDER BY sequence")
    }
    #expect(texts.suffix(2) == [#"{"noted":{"text":"a"}}"#, #"{"resolved":{"_0":{"prevention":[]}},"part":true}"#])
    let fact = try JSONDecoder().decode(Fact.self, from: Data((texts.last ?? "").utf8))
    #expect(fact == .resolved(Resolution()))
  }

  private func newest(_ id: EscalationID, _ test: TestStore) throws -> Int64 {
    try #require(try test.store.history(of: id)).newestAct
  }
}
