import EscalationDomain
import Screen
import Testing

@testable import Console

/// Taking back what was done about a session, and what others do to it meanwhile.
@Suite struct RoomTurnsTests {
  let store: FakeStore
  let console: Scene

  init() throws {
    store = try Fixture.roomStore()
    console = Scene(store)
    console.press("4")
  }

  private var room: Room? { console.model.room.room }
  private var names: [String] { console.model.room.file?.items.map(\.id.text) ?? [] }

  @Test func theLastThingSaidAboutTheAgendaIsTakenBackAndDoneAgain() throws {
    console.press("j", "y", "text:no news", "ctrl-s", "z")
    #expect(console.text.contains("skips W-2") && console.text.contains("the session 2026-03-03"))
    console.press("y")
    #expect(names == ["W-1", "W-2", "W-5", "W-3", "W-6"])
    #expect(room?.skipped.isEmpty == true)
    console.press("Z", "y")
    #expect(room?.skipped.count == 1 && !names.contains("W-2"))
    // One act after the other, each named.
    console.press("g", "*", "N", "text:all fine", "ctrl-s", "z")
    #expect(console.text.contains("noted: all fine"))
    console.press("y", "z")
    #expect(console.text.contains("pinned W-1"))
    console.press("y")
    #expect(room?.notes.isEmpty == true && room?.pinned.isEmpty == true)
  }

  @Test func whatAnotherSaidSinceIsNotTakenBack() throws {
    console.press("j", "y", "text:no news", "ctrl-s")
    let act = Act(actor: "Bo Chen", now: console.model.now)
    _ = try store.write(.unskipped(EscalationID("W-2")), in: try #require(room).id, why: nil, act: act)
    console.send(.storeChanged)
    console.press("z", "y")
    #expect(console.text.contains("Bo Chen"))
    #expect(names.contains("W-2"))
  }

  @Test func howASessionWentStaysAndItIsSaidSo() throws {
    console.press("S", "ctrl-s", "Q", "y", "z")
    #expect(console.text.contains("How a session went stays as it went."))
    console.press("y")
    #expect(store.roomFacts.contains { if case .ended = $0 { true } else { false } })
  }

  @Test func theNextOneIsPlannedOnceItHasEndedAndIsThereInTheMorning() throws {
    console.press("S", "ctrl-s", "Q", "y")
    #expect(room?.id.text == "2026-03-04" && console.model.room.file?.starting.text == "2026-03-03.2")
    console.press("tab", "j", "y", "text:it waits", "ctrl-s")
    let skipped = try #require(room?.skipped.keys.first)
    let morning = Scene(store, now: console.model.now + 68_000, console: "console")
    morning.press("4")
    #expect(morning.model.room.room?.id.text == "2026-03-04")
    #expect(morning.model.room.room?.skipped[skipped]?.why == "it waits")
    morning.press("S", "ctrl-s")
    #expect(morning.model.room.room?.id.text == "2026-03-04" && morning.model.room.isRunning)
  }

  @Test func aSecondOneOfTheDateTakesTheAgendaAsItShows() throws {
    console.press("S", "ctrl-s", "Q", "y", "tab", "G", "*")
    let agenda = names
    console.press("S", "ctrl-s")
    #expect(room?.id.text == "2026-03-03.2" && room?.agenda.map(\.text) == agenda)
    #expect(console.model.room.look == .meeting)
  }

  @Test func whoLosesTheLeadIsTold() throws {
    console.press("S", "ctrl-s")
    let act = Act(actor: "Bo Chen", now: console.model.now)
    _ = try store.write(.driven(console: "pts/9"), in: try #require(room).id, why: nil, act: act)
    console.send(.storeChanged)
    #expect(console.text.contains("Bo Chen leads now; w takes the lead back"))
    console.press("w")
    #expect(console.text.contains("you lead"))
  }

  @Test func whoTypesAsTheSessionEndsIsTold() throws {
    console.press("S", "ctrl-s", "d", "text:We wait")
    let act = Act(actor: "Bo Chen", now: console.model.now)
    _ = try store.write(.ended(), in: try #require(room).id, why: nil, act: act)
    console.send(.storeChanged)
    #expect(console.text.contains("has ended; what is saved from here on belongs to the next"))
    #expect(console.text.contains("We wait"), "what was typed is there")
  }

  @Test func theBoardMarksWhatChangedSinceTheRoomMet() throws {
    let board = Scene(store)
    let news = board.model.board.board.rows.filter { board.model.lastMeeting.isNews($0) }.map(\.id.text)
    #expect(board.model.lastMeeting.started == Fixture.at("2026-03-02T08:00:00Z"))
    #expect(!news.isEmpty && news.count < board.model.board.board.rows.count, "\(news)")
    board.press("G")
    func mark(_ id: String) -> Character? {
      board.text.split(separator: "\n").first { $0.contains(id) }.flatMap { $0.first { $0 != " " } }
    }
    let quiet = board.model.board.board.rows.map(\.id.text).filter { !news.contains($0) }
    for id in news where id != board.model.board.selected?.id.text { #expect(mark(id) == "•", "\(id)") }
    for id in quiet { #expect(mark(id) != "•", "\(id)") }
    console.press("S", "ctrl-s")
    #expect(console.model.lastMeeting.running == room?.id)
    let meeting = console.model.lastMeeting
    #expect(!console.model.board.board.rows.contains { meeting.isNews($0) && $0.changed < Fixture.now })
  }

  @Test func theStartSaysWhatTheAgendaTakes() throws {
    console.press("S")
    #expect(console.text.contains("5 on the agenda at 5 min each take 25 min."))
    console.press("tab", "ctrl-u", "text:12")
    #expect(console.text.contains("take 25 min; 12 min reach 2 of them."))
  }
}
