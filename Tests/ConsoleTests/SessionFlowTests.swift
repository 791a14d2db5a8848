import EscalationDomain
import Screen
import Testing

@testable import Console

/// Going back and forth through what a console did.
@Suite struct SessionFlowTests {
  private func facts(_ store: FakeStore, _ id: EscalationID) throws -> [Fact] {
    try #require(try store.history(of: id)).events.map(\.fact)
  }

  private func owners(_ store: FakeStore, _ ids: [EscalationID]) throws -> [String?] {
    try ids.map { id in try store.rows(.all, now: Fixture.now).first { $0.id == id }?.owner }
  }

  @Test func aBulkActGoesBackAndForthAsOne() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "space")
    let ids = console.model.selected
    let before = try owners(store, ids)
    console.press("o", "text:Bo Chen", "ctrl-s", "y", "z")
    #expect(console.text.contains("Undo?"))
    #expect(console.text.contains("assigned to Bo Chen"))
    #expect(console.text.contains("3 escalations"))
    #expect(try owners(store, ids) == ["Bo Chen", "Bo Chen", "Bo Chen"], "nothing before the answer")
    console.press("y")
    #expect(try owners(store, ids) == before)
    #expect(console.model.toasts.last?.text == "took back: assigned to Bo Chen · 3 escalations")
    console.press("Z")
    #expect(console.text.contains("Redo?"))
    console.press("y")
    #expect(try owners(store, ids) == ["Bo Chen", "Bo Chen", "Bo Chen"])
    #expect(console.model.toasts.last?.text == "did again: assigned to Bo Chen · 3 escalations")
    console.press("z", "y")
    #expect(try owners(store, ids) == before, "and back once more")
  }

  @Test func pressedAgainItGoesFurtherBackWhereverThatWas() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let first = try #require(console.model.subject?.id)
    console.press("n", "text:one", "ctrl-s", "j")
    let second = try #require(console.model.subject?.id)
    console.press("n", "text:two", "ctrl-s", "3", "z", "y", "z", "y")
    for (id, text) in [(first, "one"), (second, "two")] {
      let history = try #require(try store.history(of: id))
      #expect(!history.effective.map(\.fact).contains(.noted(text: text)))
      #expect(history.events.map(\.fact).contains(.noted(text: text)), "the log keeps it")
    }
    console.press("z")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text.contains("nothing here yet") ?? false)
    console.press("ctrl-r", "y", "ctrl-r", "y")
    #expect(try store.history(of: first)?.effective.last?.fact == .noted(text: "one"))
    #expect(try store.history(of: second)?.effective.last?.fact == .noted(text: "two"))
  }

  @Test func oneActOfSeveralEventsIsOne() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    let id = try #require(console.model.subject?.id)
    let before = try #require(try store.history(of: id)).effective.map(\.fact)
    console.press("H", "tab", "tab", "tab", "tab", "tab", "text:two people answer", "ctrl-s")
    let written = try facts(store, id).map(\.kind).suffix(2)
    #expect(written == ["hypothesis-stated", "task-added"])
    console.press("z", "y")
    #expect(try store.history(of: id)?.effective.map(\.fact) == before)
    console.press("Z", "y")
    #expect(try store.history(of: id)?.effective.suffix(2).map(\.fact.kind) == ["hypothesis-stated", "task-added"])
    console.press("U", "y")
    #expect(try store.history(of: id)?.effective.map(\.fact) == before, "and so is it for the record's own key")
  }

  @Test func whatAnotherActedOnIsRefusedAndNothingIsLost() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space")
    let ids = console.model.selected
    console.press("o", "text:Bo Chen", "ctrl-s", "y")
    _ = try store.perform(.note(text: "theirs"), on: ids[0], act: Act(actor: "Cy", now: Fixture.now))
    console.press("z")
    #expect(console.text.contains("somebody acted on it since"))
    console.press("y")
    #expect(try facts(store, ids[0]).last == .noted(text: "theirs"))
    #expect(try store.history(of: ids[1])?.effective.map(\.fact).contains(.assigned(owner: "Bo Chen")) == false)
    // What was left out stays to be asked about.
    #expect(console.model.session.done.last?.parts.map(\.id) == [ids[0]])
    let before = try store.changeMark()
    console.press("z", "y")
    #expect(try store.changeMark() == before)
    #expect(console.model.toasts.last?.text.contains("nothing of it can be done") ?? false)
  }

  @Test func whatStandsInTheWayCanBePassedBy() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let first = try #require(console.model.subject?.id)
    console.press("n", "text:one", "ctrl-s", "j")
    let second = try #require(console.model.subject?.id)
    console.press("n", "text:two", "ctrl-s")
    _ = try store.perform(.note(text: "theirs"), on: second, act: Act(actor: "Cy", now: Fixture.now))
    console.press("z")
    #expect(console.text.contains("the one before"))
    console.press("z")
    #expect(console.text.contains("one"))
    console.press("y")
    #expect(try facts(store, first).last?.kind == "undone")
    #expect(try facts(store, second).last == .noted(text: "theirs"))
    #expect(console.model.session.done.map(\.name) == ["two"])
  }

  @Test func whoActsBetweenQuestionAndAnswerIsSeen() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = try #require(console.model.subject?.id)
    console.press("n", "text:mine", "ctrl-s", "z")
    _ = try store.perform(.note(text: "theirs"), on: id, act: Act(actor: "Cy", now: Fixture.now))
    console.press("y")
    #expect(try facts(store, id).last == .noted(text: "theirs"))
    #expect(console.text.contains("Something changed meanwhile"))
    #expect(console.model.session.done.count == 1)
  }

  @Test func doingAgainIsRefusedOnceSomebodyActed() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = try #require(console.model.subject?.id)
    console.press("n", "text:mine", "ctrl-s", "z", "y")
    _ = try store.perform(.note(text: "theirs"), on: id, act: Act(actor: "Cy", now: Fixture.now))
    console.press("Z")
    #expect(console.text.contains("after that was taken back"))
    let before = try store.changeMark()
    console.press("y")
    #expect(try store.changeMark() == before)
  }

  @Test func theRecordsOwnKeyAndTheSessionsAgree() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = try #require(console.model.subject?.id)
    console.press("n", "text:mine", "ctrl-s", "U", "y")
    #expect(console.model.session.done.isEmpty)
    console.press("Z", "y")
    #expect(try store.history(of: id)?.effective.last?.fact == .noted(text: "mine"))
  }

  @Test func whatIsNeverTakenBackSaysWhy() throws {
    let store = try Fixture.openingStore()
    let console = Scene(store)
    console.press("N", "text:CONTOSO BANK", "down", "enter", "text:t", "ctrl-s")
    guard case .form(let form) = console.model.overlay, case .reviewing = form.phase else {
      Issue.record("the form of a new escalation asks for more: \(console.text)")
      return
    }
    console.press("y", "z")
    #expect(console.text.contains("X cancels it"))
    let before = try store.changeMark()
    console.press("y")
    #expect(try store.changeMark() == before)
  }

  @Test func aReadOnlyConsoleTakesNothingBack() throws {
    let console = Scene(try Fixture.store(), access: .readOnly("the store is read-only"))
    console.press("z")
    #expect(console.model.toasts.last?.text.contains("read-only") ?? false)
  }

  @Test func keysOfOtherPeopleAreNotTheirs() throws {
    let store = try Fixture.store()
    let mine = Scene(store)
    let theirs = Scene(store)
    theirs.press("n", "text:theirs", "ctrl-s")
    mine.send(.storeChanged)
    mine.press("z")
    #expect(mine.model.overlay == nil)
  }
}
