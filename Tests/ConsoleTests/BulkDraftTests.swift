import EscalationDomain
import Foundation
import Screen
import Testing

@testable import Console

/// A draft for several, left by an earlier run, comes back with those it was for.
@Suite struct BulkDraftTests {
  /// What the next run finds: the desk as it would be read from its file.
  private func kept(_ console: Scene) throws -> Desk {
    let asked = console.requests.last { if case .keepDesk = $0 { true } else { false } }
    guard case .keepDesk(let desk)? = asked else { throw Missing() }
    return try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(desk))
  }

  private struct Missing: Error {}

  private func facts(_ store: FakeStore, _ id: EscalationID) throws -> [Fact] {
    try #require(try store.history(of: id)).events.map(\.fact)
  }

  private func drafts(_ console: Scene) -> Int { console.model.listedDrafts.count }

  /// Selects the first two, begins something on both and leaves. Answers whom it is for, and the desk.
  private func begin(_ store: FakeStore, _ keys: [String]) throws -> (ids: [EscalationID], desk: Desk) {
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("space", "space")
    for key in keys { first.press(key) }
    return (first.model.selected, try kept(first))
  }

  private func resolve(_ store: FakeStore, _ id: EscalationID) throws {
    _ = try store.perform(
      .resolve(Resolution(summary: "by itself")), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
  }

  struct Begun: Sendable, CustomTestStringConvertible {
    var keys: [String]
    var shows: [String]
    var kind: String
    var testDescription: String { keys.joined(separator: " ") }
  }

  static let begun: [Begun] = [
    Begun(keys: ["n", "text:all hands"], shows: ["all hands"], kind: "noted"),
    // Left in a hurry, or killed where the look shows.
    Begun(keys: ["n", "text:all hands", "esc"], shows: ["all hands"], kind: "noted"),
    Begun(keys: ["n", "text:all hands", "ctrl-s"], shows: ["all hands"], kind: "noted"),
    Begun(keys: ["o", "text:Bo Chen"], shows: ["Bo Chen"], kind: "assigned"),
    Begun(keys: ["s", "down", "tab", "text:calmer"], shows: ["calmer", "S1"], kind: "severity-changed"),
    Begun(keys: ["u", "text:We know", "tab", "text:call"], shows: ["We know", "call"], kind: "updated"),
    Begun(keys: ["p", "text:they test", "tab", "text:+1d"], shows: ["they test", "+1d"], kind: "paused"),
    Begun(keys: ["T", "text:Call them"], shows: ["Call them"], kind: "task-added"),
  ]

  @Test(arguments: begun) func `it is offered, taken up with its records, and saved`(_ draft: Begun) throws {
    let store = try Fixture.store()
    let (ids, desk) = try begin(store, draft.keys)
    #expect(ids.count == 2)
    let next = Scene(store, desk: desk, run: "b")
    #expect(next.text.contains("from before"), "\(next.text)")
    next.press("D")
    #expect(next.text.contains(ids.map(\.text).joined(separator: " · ")), "\(next.text)")
    next.press("enter")
    let form = try #require(next.model.typedForm)
    #expect(form.many.map(\.id) == ids)
    for text in draft.shows + ["Your draft is back", "2 escalations"] { #expect(next.text.contains(text), "\(text)") }
    #expect(try kept(next).drafts?.keys.allSatisfy { $0.hasPrefix("b/") } ?? false, "it is this run's now")
    let before = try ids.map { try facts(store, $0).count }
    next.press("ctrl-s")
    #expect(next.model.scope == .confirmation, "\(next.text)")
    guard case .form(let asked) = next.model.overlay, case .reviewing(.bulk(let look, _)) = asked.phase else {
      throw Missing()
    }
    #expect(!look.possible.isEmpty)
    next.press("y")
    for (id, count) in zip(ids, before) {
      // Not every playbook has the grade: the look says so.
      let isPossible = look.possible.contains { $0.id == id }
      #expect(try facts(store, id).dropFirst(count).map(\.kind) == (isPossible ? [draft.kind] : []), "\(id)")
    }
    #expect(next.model.overlay == nil)
    #expect(try kept(next).drafts == nil)
  }

  @Test func `the same act on the same ones brings it back, on others not`() throws {
    let store = try Fixture.store()
    let (ids, desk) = try begin(store, ["n", "text:all hands"])
    let next = Scene(store, desk: desk, run: "b")
    next.press("g", "space", "n")
    #expect(next.model.typedForm?.text(.text) == "")
    next.press("esc", "space", "n")
    #expect(next.model.typedForm?.many.map(\.id) == ids)
    #expect(next.text.contains("all hands") && next.text.contains("Your draft is back"), "\(next.text)")
    next.press("esc")
    #expect(drafts(next) == 1)
  }

  @Test func `who ended since or is gone is named and left out`() throws {
    let store = try Fixture.store()
    var (ids, desk) = try begin(store, ["n", "text:all hands"])
    let name = try #require(desk.drafts?.keys.first)
    desk.drafts?[name]?.many?.append("W-99")
    try resolve(store, ids[1])
    let before = try facts(store, ids[1])
    let next = Scene(store, desk: desk, run: "b")
    next.press("D", "enter")
    #expect(next.model.toasts.last?.text == "left out: \(ids[1]) ended since, W-99 is gone")
    #expect(next.model.typedForm?.many.map(\.id) == [ids[0]])
    #expect(next.text.contains("Note · 1 escalation") && next.text.contains("all hands"), "\(next.text)")
    #expect(try kept(next).drafts?.values.first?.many == [ids[0].text])
    next.press("ctrl-s", "y")
    #expect(try facts(store, ids[0]).last == .noted(text: "all hands"))
    #expect(try facts(store, ids[1]) == before)
  }

  @Test func `where none of them is left its text stays to be read`() throws {
    let store = try Fixture.store()
    let (ids, desk) = try begin(store, ["n", "text:all hands"])
    for id in ids { try resolve(store, id) }
    let next = Scene(store, desk: desk, run: "b")
    #expect(next.text.contains("(off the board)"), "\(next.text)")
    next.press("D", "enter")
    #expect(next.model.scope == .drafts)
    #expect(next.model.toasts.last?.kind == .failed)
    #expect(next.model.toasts.last?.text.contains("\(ids[0]), \(ids[1]) ended since") ?? false)
    #expect(next.text.contains("all hands"))
    #expect(next.model.desk.drafts?.count == 1)
  }

  @Test func `who had ended when it was begun is no reason to leave it out`() throws {
    let store = try Fixture.registerStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("5", "A", "A", "g")
    for id in ["W-3", "W-5"] {
      first.press("g")
      for _ in 0..<20 where first.model.register.selectedRow?.id.text != id { first.press("j") }
      first.press("space")
    }
    #expect(first.model.selected.count == 2)
    first.press("n", "text:they asked again")
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("D", "enter")
    #expect(Set(next.model.typedForm?.many.map(\.id.text) ?? []) == ["W-3", "W-5"], "\(next.text)")
    next.press("ctrl-s", "y")
    for id in ["W-3", "W-5"] { #expect(try facts(store, EscalationID(id)).last == .noted(text: "they asked again")) }
  }

  @Test func `one that was begun since is not lost for it`() throws {
    let store = try Fixture.store()
    let (ids, desk) = try begin(store, ["n", "text:all hands"])
    let next = Scene(store, desk: desk, run: "b")
    next.press("g", "space", "n", "text:mine", "esc", "D")
    let older = try #require(next.model.listedDrafts.firstIndex { $0.id.hasPrefix("a/") })
    for _ in 0..<older { next.press("j") }
    next.press("enter")
    #expect(next.model.scope == .drafts)
    #expect(next.model.toasts.last?.text.contains("you began another") ?? false)
    #expect(drafts(next) == 2)
    let own = try #require(next.model.listedDrafts.firstIndex { $0.id.hasPrefix("b/") })
    for _ in 0..<2 { next.press(own > older ? "j" : "k") }
    next.press("enter", "ctrl-s", "y", "D", "enter")
    #expect(next.model.typedForm?.many.map(\.id) == ids, "\(next.text)")
  }

  @Test func `of this run too those that ended are left out`() throws {
    let store = try Fixture.store()
    let console = Scene(store, desk: Desk(), run: "a")
    console.press("space", "space")
    let ids = console.model.selected
    console.press("n", "text:all hands", "esc", "esc")
    try resolve(store, ids[0])
    console.press("D", "enter")
    #expect(console.model.typedForm?.many.map(\.id) == [ids[1]])
    #expect(console.model.toasts.last?.text == "left out: \(ids[0]) ended since")
    console.press("ctrl-s", "y")
    #expect(try facts(store, ids[1]).last == .noted(text: "all hands"))
    #expect(drafts(console) == 0)
  }

  @Test func `a store that is busy loses nothing`() throws {
    let store = try Fixture.store()
    let (ids, desk) = try begin(store, ["n", "text:all hands"])
    let next = Scene(store, desk: desk, run: "b")
    store.fail(.busy(path: "/data/w.db"))
    next.press("D", "enter")
    #expect(next.model.scope == .drafts)
    #expect(next.text.contains("is busy"))
    store.fail(nil)
    next.press("enter")
    #expect(next.model.typedForm?.many.map(\.id) == ids)
    next.press("esc")
    #expect(try kept(next).drafts?.values.first?.many == ids.map(\.text), "it stays theirs")
  }

  @Test func `what an older console wrote can be read`() throws {
    let store = try Fixture.store()
    var desk = try begin(store, ["n", "text:all hands"]).desk
    let name = try #require(desk.drafts?.keys.first)
    desk.drafts?[name]?.many = nil
    let next = Scene(store, desk: desk, run: "b")
    next.press("D", "enter")
    #expect(next.model.scope == .drafts)
    #expect(next.text.contains("select them again") && next.text.contains("all hands"))
  }
}
