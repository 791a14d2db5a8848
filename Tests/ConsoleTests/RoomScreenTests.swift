import EscalationDomain
import Screen
import Testing

@testable import Console

/// What the war room shows, and where.
@Suite struct RoomScreenTests {
  let store: FakeStore
  let console: Scene

  init() throws {
    store = try Fixture.roomStore()
    console = Scene(store)
    console.press("4")
  }

  private func start() { console.press("S", "ctrl-s") }
  private func line(_ number: Int, of console: Scene) -> String {
    String(console.text.split(separator: "\n", omittingEmptySubsequences: false)[number])
  }
  private func comesUp() throws {
    _ = try store.open(
      Opening(
        title: "All is down", account: AccountFacts(name: "Adatum"), playbook: "risk", edition: 1, severity: "S0",
        owner: nil), id: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
  }

  // MARK: Header

  @Test(arguments: [60, 80, 120, 200]) func timesAndArrivalsAreWholeAtEveryWidth(columns: Int) throws {
    start()
    console.send(.resized(Size(columns: columns, rows: 24)))
    try comesUp()
    console.wait(44 * 60)
    let first = line(0, of: console)
    #expect(first.contains("44:00/5"), "\(first)")
    #expect(first.contains("44:00/25"), "\(first)")
    #expect(first.contains("S0 came up") && first.contains("14:49"), "\(first)")
    #expect(first.contains("1 of 5"), "\(first)")
    #expect(Width.of(first) <= columns)
  }

  @Test func theHeaderTellsTheWholeBoard() throws {
    #expect(line(1, of: console).contains("board  ") && line(1, of: console).contains("due within the hour"))
    console.send(.resized(Size(columns: 80, rows: 24)))
    start()
    #expect(line(1, of: console).contains("breached") && line(1, of: console).contains("due in 1h"))
  }

  @Test func theBoardTellsThatASessionRuns() {
    start()
    console.press("1")
    #expect(line(1, of: console).contains("war room runs (4)"))
    console.press("4", "Q", "y", "1")
    #expect(!line(1, of: console).contains("war room"))
  }

  @Test func aReplayIsNoMeetingThatGoesOn() throws {
    start()
    var viewer = Fixture.viewer
    viewer.isReplay = true
    let replay = Scene(store, access: .readOnly("this is the past"), console: "elsewhere")
    replay.send(.viewerChanged(viewer))
    replay.press("4")
    #expect(line(0, of: replay).contains("replay") && line(0, of: replay).contains("Tue 2026-03-03 14:05"))
    #expect(!replay.text.contains("elsewhere"))
    replay.send(.resized(Size(columns: 80, rows: 24)))
    #expect(line(0, of: replay).contains("replay") && line(0, of: replay).contains("Tue 2026-03-03 14:05"))
    #expect(line(1, of: replay).contains("Ann Lee leads"))
  }

  @Test func whoeverLedIsToldThatAnotherDoes() {
    start()
    let other = Scene(store, console: "pts/9")
    other.press("4", "w")
    console.send(.storeChanged)
    #expect(console.text.contains("you lead on pts/9 now; w takes the lead back"))
    console.press("B")
    console.press("w")
    #expect(console.text.contains("there is a break; B goes on"))
  }

  // MARK: Agenda

  @Test func theCursorStaysAtItsPlaceAfterASkip() throws {
    for isRunning in [false, true] {
      let console = Scene(store, console: isRunning ? "second" : "first")
      console.press("4")
      if isRunning { console.press("S", "ctrl-s", "tab") }
      console.press("g", "j", "y", "text:no news", "ctrl-s")
      #expect(console.model.room.cursor(.agenda) == 1)
      let subject = try #require(console.model.room.subject)
      #expect(console.model.room.room?.skipped[subject] == nil)
    }
  }

  @Test func anOrderIsToldInAWord() {
    console.press(")")
    #expect(console.text.contains("W-1 is number 2 of 5"))
    #expect(!console.text.contains("put in order"))
  }

  @Test func theAgendaOpensAtWhatIsBeforeTheRoom() {
    start()
    console.press("J", "J", "tab")
    #expect(console.model.room.subject == EscalationID("W-5"))
    #expect(console.text.contains("─→"), "the bar is the cursor's alone")
    // Once: whoever looks about comes back to where they were.
    console.press("g", "tab", "shift-tab")
    #expect(console.model.room.subject == EscalationID("W-1"))
  }

  @Test func theListTellsTheReasonAndHowManyMore() {
    #expect(console.text.firstMatch(of: /Hand-over breached +\+5 +\+2d 0h/) != nil)
    console.send(.resized(Size(columns: 200, rows: 60)))
    #expect(line(4, of: console).contains("Checkout down in two regions"), "titles where there is room")
  }

  // MARK: Keys that mean nothing in a part

  static let strays: [(tabs: Int, key: String, word: String)] = [
    (1, "space", "choose an item in the Meeting or the Checklist"), (2, "-", "choose an item"),
    (2, ".", "choose an item"),
    (2, "y", "skip: choose it on the Agenda"), (2, ")", "choose it on the Agenda"), (3, "y", "choose it on the Agenda"),
    (4, ".", "choose an item"), (4, "*", "choose it on the Agenda"), (3, "A", "add: turn to the Agenda"),
    (0, "Y", "copy: turn to the Minutes"), (0, "f", "turn to the Minutes"), (0, "|", "turn to the Minutes"),
  ]

  @Test(arguments: strays) func noKeyIsSilent(row: (tabs: Int, key: String, word: String)) {
    start()
    console.wait(20)
    for _ in 0..<row.tabs { console.press("tab") }
    console.press(row.key)
    #expect(console.text.contains(row.word), "\(row.key) in \(console.model.room.look)\n\(console.text)")
  }

  @Test func keysAreNamedAsTheyAreSet() throws {
    let keymap = try Keymap([.endRoom: [.function(6)], .adjourn: [.function(7)], .startRoom: [.function(8)]])
    var settings = Settings()
    settings.keymap = keymap
    let console = Scene(store, settings: settings)
    console.press("4", "J")
    #expect(console.text.contains("f8 starts it"))
    console.press("f8", "ctrl-s", "f7")
    #expect(console.text.contains("f7 goes on where the room was; f6 ends the session"))
  }

  // MARK: Meeting

  @Test func whatDoesNotFitScrollsByPages() {
    console.send(.resized(Size(columns: 80, rows: 24)))
    start()
    #expect(!console.text.contains("Last word to the customer"))
    let cursor = console.model.room.cursor(.meeting)
    for _ in 0..<4 { console.press("pagedown") }
    #expect(console.text.contains("Next") && console.text.contains("W-2"))
    #expect(console.model.room.cursor(.meeting) == cursor, "the cursor is the checklist's")
    for _ in 0..<4 { console.press("ctrl-u") }
    #expect(console.text.contains("Hand-over breached"))
    console.press("pagedown", "J")
    #expect(console.model.room.meetingOffset == 0, "another one begins at its head")
  }

  @Test(arguments: ["120x40", "200x60", "80x32"]) func aHighScreenTellsWhatIsDone(size: String) throws {
    console.send(.resized(try #require(Size(text: size))))
    start()
    for word in ["Plan", "T1 ", "Last word to the customer", "People", "Next", "W-2", "Maria Vogel"] {
      #expect(console.text.contains(word), "\(word)")
    }
    console.press("J", "J")
    #expect(console.text.contains("1 blocker") && console.text.contains("Legal"))
  }

  @Test func ofAMarkTheLastAnswerIsTold() {
    start()
    console.press("space", "space")
    #expect(!console.text.contains("In this session"), "opened again: nothing was said")
    console.press("space")
    #expect(console.text.contains("✓ Ann Lee: done: Progress since yesterday"))
    console.press("j", ".")
    #expect(console.text.contains("• Ann Lee: carried over"))
    console.press("T", "text:Call them", "ctrl-s")
    #expect(console.text.contains("nobody yet"))
  }

  @Test func questionsAndAnswersAreReadWhole() {
    start()
    console.press("v")
    for question in ["Does it get better?", "Does the cause still hold?", "Does it stay in this stage?"] {
      #expect(console.text.contains(question))
    }
    console.press("text:Yes, two calls", "tab", "text:It does", "tab", "text:It stays", "ctrl-s")
    #expect(console.text.contains("Does it get better? Yes, two calls"))
  }

  @Test(arguments: [60, 80, 120]) func moneyAtRiskIsWhole(columns: Int) {
    console.send(.resized(Size(columns: columns, rows: 24)))
    console.press("tab")
    let line = line(5, of: console)
    #expect(line.contains("at risk") && line.contains(", was ") && !line.contains("…"), "\(line)")
  }
}
