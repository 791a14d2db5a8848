import EscalationDomain
import Screen
import Testing

@testable import Console

/// Customers' names and money on a screen that others see too, on every place.
@Suite struct HidingPlacesTests {
  private static let words = [
    "Northwind", "Trading", "Fabrikam", "Contoso", "Tailspin", "北浜製作所", "Maria Vogel", "northwind.example", "410k",
    "410,000", "EUR", "USD",
  ]

  private func shown(_ console: Scene) -> [String] { Self.words.filter(console.text.contains) }

  @Test(
    arguments: [
      [], ["enter"], ["1"], ["2"], ["3"], ["4"], ["4", "tab"], ["4", "tab", "tab"], ["4", "shift-tab"],
      ["4", "S", "ctrl-s"], ["4", "S", "ctrl-s", "Q", "y"], ["4", "enter"],
    ])
  func nothingOfThemIsReadAnywhere(keys: [String]) throws {
    let console = Scene(try Fixture.roomStore(), size: Size(columns: 140, rows: 40))
    console.press("#")
    for key in keys { console.press(key) }
    #expect(shown(console).isEmpty, "\(keys): \(console.text)")
  }

  @Test func theyShowAgain() throws {
    let console = Scene(try Fixture.roomStore(), size: Size(columns: 140, rows: 40))
    let before = console.text
    #expect(shown(console).contains("Fabrikam"))
    console.press("#")
    #expect(shown(console).isEmpty && console.text.contains("W-5"))
    console.press("#")
    #expect(shown(console) == Self.words.filter(before.contains))
  }

  @Test func whatComesWhileTheyAreHiddenIsHiddenToo() throws {
    let store = try Fixture.roomStore()
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    console.press("4", "#")
    _ = try store.open(
      Opening(
        title: "All is down", account: AccountFacts(name: "Wingtip Toys"), playbook: "risk", edition: 1,
        severity: "S0", owner: nil), id: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(console.text.contains("W-9") && !console.text.contains("Wingtip"))
    console.press("esc")
    #expect(console.text.contains("W-9") && !console.text.contains("Wingtip"))
  }

  @Test func ofTheBoardToo() throws {
    let store = try Fixture.roomStore()
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    console.press("#")
    try open("W-9", "Wingtip Toys", "2026-03-03T13:00:00Z", in: store)
    console.send(.storeChanged)
    #expect(console.text.contains("W-9") && !console.text.contains("Wingtip"))
  }

  private func open(_ id: String, _ account: String, _ at: String, title: String = "Down", in store: FakeStore) throws {
    _ = try store.open(
      Opening(
        title: title, account: AccountFacts(name: account), playbook: "risk", edition: 1, severity: "S2", owner: nil),
      id: EscalationID(id), act: Act(actor: "Bo Chen", now: Fixture.at(at)))
  }

  /// On no board: one that is over and only in the news, and one that somebody put on the agenda.
  @Test func whatIsOverIsHiddenInTheRoom() throws {
    let store = try Fixture.roomStore()
    try open("W-7", "Wingtip Toys", "2026-03-03T11:50:00Z", in: store)
    _ = try store.perform(
      .cancel(reason: "mistake"), on: EscalationID("W-7"),
      act: Act(actor: "Bo Chen", now: Fixture.at("2026-03-03T12:00:00Z")))
    try open("W-8", "Proseware", "2026-03-01T09:00:00Z", in: store)
    _ = try store.perform(
      .resolve(Resolution(summary: "a disk")), on: EscalationID("W-8"),
      act: Act(actor: "Bo Chen", now: Fixture.at("2026-03-02T07:30:00Z")))
    let today = RoomID(date: Fixture.lastRoom.date.adding(days: 1))
    _ = try store.write(
      .added(EscalationID("W-8")), in: today, why: "they asked", act: Act(actor: "Bo Chen", now: Fixture.now))
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    console.press("4", "#")
    let file = try #require(console.model.room.file)
    #expect(file.items.contains { $0.id == EscalationID("W-8") } && file.news(of: EscalationID("W-8")).isEmpty)
    #expect(file[EscalationID("W-7")] == nil && !file.news(of: EscalationID("W-7")).isEmpty)
    #expect(console.text.contains("W-8") && !console.text.contains("Proseware"))
    console.press("tab")
    #expect(console.text.contains("W-7") && !console.text.contains("Wingtip"))
  }

  @Test func aLongWordOfANameIsHiddenByItself() throws {
    let store = try Fixture.roomStore()
    try open("W-9", "Wingtip Toys", "2026-03-03T13:00:00Z", title: "Wingtip cannot log in", in: store)
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    #expect(console.text.contains("Wingtip cannot log in"))
    console.press("#")
    #expect(!console.text.contains("Wingtip") && console.text.contains("cannot log in"))
  }
}
