import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys at the plans, and what time and others do to them.
@Suite struct PlansFlowTests {
  let store: FakeStore
  let console: Scene

  init() throws {
    store = try Fixture.plannedStore()
    console = Scene(store)
    console.press("3")
  }

  private var names: [String] { console.model.plans.shown.map { "\($0.escalation) \($0.milestone.id)" } }
  private var selected: String? { console.model.plans.selectedRow.map { "\($0.escalation) \($0.milestone.id)" } }

  @Test func openOnesByDueTimeUnderTheirHeadings() {
    #expect(names == ["W-1 M1", "W-1 M2", "W-3 M1", "W-6 M2", "W-5 M1", "W-1 M3", "W-6 M3", "W-6 M4"])
    let groups = console.model.plans.lines.compactMap { line -> String? in
      if case .group(let group, let count) = line { "\(group.title) \(count)" } else { nil }
    }
    #expect(groups == ["Overdue 1", "Today 1", "This week 3", "Later 2", "Without a date 1"])
    let counts = console.model.plans.counts
    #expect([counts?.overdue, counts?.today, counts?.thisWeek, counts?.open, counts?.done] == [1, 1, 3, 8, 1])
  }

  @Test func theChartHasDoneOnesTooPlanByPlan() {
    console.press("j", "j", "j")
    #expect(selected == "W-6 M2")
    console.press("tab")
    #expect(
      names == [
        "W-1 M1", "W-1 M2", "W-1 M3", "W-3 M1", "W-6 M1", "W-6 M2", "W-6 M3", "W-6 M4", "W-5 M1",
      ])
    #expect(selected == "W-6 M2", "the cursor stays on its milestone")
    console.press("shift-tab")
    #expect(selected == "W-6 M2")
  }

  @Test func theSelectionIsThereForActs() {
    console.press("j")
    #expect(console.model.plans.selected == EscalationID("W-1"))
    #expect(console.model.plans.selectedMilestone == "M2")
    #expect(console.model.subject?.id == EscalationID("W-1"))
    #expect(console.model.records.record?.escalation.work.plan.milestone("M2")?.milestone.owner == "Dana Ruiz")
    console.press("n", "text:Called them", "enter")
    let last = try? store.history(of: EscalationID("W-1"))?.events.last?.fact
    #expect(last == .noted(text: "Called them"))
    #expect(selected == "W-1 M2")
  }

  @Test func theCursorStaysWhenAnotherConsoleActs() throws {
    console.press("j", "j", "j")
    let act = Act(actor: "Dana Ruiz", now: Fixture.now)
    _ = try store.perform(.plan(.finish("M1", evidence: nil)), on: EscalationID("W-1"), act: act)
    console.send(.storeChanged)
    #expect(selected == "W-6 M2")
    #expect(names.first == "W-1 M2")
    _ = try store.perform(.plan(.drop("M2", reason: "no use")), on: EscalationID("W-6"), act: act)
    console.send(.storeChanged)
    #expect(selected == "W-6 M3", "its neighbour in the same plan")
  }

  @Test func whatIsPerformedHereShowsAtOnce() throws {
    let performed = try store.perform(
      .plan(.finish("M1", evidence: nil)), on: EscalationID("W-1"), act: Act(actor: "Ann Lee", now: Fixture.now))
    var model = console.model
    let before = model.plans
    let effects = update(&model, .performed(EscalationID("W-1"), performed))
    #expect(!effects.contains(.loadPlans))
    #expect(model.plans.shown.map(\.name) == Array(before.shown.map(\.name).dropFirst()))
    #expect(model.plans.counts?.done == 2)
  }

  /// A reading that began before an act must not bring the old rows back for good.
  @Test func anOldReadingIsReadAgain() throws {
    var model = console.model
    #expect(update(&model, .storeChanged).contains(.loadPlans))
    let old = try store.milestones(now: Fixture.now)
    let performed = try store.perform(
      .plan(.finish("M1", evidence: nil)), on: EscalationID("W-1"), act: Act(actor: "Ann Lee", now: Fixture.now))
    _ = update(&model, .performed(EscalationID("W-1"), performed))
    #expect(update(&model, .plansLoaded(old, asOf: Fixture.now)).contains(.loadPlans))
  }

  @Test func nothingIsReadWhileAnotherPlaceShows() {
    var model = console.model
    _ = update(&model, .keyPressed(.character("1")))
    #expect(!update(&model, .storeChanged).contains(.loadPlans))
    #expect(update(&model, .keyPressed(.character("3"))).contains(.loadPlans))
  }

  @Test func aMilestoneGoesToItsHeadingAsTimePasses() {
    // W-1 M2 is due at 14:45 in Berlin, 40 minutes from now.
    console.wait(2399)
    #expect(console.model.plans.counts?.overdue == 1)
    console.wait(2)
    #expect(console.model.plans.counts?.overdue == 2)
    #expect(console.text.contains("+00:01"))
  }

  @Test func aReadingThatFailsIsToldAndTriedAgain() {
    store.fail(.busy(path: "/data/warroom.db"))
    console.send(.storeChanged)
    #expect(console.text.contains("store unreachable"))
    #expect(names.count == 8, "what was known stays")
    store.fail(nil)
    console.wait(6)
    #expect(!console.text.contains("store unreachable"))
  }

  @Test func wordsNarrowAndEscShowsAllAgain() {
    console.press("/", "text:dana")
    #expect(names == ["W-1 M2"])
    console.press("enter")
    #expect(console.model.scope == .plans)
    console.press("esc")
    #expect(names.count == 8)
    #expect(selected == "W-1 M2")
    #expect(console.model.board.filter == .none, "the board's filter is its own")
    console.press("esc")
    #expect(console.model.place == .board)
  }

  @Test(arguments: ["enter", "2"]) func enterGoesToItsEscalation(key: String) {
    console.press("j", "j", key)
    guard case .escalation(let place) = console.model.place else {
      Issue.record("not at an escalation")
      return
    }
    #expect(place.id == EscalationID("W-3"))
  }

  @Test func theChartTurnsThroughTime() {
    console.press("l")
    #expect(console.model.plans.daysAhead == 0, "in the list there is nowhere to turn")
    console.press("tab", "l", "right")
    let ahead = console.model.plans.daysAhead
    #expect(ahead > 0)
    console.press("h")
    #expect(console.model.plans.daysAhead == ahead / 2)
    console.press("0")
    #expect(console.model.plans.daysAhead == 0)
    for _ in 0..<2000 { console.press("left") }
    #expect(console.text.contains("W-1"))
  }

  @Test func theBoardTellsOfThePlan() {
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    let row = console.model.board.row(EscalationID("W-6"))
    #expect(row?.plan?.done == 1 && row?.plan?.of == 4 && row?.plan?.next?.id == "M2")
    #expect(console.text.contains("✗0/3"), "a late plan is marked without colour")
    #expect(console.text.contains("1/4"))
  }
}
