import EscalationDomain
import Screen
import Testing

@testable import Console

/// What a message does to the whole model, and what is asked of the world for it.
@Suite struct UpdateTests {
  private let size = Size(columns: 80, rows: 24)

  private func loaded() throws -> (Model, FakeStore) {
    let store = try Fixture.store()
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: size)
    _ = model.start()
    _ = update(&model, .policyLoaded(Fixture.policies))
    _ = update(&model, .boardLoaded(try store.board(now: Fixture.now)))
    return (model, store)
  }

  private func key(_ name: String) throws -> Message { .keyPressed(try #require(Key(name: name))) }

  @Test func aStartAsksForPoliciesAndThenForTheBoard() {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: size)
    #expect(model.start() == [.loadPolicies, .loadBoard])
    #expect(update(&model, .storeChanged) == [], "one reading at a time")
    let effects = update(&model, .boardLoaded(.empty))
    #expect(effects == [.loadBoard, .room(.lastMeeting)], "what changed meanwhile is read after it")
  }

  @Test(arguments: [["V"], ["space", "space", "o"], ["5", "N"]])
  func `a form of no one escalation reads no escalation`(keys: [String]) throws {
    let console = Scene(try Fixture.store())
    for key in keys { console.press(key) }
    #expect(console.model.typedForm != nil)
    #expect(console.model.toasts == [], "\(console.model.toasts.map(\.text))")
    #expect(console.model.records.record?.escalation.id.text != "")
  }

  @Test func aBoardIsWholeOnceRowsAndPoliciesAreThere() {
    for messages in [[Message.boardLoaded(.empty), .policyLoaded(Fixture.policies)]].flatMap({ [$0, $0.reversed()] }) {
      var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: size)
      _ = model.start()
      _ = update(&model, messages[0])
      #expect(!model.isWhole)
      _ = update(&model, messages[1])
      #expect(model.isWhole)
    }
  }

  @Test func aKeyThatOnlyMovesChangesOnlyTheCursor() throws {
    var (model, _) = try loaded()
    var expected = model
    expected.board.select(1)
    #expect(update(&model, try key("j")) == [])
    #expect(model == expected)
  }

  @Test func openingAsksForTheRecordAndComesBackToTheSameRow() throws {
    var (model, store) = try loaded()
    _ = update(&model, try key("j"))
    let id = try #require(model.board.selected?.id)
    #expect(update(&model, try key("enter")) == [.loadRecord(id)])
    #expect(model.place == .escalation(EscalationPlace(id: id)))
    let answer = try #require(
      Effect.loadRecord(id).answer(from: store, actor: "Ann Lee", now: Fixture.now))
    #expect(update(&model, answer) == [])
    #expect(update(&model, try key("esc")) == [])
    #expect(model.place == .board)
    #expect(model.board.selected?.id == id)
  }

  @Test func anActGoesOutOnceAndItsFormWaits() throws {
    var (model, _) = try loaded()
    let id = try #require(model.board.selected?.id)
    _ = update(&model, try key("n"))
    for letter in "hi" { _ = update(&model, .keyPressed(.character(letter))) }
    #expect(update(&model, try key("enter")) == [.perform(.note(text: "hi"), on: id)])
    #expect(update(&model, try key("enter")) == [], "while it is on its way, nothing goes out again")
  }

  @Test func aRefusalKeepsTheFormWithItsSentence() throws {
    var (model, _) = try loaded()
    let id = try #require(model.board.selected?.id)
    _ = update(&model, try key("n"))
    _ = update(&model, .keyPressed(.character("x")))
    _ = update(&model, try key("enter"))
    var expected = model
    guard case .form(var form) = expected.overlay else {
      Issue.record("the form is gone")
      return
    }
    form.phase = .editing
    form.failure = "/data/w.db is busy: another console or an import holds it; try again"
    expected.overlay = .form(form)
    #expect(
      update(&model, .failed(.perform(.note(text: "x"), on: id), .store(.busy(path: "/data/w.db")))) == [])
    #expect(model == expected)
  }

  @Test func aDeadlineThatPassesMovesTheTotals() throws {
    var (model, _) = try loaded()
    let before = try #require(model.board.totals)
    let crossing = try #require(model.board.totalsUntil)
    _ = update(&model, .tick(crossing + -1))
    #expect(model.board.totals == before)
    _ = update(&model, .tick(crossing))
    #expect(model.board.totals != before)
  }

  @Test func aSlotThatPassesReadsTheBoardAgainOnce() throws {
    var (model, _) = try loaded()
    let stale = try #require(model.board.staleAfter)
    #expect(update(&model, .tick(stale)) == [])
    #expect(update(&model, .tick(stale + 1)) == [.loadBoard])
    #expect(update(&model, .tick(stale + 2)) == [])
  }

  @Test func theClockNeverRunsBack() throws {
    var (model, _) = try loaded()
    let expected = model
    #expect(update(&model, .tick(Fixture.now + -60)) == [])
    #expect(model == expected)
  }

  @Test func aFailedReadingIsTriedAgain() throws {
    var (model, _) = try loaded()
    _ = update(&model, .storeChanged)
    _ = update(&model, .failed(.loadBoard, .store(.busy(path: "/data/w.db"))))
    #expect(update(&model, .tick(Fixture.now + 4)) == [])
    #expect(update(&model, .tick(Fixture.now + 5)) == [.loadBoard])
  }

  @Test func terminalKeysAskTheTerminal() throws {
    var (model, _) = try loaded()
    #expect(update(&model, try key("ctrl-z")) == [.suspend])
    #expect(update(&model, try key("t")) == [.nextTheme])
    #expect(update(&model, try key("ctrl-l")) == [.redraw, .loadBoard])
    #expect(update(&model, try key("q")) == [.quit])
  }
}
