import EscalationDomain
import Screen
import Testing

@testable import Console

/// What is highlighted is what is taken: a few letters never become a name by themselves.
@Suite struct PickerTests {
  private func owner(_ store: FakeStore, of id: EscalationID) throws -> String? {
    try Escalation.replay(
      try #require(try store.history(of: id)), policies: Fixture.policies, now: Fixture.now
    ).owner
  }

  private func field(_ id: FormField.ID, _ console: Scene) throws -> FormField {
    try #require(console.model.typedForm?.fields.first { $0.id == id })
  }

  @Test(arguments: [
    (["text:dan", "enter"], "Dana Ruiz"), (["text:dan", "ctrl-s"], "Dana Ruiz"), (["text:DANA", "enter"], "Dana Ruiz"),
    (["text:dana ruiz", "enter"], "Dana Ruiz"), (["text:dan", "tab", "enter"], "Dana Ruiz"),
    // Below the known names stands what is typed.
    (["text:dan", "down", "enter"], "dan"), (["text:dan", "down", "down", "enter"], "dan"),
    (["text:dan", "down", "up", "enter"], "Dana Ruiz"),
    // Who is not known yet.
    (["text:Zoe Near", "enter"], "Zoe Near"), (["text:Zoe Near", "tab", "enter"], "Zoe Near"),
    (["text:dan", "backspace", "backspace", "backspace", "text:Zoe Near", "enter"], "Zoe Near"),
    (["text:dan", "left", "right", "enter"], "Dana Ruiz"),
  ])
  func `enter takes the highlighted name`(keys: [String], expected: String) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("o")
    let id = try #require(console.model.board.selected?.id)
    for key in keys { console.press(key) }
    #expect(try owner(store, of: id) == expected)
    #expect(console.model.overlay == nil)
  }

  @Test func `the last line is what is typed, and where nothing fits the only one`() throws {
    let console = Scene(try Fixture.store())
    console.press("o", "text:dan")
    #expect(console.text.contains("“dan” as typed"))
    #expect(try field(.owner, console).shownOffers.map(\.text) == ["Dana Ruiz", "dan"])
    console.press("ctrl-u", "text:Zoe Near")
    #expect(try field(.owner, console).shownOffers.map(\.isAsTyped) == [true])
    #expect(console.text.contains("“Zoe Near” as typed"))
    console.press("ctrl-u", "text:Dana Ruiz")
    #expect(!console.text.contains("as typed"), "it is a known name")
  }

  @Test(arguments: [("bo", false), ("ody", false), ("n", true), ("nob", true), ("", true), ("Nobody", true)])
  func `nobody is offered to who begins the word`(typed: String, isOffered: Bool) {
    var field = FormField(.owner, "Owner", hint: "", known: ["Bo Chen", Form.nobody])
    for letter in typed { _ = field.type(.character(letter)) }
    #expect(field.suggestions.contains(Form.nobody) == isOffered)
  }

  @Test func `a name in full comes before those that go on`() {
    let names = ["Danata Lee", "Dana"]
    #expect(Suggested.ranked("dana", among: names).map(\.text) == ["Dana", "Danata Lee"])
  }

  /// Fields that are left by any way hold what was highlighted.
  @Test(arguments: ["shift-tab", "tab", "enter"]) func `leaving the field takes it too`(key: String) throws {
    let console = Scene(try Fixture.openingStore())
    console.press("N")
    let known = try #require(try field(.account, console).suggestions.first)
    let letters = String(known.prefix(3)).lowercased()
    console.press("text:\(letters)", key)
    #expect(try field(.account, console).text == known)
  }

  @Test func `a field that holds a name already keeps it`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M5"))
    console.press("e")
    let form = try #require(console.model.typedForm)
    for _ in form.fields { console.press("tab") }
    #expect(try #require(console.model.typedForm).fields.map(\.text) == form.fields.map(\.text))
  }

  @Test func `several at once go to the highlighted one`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("space", "space", "o", "text:dan", "enter")
    #expect(console.text.contains("Dana Ruiz") && !console.text.contains("“dan"))
    console.press("y")
    let owners = console.model.board.board.rows.map(\.owner)
    #expect(!owners.contains("dan") && owners.filter { $0 == "Dana Ruiz" }.count >= 2)
  }

  @Test func `a click on the last line takes what is typed`() throws {
    let console = Scene(try Fixture.store())
    console.press("o", "text:dan")
    let lines = console.text.split(separator: "\n", omittingEmptySubsequences: false)
    let row = try #require(lines.firstIndex { $0.contains("as typed") })
    let line = lines[row]
    let column = line.distance(from: line.startIndex, to: try #require(line.range(of: "as typed")).lowerBound)
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: Point(column: column, row: row)))))
    #expect(try field(.owner, console).text == "dan" && (try field(.owner, console).shownOffers.isEmpty))
  }
}
