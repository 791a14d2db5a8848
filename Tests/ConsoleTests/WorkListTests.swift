import EscalationDomain
import Screen
import Testing

@testable import Console

/// What the Work pane lists, and where its cursor stands.
@Suite struct WorkListTests {
  private func list(_ id: String = "C-1", now: Instant = Fixture.now) throws -> WorkList {
    let store = try Fixture.careStore()
    let history = try #require(try store.history(of: EscalationID(id)))
    let record = try Escalation.replay(history, policies: Fixture.policies, now: now)
    return WorkList(record, policy: try #require(Fixture.policies.editions[1]), now: now)
  }

  @Test func whatIsOpenComesFirstThenWhatIsDone() throws {
    let list = try list()
    #expect(
      list.sections.map(\.title) == [
        "Tasks", "Bring in", "Daily room · each day", "Closing · before closing", "Who must hear", "Steps",
        "Hypothesis", "Before closing", "Bring in once it holds", "Done and decided",
      ])
    let standings = list.items.map(\.standing)
    let firstDone = try #require(standings.firstIndex(of: .decided))
    #expect(!standings[firstDone...].contains(.open))
    #expect(list.items.prefix(2).map(\.name) == [.task("T1"), .task("T2")], "by due time")
  }

  /// 3 tasks, 1 path called, 3 + 1 items, 2 × 2 + 1 to tell, 3 steps, a hypothesis, 6 gates; done: a task, two items, one
  /// told, one step.
  @Test func theTitleCountsWhatIsDoneOfAll() throws {
    let count = try list().count
    #expect(count.done == 5)
    #expect(count.all == 3 + 1 + 4 + 5 + 3 + 1 + 6)
  }

  @Test func aDailyListBeginsAnewWithTheDay() throws {
    let name = WorkItem.Name.item(checklist: "room", item: "progress")
    func standing(_ now: Instant) throws -> WorkItem.Standing? {
      try list(now: now).items.first { $0.name == name }?.standing
    }
    #expect(try standing(Fixture.now) == .decided)
    // The account's day begins at 23:00 UTC.
    #expect(try standing(Fixture.at("2026-03-03T22:59:59Z")) == .decided)
    #expect(try standing(Fixture.at("2026-03-03T23:00:00Z")) == .open)
  }

  @Test func theCursorStaysOnItsItemAndGoesOnFromOneThatWasDone() throws {
    let console = Scene(try Fixture.careStore())
    console.press("enter", "tab", "j", "j")
    let before = try #require(console.model.selectedWork)
    _ = try console.store.perform(
      .addTask(title: "Something urgent", owner: nil, due: Fixture.at("2026-03-03T14:00:00Z"), origin: nil),
      on: EscalationID("C-1"), act: Act(actor: "Dana Ruiz", now: Fixture.now))
    console.send(.storeChanged)
    #expect(console.model.selectedWork?.name == before.name, "another console's task moves nobody's cursor")
    console.press("k", "k", "k", "space")
    #expect(console.model.selectedWork?.name == .task("T4"), "the next one comes under the cursor")
  }

  @Test func aRecordThatIsOverAsksNothing() throws {
    let store = try Fixture.careStore()
    let id = EscalationID("C-2")
    _ = try store.perform(.confirmByCustomer(note: nil), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    _ = try store.perform(
      .close(Closing(outcome: .recovered), reason: nil), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    let history = try #require(try store.history(of: id))
    let record = try Escalation.replay(history, policies: Fixture.policies, now: Fixture.now)
    let list = WorkList(record, policy: try #require(Fixture.policies.editions[1]), now: Fixture.now)
    #expect(list.items.map(\.name) == [.gate("healthy")], "only what it was closed in spite of")
  }

  @Test(arguments: [8, 20, 45, 80]) func wrappedTextKeepsItsWordsAndTheirStyles(width: Int) throws {
    let spans = [Span("Call the sponsor", Role.text), Span(" · ", .muted), Span("if needed", .warning)]
    let lines = wrapped(Span("[ ] ", .accent), spans, width: width + 4)
    let text = lines.map { $0.dropFirst().map(\.text).joined() }
    #expect(text == Wrap.lines("Call the sponsor · if needed", width: width))
    let warned = lines.flatMap { $0 }.filter { $0.style.role == .warning }.map(\.text).joined(separator: " ")
    #expect(warned == "if needed")
  }
}
