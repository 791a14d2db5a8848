import EscalationDomain
import Screen
import Testing

@testable import Console

/// The board while others act and rows move.
@Suite struct BoardTests {
  private let ann = Act(actor: "Bo Chen", now: Fixture.now)

  @Test func selectionStaysOnItsEscalationWhileRowsMove() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("G")
    let id = try #require(console.model.board.selected?.id)
    _ = try store.perform(.changeSeverity(to: "S0", reason: nil), on: id, act: ann)
    console.send(.storeChanged)
    #expect(console.model.board.selected?.id == id)
    #expect(console.model.board.cursor < console.model.board.shown.count - 1, "its row did move")
  }

  @Test func whatAnotherConsoleChangedIsMarkedUntilItIsSeen() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    let id = EscalationID("W-2")
    _ = try store.perform(.assign(owner: "Dana Ruiz"), on: id, act: ann)
    console.send(.storeChanged)
    #expect(console.model.board.changed == [id])
    #expect(console.text.contains("● ◆ S0 W-2"))
    console.press("j", "j", "j")
    #expect(console.model.board.changed.isEmpty)
  }

  @Test func ownActsAreNotMarked() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:mine", "enter")
    console.send(.storeChanged)
    #expect(console.model.board.changed.isEmpty)
  }

  @Test func aSelectedRowThatSomebodyResolvedGivesWayToItsNeighbour() throws {
    let store = try Fixture.store()
    let console = Scene(store)
    console.press("j")
    let gone = try #require(console.model.board.selected)
    let next = console.model.board.board.rows[2].id
    _ = try store.perform(.resolve(Resolution(summary: "fixed")), on: gone.id, act: ann)
    console.send(.storeChanged)
    #expect(console.model.board.selected?.id == next)
    #expect(console.model.toasts.map(\.text) == ["\(gone.id) \(gone.account): resolved by Bo Chen"])
  }

  @Test func theFilterNarrowsAsItIsTypedAndEscTakesItAway() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:dana")
    #expect(console.model.board.shown.count == 3)
    console.press("text: s2")
    #expect(console.model.board.shown.count == 1)
    console.press("enter", "j", "esc")
    #expect(console.model.board.shown.count == 11)
    #expect(console.model.board.selected?.id == EscalationID("W-8"), "the selection stays")
  }

  @Test func headingsNameTheGradesOfABand() throws {
    let console = Scene(try Fixture.store())
    #expect(console.text.contains("◆ P1 · S0  3"))
  }

  @Test func whatMattersMostIsThereAt80Columns() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    let line = try #require(console.text.split(separator: "\n").first { $0.contains("Tailspin") })
    for part in ["◆ S0", "Tailspin Toys", "Data missing", "Promise", "25:00", "nobody"] { #expect(line.contains(part)) }
    #expect(!line.contains("W-2"))
  }

  @Test(arguments: ["60x16", "80x24", "100x30", "120x40", "200x60"])
  func theHeaderCutsNothingInSilence(size: String) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    let lines = console.text.split(separator: "\n", omittingEmptySubsequences: false)
    for part in ["11 open", "◆ 3", "▲ 3", "■ 4", "○ 1", "14:05 Berlin"] { #expect(lines[0].contains(part)) }
    for part in ["2 breached", "3 due", "as of 14:05"] { #expect(lines[1].contains(part), "\(lines[1])") }
    let codes = ["EUR", "JPY", "USD"].filter { lines[1].contains($0) }
    let marks = codes.isEmpty ? ["at risk 3 currencies", "at risk …"] : ["+\(3 - codes.count) more"]
    if codes.count < 3 { #expect(marks.contains { lines[1].contains($0) }, "\(lines[1])") }
  }

  @Test func ownersAreWholeWhereThereIsRoom() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40))
    for owner in ["Chidi Okafor", "Dana Ruiz", "Ann Lee"] { #expect(console.text.contains(owner)) }
  }

  @Test func columnsThatNoRowFillsAreLeftOut() throws {
    let store = FakeStore(Fixture.policies)
    let opening = Opening(
      title: "x", account: AccountFacts(name: "Acme"), playbook: "risk", edition: 1, severity: "S2")
    _ = try store.open(opening, id: nil, act: Act(actor: "Bo Chen", now: Fixture.now))
    let titles = Scene(store, size: Size(columns: 240, rows: 40)).text.split(separator: "\n")[3]
    #expect(!titles.contains("ARR") && !titles.contains("Renews"))
    #expect(titles.contains("Status"))
  }

  @Test func anUndoInTheTimelineNamesWhatItTookBack() throws {
    let console = Scene(try Fixture.store())
    console.press("n", "text:wrong words", "enter", "U", "y", "enter")
    #expect(console.text.contains("took back: wrong words"))
  }

  @Test func aFrameOfTenThousandRowsDrawsOnlyWhatShows() throws {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 120, rows: 40))
    _ = update(&model, .policyLoaded(Fixture.policies))
    _ = update(&model, .boardLoaded(Fixture.manyRows(10_000)))
    let clock = ContinuousClock()
    let many = clock.measure { for _ in 0..<20 { _ = view(model, size: model.size) } }
    var small = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 120, rows: 40))
    _ = update(&small, .policyLoaded(Fixture.policies))
    _ = update(&small, .boardLoaded(Fixture.manyRows(200)))
    let few = clock.measure { for _ in 0..<20 { _ = view(small, size: small.size) } }
    #expect(many < few * 4 + .milliseconds(200))
  }
}
