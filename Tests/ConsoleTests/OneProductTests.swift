import EscalationDomain
import Screen
import Testing

@testable import Console

/// What holds in every pane and form alike.
@Suite struct OneProductTests {
  private func footer(_ console: Scene) -> String {
    console.text.split(separator: "\n").last.map(String.init) ?? ""
  }

  @Test func `the cursor stays on a person whose details change, and on one when another console takes somebody away`()
    throws
  {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    console.press("enter", "tab", "tab", "tab", "tab", "e", "ctrl-u", "text:buyer", "ctrl-s")
    #expect(console.model.selectedPerson?.name == .contact("Maria Vogel"))
    console.press("j")
    #expect(console.model.selectedPerson?.name == .contact("佐藤 健"))
    console.press("k", "shift-tab", "tab", "j")
    _ = try store.perform(
      .removeContact(name: "Maria Vogel"), on: EscalationID("P-1"), act: Act(actor: "bo", now: Fixture.now))
    console.send(.storeChanged)
    #expect(console.model.selectedPerson?.name == .contact("佐藤 健"))
  }

  @Test func `a pane that was just entered holds what it stands on`() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    console.press("enter", "tab", "tab", "tab", "tab")
    _ = try store.perform(
      .addContact(Contact(name: "Zoe")), on: EscalationID("P-1"), act: Act(actor: "bo", now: Fixture.now))
    _ = try store.perform(
      .giveRole("Scribe", to: "Zoe"), on: EscalationID("P-1"), act: Act(actor: "bo", now: Fixture.now))
    let name = console.model.selectedPerson?.name
    console.send(.storeChanged)
    #expect(console.model.selectedPerson?.name == name)
    guard case .escalation(let place) = console.model.place else { throw Missing() }
    #expect(place.people.name == .contact("Maria Vogel"))
  }

  @Test func `the footer names the key that saves from where the cursor is`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    console.press("u")
    #expect(footer(console).contains("ctrl-s save"))
    console.press("tab", "tab")
    #expect(footer(console).contains("enter save"))
    console.press("esc", "n")
    #expect(footer(console).contains("enter save"), "a form of one field")
  }

  @Test func `what was said goes when something new begins, what failed stays`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:seen", "ctrl-s")
    #expect(console.model.toasts.last?.kind == .done)
    console.press("j", "k")
    #expect(console.model.toasts.last?.kind == .done, "moving reads on")
    console.press("enter")
    #expect(console.model.toasts.isEmpty)
    store.fail(.busy(path: "/data/w.db"))
    console.send(.keyPressed(.control("l")))
    let failed = console.model.toasts
    #expect(failed.contains { $0.kind == .failed })
    store.fail(nil)
    console.press("n")
    #expect(console.model.toasts.filter { $0.kind == .failed } == failed.filter { $0.kind == .failed })
  }

  @Test func `what has ended offers to be opened again, before all else`() throws {
    let console = Scene(try Fixture.openingStore(), size: Size(columns: 60, rows: 16))
    for key in ["A", "text:W-3", "enter"] { console.press(key) }
    #expect(footer(console).hasPrefix(" A reopen"))
  }

  @Test func `a form that is higher than the screen shows how far it goes`() throws {
    let console = Scene(try Fixture.openingStore(), size: Size(columns: 60, rows: 16))
    console.press("N")
    let dialog = console.text.split(separator: "\n").filter { $0.hasPrefix("  │ ") || $0.hasPrefix(" │ ") }
    #expect(dialog.contains { $0.contains("┃") })
  }

  @Test func `the timeline calls what was done by its name, as the Work pane does`() throws {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 24))
    console.press("enter", "tab")
    for _ in 0..<40 where console.model.selectedWork?.name != .gate("shared") { console.press("j") }
    console.press("-", "text:one team", "enter")
    let label = try #require(
      Fixture.policies.editions[1]?.playbooks["care"]?.value.gates.first { $0.id == "shared" }?.label)
    #expect(console.model.toasts.last?.text.contains("the gate “\(label)” is not needed") ?? false)
    console.press("tab", "tab")
    #expect(console.text.contains("the gate “\(label)”"))
  }
}
