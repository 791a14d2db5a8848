import EscalationDomain
import Screen
import Testing

@testable import Console

/// An escalation leads back to the list that it was opened from.
@Suite struct OriginTests {
  private func id(_ console: Scene) -> String? {
    guard case .escalation(let place) = console.model.place else { return nil }
    return place.id.text
  }

  @Test func `enter on Plans stands on the milestone, and esc goes back to it`() throws {
    let console = Scene(try Fixture.plannedStore())
    console.press("3", "j")
    let before = console.model.plans.selectedRow
    let milestone = try #require(before?.milestone.id)
    console.press("enter")
    #expect(console.model.selectedPlanItem?.name == .milestone(milestone))
    for key in ["esc", "q", "h"] {
      console.press(key)
      #expect(console.model.place == .plans, "\(key)")
      #expect(console.model.plans.selectedRow == before)
      console.press("enter")
    }
    console.press("1")
    #expect(console.model.place == .board)
    console.press("enter", "esc")
    #expect(console.model.place == .board, "from the board back to the board")
  }

  @Test func `the next one on Plans is the next escalation of that list`() throws {
    let console = Scene(try Fixture.plannedStore())
    console.press("3", "enter")
    #expect(id(console) == "W-1")
    #expect(console.text.contains("1 of 4"))
    console.press("J")
    #expect(id(console) == "W-3")
    console.press("J", "J")
    #expect(id(console) == "W-5")
    console.press("J")
    #expect(id(console) == "W-5", "it is the last one")
    console.press("K", "esc")
    #expect(console.model.plans.selected == EscalationID("W-6"), "the cursor came along")
  }

  @Test func `the register is gone back to, in its own order`() throws {
    let console = Scene(try Fixture.registerStore())
    console.press("5")
    for _ in 0..<40 where console.model.register.selected == nil { console.press("j") }
    let rows = console.model.register.rows.compactMap { row -> String? in
      if case .escalation(let row, _) = row { row.id.text } else { nil }
    }
    let first = try #require(console.model.register.selected?.text)
    console.press("enter")
    #expect(id(console) == first)
    let here = try #require(rows.firstIndex(of: first))
    console.press("J")
    #expect(id(console) == rows[here + 1])
    console.press("esc")
    #expect(console.model.place == .register)
    #expect(console.model.register.selected?.text == rows[here + 1])
  }
}
