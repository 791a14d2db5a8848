import EscalationDomain
import Screen
import Testing

@testable import Console

/// Fields that name several things offer each of them once.
@Suite struct NamingTests {
  private func field(_ id: FormField.ID, _ console: Scene) throws -> FormField {
    try #require(console.model.typedForm?.fields.first { $0.id == id })
  }

  @Test func `what comes before a milestone is picked by its words`() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M5"))
    console.press("e", "shift-tab")
    #expect(try field(.after, console).suggestions.contains("M1 Find a new sponsor"))
    #expect(!(try field(.after, console).suggestions.contains { $0.hasPrefix("M5") }), "not itself")
    #expect(!(try field(.after, console).suggestions.contains { $0.hasPrefix("M7") }), "it is over")
    console.press("text:sponsor", "tab")
    #expect(try field(.after, console).text == "M1")
    console.press("text:,")
    #expect(!(try field(.after, console).suggestions.contains { $0.hasPrefix("M1") }), "once is enough")
    console.press("text:export", "tab")
    #expect(try field(.after, console).text == "M1, M2")
    #expect(console.text.contains("M1 Find a new sponsor · M2 Mend the nightly expo"))
    console.press("ctrl-s")
    let last = try #require(try store.history(of: EscalationID("C-1"))).events.last?.fact
    #expect(last == .milestoneChanged(id: "M5", MilestoneChange(after: ["M1", "M2"])))
  }

  @Test func `a message offers the customer's people`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    let id = try #require(console.model.board.selected?.id)
    _ = try store.perform(
      .addContact(Contact(name: "Zelda Quist")), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("m", "enter", "enter")
    for _ in 0..<20 {
      guard let form = console.model.typedForm, form.fields[form.focus].id != .to else { break }
      console.press("shift-tab")
    }
    console.press("text:zel")
    #expect(try field(.to, console).suggestions.first == "Zelda Quist", "\(console.text)")
    console.press("tab")
    #expect(try field(.to, console).text == "Zelda Quist")
  }

  @Test(arguments: [
    ("", ["M1 One", "M2 Two", "M10 Ten"]), ("m1", []), ("M1, ", ["M2 Two", "M10 Ten"]), ("M1; tw", ["M2 Two"]),
    ("M1, M2", []), ("M1,M2,", ["M10 Ten"]),
  ])
  func `what is named already is not offered`(text: String, offered: [String]) {
    let known = ["M1 One", "M2 Two", "M10 Ten"]
    let field = FormField(.after, "After", hint: "", known: known, text: text).naming(.id)
    #expect(field.suggestions == offered)
  }
}
