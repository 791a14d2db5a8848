import EscalationDomain
import Messages
import Screen
import Testing

@testable import Console

/// Keys in the composer, and the facts that they write.
@Suite struct ComposeFlowTests {
  @Test func `what comes next stands first, then the playbook's order`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m")
    guard case .compose(let composer) = console.model.overlay else { throw Missing() }
    let choices = try #require(composer.choices)
    #expect(choices.map(\.template.id) == ["hello", "alert", "status"])
    #expect(choices.map(\.isNext) == [true, false, false])
    #expect(choices.map(\.missing) == [["known", "next_update"], ["impact"], ["known", "doing"]])
    #expect(console.text.contains("counts as  the first response"))
  }

  @Test func `an escalation that was answered waits for where it stands`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("j", "m", "enter")
    #expect(try console.letter().template.id == "status")
  }

  @Test func `what is missing is marked, asked for and told in the reader's zone`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("m", "enter")
    #expect(try console.letter().draft?.missing == ["known", "next_update"])
    #expect(console.text.contains("What we know so far: [[known?]]"))
    #expect(console.text.contains("missing: known, next by (enter asks)"))
    console.press("enter", "text:a full disk", "enter", "text:+3h")
    // Ann sits in Berlin, the account works in New York.
    #expect(console.text.contains("= Tue 2026-03-03 17:05 Berlin, in 3h"))
    console.press("ctrl-s")
    let draft = try #require(try console.letter().draft)
    #expect(draft.missing == [])
    #expect(draft.to == ["Maria Vogel"])
    #expect(draft.subject == "We are on it: Orders are lost")
    #expect(draft.body.contains("What we know so far: a full disk\nYou hear from us again by Tue 2026-03-03 11:05"))
    #expect(console.text.contains("Next by  Tue 2026-03-03 17:05 Berlin, in 3h"))
    #expect(try store.sent() == [])
  }

  @Test func `it is logged as sent once, with who, how and to whom, as the command line does`() throws {
    let store = try Fixture.messageStore()
    let twin = store.copy()
    let console = Scene.filled(store)
    console.press("s")
    #expect(console.text.contains("Log it as sent?"))
    #expect(console.text.contains("First response is met"))
    #expect(console.text.contains("Promised update starts, due 17:05"))
    console.press("y")
    #expect(console.model.toasts.last?.kind == .done)
    console.press("y", "s", "y", "enter")
    let messages = try store.sent()
    let message = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(message.template == "hello")
    #expect(message.channel == "email")
    #expect(message.to == ["Maria Vogel"])
    #expect(message.countsAs == [.acknowledgement])
    #expect(message.next == Fixture.now + 3 * 3600)
    // The same command has the same effect, whoever gives it.
    _ = try twin.perform(.send(message), on: EscalationID("M-1"), act: Act(actor: "Ann Lee", now: Fixture.now))
    let (here, there) = (try store.clocks(), try twin.clocks())
    #expect(here == there)
    let history = try #require(try store.history(of: EscalationID("M-1")))
    #expect(history.events.last { $0.source == .act }?.actor == "Ann Lee")
  }

  @Test func `nothing leaves while something is missing`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store, command: "send")
    console.press("m", "enter")
    for (key, label) in [("s", "log as sent"), ("|", "send"), ("c", "copy"), ("w", "write")] {
      console.press(key)
      #expect(console.model.toasts.last?.text == "\(label): missing: known, next by (enter asks)")
    }
    #expect(console.requests == [])
    #expect(try store.sent() == [])
  }

  @Test func `a field that was passed over is asked for again`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "enter", "tab", "text:25:00", "ctrl-s")
    let form = try console.letter().form
    #expect(form.problems[.field("known")] == "is missing")
    #expect(form.problems[.next] != nil)
    #expect(form.fields[form.focus].id == .field("known"))
  }

  @Test func `a notice goes to everyone who is still to be told this way, unless somebody is named`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "j", "enter", "enter", "text:no orders", "ctrl-s")
    #expect(try console.letter().draft?.to == ["Account lead", "Support"])
    console.press("enter", "tab", "text:Support", "tab", "text:email", "ctrl-s", "s", "y")
    let message = try #require(try store.sent().first)
    #expect(message.to == ["Support"])
    #expect(message.channel == "email")
    #expect(message.countsAs == [.notification])
    // By e-mail one is left, by Slack both.
    console.press("m", "j", "enter", "enter", "text:no orders", "tab", "tab", "text:email")
    #expect(try console.letter().draft?.to == ["Account lead"])
  }

  @Test func `a contact whose name has a comma is one reader`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "enter", "tab", "tab", "tab", "text:Lee, Joe")
    #expect(try console.letter().draft?.to == ["Lee, Joe"])
    console.press("text:; Ann, Ann")
    #expect(try console.letter().draft?.to == ["Lee", "Joe", "Ann"])
  }

  @Test func `items of a list are parted by a semicolon`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("j", "m", "enter", "enter", "text:a; b", "enter", "text:one; two", "ctrl-s")
    let body = try #require(try console.letter().draft?.body)
    #expect(body.contains("what we know: a; b\nWhat we do:\n- one\n- two"))
  }

  @Test func `escape goes one step back and keeps what was written`() throws {
    let console = Scene.filled(try Fixture.messageStore())
    console.press("esc")
    #expect(console.text.contains("your draft"))
    #expect(console.model.toasts.last?.text == "First word · M-1 · Northwind Trading: kept as a draft")
    console.press("esc")
    #expect(console.model.overlay == nil)
    console.press("q")
    #expect(console.text.contains("A draft that is not saved goes with it."))
    console.press("esc", "m", "enter")
    #expect(try console.letter().draft?.missing == [])
    #expect(console.text.contains("Your draft is back"))
    console.press("ctrl-x")
    #expect(try console.letter().draft?.missing == ["known", "next_update"])
    console.press("esc", "esc", "q")
    #expect(console.requests == [.quit])
  }

  @Test func `what the editor leaves is sent, and marks in it are still filled`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "enter", "e")
    let draft = try #require(try console.letter().draft)
    #expect(console.requests == [.editMessage(draft)])
    console.send(.messageEdited(Letter.Text(subject: "Anew", body: "All I know: [[known?]]"), trouble: nil))
    #expect(try console.letter().draft?.missing == ["known"])
    #expect(try console.letter().form.fields.map(\.id) == [.field("known"), .next, .to, .channel])
    console.press("enter", "text:a full disk", "ctrl-s", "s", "y")
    let message = try #require(try store.sent().first)
    #expect(message.subject == "Anew")
    #expect(message.body == "All I know: a full disk")
    #expect(message.next == nil)
  }

  @Test func `a text that came back as it was stays tied to its fields`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "e")
    let draft = try #require(try console.letter().draft)
    console.send(.messageEdited(Letter.Text(subject: draft.subject, body: draft.body), trouble: nil))
    #expect(try console.letter().edited == nil)
  }

  @Test func `an editor that fails says so and loses nothing`() throws {
    let console = Scene.filled(try Fixture.messageStore())
    console.press("e")
    let before = try console.letter()
    let draft = try #require(before.draft)
    console.send(
      .failed(.editMessage(draft), .other("the editor “nonesuch” cannot be started; set $VISUAL or $EDITOR")))
    #expect(console.text.contains("the editor “nonesuch” cannot be started"))
    var now = try console.letter()
    now.failure = nil
    #expect(now == before)
  }

  @Test func `a promise stays the instant that the text names, and is asked for again once it has passed`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store)
    console.press("e")
    console.send(.messageEdited(Letter.Text(subject: "Anew", body: "More by 17:05"), trouble: nil))
    console.wait(1800)
    console.press("s")
    #expect(console.text.contains("Promised update starts, due 17:05"))
    console.press("esc")
    console.wait(3 * 3600)
    console.press("s")
    #expect(console.model.toasts.last?.text == "First word · M-1 · Northwind Trading: missing: next by")
    #expect(console.text.contains("missing: next by (enter asks)"))
    #expect(try store.sent() == [])
  }
}
