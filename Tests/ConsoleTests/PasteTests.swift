import EscalationDomain
import Screen
import Testing

@testable import Console

/// Text that is pasted is text, and never a row of keys.
@Suite struct PasteTests {
  @Test(
    arguments: [
      [], ["enter"], ["3"], ["5"], ["S"], ["v"], ["x"], ["i"], ["U"], ["ctrl-g"], ["s"], ["r", "text:ok", "ctrl-s"],
    ] as [[String]])
  func `where nothing takes text it is left out, and that is said`(keys: [String]) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    for key in keys { console.press(key) }
    let before = (console.model, console.requests, store.histories())
    console.send(.keyPressed(.paste("quick brown\nHello team, note y")))
    #expect(console.model.toasts.last?.text == "what was pasted is left out: nothing here takes text")
    var model = console.model
    (model.toasts, model.messages) = (before.0.toasts, before.0.messages)
    #expect(model == before.0)
    #expect(console.requests == before.1 && store.histories() == before.2)
  }

  @Test(arguments: [
    ["n"], ["o"], ["/"], ["3", "/"], ["ctrl-p"], [":"], ["?"], ["A"], ["V"],
  ])
  func `where something is typed it takes it`(keys: [String]) throws {
    let console = Scene(try Fixture.store())
    for key in keys { console.press(key) }
    console.send(.keyPressed(.paste("quick")))
    #expect(console.text.contains("quick"))
    #expect(!console.model.toasts.contains { $0.text.contains("left out") })
  }

  @Test func `two lines in a note stay one note`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n")
    console.send(.keyPressed(.paste("first\nsecond")))
    #expect(console.model.scope == .form)
    console.press("ctrl-s")
    let id = try #require(console.model.board.selected?.id)
    #expect(try #require(try store.history(of: id)).events.last?.fact == .noted(text: "first\nsecond"))
  }
}
