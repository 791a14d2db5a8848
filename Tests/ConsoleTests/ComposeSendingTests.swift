import EscalationDomain
import Messages
import Screen
import Testing

@testable import Console

/// What becomes of a message once it is written: copied, in a file, with the team's command, in the log.
@Suite struct ComposeSendingTests {
  @Test func `copying and writing are no sending`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store)
    let draft = try #require(try console.letter().draft)
    console.press("c")
    console.send(.messageCopied("copied subject and text, 120 bytes"))
    console.press("w")
    #expect(console.text.contains("M-1-hello.txt"))
    console.press("enter")
    #expect(console.requests == [.copyMessage(draft), .writeMessage(draft, to: "M-1-hello.txt", over: false)])
    console.send(.messageWritten("/home/ann/M-1-hello.txt"))
    #expect(console.model.toasts.last?.text == "written to /home/ann/M-1-hello.txt; it is not logged as sent yet")
    #expect(try store.sent() == [])
  }

  @Test func `a file is written over only when asked`() throws {
    let console = Scene.filled(try Fixture.messageStore())
    let draft = try #require(try console.letter().draft)
    console.press("w", "enter", "enter", "text:x")
    #expect(console.requests == [.writeMessage(draft, to: "M-1-hello.txt", over: false)], "it is being written")
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
    #expect(try console.letter().draft == draft)
  }

  private func posted(_ console: Scene) throws -> MessageDraft {
    console.press("|", "y")
    guard case .postMessage(let draft, EscalationID("M-1"), emails: ["maria@northwind.example"]) = console.requests.last
    else { throw Missing() }
    return draft
  }

  @Test func `what the command took is logged once`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store, command: "mail-it")
    let draft = try posted(console)
    #expect(console.text.contains("the message command has it"))
    #expect(try store.sent() == [])
    console.press("s", "|", "e", "c", "enter", "y")
    #expect(console.requests.count == 1)
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    let messages = try store.sent()
    #expect(messages == [draft.message])
    #expect(console.model.overlay == nil)
    #expect(console.model.letters.isEmpty)
  }

  @Test func `a command may run while its writer is elsewhere`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store, command: "mail-it")
    let draft = try posted(console)
    console.press("esc", "esc", "n", "text:meanwhile", "enter")
    console.press("q")
    #expect(console.text.contains("The message command is still at work"))
    console.press("esc", "j")
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    #expect(try store.sent() == [draft.message])
    #expect(console.model.letters.isEmpty)
  }

  @Test func `a command that fails says why, and nothing is logged`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store, command: "mail-it")
    let draft = try posted(console)
    let sentence = "the message command ended with 7: no route to host; nothing is logged"
    console.send(
      .failed(.postMessage(draft, of: EscalationID("M-1"), emails: ["maria@northwind.example"]), .other(sentence)))
    #expect(console.text.contains(sentence))
    #expect(try store.sent() == [])
    #expect(try console.letter().phase == .open)
  }

  @Test func `what went out and could not be logged is logged by hand, and warned about`() throws {
    let store = try Fixture.messageStore()
    let console = Scene.filled(store, command: "mail-it")
    let draft = try posted(console)
    store.fail(.busy(path: "/data/w.db"))
    console.send(.messagePosted(EscalationID("M-1"), draft.message))
    store.fail(nil)
    #expect(console.text.contains("the message went out but is not logged"))
    console.press("|")
    #expect(console.text.contains("the command took it once already"))
    console.press("esc", "s", "y")
    #expect(try store.sent().count == 1)
    #expect(console.model.overlay == nil)
  }

  @Test func `without a command the key says what to set`() throws {
    let console = Scene.filled(try Fixture.messageStore())
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
    let console = Scene.filled(store, command: "mail-it")
    _ = try store.perform(
      .close(Closing(), reason: nil), on: EscalationID("M-1"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.press("|")
    #expect(console.text.contains("it is closed"))
    #expect(console.requests == [])
    #expect(try console.letter().phase == .open)
  }

  @Test func `what the record comes to say fills the text that is open`() throws {
    let store = try Fixture.messageStore()
    let console = Scene(store)
    console.press("m", "j", "enter")
    #expect(try console.letter().draft?.missing == ["impact"])
    _ = try store.perform(
      .amend(Amendment(details: "No orders since noon")), on: EscalationID("M-1"),
      act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(try console.letter().draft?.missing == [])
    #expect(console.text.contains("What it means: No orders since noon"))
  }
}
