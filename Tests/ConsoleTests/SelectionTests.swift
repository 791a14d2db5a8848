import EscalationDomain
import Screen
import Testing

@testable import Console

/// Marking several rows: what holds across filter, order and what others do.
@Suite struct SelectionTests {
  private func ids(_ texts: String...) -> [EscalationID] { texts.map { EscalationID($0) } }

  @Test func spaceMarksTheRowAndGoesOn() throws {
    let console = Scene(try Fixture.store())
    let first = try #require(console.model.board.selected?.id)
    console.press("space")
    #expect(console.model.selection == [first])
    #expect(console.model.board.cursor == 1)
    console.press("k", "space")
    #expect(console.model.selection.isEmpty)
  }

  @Test func itIsInTheOrderOfTheBoard() throws {
    let console = Scene(try Fixture.store())
    let shown = console.model.listedEscalations
    console.press("G", "space", "g", "space")
    #expect(console.model.selected == [shown.first, shown.last].compactMap(\.self))
    console.press("R")
    #expect(console.model.selected == [shown.last, shown.first].compactMap(\.self))
  }

  @Test func starMarksAllThatShowAndAgainNone() throws {
    let console = Scene(try Fixture.store())
    console.press("space", "/", "text:dana", "enter", "*")
    let hidden = console.model.selection.subtracting(console.model.listedEscalations)
    #expect(console.model.selection.isSuperset(of: console.model.listedEscalations))
    #expect(hidden.count == 1, "what the filter hides stays")
    console.press("*")
    #expect(console.model.selection == hidden)
  }

  @Test func escapeLetsGoBeforeItClearsTheFilter() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:dana", "enter", "space", "esc")
    #expect(console.model.selection.isEmpty)
    #expect(console.model.board.filter == .set("dana"))
    console.press("esc")
    #expect(console.model.board.filter == .none)
  }

  @Test func theHeaderCountsThemAndWhatIsHidden() throws {
    let console = Scene(try Fixture.store())
    console.press("space", "space", "/", "text:zebra", "enter")
    #expect(console.text.contains("2 selected, 2 hidden by the filter"))
    console.send(.resized(Size(columns: 80, rows: 24)))
    #expect(console.text.contains("2 selected, 2 hidden"))
  }

  @Test func whoLeavesTheBoardLeavesTheSelectionAndItIsSaidOnce() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("j", "space", "space", "g")
    let gone = try #require(console.model.selected.last)
    _ = try store.perform(.resolve(Resolution()), on: gone, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(console.model.selection.count == 1)
    #expect(!console.model.selection.contains(gone))
    #expect(console.model.toasts.filter { $0.text == "1 escalation left the board and the selection" }.count == 1)
    console.wait(20)
    console.send(.storeChanged)
    #expect(console.model.toasts.isEmpty)
  }

  @Test func theCursorsRowIsActedOnWhereNoneIsSelected() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "k", "space", "k", "n", "text:one", "ctrl-s")
    #expect(try store.history(of: EscalationID("W-1"))?.events.last?.fact == .noted(text: "one"))
  }

  @Test func onThePlaceOfOneEscalationItIsThatOne() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "enter")
    let id = try #require(console.model.subject?.id)
    #expect(console.model.selected.isEmpty)
    console.press("n", "text:here", "ctrl-s")
    #expect(try store.history(of: id)?.events.last?.fact == .noted(text: "here"))
    #expect(console.model.selection.count == 2, "it is there again on the board")
  }

  @Test func whatIsForOneAloneSaysSo() throws {
    let console = Scene(try Fixture.store())
    console.press("space", "space")
    for key in ["H", "M", "W", "P", "U", "m"] {
      console.press(key)
      #expect(console.model.overlay == nil, "\(key)")
      #expect(console.model.toasts.last?.text.contains("one at a time") ?? false, "\(key)")
    }
  }

  @Test func readOnlyMaySelectButNotAct() throws {
    let console = Scene(try Fixture.store(), access: .readOnly("the store is read-only"))
    console.press("space", "space", "o")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text.contains("read-only") ?? false)
  }
}
