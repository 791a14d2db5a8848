import EscalationDomain
import Foundation
import Screen
import Testing

@testable import Console

/// What was typed and not saved outlives the run, whatever ended it.
@Suite struct DraftTests {
  /// What the next run finds: the desk as it would be read from its file.
  private func kept(_ console: Scene) throws -> Desk {
    let asked = console.requests.last { if case .keepDesk = $0 { true } else { false } }
    guard case .keepDesk(let desk) = asked else { throw Missing() }
    return try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(desk))
  }

  private struct Missing: Error {}

  private func events(_ store: FakeStore, _ id: String) throws -> [Fact] {
    try #require(try store.history(of: EscalationID(id))).events.map(\.fact)
  }

  /// Keys that begin something on W-1, the keys that bring it back, and what must show then.
  static let begun: [(keys: [String], again: [String], shows: [String])] = [
    (["n", "text:half a sen"], ["n"], ["half a sen"]),
    (["n", "text:one", "alt-enter", "text:two"], ["n"], ["one", "two"]),
    (["u", "text:All back", "tab", "text:call", "tab", "text:+4h"], ["u"], ["All back", "call", "+4h"]),
    (["s", "down", "tab", "text:worse than it looked"], ["s"], ["worse than it looked"]),
    (["o", "text:dan"], ["o"], ["dan"]), (["p", "text:they test", "tab", "text:fri"], ["p"], ["they test", "fri"]),
    (["N", "text:Contoso", "tab", "tab", "text:They wait"], ["N"], ["They wait"]),
    (["M", "tab", "tab", "text:another kind"], ["M"], ["another kind"]),
  ]

  @Test(arguments: begun)
  func `what was typed is there in the next run, and is marked`(
    _ draft: (keys: [String], again: [String], shows: [String])
  ) throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    for key in draft.keys { first.press(key) }
    let next = Scene(store, desk: try kept(first), run: "b")
    #expect(next.text.contains("from before"))
    for key in draft.again { next.press(key) }
    for text in draft.shows { #expect(next.text.contains(text), "\(text)\n\(next.text)") }
    #expect(next.text.contains("Your draft is back"))
  }

  /// Keys that begin something about no one escalation, and what must show once the list of drafts leads back to it.
  @Test(arguments: [
    (["5", "N", "text:Contoso", "tab", "text:They may leave"], "They may leave"),
    (["V", "text:Soonest"], "Soonest"),
  ])
  func `a draft of no escalation is gone on with from the list`(_ keys: [String], _ shows: String) throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    for key in keys { first.press(key) }
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("D", "enter")
    #expect(next.model.typedForm != nil, "\(next.text)")
    #expect(next.text.contains(shows))
    first.press("esc", "1", "D", "enter")
    #expect(first.model.typedForm != nil)
    #expect(first.text.contains(shows))
  }

  @Test func `a draft for several is gone on with`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("space", "space", "n", "text:all hands", "esc", "esc", "D", "enter")
    #expect(first.model.typedForm?.many.count == 2)
    #expect(first.text.contains("all hands"))
  }

  @Test func `a draft of one milestone is not another's`() throws {
    let store = try Fixture.planStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("enter", "tab", "tab", "e", "text: soon")
    let form = try #require(first.model.typedForm)
    #expect(form.part != nil, "\(first.text)")
    let desk = try kept(first)
    let next = Scene(store, desk: desk, run: "b")
    next.press("D", "enter")
    #expect(next.model.typedForm?.part?.name == form.part?.name, "\(next.text)")
    #expect(next.text.contains("soon"))
    let other = Scene(store, desk: desk, run: "c")
    other.press("j", "e")
    #expect(other.model.typedForm?.part?.name != form.part?.name)
    #expect(other.model.typedForm?.isDraft == false, "\(other.text)")
  }

  @Test func `a list keeps what was chosen in it`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("s", "down", "down", "tab", "text:why")
    guard case .form(let before) = first.model.overlay else { throw Missing() }
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("s")
    guard case .form(let form) = next.model.overlay else { throw Missing() }
    #expect(form.text(.grade) == before.text(.grade))
    #expect(form.text(.grade) != form.subject.severity)
  }

  @Test func `what is saved or emptied is kept no more`() throws {
    let store = try Fixture.store()
    let console = Scene(store, desk: Desk(), run: "a")
    console.press("n", "text:a note")
    #expect(try kept(console).drafts?.count == 1)
    console.press("ctrl-s")
    #expect(try kept(console).drafts == nil)
    console.press("n", "text:another", "esc")
    #expect(try kept(console).drafts?.count == 1)
    console.press("n", "ctrl-x")
    #expect(try kept(console).drafts == nil)
  }

  @Test func `a message survives with what was typed for it and what was gone over`() throws {
    let store = try Fixture.messageStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("m", "enter", "e")
    first.send(.messageEdited(Letter.Text(subject: "Down", body: "We know."), trouble: nil))
    let desk = try kept(first)
    #expect(desk.drafts?.values.first?.body == "We know.")
    let next = Scene(store, desk: desk, run: "b")
    next.press("m", "enter")
    #expect(next.text.contains("We know."), "\(next.text)")
    next.press("ctrl-x", "esc", "esc")
    #expect(try kept(next).drafts == nil)
  }

  @Test func `two runs of one person keep a draft each of the same form`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    let second = Scene(store, desk: Desk(), run: "b")
    first.press("n", "text:mine")
    second.press("n", "text:also mine")
    let names = try [first, second].flatMap { try kept($0).drafts?.keys.map { $0 } ?? [] }
    #expect(Set(names).count == 2)
  }

  @Test func `the list opens a draft on the place of its escalation`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("j", "n", "text:about the second", "esc", "j", "u", "text:about the third", "esc")
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("D")
    #expect(next.text.contains("Begun and not saved"))
    let drafts = next.model.listedDrafts.map(\.draft)
    #expect(drafts.count == 2)
    let place = try #require(drafts.firstIndex { $0.form == "note" })
    if place > 0 { next.press("j") }
    next.press("enter")
    #expect(next.model.place == .escalation(EscalationPlace(id: EscalationID(drafts[place].escalation))))
    next.press("ctrl-s")
    #expect(try events(store, drafts[place].escalation).last == .noted(text: "about the second"))
    #expect(next.model.listedDrafts.count == 1)
  }

  @Test func `dropping asks first and takes one away`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("n", "text:one", "esc", "j", "n", "text:two", "esc")
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("D", "-", "esc")
    #expect(next.model.listedDrafts.count == 2)
    next.press("D", "-", "y")
    #expect(next.model.listedDrafts.count == 1)
    #expect(try kept(next).drafts?.count == 1)
    next.press("-", "y")
    #expect(next.model.overlay == nil)
    next.press("D")
    #expect(next.model.toasts.last?.text == "drafts: nothing is begun and not saved")
  }

  @Test func `a draft on what has ended is told and opens`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("r", "text:rolled back")
    let id = try #require(first.model.board.selected?.id)
    _ = try store.perform(
      .resolve(Resolution(summary: "by itself")), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    let next = Scene(store, desk: try kept(first), run: "b")
    #expect(next.text.contains("off the board"))
    next.press("D", "enter")
    #expect(next.text.contains("rolled back"))
    #expect(next.text.contains("Status is resolved now; it was open"))
  }

  @Test func `leaving asks nothing where drafts are kept`() throws {
    let console = Scene(try Fixture.store(), desk: Desk(), run: "a")
    console.press("n", "text:later", "esc", "q")
    #expect(console.requests.last == .quit)
  }

  @Test func `a console that only looks at the past keeps nothing`() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:later", "esc", "j")
    #expect(!console.requests.contains { if case .keepDesk = $0 { true } else { false } })
  }

  @Test func `the newest hundred are kept, and of a field as much as is allowed`() throws {
    var desk = Desk()
    desk.drafts = Dictionary(
      uniqueKeysWithValues: (0..<Desk.mostDrafts).map { number in
        let note = FormField(.text, "Note", text: "old", hint: "")
        let draft = SavedDraft(Form(.note, on: .new, fields: [note]), at: Instant(Int64(number)))
        return ("z/\(number)", draft)
      })
    let console = Scene(try Fixture.store(), desk: desk, run: "a")
    console.press("n")
    console.send(.keyPressed(.paste(String(repeating: "ä", count: Desk.mostBytes))))
    let drafts = try #require(try kept(console).drafts)
    #expect(drafts.count == Desk.mostDrafts)
    #expect(drafts["z/0"] == nil, "the oldest went")
    let text = try #require(drafts.first { $0.key.hasPrefix("a/") }?.value.texts["text"])
    #expect(text.utf8.count == Desk.mostBytes)
  }
}
