import EscalationDomain
import Screen
import Testing

@testable import Console

/// The board by other orders than its own.
@Suite struct SortingTests {
  private func ids(_ console: Scene) -> [String] {
    console.model.board.shown.map { console.model.board.board.rows[$0].id.text }
  }

  private func titles(_ console: Scene) -> Substring {
    console.text.split(separator: "\n", omittingEmptySubsequences: false)[console.model.boardLayout.titles.row]
  }

  @Test(arguments: BoardOrder.allCases) func theChooserSortsByWhatIsHighlighted(order: BoardOrder) throws {
    let console = Scene(try Fixture.store())
    let rows = console.model.board.board.rows
    console.press("S", "g")
    for _ in 0..<(BoardOrder.allCases.firstIndex(of: order) ?? 0) { console.press("j") }
    if order == .severity { console.press("esc") } else { console.press("enter") }
    #expect(ids(console) == order.places(of: rows).map { rows[$0].id.text })
    #expect(console.model.board.sections.isEmpty == (order != .severity))
    console.press("R")
    #expect(ids(console) == order.places(of: rows, reversed: true).map { rows[$0].id.text })
    #expect(console.model.board.lineCount == console.model.board.shown.count + console.model.board.sections.count)
  }

  @Test func theColumnShowsTheOrder() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    #expect(titles(console).contains("Sev↓"))
    console.press("R")
    #expect(titles(console).contains("Sev↑"))
    console.press("S", "j", "j", "enter")
    #expect(titles(console).contains("Account↑"))
    #expect(!titles(console).contains("Sev↑"))
    console.press("S", "enter")
    #expect(titles(console).contains("Account↓"), "chosen again, it is turned round")
  }

  @Test(arguments: ["60x16", "80x24", "120x40", "200x60"], BoardOrder.allCases)
  func whatIsSortedByAlwaysShows(size: String, order: BoardOrder) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    console.send(.keyPressed(.character("S")))
    console.press("g")
    for _ in 0..<(BoardOrder.allCases.firstIndex(of: order) ?? 0) { console.press("j") }
    console.press("enter")
    #expect(titles(console).contains { "↑↓".contains($0) }, "\(titles(console))")
  }

  @Test func selectionStaysOnItsEscalation() throws {
    let console = Scene(try Fixture.store())
    console.press("j", "j")
    let id = try #require(console.model.board.selected?.id)
    console.press("S", "j", "j", "enter")
    #expect(console.model.board.selected?.id == id)
    console.press("R")
    #expect(console.model.board.selected?.id == id)
    #expect(console.model.board.cursor != 2)
  }

  @Test func anOrderHoldsWhileRowsComeAndTheFilterNarrows() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("S", "j", "j", "enter")
    let before = ids(console)
    _ = try store.perform(
      .changeSeverity(to: "S0", reason: nil), on: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(ids(console) == before, "the account is what it was")
    console.press("/", "text:dana", "enter")
    #expect(ids(console) == before.filter { ["W-4", "W-8", "W-9"].contains($0) })
    #expect(titles(console).contains("by account↑ · 3 of 11"))
  }

  @Test func leavingTheChooserLeavesTheOrder() throws {
    let console = Scene(try Fixture.store())
    let before = console.model.board.sorting
    console.press("S", "j", "esc")
    #expect(console.model.board.sorting == before)
    #expect(console.model.overlay == nil)
  }
}
