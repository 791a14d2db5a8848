import EscalationDomain
import Foundation
import GRDB
import StoreFixtures
import Testing

@testable import EscalationStore

/// A command through the store comes to what the domain says, in the log and in everything projected from it.
@Suite struct CommandTests {
  /// Acts in the order in which one escalation could see them.
  static let course: [Command] = [
    .acknowledge(note: "on it"), .update(CustomerUpdate(text: "looking", next: RoomPolicy.start + 9000)),
    .customerReplied(text: "thanks"), .check(note: nil), .notify(Notification(who: ["Head"], channel: "call")),
    .note(text: "a note"), .assign(owner: "Grace"), .changeSeverity(to: "s2", reason: "workaround"),
    .enterLevel("L2", reason: nil), .enterStage("save", reason: "falling"), .setNeededBy(RoomPolicy.start + 90_000),
    .mark("a step"), .addTask(title: "call Sam", owner: nil, due: RoomPolicy.start + 80_000, origin: nil),
    .moveTask("T1", due: RoomPolicy.start + 85_000, reason: nil), .finishTask("T1", note: "reached"),
    .addTask(title: "write to Sam", owner: "Ada", due: RoomPolicy.start + 81_000, origin: nil),
    .stateHypothesis(
      HypothesisStatement(
        cause: "a full disk", intervention: "a larger one", owner: "Ada", deadline: RoomPolicy.start + 82_000,
        success: "exports run")),
    .addGate(id: "cause", label: "Cause", needs: .rootCause), .confirmByCustomer(note: nil),
    .overrideGate(GateOverride(gate: "cause", authority: "Head"), reason: "known to all"),
    .pause(reason: "waiting on logs", until: RoomPolicy.start + 50_000), .resume(note: "logs came"),
    .amend(Amendment(title: "Exports fail for all", tags: ["exports"])),
    .changeAccount(
      AccountFacts(
        name: "Northwind", segment: "Enterprise", arr: Money(minorUnits: 12_000_000, currency: "EUR"),
        renewal: LocalDate(daysSinceEpoch: 20_700))),
    .addContact(Contact(name: "Sam", role: "sponsor")), .removeContact(name: "Sam"), .setNeededBy(nil),
    .resolve(Resolution(summary: "fixed")), .reopen(reason: "it is back"), .undo(event: nil), .undo(event: nil),
    .resolve(Resolution(summary: "fixed again")), .close(Closing(outcome: .recovered, csat: 8), reason: nil),
    .reopen(reason: "once more"), .cancel(reason: "duplicate"),
  ]

  @Test func everyCommandProjectsWhatTheDomainSays() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    for (index, command) in CommandTests.course.enumerated() {
      let at = Int64(index + 1) * 600
      let history = try #require(try test.store.history(of: EscalationID("A-1")))
      let policies = try test.store.policies()
      let act = test.act(at)
      let settled = try Escalation.replay(history, policies: policies, now: act.now).unstored(in: history)
      let before = history.adding(numbered(settled, after: history, at: act.now))
      let drafts = try Decision(
        history: before, policies: policies, act: act, team: try test.store.team(now: act.now)
      ).decide(command)

      let performed = try test.perform(command, on: "a-1", at: at)

      let after = try #require(try test.store.history(of: EscalationID("A-1")))
      #expect(after.events.count == history.events.count + performed.events.count)
      #expect(performed.events.filter { $0.source == .act }.map(\.fact) == drafts.map(\.fact), "\(command)")
      let record = try Escalation.replay(after, policies: policies, now: act.now)
      #expect(performed.record == record, "\(command)")
      #expect(try test.store.examine().differing.isEmpty, "\(command)")
      try test.expectBoard(at: act.now, "\(command)")
    }
  }

  private func numbered(_ drafts: [Draft], after history: History, at now: Instant) -> [Event] {
    let last = history.events.map(\.sequence).max() ?? 0
    return drafts.enumerated().map { $1.event(last + 1 + Int64($0), of: EscalationID("A-1"), recorded: now) }
  }

  @Test func aRefusedActWritesNothing() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let before = try test.store.examine().events
    #expect(throws: Refusal.notPaused) { try test.perform(.resume(note: nil), on: "A-1", at: 7200) }
    #expect(throws: Refusal.inTheFuture(TestStore.start + 99)) {
      try test.perform(.note(text: "x"), on: "A-1", at: 5, occurred: 99)
    }
    #expect(try test.store.examine().events == before)
  }

  @Test func severalActsHoldTogether() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    let acts: [(EscalationID, Command, Act)] = [
      (EscalationID("A-1"), .note(text: "first"), test.act(5)), (EscalationID("A-1"), .resume(note: nil), test.act(5)),
    ]
    #expect(throws: Refusal.notPaused) { try test.store.perform(acts) }
    #expect(try test.store.history(of: EscalationID("A-1"))?.events.count == 1)
    let done = try test.store.perform([acts[0], (EscalationID("A-1"), .assign(owner: "Grace"), test.act(5))])
    #expect(done.map { $0.events.count } == [1, 1])
  }

  @Test func idsAreTheStoresOwnAndKnowNoCase() throws {
    let test = try TestStore()
    #expect(try test.open().record.id.text == "W-1")
    try test.open(id: "w-2")
    #expect(try test.open().record.id.text == "W-3")
    #expect(throws: StoreFailure.idTaken(EscalationID("W-2"))) { try test.open(id: "W-2") }
    #expect(throws: StoreFailure.noSuchEscalation(EscalationID("W-9"))) {
      try test.perform(.undo(event: nil), on: "W-9", at: 1)
    }
    #expect(try test.perform(.note(text: "x"), on: "W-2", at: 1).record.id.text == "w-2")
    #expect(try test.store.history(of: EscalationID("w-1"))?.events.first?.escalation.text == "W-1")
    #expect(try test.store.history(of: EscalationID("nobody")) == nil)
  }

  @Test func undoTakesTheNewestActBack() throws {
    let test = try TestStore()
    try test.open(id: "A-1")
    try test.perform(.assign(owner: "Grace"), on: "A-1", at: 60)
    #expect(try test.perform(.undo(event: nil), on: "A-1", at: 120).record.owner == nil)
    #expect(try test.store.board(now: TestStore.start + 120).rows.first?.owner == nil)
  }

  @Test func anAccountIsKnownByItsNewestEscalation() throws {
    let test = try TestStore()
    var opening = Opening.room()
    opening.account = AccountFacts(name: "Northwind", segment: "SMB")
    try test.open(opening, id: "A-1")
    opening.account.segment = "Enterprise"
    try test.open(opening, id: "A-2", at: 60)
    #expect(try test.store.account("Northwind")?.segment == "Enterprise")
    #expect(try test.store.account("Southwind") == nil)
  }

  @Test func storiesAreToldInOneTransaction() throws {
    let test = try TestStore()
    let story = Story(
      id: EscalationID("S-1"), opening: .room(), act: test.act(0),
      then: [.init(.acknowledge(note: nil), test.act(60)), .init(.assign(owner: "Grace"), test.act(120))])
    try test.store.open([story])
    #expect(try test.store.history(of: EscalationID("S-1"))?.events.count == 3)
    let bad = Story(
      id: EscalationID("S-2"), opening: .room(), act: test.act(0), then: [.init(.resume(note: nil), test.act(1))])
    #expect(throws: Refusal.notPaused) { try test.store.open([bad]) }
    #expect(try test.store.history(of: EscalationID("S-2")) == nil)
  }
}
