import EscalationDomain
import Messages
import Screen
import Testing

@testable import Console

/// Keys in the composer, and the facts that they write.
@Suite struct ComposeFlowTests {
  private func sent(_ store: FakeStore, _ id: String = "M-1") throws -> [SentMessage] {
    try #require(try store.history(of: EscalationID(id))).events.compactMap { event in
      if case .messageSent(let message) = event.fact { message } else { nil }
    }
  }

  private func letter(_ console: Scene) throws -> Letter {
    guard case .compose(let composer) = console.model.overlay else { throw Missing.composer }
    return try #require(composer.letter)
  }

  private func clocks(_ store: FakeStore) throws -> [ClockCycle] {
    let history = try #require(try store.history(of: EscalationID("M-1")))
    return try Escalation.replay(history, policies: Fixture.messagePolicies, now: Fixture.now).clocks
  }

  private enum Missing: Error { case composer }

  /// At M-1's first word, filled: known, next, workaround, to and channel are asked one after the other.
  private func filled(_ store: FakeStore, command: String? = nil) -> Scene {
    let console = Scene(store, command: command)
    console.press("m", "enter", "enter", "text:a full disk", "enter", "text:+3h", "ctrl-s")
    return console
  }

  @Test func `what comes next stands first, then the playbook's order`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m")
    guard case .compose(let composer) = console.model.overlay else { throw Missing.composer }
    let choices = try #require(composer.choices)
    #expect(choices.map(\.template.id) == ["hello", "alert", "status"])
    #expect(choices.map(\.isNext) == [true, false, false])
    #expect(choices.map(\.missing) == [["known", "next_update"], ["impact"], ["known", "doing"]])
    #expect(console.text.contains("counts as  the first response"))
  }

  @Test func `an escalation that was answered waits for where it stands`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("j", "m", "enter")
    #expect(try letter(console).template.id == "status")
  }

  @Test func `what is missing is marked, asked for and told in the reader's zone`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("m", "enter")
    #expect(try letter(console).draft?.missing == ["known", "next_update"])
    #expect(console.text.contains("What we know so far: [[known?]]"))
    #expect(console.text.contains("missing: known, next by (enter asks)"))
    console.press("enter", "text:a full disk", "enter", "text:+3h")
    // Ann sits in Berlin, the account works in New York.
    #expect(console.text.contains("= Tue 2026-03-03 17:05 Berlin, in 3h"))
    console.press("ctrl-s")
    let draft = try #require(try letter(console).draft)
    #expect(draft.missing == [])
    #expect(draft.to == ["Maria Vogel"])
    #expect(draft.subject == "We are on it: Orders are lost")
    #expect(draft.body.contains("What we know so far: a full disk\nYou hear from us again by Tue 2026-03-03 11:05"))
    #expect(console.text.contains("Next by  Tue 2026-03-03 17:05 Berlin, in 3h"))
    #expect(try sent(store) == [])
  }

  @Test func `it is logged as sent once, with who, how and to whom, as the command line does`() throws {
    let store = try Fixture.messageStore()
    let twin = store.copy()
    let console = filled(store)
    console.press("s")
    #expect(console.text.contains("Log it as sent?"))
    #expect(console.text.contains("First response is met"))
    #expect(console.text.contains("Promised update starts, due 17:05"))
    console.press("y", "y", "s", "y", "enter")
    let messages = try sent(store)
    let message = try #require(messages.first)
    #expect(messages.count == 1)
    #expect(message.template == "hello")
    #expect(message.channel == "email")
    #expect(message.to == ["Maria Vogel"])
    #expect(message.countsAs == [.acknowledgement])
    #expect(message.next == Fixture.now + 3 * 3600)
    #expect(console.model.toasts.last?.kind == .done)
    // The same command has the same effect, whoever gives it.
    _ = try twin.perform(.send(message), on: EscalationID("M-1"), act: Act(actor: "Ann Lee", now: Fixture.now))
    let (here, there) = (try clocks(store), try clocks(twin))
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
    #expect(try sent(store) == [])
  }

  @Test func `a field that was passed over is asked for again`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "enter", "tab", "text:25:00", "ctrl-s")
    let form = try letter(console).form
    #expect(form.problems[.field("known")] == "is missing")
    #expect(form.problems[.next] != nil)
    #expect(form.fields[form.focus].id == .field("known"))
  }

  @Test func `a notice goes to everyone who is still to be told this way, unless somebody is named`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "j", "enter", "enter", "text:no orders", "ctrl-s")
    #expect(try letter(console).draft?.to == ["Account lead", "Support"])
    console.press("enter", "tab", "text:Support", "tab", "text:email", "ctrl-s", "s", "y")
    let message = try #require(try sent(store).first)
    #expect(message.to == ["Support"])
    #expect(message.channel == "email")
    #expect(message.countsAs == [.notification])
    // By e-mail one is left, by Slack both.
    console.press("m", "j", "enter", "enter", "text:no orders", "tab", "tab", "text:email")
    #expect(try letter(console).draft?.to == ["Account lead"])
  }

  @Test func `a contact whose name has a comma is one reader`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "enter", "tab", "tab", "tab", "text:Lee, Joe")
    #expect(try letter(console).draft?.to == ["Lee, Joe"])
    console.press("text:; Ann, Ann")
    #expect(try letter(console).draft?.to == ["Lee", "Joe", "Ann"])
  }

  @Test func `items of a list are parted by a semicolon`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("j", "m", "enter", "enter", "text:a; b", "enter", "text:one; two", "ctrl-s")
    let body = try #require(try letter(console).draft?.body)
    #expect(body.contains("what we know: a; b\nWhat we do:\n- one\n- two"))
  }

  @Test func `escape goes one step back and keeps what was written`() throws {
    let console = filled(try Fixture.messageStore())
    console.press("esc")
    #expect(console.text.contains("your draft"))
    #expect(console.model.toasts.last?.text == "First word · M-1 · Northwind Trading: kept as a draft")
    console.press("esc")
    #expect(console.model.overlay == nil)
    console.press("q")
    #expect(console.text.contains("A draft that is not saved goes with it."))
    console.press("esc", "m", "enter")
    #expect(try letter(console).draft?.missing == [])
    #expect(console.text.contains("Your draft is back"))
    console.press("ctrl-x")
    #expect(try letter(console).draft?.missing == ["known", "next_update"])
    console.press("esc", "esc", "q")
    #expect(console.requests == [.quit])
  }

  @Test func `what the editor leaves is sent, and marks in it are still filled`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "enter", "e")
    let draft = try #require(try letter(console).draft)
    #expect(console.requests == [.editMessage(draft)])
    console.send(.messageEdited(Letter.Text(subject: "Anew", body: "All I know: [[known?]]"), trouble: nil))
    #expect(try letter(console).draft?.missing == ["known"])
    #expect(try letter(console).form.fields.map(\.id) == [.field("known"), .next, .to, .channel])
    console.press("enter", "text:a full disk", "ctrl-s", "s", "y")
    let message = try #require(try sent(store).first)
    #expect(message.subject == "Anew")
    #expect(message.body == "All I know: a full disk")
    #expect(message.next == nil)
  }

  @Test func `a text that came back as it was stays tied to its fields`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("m", "enter", "e")
    let draft = try #require(try letter(console).draft)
    console.send(.messageEdited(Letter.Text(subject: draft.subject, body: draft.body), trouble: nil))
    #expect(try letter(console).edited == nil)
  }

  @Test func `an editor that fails says so and loses nothing`() throws {
    let console = filled(try Fixture.messageStore())
    console.press("e")
    let before = try letter(console)
    let draft = try #require(before.draft)
    console.send(
      .failed(.editMessage(draft), .other("the editor “nonesuch” cannot be started; set $VISUAL or $EDITOR")))
    #expect(console.text.contains("the editor “nonesuch” cannot be started"))
    var now = try letter(console)
    now.failure = nil
    #expect(now == before)
  }

  @Test func `a promise stays the instant that the text names, and is asked for again once it has passed`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store)
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
    #expect(try sent(store) == [])
  }

  @Test func `copying and writing are no sending`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store)
    let draft = try #require(try letter(console).draft)
    console.press("c")
    console.send(.messageCopied("copied subject and text, 120 bytes"))
    console.press("w")
    #expect(console.text.contains("M-1-hello.txt"))
    console.press("enter")
    #expect(console.requests == [.copyMessage(draft), .writeMessage(draft, to: "M-1-hello.txt", over: false)])
    console.send(.messageWritten("/home/ann/M-1-hello.txt"))
    #expect(console.model.toasts.last?.text == "written to /home/ann/M-1-hello.txt; it is not logged as sent yet")
    #expect(try sent(store) == [])
  }

  @Test func `a file is written over only when asked`() throws {
    let console = filled(try Fixture.messageStore())
    let draft = try #require(try letter(console).draft)
    console.press("w", "enter")
    console.send(.fileIsThere("M-1-hello.txt"))
    #expect(console.text.contains("M-1-hello.txt is there already."))
    console.press("n")
    #expect(console.text.contains("Write to a file"))
    console.press("enter")
    console.send(.fileIsThere("M-1-hello.txt"))
    console.press("y")
    let over = Effect.writeMessage(draft, to: "M-1-hello.txt", over: true)
    #expect(console.requests.last == over)
    #expect(console.requests.filter { $0 == over }.count == 1)
    console.send(.failed(over, .other("M-1-hello.txt cannot be written: No space left on device")))
    #expect(console.text.contains("No space left on device"))
    console.press("esc")
    #expect(try letter(console).draft == draft)
  }

  private func posted(_ console: Scene) throws -> MessageDraft {
    console.press("|", "y")
    guard case .postMessage(let draft, EscalationID("M-1"), emails: ["maria@northwind.example"]) = console.requests.last
    else { throw Missing.composer }
    return draft
  }

  @Test func `what the command took is logged once`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store, command: "mail-it")
    let draft = try posted(console)
    #expect(console.text.contains("the message command has it"))
    #expect(try sent(store) == [])
    console.press("s", "|", "e", "c", "enter", "y")
    #expect(console.requests.count == 1)
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    let messages = try sent(store)
    #expect(messages == [draft.message])
    #expect(console.model.overlay == nil)
    #expect(console.model.letters.isEmpty)
  }

  @Test func `a command may run while its writer is elsewhere`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store, command: "mail-it")
    let draft = try posted(console)
    console.press("esc", "esc", "n", "text:meanwhile", "enter")
    console.press("q")
    #expect(console.text.contains("The message command is still at work"))
    console.press("esc", "j")
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    #expect(try sent(store) == [draft.message])
    #expect(console.model.letters.isEmpty)
  }

  @Test func `a command that fails says why, and nothing is logged`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store, command: "mail-it")
    let draft = try posted(console)
    let sentence = "the message command ended with 7: no route to host; nothing is logged"
    console.send(
      .failed(.postMessage(draft, of: EscalationID("M-1"), emails: ["maria@northwind.example"]), .other(sentence)))
    #expect(console.text.contains(sentence))
    #expect(try sent(store) == [])
    #expect(try letter(console).phase == .open)
  }

  @Test func `what went out and could not be logged is logged by hand, and warned about`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store, command: "mail-it")
    let draft = try posted(console)
    store.fail(.busy(path: "/data/w.db"))
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    store.fail(nil)
    #expect(console.text.contains("the message went out but is not logged"))
    console.press("|")
    #expect(console.text.contains("the command took it once already"))
    console.press("esc", "s", "y")
    #expect(try sent(store).count == 1)
    #expect(console.model.overlay == nil)
  }

  @Test func `without a command the key says what to set`() throws {
    let console = filled(try Fixture.messageStore())
    console.press("|")
    #expect(console.model.toasts.last?.text == "send: no command is configured; set WARROOM_MESSAGE_COMMAND")
  }

  @Test func `a store for reading lets read and copy, and logs nothing`() throws {
    let console = Scene(try Fixture.messageStore(), access: .readOnly("this is the past"), command: "mail-it")
    console.press("m", "enter", "enter", "text:a full disk", "enter", "text:+3h", "ctrl-s", "s")
    #expect(console.model.toasts.last?.text == "log as sent: this is the past")
    console.press("c")
    #expect(console.requests.count == 1)
  }

  @Test func `a playbook without templates says so`() throws {
    let console = Scene(try Fixture.messageStore())
    console.press("j", "j", "m")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text == "message: its playbook has no templates; u records an update")
  }

  @Test func `a rule's refusal comes before anything goes out`() throws {
    let store = try Fixture.messageStore()
    let console = filled(store, command: "mail-it")
    _ = try store.perform(
      .close(Closing(), reason: nil), on: EscalationID("M-1"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.press("|")
    #expect(console.text.contains("it is closed"))
    #expect(console.requests == [])
    #expect(try letter(console).phase == .open)
  }

  @Test func `what the record comes to say fills the text that is open`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "j", "enter")
    #expect(try letter(console).draft?.missing == ["impact"])
    _ = try store.perform(
      .amend(Amendment(details: "No orders since noon")), on: EscalationID("M-1"),
      act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(try letter(console).draft?.missing == [])
    #expect(console.text.contains("What it means: No orders since noon"))
  }
}
