import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys that go further than the next row.
@Suite struct JumpTests {
  private func selected(_ console: Scene) -> String { console.model.board.selected?.id.text ?? "" }

  private func isLate(_ console: Scene) -> Bool {
    console.model.board.selected?.clock?.state(at: console.model.now) == .breached
  }

  /// The first jump up ends on the first row of the same section.
  @Test func sectionsAreStoodOnAtTheirFirstRow() throws {
    let console = Scene(try Fixture.store())
    let starts = console.model.board.sections.map(\.rows.lowerBound)
    for start in starts.dropFirst() {
      console.press("}")
      #expect(console.model.board.cursor == start)
    }
    console.press("}")
    #expect(console.model.toasts.last?.text == "next section: there is no other that way")
    console.press("g", "}", "j")
    for start in starts.prefix(2).reversed() {
      console.press("{")
      #expect(console.model.board.cursor == start)
    }
  }

  @Test func withoutSectionsThereIsNoneToGoTo() throws {
    let console = Scene(try Fixture.store())
    console.press("S", "j", "enter", "}")
    #expect(console.model.toasts.last?.text == "next section: only rows by severity are in sections")
  }

  @Test func lateOnesAreGoneThroughRoundAndRound() throws {
    let console = Scene(try Fixture.store())
    let late = console.model.board.board.rows.filter { $0.clock?.state(at: Fixture.now) == .breached }.map(\.id.text)
    #expect(late.count > 1)
    console.press("G")
    var seen: [String] = []
    for _ in late {
      console.press("b")
      #expect(isLate(console))
      seen.append(selected(console))
    }
    #expect(Set(seen) == Set(late))
    console.press("b")
    #expect(selected(console) == seen[0])
  }

  @Test func whereNothingIsLateTheFirstDueIsShown() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:dana", "enter", "b")
    let shown = console.model.board.shown.map { console.model.board.board.rows[$0] }
    let late = shown.contains { $0.clock?.state(at: Fixture.now) == .breached }
    if late { return #expect(isLate(console)) }
    #expect(console.model.board.selected?.clock?.deadline == shown.compactMap { $0.clock?.deadline }.min())
    #expect(console.model.toasts.last?.text == "nothing here is late; this is due first")
  }

  @Test func jumpingBackGoesToAndFro() throws {
    let console = Scene(try Fixture.store())
    console.press("'")
    #expect(console.model.toasts.last?.text == "jump back: there is nowhere to go back to")
    console.press("j")
    let from = selected(console)
    console.press("G")
    let to = selected(console)
    console.press("'")
    #expect(selected(console) == from)
    console.press("ctrl-o")
    #expect(console.model.toasts.last?.text == "jump back: there is nowhere to go back to")
    console.press(">")
    #expect(selected(console) == to)
  }

  @Test func anEscalationIsLeftForTheNextInTheOrderOfTheBoard() throws {
    let console = Scene(try Fixture.store())
    console.press("S", "j", "j", "enter", "g", "enter", "tab", "tab", "tab")
    let order = console.model.board.shown.map { console.model.board.board.rows[$0].id }
    for id in order.dropFirst() {
      console.press("J")
      #expect(console.model.place == .escalation(EscalationPlace(id: id, pane: .timeline)))
      #expect(console.model.records[id] != nil)
    }
    console.press("J")
    #expect(console.model.toasts.last?.text == "next: there is no other that way")
    console.press("K", "esc")
    #expect(console.model.board.selected?.id == order[order.count - 2], "the board's cursor went along")
  }

  @Test func fromOneThatLeftTheBoardTheNextIsItsNeighbour() throws {
    let console = Scene(try Fixture.store())
    console.press("j", "enter")
    let order = console.model.board.shown.map { console.model.board.board.rows[$0].id }
    console.press("r", "text:fixed", "ctrl-s", "y", "J")
    #expect(console.model.place == .escalation(EscalationPlace(id: order[2])))
  }
}
