import EscalationDomain
import Foundation
import Screen
import Testing

@testable import Console

/// What a person does in the register, and what comes of it in the store.
@Suite struct RegisterFlowTests {
  private func register(_ store: FakeStore? = nil, access: Access = .full, size: String = "120x40") throws -> Scene {
    let console = Scene(
      try store ?? Fixture.registerStore(), size: Size(text: size) ?? Size(columns: 120, rows: 40), access: access)
    console.press("5")
    return console
  }

  private func ids(_ console: Scene) -> [String] { console.model.register.rows.map(\.id.text) }

  /// Moves the cursor to a row.
  private func go(_ console: Scene, to id: String) {
    console.press("g")
    for _ in 0..<40 where console.model.register.selectedRow?.id.text != id { console.press("j") }
    #expect(console.model.register.selectedRow?.id.text == id)
  }

  @Test func `the place is read when somebody goes there, and not before`() throws {
    let console = Scene(try Fixture.registerStore())
    #expect(!console.model.register.isLoaded)
    console.press("5")
    #expect(Set(ids(console)) == ["W-1", "W-2", "W-6", "R-1"])
    #expect(console.text.contains("open 3 escalations, 1 risk"))
    #expect(console.text.contains("ended 3 escalations, 2 risks"))
    console.press("1")
    #expect(console.model.place == .board)
  }

  @Test func `A turns from open to all to ended and round again`() throws {
    let console = try register()
    console.press("A")
    #expect(ids(console).count == 9)
    console.press("A")
    #expect(Set(ids(console)) == ["W-3", "W-4", "W-5", "R-2", "R-3"])
    console.press("A")
    #expect(ids(console).count == 4)
  }

  @Test func `words look among everything, and esc takes them away before it leaves`() throws {
    let console = try register()
    console.press("A", "/", "text:fabr")
    #expect(Set(ids(console)) == ["W-3", "R-3"])
    #expect(console.model.scope == .filter)
    console.press("enter")
    #expect(console.text.contains("/fabr"))
    console.press("esc")
    #expect(ids(console).count == 9 && console.model.place == .register)
    console.press("esc")
    #expect(console.model.place == .board)
  }

  @Test func `the order is chosen in the list of columns, turned round, and stands over its column`() throws {
    let console = try register()
    console.press("A", "S", "g")
    let panel = try #require({ if case .columns(let panel) = console.model.overlay { panel } else { nil } }())
    let steps = try #require(panel.entries.firstIndex(of: .score))
    for _ in 0..<steps { console.press("j") }
    console.press("enter")
    #expect(Array(ids(console).prefix(3)) == ["R-1", "R-2", "R-3"])
    #expect(console.text.contains("Score↓"))
    console.press("R")
    #expect(Array(ids(console).prefix(3)) == ["R-3", "R-2", "R-1"])
    #expect(console.text.contains("Score↑"))
  }

  @Test func `the cursor stays on its row when rows come and go`() throws {
    let store = try Fixture.registerStore()
    let console = try register(store)
    console.press("A")
    go(console, to: "W-3")
    _ = try store.open(
      Opening(
        title: "New", account: AccountFacts(name: "Zeta"), playbook: "risk", edition: 1, severity: "S1", owner: nil),
      id: nil, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(ids(console).count == 10)
    #expect(console.model.register.selectedRow?.id.text == "W-3")
    console.press("R")
    #expect(console.model.register.selectedRow?.id.text == "W-3")
  }

  @Test func `columns are shown, hidden, moved and reset; the choice comes back at the next run`() throws {
    let console = try register(size: "200x60")
    console.press("|", "space", "j", ")", "esc")
    #expect(Array(console.model.register.columns.prefix(2)) == [.grade, .id])
    #expect(!console.text.contains("Kind"))
    console.press("A", "R")
    let desk = try #require(console.model.desk.register)
    let kept = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(console.model.desk))
    #expect(console.requests.contains { if case .keepDesk = $0 { true } else { false } })
    let next = Scene(try Fixture.registerStore())
    next.send(.deskLoaded(kept))
    next.press("5")
    #expect(next.model.register.columns == console.model.register.columns)
    #expect(next.model.register.query == console.model.register.query)
    #expect(RegisterDesk(next.model.register) == desk)
    next.press("|", "x", "esc")
    #expect(next.model.register.columns == RegisterColumn.standard)
    #expect(next.model.register.query.order == RegisterOrder())
  }

  @Test func `tags are a column to choose and to sort by, read when it is chosen and kept for the next run`() throws {
    let store = try Fixture.registerStore()
    func amend(_ id: String, _ tags: [String]) throws {
      _ = try store.perform(
        .amend(Amendment(tags: tags)), on: EscalationID(id), act: Act(actor: "Bo Chen", now: Fixture.now))
    }
    try amend("W-2", ["vip", "eu"])
    try amend("W-6", ["batch"])
    let console = try register(store, size: "200x60")
    #expect(!console.text.contains("vip") && !console.text.contains("Tags"))
    func press(_ key: String, onTagsOf console: Scene) {
      console.press("|")
      for _ in RegisterColumn.allCases {
        if case .columns(let panel) = console.model.overlay, panel.column != .tags { console.press("j") }
      }
      console.press(key)
    }
    press("space", onTagsOf: console)
    console.press("esc")
    #expect(console.model.register.columns.last == .tags)
    #expect(console.text.contains("vip, eu") && console.text.contains("batch"), "\(console.text)")
    press("enter", onTagsOf: console)
    #expect(Array(ids(console).prefix(2)) == ["W-6", "W-2"])
    console.press("R")
    #expect(Array(ids(console).prefix(2)) == ["W-2", "W-6"], "rows without tags stay last")
    try amend("W-2", ["asia"])
    console.send(.storeChanged)
    #expect(console.text.contains("asia"))
    let kept = try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(console.model.desk))
    let next = Scene(store, size: Size(columns: 200, rows: 60))
    next.send(.deskLoaded(kept))
    next.press("5")
    #expect(next.text.contains("asia") && next.text.contains("Tags↓"), "\(next.text)")
    press("space", onTagsOf: next)
    next.press("esc")
    #expect(!next.model.register.columns.contains(.tags))
  }

  @Test func `a desk of another console's making is taken as far as it is known`() throws {
    var desk = Desk()
    var state = RegisterState()
    state.columns = [.title, .id]
    var kept = RegisterDesk(state)
    kept.columns = ["moon", "title", "title", "id"]
    (kept.order, kept.scope) = ("tides", "never")
    desk.register = kept
    let console = Scene(try Fixture.registerStore())
    console.send(.deskLoaded(desk))
    console.press("5")
    #expect(console.model.register.columns == [.title, .id])
    #expect(console.model.register.query == RegisterQuery())
  }

  @Test func `one column stays, and with it the one that is sorted by`() throws {
    let console = try register()
    for _ in RegisterColumn.allCases { console.press("|", "space", "esc") }
    #expect(console.model.register.columns.count == 1)
    #expect(console.text.contains("Changed↓"))
  }

  @Test func `acts reach the escalation under the cursor, and its row follows`() throws {
    let store = try Fixture.registerStore()
    let console = try register(store)
    go(console, to: "W-2")
    console.press("n", "text:Called them", "ctrl-s")
    let facts = try #require(try store.history(of: EscalationID("W-2"))).events.map(\.fact)
    #expect(facts.contains(.noted(text: "Called them")))
    #expect(console.model.place == .register)
    go(console, to: "W-1")
    console.press("r", "text:done", "ctrl-s", "y")
    #expect(!ids(console).contains("W-1"), "it has ended")
  }

  @Test func `an ended one takes what it may, and is opened again from its place`() throws {
    let store = try Fixture.registerStore()
    let console = try register(store)
    console.press("A", "A")
    go(console, to: "W-3")
    console.press("a")
    #expect(console.model.toasts.last?.text == "ack: it is resolved")
    console.press("enter")
    #expect(console.text.contains("W-3"))
    console.press("A", "text:it is back", "enter", "ctrl-s")
    #expect(try store.board(now: Fixture.now).rows.contains { $0.id.text == "W-3" })
    console.press("5")
    #expect(!ids(console).contains("W-3"))
  }

  @Test func `a store that cannot be read is asked again by and by`() throws {
    let store = try Fixture.registerStore()
    let console = Scene(store)
    store.fail(.busy(path: "/data/w.db"))
    console.press("5")
    #expect(console.text.contains("The register could not be read"))
    store.fail(nil)
    console.wait(10)
    #expect(ids(console).count == 4)
  }
}
