import EscalationDomain
import Screen
import Testing

@testable import Console

/// The store before, the keys, what shows and what was written after.
@Suite struct FlowTests {
  @Test func `what went wrong is told to its end, over several lines`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 60, rows: 16))
    var model = console.model
    model.tell(.failed, "W-1: the first response is on record, Sat 2026-11-21 13:35 Berlin; undo it first, then go on")
    let text = view(model, size: model.size).plainText()
    #expect(text.contains("W-1: the first response"))
    #expect(text.contains("then go on"))
  }

  private func events(_ store: FakeStore, _ id: String) throws -> [Fact] {
    try #require(try store.history(of: EscalationID(id))).events.map(\.fact)
  }

  /// Keys on the first row, W-1, and the fact that they write.
  static let acts: [(keys: [String], fact: Fact)] = [
    (["a", "text:called", "enter"], .acknowledged(note: "called")),
    (["a", "enter"], .acknowledged(note: nil)),
    (
      ["u", "text:rolled back", "tab", "text:email", "tab", "text:17:00", "enter"],
      .updated(CustomerUpdate(text: "rolled back", channel: "email", next: Fixture.at("2026-03-03T16:00:00Z")))
    ),
    (["n", "text:a note", "ctrl-s"], .noted(text: "a note")),
    (["o", "text:dana", "tab", "enter"], .assigned(owner: "Dana Ruiz")),
    (["o", "text:d", "enter"], .assigned(owner: "Dana Ruiz")),
    (["o", "text:Somebody New", "enter"], .assigned(owner: "Somebody New")),
    (["o", "text:nobody", "enter"], .assigned(owner: nil)),
    (["s", "down", "ctrl-s", "y"], .severityChanged(to: "S1")),
    (
      ["p", "text:they test", "enter", "text:+1bd", "enter"],
      .paused(Pause(reason: "they test", until: Fixture.at("2026-03-04T13:05:00Z")))
    ),
    (
      ["r", "text:rolled back", "enter", "text:a bad release", "enter", "text:a staged one", "enter", "y"],
      .resolved(Resolution(summary: "rolled back", rootCause: "a bad release", prevention: ["a staged one"]))
    ),
  ]

  @Test(arguments: acts) func keysWriteTheirFact(_ act: (keys: [String], fact: Fact)) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    for key in act.keys { console.press(key) }
    #expect(try events(store, "W-1").last == act.fact)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .done)
  }

  @Test func pausingAndResumingTakeTurnsOnOneKey() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("p", "text:they test", "enter", "text:+1d", "enter", "p", "enter")
    #expect(try events(store, "W-1").last == .resumed)
  }

  @Test func nothingDestructiveHappensOnOneKey() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let before = try store.changeMark()
    for command in ConsoleCommand.all(in: .board) {
      for key in command.keys where command.id != .quit && command.id != .suspend {
        console.send(.keyPressed(key))
        console.press("esc", "esc", "esc")
      }
    }
    #expect(try store.changeMark() == before)
  }

  @Test func undoNamesTheActAndWantsAnotherKey() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:wrong words", "enter", "U")
    #expect(console.text.contains("wrong words"))
    console.press("U")
    #expect(try events(store, "W-1").last == .noted(text: "wrong words"))
    console.press("y")
    let history = try #require(try store.history(of: EscalationID("W-1")))
    #expect(history.undoable == nil)
  }

  @Test func anActThatCameBetweenIsNotTakenBack() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:mine", "enter", "U")
    _ = try store.perform(.note(text: "theirs"), on: EscalationID("W-1"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.press("y")
    #expect(try events(store, "W-1").last == .noted(text: "theirs"))
    #expect(console.model.toasts.last?.kind == .failed)
  }

  @Test func aDraftSurvivesEscapeAndComesBack() throws {
    let console = Scene(try Fixture.store())
    console.press("u", "text:half a sen", "esc", "j", "u")
    #expect(!console.text.contains("half a sen"), "a draft belongs to its escalation")
    console.press("esc", "k", "u")
    #expect(console.text.contains("half a sen"))
    #expect(console.text.contains("Your draft is back"))
    console.press("text:tence", "ctrl-s", "u")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("no form opened")
      return
    }
    #expect(!form.hasText, "what is saved is no draft")
  }

  @Test func aFailedActLosesNothing() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    store.fail(.busy(path: "/data/w.db"))
    console.press("n", "text:keep me", "enter")
    #expect(console.text.contains("keep me"))
    #expect(console.text.contains("is busy"))
    store.fail(nil)
    console.press("enter")
    #expect(try events(store, "W-1").last == .noted(text: "keep me"))
  }

  @Test func aCommandThatCannotWorkSaysWhy() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:W-4", "enter", "enter", "a")
    #expect(console.model.toasts.last?.text.hasPrefix("ack: the first response is on record") ?? false)
    #expect(console.model.overlay == nil)
  }

  @Test func aReadOnlyConsoleActsOnNothing() throws {
    let store = try Fixture.store()
    let console = Scene(store, access: .readOnly("this is the past"))
    let before = try store.changeMark()
    console.press("a", "enter", "n")
    #expect(console.model.toasts.last?.text == "note: this is the past")
    console.press("text:x", "enter")
    #expect(try store.changeMark() == before)
  }

  @Test func leavingWithDraftsAsksFirst() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:unsaved", "esc", "q")
    #expect(console.requests.isEmpty)
    console.press("y")
    #expect(console.requests == [.quit])
  }

  @Test func severityShowsEveryDeadlineBeforeTheQuestion() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("s", "down", "ctrl-s")
    #expect(console.text.contains("now, S0"))
    #expect(console.text.contains("15:20, late before (4bh)"))
    console.press("n")
    #expect(try events(store, "W-1").count == 1)
    #expect(console.text.contains("▲ S1 High"), "back in the form")
  }
}
