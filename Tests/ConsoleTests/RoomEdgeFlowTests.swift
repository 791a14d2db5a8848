import EscalationDomain
import Screen
import Testing

@testable import Console

/// A session of the war room by its keys, where two consoles, time or a slip come in between.
@Suite struct RoomEdgeFlowTests {
  let store: FakeStore
  let console: Scene

  init() throws {
    store = try Fixture.roomStore()
    console = Scene(store)
    console.press("4")
  }

  private var room: Room? { console.model.room.room }
  private var facts: [RoomFact] { Array(store.roomFacts.dropFirst(4)) }
  private func start() { console.press("S", "ctrl-s") }

  /// What somebody does on another console, and this one comes to know.
  private func elsewhere(_ facts: [RoomFact], why: String? = nil) throws {
    let id = try #require(room?.id)
    _ = try store.write(facts, in: id, why: why, act: Act(actor: "Bo Chen", now: console.model.now))
    console.send(.storeChanged)
  }

  /// Whether the console can do something now; why not, where it says so.
  private func availability(_ id: ConsoleCommand.ID) throws -> ConsoleCommand.Availability {
    try #require(ConsoleCommand.meeting.first { $0.id == id }).inRoom(console.model)
  }

  @Test func whereNobodyLeadsWhoGoesOnFirstDoes() throws {
    let window = try #require(console.model.room.file?.window)
    try elsewhere([
      .started(
        RoomStart(
          agenda: [EscalationID("W-1"), EscalationID("W-2")], since: window.since, until: window.until,
          timebox: RoomTimebox(each: 5, all: 25)))
    ])
    #expect(console.model.room.look == .meeting, "a session that starts elsewhere is gone to")
    #expect(console.text.contains("nobody leads"))
    console.press("J")
    #expect(facts.suffix(2) == [.driven(console: "console"), .entered(EscalationID("W-1"))])
  }

  @Test func afterABreakWhatWasSkippedInItDoesNotComeBack() throws {
    start()
    console.press("B")
    try elsewhere([.skipped(EscalationID("W-1"))], why: "on leave")
    console.press("B")
    #expect(facts.last == .continued && room?.current == nil)
    console.press("J")
    #expect(room?.current == EscalationID("W-2"))
  }

  @Test func theEndShowsTheMinutesWhereverItCame() throws {
    start()
    console.press("tab")
    #expect(console.model.room.look == .agenda)
    console.press("Q", "y")
    #expect(console.model.room.look == .minutes)
    let other = Scene(try Fixture.roomStore())
    other.press("4", "S", "ctrl-s")
    let id = try #require(other.model.room.room?.id)
    _ = try other.store.write([.ended()], in: id, why: nil, act: Act(actor: "Bo Chen", now: other.model.now))
    other.send(.storeChanged)
    // The date's next session is not started: there is no meeting to look at.
    #expect(other.model.room.look == .agenda && !other.model.room.looks.contains(.meeting))
  }

  @Test func minutesThatShowGoAlongWithWhatOthersWrite() throws {
    start()
    console.press("shift-tab")
    #expect(console.model.room.look == .minutes)
    _ = try store.perform(
      .takeDecision(text: "Roll back"), on: EscalationID("W-1"), act: Act(actor: "Bo Chen", now: console.model.now))
    console.send(.storeChanged)
    #expect(console.text.contains("Roll back"))
  }

  @Test func oneMarkAtATimeAndAnotherOnceItFailed() throws {
    start()
    var model = console.model
    let first = update(&model, .keyPressed(.character(" ")))
    let effect = try #require(first.first { if case .perform = $0 { true } else { false } })
    #expect(!update(&model, .keyPressed(.character(" "))).contains { if case .perform = $0 { true } else { false } })
    _ = update(&model, .failed(effect, .store(.readOnly(path: "x"))))
    #expect(update(&model, .keyPressed(.character(" "))).contains { if case .perform = $0 { true } else { false } })
  }

  @Test func aReadingThatFailsIsTriedAgainAndAChangeDuringOneIsNotLost() throws {
    var model = console.model
    let load = Effect.room(.load(Fixture.berlin))
    #expect(update(&model, .storeChanged).contains(load))
    #expect(!update(&model, .storeChanged).contains(load), "one at a time")
    let file = try #require(model.room.file)
    #expect(update(&model, .room(.loaded(file))).contains(load), "it may have read what was before the change")
    _ = update(&model, .failed(load, .store(.readOnly(path: "x"))))
    #expect(!update(&model, .tick(model.now + 4)).contains(load))
    #expect(update(&model, .tick(model.now + 2)).contains(load))
  }

  @Test func whatComesDueShowsByItself() throws {
    let due = try #require(
      console.model.room.file?.items.flatMap { $0.reasons.compactMap(\.due) }.filter {
        $0 > console.model.now
      }.min())
    let breached = { self.console.model.room.file?.items.flatMap(\.reasons).count { $0.breached != nil } ?? 0 }
    let before = breached()
    console.wait(due - console.model.now + 2)
    #expect(breached() > before)
  }

  @Test func inAMeetingEachSecondIsShown() {
    start()
    #expect(console.model.nextWake(after: console.model.now) == console.model.now + 1)
  }

  @Test func aFormThatIsRefusedKeepsWhatWasTyped() throws {
    console.press("j", "y", "text:no news")
    try elsewhere([.skipped(EscalationID("W-2"))], why: "on leave")
    console.press("ctrl-s")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("the form is gone")
      return
    }
    #expect(form.text(.reason) == "no news" && form.failure != nil)
    // Put aside, it is there again.
    console.press("esc")
    let note = Scene(try Fixture.roomStore())
    note.press("4", "N", "text:Half a", "esc", "N")
    #expect(note.text.contains("Half a"))
  }

  @Test func theFormsOfASessionSayWhatIsWrittenDown() throws {
    console.press("S", "ctrl-u", "text:999", "ctrl-s")
    #expect(facts.isEmpty && console.text.contains("from 1 to 480"))
    console.press("ctrl-u", "text:4", "tab", "tab", "text:tomorrow 8:00", "ctrl-s")
    let start = try #require(room?.start)
    #expect(start.until == Fixture.at("2026-03-04T07:00:00Z") && start.timebox.each == 4)
    console.press("I", "text:Cy", "ctrl-s")
    #expect(room?.roles == ["commander": "Cy"])
    console.press("I", "ctrl-u", "ctrl-s")
    #expect(facts.last == .roleTaken(role: "commander", by: nil))
    try elsewhere([.attended(RoomAttendance(name: "Di", state: .absent))])
    #expect(console.text.contains(" 1 here"))
  }

  @Test func minutesGoOverTheFileThatWasAskedForAndNoOther() throws {
    console.press("shift-tab", "f", "ctrl-s")
    let file = try #require(console.requests.last)
    console.send(.minutesFileIsThere("another.md"))
    console.press("y")
    #expect(console.requests.last == file, "it is asked again")
  }

  @Test func whatCannotBeDoneSaysWhy() throws {
    #expect(try availability(.earlierOnAgenda) == .unavailable("it is the first"))
    console.press("G")
    #expect(console.model.subject?.id == EscalationID("W-6"))
    #expect(try availability(.laterOnAgenda) == .unavailable("it is the last"))
    _ = try store.perform(
      .close(Closing(), reason: nil), on: EscalationID("W-6"), act: Act(actor: "Bo Chen", now: console.model.now))
    console.send(.storeChanged)
    console.press("tab", "G")
    #expect(console.model.subject?.id == EscalationID("W-6"))
    #expect(try availability(.decision) == .unavailable("it is closed"))
    console.press("shift-tab")
    start()
    #expect(try availability(.takeLead) == .unavailable("you lead already"))
    console.press(".")
    #expect(try availability(.carryOver) == .unavailable("it is carried over already"))
    console.press("tab", "g")
    #expect(try availability(.enterOnAgenda) == .elsewhere, "enter looks at what is before the room")
  }

  @Test func aPinnedLineTellsWhyItIsThere() {
    console.press("*")
    let line = console.text.split(separator: "\n").first { $0.contains("W-1") } ?? ""
    #expect(!line.contains("pinned") && line.contains("+"), "\(line)")
  }

  @Test func anActOnAnotherSessionLeavesThisOneAsItIs() {
    var state = console.model.room
    state.take(Room(RoomID(date: Fixture.lastRoom.date, number: 9)))
    #expect(state.room == room)
  }

  @Test func whatElseALookFoundIsWrittenDownWithIt() throws {
    start()
    console.press("v", "text:Yes", "tab", "text:It does", "tab", "text:It stays", "tab", "text:A new sponsor", "ctrl-s")
    let facts = try #require(try store.history(of: EscalationID("W-1"))).events.map(\.fact)
    #expect(facts.contains(.checked(note: "A new sponsor")))
  }
}
