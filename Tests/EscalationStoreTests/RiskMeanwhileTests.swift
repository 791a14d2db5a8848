import EscalationDomain
import StoreFixtures
import Testing

@testable import EscalationStore

/// An act on a risk that rests on what was read: where somebody wrote about it since, nothing is done.
@Suite struct `A risk that changed meanwhile` {
  private static let id = RiskID("R-1")

  /// Two risks, and the newest entry on the first.
  private func filled() throws -> (test: TestStore, newest: Int64) {
    let test = try TestStore()
    let risk = try test.store.register(`The Risk Register in the store`.entry(), zone: .utc, act: test.act(0))
    _ = try test.store.register(`The Risk Register in the store`.entry("Second"), zone: .utc, act: test.act(1))
    return (test, try #require(risk.log.newest?.sequence))
  }

  private func newest(_ test: TestStore) throws -> Int64 {
    try #require(try test.store.risk(Self.id, now: .max)?.entries.map(\.sequence).max())
  }

  private static func change(_ likelihood: Int) -> RiskChange {
    var change = RiskChange()
    change.likelihood = likelihood
    return change
  }

  static let acts: [RiskCommand] = [
    .revise(change(5), reason: "worse"), .review(next: nil, note: "seen"), .close(reason: "over"),
  ]

  @Test(arguments: acts) func `what nobody touched is written`(act: RiskCommand) throws {
    let (test, seen) = try filled()
    let risk = try test.store.perform(act, on: RiskID("r-1"), zone: .utc, act: test.act(20), asOf: seen)
    #expect(try newest(test) > seen)
    #expect(try test.store.risks(now: TestStore.start + 20).contains(RiskRow(risk)))
    #expect(try test.store.examine().isSound)
  }

  /// What another console did between the look and the act, whatever it was.
  static let theirs: [@Sendable (SQLiteStore, TestStore) throws -> Void] = [
    { _ = try $0.perform(.revise(change(4), reason: nil), on: id, zone: .utc, act: $1.act(10)) },
    { _ = try $0.perform(.review(next: nil, note: nil), on: id, zone: .utc, act: $1.act(10)) },
    { _ = try $0.perform(.close(reason: "gone"), on: id, zone: .utc, act: $1.act(10)) },
    { store, test in
      // Taken back again: all stands as it did, and still somebody was there.
      let closed = try store.perform(.close(reason: "gone"), on: id, zone: .utc, act: test.act(10))
      let entry = closed.log.newest?.sequence ?? 0
      _ = try store.perform(.takeBack(entry: entry), on: id, zone: .utc, act: test.act(11))
    },
    { store, test in
      let promotion = Promotion(
        neededBy: TestStore.start + 90_000, account: AccountFacts(name: "Northwind"), playbook: "room", severity: "S1")
      _ = try store.promote(id, promotion, as: nil, act: test.act(10))
    },
  ]

  @Test(arguments: theirs.indices) func `what another wrote first stops it, and nothing is written`(index: Int) throws {
    let (test, seen) = try filled()
    let other = try test.other()
    defer { try? other.close() }
    try Self.theirs[index](other, test)
    let before = try test.store.risk(Self.id, now: .max)?.entries
    for act in Self.acts {
      #expect(throws: Refusal.overtaken) {
        try test.store.perform(act, on: Self.id, zone: .utc, act: test.act(20), asOf: seen)
      }
    }
    #expect(try test.store.risk(Self.id, now: .max)?.entries == before)
    #expect(try test.store.examine().isSound)
  }

  @Test func `after another look it is written`() throws {
    let (test, seen) = try filled()
    let other = try test.other()
    defer { try? other.close() }
    _ = try other.perform(.revise(Self.change(4), reason: nil), on: Self.id, zone: .utc, act: test.act(10))
    let again = try newest(test)
    #expect(again > seen)
    let risk = try test.store.perform(
      .revise(Self.change(2), reason: nil), on: Self.id, zone: .utc, act: test.act(20), asOf: again)
    #expect(risk.entry.likelihood == 2)
  }

  @Test func `what happens to another risk is no reason to stop`() throws {
    let (test, seen) = try filled()
    _ = try test.store.perform(.close(reason: "gone"), on: RiskID("R-2"), zone: .utc, act: test.act(10))
    let risk = try test.store.perform(.close(reason: "over"), on: Self.id, zone: .utc, act: test.act(20), asOf: seen)
    #expect(risk.status == .closed)
  }

  /// A rule that refuses is named as ever, and a risk that is not there too.
  @Test func `rules hold beside it`() throws {
    let (test, _) = try filled()
    _ = try test.store.perform(.close(reason: "gone"), on: Self.id, zone: .utc, act: test.act(10))
    #expect(throws: Refusal.riskNotOpen(.closed)) {
      try test.store.perform(.close(reason: "x"), on: Self.id, zone: .utc, act: test.act(20), asOf: newest(test))
    }
    #expect(throws: StoreFailure.noSuchRisk(RiskID("R-9"))) {
      try test.store.perform(.close(reason: "x"), on: RiskID("R-9"), zone: .utc, act: test.act(20), asOf: 0)
    }
  }
}
