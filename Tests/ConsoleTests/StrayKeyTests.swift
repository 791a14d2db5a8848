import EscalationDomain
import Screen
import Testing

@testable import Console

/// No key is silent in a place.
@Suite struct StrayKeyTests {
  private func said(_ console: Scene) -> String? { console.model.toasts.last?.text }

  static let places: [(go: [String], key: String, words: String)] = [
    ([], "+", "nothing is on “+” here; ? lists the keys"), ([], "d", "nothing is on “d” here; ? lists the keys"),
    ([], "0", "nothing is on “0” here; ? lists the keys"), ([], "6", "nothing is on “6” here; ? lists the keys"),
    ([], "~", "nothing is on “~” here; ? lists the keys"), (["3"], "~", "nothing is on “~” here; ? lists the keys"),
    (["5"], "~", "nothing is on “~” here; ? lists the keys"), (["3"], "l", "later: in the chart; tab turns to it"),
    (["5"], "w", "review: on a risk; this is an escalation"),
    (["enter"], "~", "nothing is on “~” here; ? lists the keys"),
    (["enter"], "-", "“-” does nothing in Clocks: not needed in Work, drop in Plan, take away in People"),
    (["enter"], "O", "“O” does nothing in Clocks: pass over in Work, outline in Plan"),
  ]

  @Test(arguments: places) func `a key without a meaning says so`(
    _ row: (go: [String], key: String, words: String)
  ) throws {
    let console = Scene(try Fixture.plannedStore())
    for key in row.go { console.press(key) }
    let told = console.model.messages
    console.press(row.key)
    #expect(said(console) == row.words)
    #expect(console.model.overlay == nil)
    #expect(console.model.messages == told, "not worth keeping")
  }

  @Test(arguments: ["d", "(", ")", "."]) func `a key of the plan leads there`(key: String) throws {
    let store = try Fixture.planStore()
    let before = try store.changeMark()
    let console = Scene(store)
    console.press("enter", key)
    guard case .escalation(let place) = console.model.place else {
      Issue.record("not at an escalation")
      return
    }
    #expect(place.pane == .plan)
    #expect(said(console) != nil)
    #expect(try store.changeMark() == before, "nothing is done to a line that was not seen")
  }

  @Test func `adding leads to the plan and asks at once`() throws {
    let console = Scene(try Fixture.planStore())
    console.press("enter", "+")
    #expect(console.text.contains("Milestone"))
    guard case .form(let form) = console.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.kind == .milestone)
  }

  @Test func `esc and what is pasted say nothing`() throws {
    let console = Scene(try Fixture.store())
    console.press("esc")
    console.send(.keyPressed(.paste("two lines")))
    #expect(!console.model.toasts.contains { $0.text.hasPrefix("nothing is on") })
  }

  @Test func `a plan that nobody wrote says how to begin`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40))
    console.press("enter")
    #expect(console.text.contains("Plan") && console.text.contains("add a milestone"))
  }

  @Test func `what was said shows whole, over several lines, and on one where it had several`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    var model = console.model
    model.tell(.done, "W-1: milestone M4 is due Thu 2026-03-05 17:00 Berlin; milestone M6 is due Fri 2026-03-06 17:00")
    #expect(view(model, size: model.size).plainText().contains("2026-03-06"))
    model.tell(.done, "noted:\none\ntwo")
    let text = view(model, size: model.size).plainText()
    #expect(text.contains("noted: one two"))
  }
}
