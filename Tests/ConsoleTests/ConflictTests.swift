import EscalationDomain
import Screen
import Testing

@testable import Console

/// What another changes while a form is open is shown field by field, and nothing is written over in silence.
@Suite struct ConflictTests {
  private func events(_ store: FakeStore, _ id: EscalationID) throws -> [Fact] {
    try #require(try store.history(of: id)).events.map(\.fact)
  }

  /// Keys on W-1, what another does meanwhile, and what the screen then says.
  static let clashes: [(keys: [String], theirs: Command, shows: [String])] = [
    (["o", "text:Dana Ruiz"], .assign(owner: "Chidi Okafor"), ["Owner", "Chidi Okafor", "Ann Lee"]),
    (["s", "down", "down"], .changeSeverity(to: "S1", reason: nil), ["Severity", "S1", "S0"]),
    (
      ["p", "text:they test", "tab", "text:+1bd"], .resolve(Resolution(summary: "x")), ["Status", "resolved", "open"]
    ),
  ]

  @Test(arguments: clashes)
  func `saving asks what counts, with what was and what is theirs`(
    _ clash: (keys: [String], theirs: Command, shows: [String])
  ) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-1")
    for key in clash.keys { console.press(key) }
    _ = try store.perform(clash.theirs, on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    let before = try events(store, id).count
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(try events(store, id).count == before)
    #expect(console.model.scope == .conflict)
    for text in clash.shows { #expect(console.text.contains(text), "\(text)\n\(console.text)") }
    console.press("t", "enter")
    #expect(console.model.overlay == nil)
    #expect(try events(store, id).count == before, "theirs stays")
    #expect(console.model.drafts.isEmpty)
  }

  @Test func `mine counts once it was chosen`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-1")
    console.press("o", "text:Dana Ruiz")
    _ = try store.perform(.assign(owner: "Chidi Okafor"), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(console.text.contains("Owner is Chidi Okafor now; it was Ann Lee"))
    console.press("ctrl-s", "esc")
    #expect(console.model.scope == .form, "back in the form, nothing is lost")
    console.press("ctrl-s", "m", "enter")
    #expect(try events(store, id).last == .assigned(owner: "Dana Ruiz"))
  }

  @Test func `a change that this console has not seen yet is noticed as it saves`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-1")
    console.press("o", "text:Dana Ruiz")
    _ = try store.perform(.assign(owner: "Chidi Okafor"), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.press("ctrl-s")
    #expect(try events(store, id).last == .assigned(owner: "Chidi Okafor"))
    #expect(console.text.contains("somebody changed it"))
    console.press("ctrl-s")
    #expect(console.model.scope == .conflict)
    console.press("enter")
    #expect(try events(store, id).last == .assigned(owner: "Dana Ruiz"))
  }

  @Test(arguments: [Command.note(text: "by the way"), .changeSeverity(to: "S1", reason: nil)])
  func `a change of something else asks nothing`(_ theirs: Command) throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-1")
    console.press("o", "text:Dana Ruiz")
    _ = try store.perform(theirs, on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(try events(store, id).last == .assigned(owner: "Dana Ruiz"))
  }

  @Test func `what both changed alike is no clash`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-1")
    console.press("s", "down", "tab", "text:why")
    _ = try store.perform(
      .changeSeverity(to: "S1", reason: nil), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(console.model.scope == .form)
    #expect(console.text.contains("already") || console.text.contains("S1"))
  }

  @Test func `of a contact, each field is asked for, and what was not touched is theirs`() throws {
    let store = try Fixture.peopleStore()
    let console = Scene(store)
    let id = EscalationID("P-1")
    console.press("enter", "tab", "tab", "tab", "tab", "e", "tab", "ctrl-u", "text:+49 1")
    guard case .form(let form) = console.model.overlay, form.kind == .contact else {
      Issue.record("no contact's form is open\n\(console.text)")
      return
    }
    var contact = try #require(try person(store, id, named: form.person?.label ?? ""))
    (contact.role, contact.phone) = ("buyer", "+49 2")
    _ = try store.perform(.addContact(contact), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("ctrl-s")
    guard case .form(let asking) = console.model.overlay, case .settling(let conflicts, _) = asking.phase else {
      Issue.record("nothing was asked\n\(console.text)")
      return
    }
    #expect(Set(conflicts.map(\.label)) == ["Role", "Phone"])
    #expect(conflicts.first { $0.label == "Role" }?.choice == .theirs)
    console.press("enter")
    let saved = try #require(try person(store, id, named: contact.name))
    #expect((saved.role, saved.phone) == ("buyer", "+49 1"))
    #expect(saved.email == contact.email)
  }

  private func person(_ store: FakeStore, _ id: EscalationID, named name: String) throws -> Contact? {
    let history = try #require(try store.history(of: id))
    let record = try Escalation.replay(history, policies: store.policyBook, now: Fixture.now)
    return record.contacts.first { $0.name == name }
  }
}
