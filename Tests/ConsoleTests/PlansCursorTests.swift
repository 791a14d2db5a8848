import EscalationDomain
import Screen
import Testing

@testable import Console

/// Where the cursor of Plans goes after an act, and what its list is turned to.
@Suite struct PlansCursorTests {
  let store: FakeStore
  let console: Scene

  init() throws {
    store = try Fixture.plannedStore()
    console = Scene(store)
    console.press("3")
  }

  private var names: [String] { console.model.plans.shown.map(name) }
  private var selected: String? { console.model.plans.selectedRow.map(name) }
  private func name(_ row: MilestoneRow) -> String { "\(row.escalation) \(row.milestone.id)" }

  /// The first of W-6's is selected; keys; where the cursor stands then.
  static let acts: [(keys: [String], goal: String)] = [
    (["space", "enter"], "W-6 M3"), (["-", "text:no use", "ctrl-s"], "W-6 M3"),
    (["space", "enter", "z", "y"], "W-6 M2"), (["-", "text:no use", "ctrl-s", "z", "y"], "W-6 M2"),
    (["-", "text:no use", "ctrl-s", "g", "z", "y"], "W-6 M2"), (["space", "enter", "g", "z", "y"], "W-6 M2"),
    ([".", "g", "z", "y"], "W-6 M2"), (["+", "text:One more", "ctrl-s"], "W-6 M5"),
    (["space", "enter", "z", "y", "Z", "y"], "W-6 M3"), (["space", "enter", "g", "U", "esc"], "W-1 M1"),
  ]

  @Test(arguments: acts) func `the cursor stays in the plan that was acted on`(_ act: (keys: [String], goal: String)) {
    console.press("j", "j", "j")
    #expect(selected == "W-6 M2")
    for key in act.keys { console.press(key) }
    #expect(console.model.overlay == nil, "\(console.text)")
    #expect(selected == act.goal)
  }

  @Test func `in the plan pane an undo leads to what it was about`() throws {
    let console = Scene.plan(try Fixture.planStore(), on: .milestone("M3"))
    console.press("-", "text:no use", "ctrl-s", "g", "z", "y")
    #expect(console.model.selectedPlanItem?.name == .milestone("M3"))
  }

  @Test func `the list turns to everything and to what is done, where a milestone is taken up again`() throws {
    #expect(names.count == 8)
    console.press("A")
    #expect(names.count == 9 && names.last == "W-6 M1")
    #expect(console.text.contains("Done  1") && console.text.contains("open and done"))
    console.press("A")
    #expect(names == ["W-6 M1"])
    console.press("space")
    #expect(try store.history(of: EscalationID("W-6"))?.events.last?.fact == .milestoneReopened(id: "M1"))
    #expect(names.isEmpty)
    #expect(console.text.contains("No milestone is done yet"))
    console.press("A")
    #expect(names.count == 9)
  }

  @Test func `a filter that asks for what is done finds as many as the head counts`() {
    console.press("/", "text:plan:done", "enter")
    #expect(names == ["W-6 M1"])
    #expect(console.model.plans.counts?.done == names.count)
    #expect(console.text.contains("1 of 9"))
    console.press("esc")
    #expect(names.count == 8)
  }

  @Test func `today's line runs over bars and beside labels`() throws {
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("3", "tab")
    let scale = ChartScale(console.model)
    let layout = console.model.plansLayout
    let column = PlansLayout.lead + layout.label + 1 + scale.cell(console.model.now)
    let viewport = console.model.plans.viewport(height: layout.list.rows)
    for (row, line) in viewport.visible.enumerated() {
      guard case .milestone = console.model.plans.lines[line] else { continue }
      let shown = console.frame.text(at: Point(column: column, row: layout.list.row + row))
      #expect(["│", "●", "✗", "✓"].contains(shown), "\(console.text)")
    }
  }
}
