import EscalationDomain
import Foundation
import Screen
import Testing

@testable import Console

/// What shows at a glance: what changed since the last look, what is most urgent, where one was.
@Suite struct GlanceTests {
  private func kept(_ console: Scene) throws -> Desk {
    try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(console.model.desk))
  }

  private func ids(_ console: Scene) -> [String] {
    console.model.board.shown.map { console.model.board.board.rows[$0].id.text }
  }

  @Test func `what changed since the last run is marked, one's own acts are not, and looked-at marks are gone`() throws
  {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk())
    first.press("n", "text:mine", "ctrl-s")
    let desk = try kept(first)
    #expect(desk.seen == Seen(asOf: Fixture.now.seconds))
    for id in ["W-2", "W-4"] {
      _ = try store.perform(.note(text: "x"), on: EscalationID(id), act: Act(actor: "Bo Chen", now: Fixture.now + 60))
    }
    let second = Scene(store, now: Fixture.now + 120, desk: desk)
    #expect(second.model.board.changed.map(\.text).sorted() == ["W-2", "W-4"])
    second.press("/", "text:W-4", "enter", "enter", "esc", "esc")
    let third = Scene(store, now: Fixture.now + 240, desk: try kept(second))
    #expect(third.model.board.changed.map(\.text) == ["W-2"], "it was not looked at yet")
    #expect(Scene(store, desk: Desk()).model.board.changed.isEmpty, "nothing was seen before")
  }

  @Test func `frozen rows stay in their order, and new ones wait`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let before = ids(console)
    console.press("F", "F")
    #expect(console.text.contains("frozen"))
    let opening = Opening(
      title: "Another", account: AccountFacts(name: "Adatum"), playbook: "risk", edition: 1, severity: "S0")
    _ = try store.open(opening, id: EscalationID("W-99"), act: Act(actor: "Bo Chen", now: Fixture.now))
    _ = try store.perform(
      .changeSeverity(to: "S0", reason: nil), on: EscalationID("W-4"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(ids(console) == before)
    #expect(console.text.contains("frozen · 1 new"))
    _ = try store.perform(
      .resolve(Resolution(summary: "x")), on: EscalationID("W-2"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(ids(console) == before.filter { $0 != "W-2" }, "what has ended goes all the same")
    #expect(console.text.contains("frozen · 1 new"), "what went is not taken for one that came")
    console.press("G", "g", "j")
    #expect(console.model.board.stance == .freeze, "a cursor that is led ends following, no freeze")
    console.press("F")
    #expect(!console.text.contains("frozen"))
    #expect(ids(console).contains("W-99"))
    #expect(ids(console) == Scene(store).model.board.shown.map { console.model.board.board.rows[$0].id.text })
  }

  @Test func `following keeps the cursor on what is due first, until a key leads it`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("G", "F")
    #expect(console.text.contains("following"))
    func first() -> EscalationID? {
      let rows = console.model.board.board.rows.filter { $0.clock?.deadline != nil }
      return rows.min { ($0.clock?.deadline ?? .max) < ($1.clock?.deadline ?? .max) }?.id
    }
    let id = try #require(first())
    #expect(console.model.board.selected?.id == id)
    _ = try store.perform(.resolve(Resolution(summary: "x")), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(first() != id)
    #expect(console.model.board.selected?.id == first())
    console.press("G")
    #expect(console.model.board.stance == .normal)
  }

  @Test func `a freeze before there are rows holds the first ones`() throws {
    let store = try Fixture.store()
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 120, rows: 40))
    _ = model.start()
    _ = update(&model, .keyPressed(.character("F")))
    _ = update(&model, .keyPressed(.character("F")))
    _ = update(&model, .boardLoaded(try store.board(now: Fixture.now)))
    #expect(model.board.shown.count == model.board.board.rows.count)
    #expect(model.board.held == 0)
  }

  @Test func `a freeze holds through a sort and a filter`() throws {
    let console = Scene(try Fixture.store())
    console.press("F", "F", "S", "j", "j", "enter", "/", "text:a", "enter")
    #expect(console.model.board.stance == .freeze)
    console.press("esc")
    let sorted = ids(console)
    #expect(
      sorted
        == ids(
          {
            let other = Scene(console.store)
            other.press("S", "j", "j", "enter")
            return other
          }()))
  }

  @Test func `rows that come after a sort wait as well`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("F", "F", "S", "j", "j", "enter")
    let before = ids(console)
    let opening = Opening(
      title: "Another", account: AccountFacts(name: "Adatum"), playbook: "risk", edition: 1, severity: "S0")
    _ = try store.open(opening, id: EscalationID("W-99"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(ids(console) == before)
    #expect(console.text.contains("frozen · 1 new"))
  }

  @Test func `of two that are due at once the upper one is followed`() throws {
    let store = try Fixture.store()
    for id in ["W-97", "W-98"] {
      let opening = Opening(
        title: "Another", account: AccountFacts(name: "Adatum"), playbook: "risk", edition: 1, severity: "S0")
      _ = try store.open(
        opening, id: EscalationID(id), act: Act(actor: "Bo Chen", now: Fixture.at("2026-01-05T08:00:00Z")))
    }
    let console = Scene(store)
    console.press("G", "F")
    #expect(console.model.board.selected?.id == EscalationID("W-97"))
    #expect(ids(console).firstIndex(of: "W-97").map { ids(console)[$0 + 1] } == "W-98")
  }

  @Test func `a deadline is told on three walls, and equal ones once`() throws {
    let (berlin, york) = (Fixture.berlin, Fixture.zone("America/New_York"))
    func words(_ mine: Zone, _ account: Zone) -> String {
      ZoneTimes.words(Fixture.now, mine: mine, account: account, now: Fixture.now)
    }
    #expect(words(berlin, york).components(separatedBy: " · ").count == 3)
    #expect(words(berlin, york).contains("(account)"))
    #expect(words(berlin, berlin).components(separatedBy: " · ").count == 2)
    #expect(words(.utc, .utc).components(separatedBy: " · ").count == 1)
    let console = Scene(try Fixture.store(), size: Size(columns: 200, rows: 60))
    console.press("/", "text:W-2", "enter")
    #expect(console.text.contains("(account)"), "\(console.text)")
  }

  @Test func `a deadline is told in the further zones that were set, too`() throws {
    var settings = Settings()
    settings.zones = [Fixture.zone("Asia/Tokyo"), Fixture.berlin]
    let console = Scene(try Fixture.store(), size: Size(columns: 200, rows: 60), settings: settings)
    #expect(console.text.contains(" Tokyo"), "beside the board")
    console.press("/", "text:W-2", "enter", "x")
    #expect(console.text.contains(" Tokyo"), "where the deadline is explained")
  }

  @Test func `density is remembered, and what is set as usual needs no remembering`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 200, rows: 60), desk: Desk())
    #expect(console.model.boardLayout.preview != nil)
    console.press("=")
    #expect(console.model.boardLayout.preview == nil)
    #expect(try kept(console).density == .compact)
    console.press("=")
    #expect(try kept(console).density == nil)
    var settings = Settings()
    settings.density = .compact
    console.send(.settingsChanged(settings))
    #expect(console.model.density == .compact)
    console.press("=")
    #expect(try kept(console).density == .normal)
  }

  @Test func `the next run begins where the last one was left`() throws {
    let store = try Fixture.store()
    let first = Scene(store, desk: Desk())
    first.press("S", "j", "j", "enter", "R", "/", "text:a", "enter", "j", "j")
    let cursor = try #require(first.model.board.selected?.id)
    let second = Scene(store, desk: try kept(first))
    #expect(second.model.board.sorting == first.model.board.sorting)
    #expect(second.model.board.filter == .set("a"))
    #expect(second.model.board.selected?.id == cursor)
    second.press("enter", "tab")
    let third = Scene(store, desk: try kept(second))
    #expect(third.model.place == .escalation(EscalationPlace(id: cursor, pane: .work)))
    third.press("esc")
    #expect(third.model.board.selected?.id == cursor)
  }

  @Test func `the board's own order is found turned round again`() throws {
    let first = Scene(try Fixture.store(), desk: Desk())
    first.press("R")
    #expect(first.model.board.sorting == Sorting(isReversed: true))
    #expect(Scene(first.store, desk: try kept(first)).model.board.sorting == Sorting(isReversed: true))
  }

  @Test func `a run that ended before its rows came leaves the cursor where it was`() throws {
    var desk = Desk()
    var look = LastLook()
    look.cursor = "W-4"
    desk.look = look
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 120, rows: 40))
    _ = update(&model, .deskLoaded(desk))
    _ = model.start()
    _ = update(&model, .keyPressed(.character("=")))
    #expect(!model.board.isLoaded)
    #expect(model.desk.look?.cursor == "W-4")
  }

  @Test func `a place that is gone leads to the board`() throws {
    var desk = Desk()
    var look = LastLook()
    (look.place, look.escalation) = ("escalation", "W-404")
    desk.look = look
    let console = Scene(try Fixture.store(), desk: desk)
    #expect(console.model.place == .board)
    #expect(console.model.toasts.isEmpty)
  }

  @Test func `what was said can be read again`() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("n", "text:hello", "ctrl-s")
    store.fail(.busy(path: "/data/w.db"))
    console.send(.storeChanged)
    store.fail(nil)
    console.wait(60)
    #expect(console.model.toasts.isEmpty)
    console.press("ctrl-g")
    #expect(console.text.contains("hello"))
    #expect(console.text.contains("is busy"))
    for number in 0..<100 { console.send(.messageCopied("\(number)")) }
    #expect(console.model.messages.count == ToldMessage.most)
  }
}
