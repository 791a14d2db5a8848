import EscalationDomain
import Screen
import Testing

@testable import Console

/// Names are found by letters in their order, and long texts keep their lines.
@Suite struct SuggestionTests {
  static let names = ["Ann Lee", "Bo Chen", "Chidi Okafor", "Dana Ruiz", "Daniel Adeyemi", "佐藤 健", "Zoë Ångström"]

  @Test(
    arguments: [
      ("da", ["Dana Ruiz", "Daniel Adeyemi"]), ("dr", ["Dana Ruiz"]), ("cok", ["Chidi Okafor"]), ("lee", ["Ann Lee"]),
      ("佐", ["佐藤 健"]), ("zå", ["Zoë Ångström"]), ("dae", ["Daniel Adeyemi"]), ("xq", []), ("", names),
    ] as [(String, [String])])
  func `the best comes first`(typed: String, found: [String]) {
    let ranked = Suggested.ranked(typed, among: Self.names)
    #expect(Array(ranked.map(\.text).prefix(found.count)) == found)
    if found.isEmpty { #expect(ranked.isEmpty) }
    for one in ranked {
      let letters = Array(one.text)
      let matched = one.matched.map { letters[$0].lowercased() }
      #expect(matched.joined() == typed.filter { $0 != " " }.lowercased())
      #expect(one.matched == one.matched.sorted())
    }
  }

  @Test func `equals stay in the order of use`() {
    #expect(Suggested.ranked("an", among: ["Zan", "Can"]).map(\.text) == ["Zan", "Can"])
    #expect(Suggested.ranked("a", among: ["Bab", "Ab"]).map(\.text) == ["Ab", "Bab"], "what begins so wins over use")
  }

  @Test func `who owns something of the same account comes first`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("/", "text:W-2", "enter", "o")
    guard case .form(let form) = console.model.overlay else { throw Missing() }
    let suggested = form.fields[0].suggestions
    let counts = Dictionary(grouping: console.model.board.board.rows.compactMap(\.owner)) { $0 }.mapValues(\.count)
    let owned = suggested.map { counts[$0] ?? 0 }
    #expect(owned == owned.sorted(by: >), "who owns most comes first: \(suggested)")
    let opening = Opening(
      title: "Another", account: AccountFacts(name: form.subject.account), playbook: "risk", edition: 1, severity: "S2",
      owner: "Zoe Near")
    _ = try store.open(opening, id: EscalationID("W-98"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("esc", "o")
    guard case .form(let again) = console.model.overlay else { throw Missing() }
    #expect(again.fields[0].suggestions.first == "Zoe Near")
  }

  private struct Missing: Error {}

  @Test func `typing narrows a long list, and the cursor stays within it`() throws {
    let console = Scene(try Fixture.openingStore())
    console.press("M", "text:he")
    guard case .form(let form) = console.model.overlay, case .choice(let choices, let index) = form.fields[0].entry
    else {
      throw Missing()
    }
    #expect(form.fields[0].typed.isEmpty == (choices.count <= 4))
    #expect(choices[index].called.contains("h") || choices[index].meaning.contains("he"))
    console.press("backspace", "backspace")
    guard case .form(let wide) = console.model.overlay else { throw Missing() }
    #expect(wide.fields[0].listed(choices).count == choices.count)
  }

  @Test func `a text of several rows takes line ends, and one of one row does not`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:one", "ctrl-j", "text:two", "alt-enter")
    console.send(.keyPressed(.paste("three\nfour")))
    console.press("ctrl-s")
    let facts = try #require(try store.history(of: .init("W-1"))).events.map(\.fact)
    #expect(facts.last == .noted(text: "one\ntwo\nthree\nfour"))
    console.press("o", "text:Zoe", "ctrl-j")
    #expect(console.model.overlay == nil, "elsewhere it is the enter key")
  }

  @Test func `the editor takes a long text and gives it back`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:first", "ctrl-e")
    #expect(console.requests.last == .editText("first"))
    console.send(.textEdited("first\nsecond\n", trouble: nil))
    console.press("text: third", "ctrl-s")
    let facts = try #require(try store.history(of: .init("W-1"))).events.map(\.fact)
    #expect(facts.last == .noted(text: "first\nsecond third"))
    console.press("o", "text:ab", "home", "ctrl-e", "text:c")
    guard case .form(let form) = console.model.overlay else { throw Missing() }
    #expect(form.text(.owner) == "abc", "in one row it goes to the end, as ever")
  }

  @Test func `an editor that fails leaves the text as it was and says so`() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:first", "ctrl-e")
    console.send(.failed(.editText("first"), .other("the editor “vi” ended with 1; the text is as it was")))
    #expect(console.text.contains("first"))
    #expect(console.model.toasts.last?.kind == .failed)
  }
}
