import EscalationDomain
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

@Suite struct PolicyTests {
  @Test func aNewStoreHasItsFirstEdition() throws {
    let test = try TestStore()
    let book = try test.store.policies()
    #expect(book.current.edition == 1)
    #expect(book.current.playbooks["room"]?.version == 1)
    #expect(book.current.calendars.keys.sorted() == ["24x7", "standard"])
    #expect(book.current.defaultCalendar == "standard")
  }

  @Test func installingNumbersOnlyWhatChanged() throws {
    let test = try TestStore()
    _ = try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start + 60)
    let book = try test.store.policies()
    #expect(book.current.edition == 2)
    #expect(book.current.playbooks["room"]?.version == 2)
    #expect(book.current.calendars["standard"]?.version == 1)
    #expect(try book.policy(1).playbooks["room"]?.version == 1)
    let texts = try test.store.policyTexts()
    #expect(texts.first { $0.kind == "playbook" }?.text == RoomPolicy.stricter.text)
    #expect(texts.first { $0.kind == "playbook" }?.version == 2)
  }

  @Test func onlyOpenDeadlinesThatMoveMoveAndBothValuesAreLogged() throws {
    let test = try TestStore()
    try test.open(id: "running")
    try test.open(id: "answered")
    try test.perform(.acknowledge(note: nil), on: "answered", at: 60)
    try test.open(id: "over")
    try test.perform(.cancel(reason: "duplicate"), on: "over", at: 60)

    let preview = try test.store.previewInstall([RoomPolicy.stricter], now: TestStore.start + 120)
    let effects = try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start + 120)

    #expect(effects.map(\.id.text) == preview.map(\.id.text))
    #expect(effects.map(\.moves) == preview.map(\.moves))
    #expect(effects.first { $0.id.text == "running" }?.moves.map(\.rule) == ["first-response", "soonest"])
    #expect(effects.first { $0.id.text == "answered" }?.moves.contains { $0.rule == "first-response" } == false)
    #expect(!effects.contains { $0.id.text == "over" })
    let adopted = try test.store.history(of: EscalationID("running"))?.events.compactMap { event in
      if case .policyAdopted(let adoption) = event.fact { return adoption }
      return nil
    }
    let move = try #require(adopted?.first?.moves.first { $0.rule == "first-response" })
    #expect(move.from == TestStore.start + 1800)
    #expect(move.to == TestStore.start + 900)
    #expect(try test.store.history(of: EscalationID("over"))?.events.contains { $0.source == .derived } == false)
    #expect(try test.store.examine().isSound)
    try test.expectBoard(at: TestStore.start + 120)
  }

  @Test func aFollowUpThatOutlivesTheEndMovesToo() throws {
    let test = try TestStore()
    try test.open(id: "over")
    try test.perform(.resolve(Resolution()), on: "over", at: 60)
    // Monday 10:01 is after hours then: two business days count from Tuesday's opening.
    let longer = try RoomPolicy.text(of: RoomPolicy.calendar("standard", opens: "08:00-10:00"))
    let effects = try test.store.install([longer], actor: "ada", now: TestStore.start + 120)
    #expect(effects.first?.moves.map(\.rule) == ["follow-up"])
    let deadline = try test.raw {
      try Int64.fetchOne($0, sql: "SELECT due FROM clock JOIN terms ON number = terms WHERE rule = 'follow-up'")
    }
    #expect(deadline == TestStore.start.seconds + 3 * 86_400 - 2 * 3600)
    #expect(try test.store.examine().isSound)
  }

  @Test func aPreviewChangesNothing() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let before = try test.store.examine()
    _ = try test.store.previewInstall([RoomPolicy.stricter], now: TestStore.start + 60)
    let after = try test.store.examine()
    #expect(after.events == before.events)
    #expect(after.editions == before.editions)
    #expect(try test.store.policies().current.edition == 1)
  }

  @Test func aStoreOpenedForReadingTellsWhatWouldMove() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let reader = try test.other(readOnly: true)
    let effects = try reader.previewInstall([RoomPolicy.stricter], now: TestStore.start + 60)
    #expect(effects.map(\.id.text) == ["A-1"])
    #expect(effects[0].moves.contains { $0.rule == "first-response" })
  }

  @Test func aTextThatCannotBeReadInstallsNothing() throws {
    let test = try TestStore()
    #expect(throws: (any Error).self) {
      try test.store.install([PolicyText(.playbook, id: "room", text: "nonsense")], actor: "ada", now: TestStore.start)
    }
    #expect(try test.store.policies().current.edition == 1)
    #expect(try test.store.open(.room(), id: nil, act: test.act(1)).record.edition == 1)
  }

  @Test func anotherConnectionSeesTheEditionAtOnce() throws {
    let test = try TestStore()
    let other = try test.other()
    #expect(try other.policies().current.edition == 1)
    _ = try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start)
    #expect(try other.policies().current.playbooks["room"]?.version == 2)
    // A preview elsewhere must not be taken for what another installed.
    _ = try other.previewInstall(
      [try RoomPolicy.text(of: RoomPolicy.calendar("standard", opens: "08:00-20:00"))], now: TestStore.start)
    _ = try test.store.install([PolicyText(.playbook, id: "room", text: "room")], actor: "ada", now: TestStore.start)
    #expect(try other.policies().current.calendars["standard"]?.version == 1)
    #expect(try other.policies().current.playbooks["room"]?.version == 3)
    #expect(try other.open(.room(), id: nil, act: test.act(1)).record.edition == 3)
  }

  @Test func nothingIsInstalledWhileAnImportRuns() throws {
    let test = try TestStore()
    let session = try ImportSession(try test.other(), source: "test", now: TestStore.start)
    #expect(throws: StoreFailure.busy(path: test.path)) {
      try test.store.install([RoomPolicy.stricter], actor: "ada", now: TestStore.start)
    }
    try session.abandon()
  }
}
