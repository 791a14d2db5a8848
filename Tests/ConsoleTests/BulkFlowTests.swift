import EscalationDomain
import Screen
import Testing

@testable import Console

/// Acting on several at once: the store before, the keys, what shows, what was written.
@Suite struct BulkFlowTests {
  private func facts(_ store: FakeStore, _ id: EscalationID) throws -> [Fact] {
    try #require(try store.history(of: id)).events.map(\.fact)
  }

  @Test func oneFormOneLookOneTransaction() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "space", "o")
    let ids = console.model.selected
    #expect(console.text.contains("Owner · 3 escalations"))
    let before = try store.changeMark()
    console.press("text:Bo Chen", "ctrl-s")
    #expect(try store.changeMark() == before, "nothing before the look")
    for id in ids { #expect(console.text.contains(id.text)) }
    #expect(console.text.contains("owner nobody → Bo Chen"))
    console.press("y")
    for id in ids { #expect(try facts(store, id).last == .assigned(owner: "Bo Chen")) }
    #expect(try store.changeMark() == before + 3)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text == "assigned to Bo Chen: 3 escalations")
    #expect(console.model.selected == ids, "the selection stays for the next act")
  }

  /// Keys that open, fill and save a form, and the kind of fact that each escalation gets.
  static let acts: [(keys: [String], kind: String)] = [
    (["a", "text:called", "ctrl-s"], "acknowledged"), (["u", "text:we look into it", "ctrl-s"], "updated"),
    (["n", "text:all hands", "ctrl-s"], "noted"), (["o", "text:Bo Chen", "ctrl-s"], "assigned"),
    (["p", "text:they test", "enter", "text:+1d", "ctrl-s"], "paused"),
    (["r", "text:one cause", "ctrl-s"], "resolved"), (["T", "text:Call them", "ctrl-s"], "task-added"),
    (["c", "ctrl-s"], "customer-confirmed"), (["X", "text:a drill", "ctrl-s"], "cancelled"),
    (["s", "down", "ctrl-s"], "severity-changed"),
  ]

  @Test(arguments: acts) func everyActIsLookedAtBeforeItIsDone(_ act: (keys: [String], kind: String)) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("*")
    let ids = console.model.selected
    let before = try ids.map { try facts(store, $0) }
    for key in act.keys { console.press(key) }
    #expect(try ids.map { try facts(store, $0) } == before, "nothing before the answer")
    guard case .form(let form) = console.model.overlay, case .reviewing(.bulk(let preview, false)) = form.phase else {
      Issue.record("no look at what would change")
      return
    }
    #expect(preview.lines.map(\.id) == ids)
    #expect(!preview.possible.isEmpty)
    console.press("y")
    for (line, old) in zip(preview.lines, before) {
      let new = try facts(store, line.id)
      if case .refused = line.outcome {
        #expect(new == old, "\(line.id) was left out")
      } else {
        #expect(new.dropFirst(old.count).map(\.kind) == [act.kind], "\(line.id)")
      }
    }
    #expect(console.model.toasts.contains { $0.kind == .done })
  }

  @Test func whatARuleRefusesIsNamedAndLeftOut() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("*")
    let paused = try #require(console.model.selectedSubjects.first { $0.status == .paused }?.id)
    console.press("p", "text:they test", "enter", "text:+1d", "ctrl-s")
    #expect(console.text.contains("1 left out"))
    #expect(console.text.contains("it is paused already"))
    let before = try facts(store, paused)
    console.press("y")
    #expect(try facts(store, paused) == before)
    #expect(console.model.toasts.last?.text.hasSuffix("; 1 left out") ?? false)
  }

  @Test func whereNothingCanBeDoneYSaysSo() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    for row in console.model.board.board.rows.indices {
      console.press(console.model.subject?.status == .active ? "space" : "j")
      if row == console.model.board.board.rows.count - 1 { break }
    }
    #expect(!console.model.selection.isEmpty)
    console.press("a", "ctrl-s")
    #expect(console.text.contains("Nothing can be done"))
    let before = try store.changeMark()
    console.press("y")
    #expect(try store.changeMark() == before)
    #expect(console.model.toasts.last?.text.contains("nothing of it can be done") ?? false)
    console.press("esc")
    #expect(console.model.scope == .form)
  }

  @Test func anotherActBetweenLookAndAnswerIsShownAgain() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "o", "text:Bo Chen", "ctrl-s")
    let ids = console.model.selected
    _ = try store.perform(.assign(owner: "Zoe"), on: ids[0], act: Act(actor: "Cy", now: Fixture.now))
    let before = try store.changeMark()
    console.press("y")
    #expect(try store.changeMark() == before, "nothing was done")
    #expect(console.text.contains("Something changed meanwhile"))
    #expect(console.text.contains("Zoe → Bo Chen"))
    console.press("y")
    for id in ids { #expect(try facts(store, id).last == .assigned(owner: "Bo Chen")) }
  }

  @Test func aNoteBetweenIsNoReasonToAskAgain() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "o", "text:Bo Chen", "ctrl-s")
    let ids = console.model.selected
    _ = try store.perform(.note(text: "by the way"), on: ids[0], act: Act(actor: "Cy", now: Fixture.now))
    console.press("y")
    for id in ids { #expect(try facts(store, id).last == .assigned(owner: "Bo Chen")) }
  }

  @Test func timeBetweenLookAndAnswerIsNone() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "u", "text:still at it", "ctrl-s")
    console.wait(90)
    console.press("y")
    for id in console.model.selected { #expect(try facts(store, id).last?.kind == "updated") }
  }

  @Test func aFailureLosesNothing() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "n", "text:keep me")
    store.fail(.busy(path: "/data/w.db"))
    console.press("ctrl-s")
    #expect(console.text.contains("keep me"))
    #expect(console.text.contains("is busy"))
    store.fail(nil)
    console.press("ctrl-s")
    store.fail(.busy(path: "/data/w.db"))
    console.press("y")
    #expect(console.text.contains("keep me"))
    store.fail(nil)
    console.press("ctrl-s", "y")
    for id in console.model.selected { #expect(try facts(store, id).last == .noted(text: "keep me")) }
  }

  @Test func aDraftComesBackForWhoeverIsSelectedThen() throws {
    let console = Scene(try Fixture.store())
    console.press("space", "space", "n", "text:half a sen", "esc", "space", "n")
    #expect(console.text.contains("half a sen"))
    #expect(console.text.contains("Note · 3 escalations"))
    console.press("text:tence", "ctrl-s", "y")
    #expect(console.model.toasts.last?.text == "half a sentence: 3 escalations")
  }

  @Test func theLookScrolls() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 60, rows: 16))
    console.press("*", "r", "text:all is well", "ctrl-s")
    let top = console.text
    #expect(top.contains("y  do it on"))
    console.press("G")
    #expect(console.text != top)
    #expect(console.text.contains("y  do it on"), "the question stays")
    console.press("g")
    #expect(console.text == top)
  }
}
