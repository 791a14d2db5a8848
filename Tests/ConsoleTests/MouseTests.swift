import EscalationDomain
import Screen
import Testing

@testable import Console

/// What is clicked is what is seen.
@Suite struct MouseTests {
  /// Where a text stands on the screen.
  private func find(_ text: String, _ console: Scene, row wanted: Int? = nil) throws -> Point {
    let lines = console.text.split(separator: "\n", omittingEmptySubsequences: false)
    for (row, line) in lines.enumerated() where wanted == nil || wanted == row {
      if let range = line.range(of: text) {
        return Point(column: Width.of(String(line[..<range.lowerBound])), row: row)
      }
    }
    throw NotThere(text: text)
  }

  private struct NotThere: Error { var text: String }

  private func click(_ text: String, _ console: Scene, row: Int? = nil) throws {
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: try find(text, console, row: row)))))
  }

  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  @Test(arguments: sizes) func aRowIsSelectedAndThenOpened(size: Size) throws {
    let console = Scene(try Fixture.store(), size: size)
    let row = try #require(console.model.board.board.rows.dropFirst(2).first)
    let account = String(row.account.prefix(7))
    let point = try find(account, console)
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: point))))
    #expect(console.model.board.selected?.account.hasPrefix(account) == true)
    #expect(console.model.place == .board)
    let id = try #require(console.model.board.selected?.id)
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: point))))
    #expect(console.model.place == .escalation(EscalationPlace(id: id)))
  }

  @Test func aHeadingSortsAndTurnsRound() throws {
    let console = Scene(try Fixture.store())
    try click("Account", console)
    #expect(console.model.board.sorting == Sorting(order: .account))
    try click("Account", console)
    #expect(console.model.board.sorting == Sorting(order: .account, isReversed: true))
    try click("Left", console)
    #expect(console.model.board.sorting.order == .deadline)
  }

  @Test func aPromptIsItsKey() throws {
    let console = Scene(try Fixture.store())
    try click("? help", console)
    #expect(console.model.scope == .help)
    try click("esc close", console)
    #expect(console.model.overlay == nil)
    try click("a ack", console)
    #expect(console.model.scope == .form)
  }

  @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)]) func aPaneIsTurnedTo(size: Size) throws
  {
    let console = Scene(try Fixture.careStore(), size: size)
    console.press("enter")
    try click("Timeline", console)
    guard case .escalation(let place) = console.model.place else { return }
    #expect(place.pane == .timeline)
  }

  @Test func aLineOfWorkIsSelectedAndNotMarked() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("enter")
    let before = store.histories()
    let point = try find("Work ", console)
    var selected: Set<Int> = []
    for row in 1...8 {
      let line = Point(column: point.column + 3, row: point.row + row)
      for _ in 0..<3 { console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: line)))) }
      guard case .escalation(let place) = console.model.place, place.pane == .work else { continue }
      selected.insert(place.work.index)
    }
    #expect(selected.count > 1)
    #expect(store.histories() == before)
  }

  @Test func whatLiesOverThePlaceTakesTheClick() throws {
    let console = Scene(try Fixture.store())
    let place = Point(column: 20, row: 9)
    console.press("?")
    let before = console.model
    console.send(.keyPressed(.mouse(MouseEvent(.press(.left), at: place))))
    #expect(console.model == before)
  }

  @Test func aLineOfAListIsSelectedAndThenTaken() throws {
    let console = Scene(try Fixture.store())
    console.press("S")
    try click("owner", console)
    guard case .orders(let panel) = console.model.overlay else {
      Issue.record("no orders")
      return
    }
    #expect(panel.order == .owner)
    try click("owner", console)
    #expect(console.model.board.sorting.order == .owner)
  }

  @Test func aFieldOfAFormGetsTheKeys() throws {
    let console = Scene(try Fixture.store())
    console.press("u")
    try click("Channel", console)
    guard case .form(let form) = console.model.overlay else { return }
    #expect(form.fields[form.focus].label == "Channel")
  }

  @Test func theWheelScrollsWhatIsUnderIt() throws {
    let console = Scene(try Fixture.careStore())
    console.press("enter")
    let before = console.model.selectedWork
    let point = try find("Timeline", console)
    for _ in 0..<4 {
      console.send(
        .keyPressed(.mouse(MouseEvent(.wheelDown, at: Point(column: point.column, row: point.row + 3)))))
    }
    guard case .escalation(let place) = console.model.place else { return }
    #expect(place.pane == .clocks, "the keys stay where they were")
    #expect(place.offsets[.timeline] ?? 0 > 0)
    #expect(console.model.selectedWork == before)
    let board = Scene(try Fixture.store())
    board.send(.keyPressed(.mouse(MouseEvent(.wheelDown, at: Point(column: 9, row: 9)))))
    #expect(board.model.board.cursor == 3)
    board.send(.keyPressed(.mouse(MouseEvent(.wheelUp, at: Point(column: 9, row: 9)))))
    #expect(board.model.board.cursor == 0)
  }

  @Test func itCanBeLeftToTheTerminal() throws {
    let console = Scene(try Fixture.store())
    console.press("!")
    #expect(console.requests.contains(.useMouse(false)))
    #expect(console.model.desk.leavesMouse == true)
    let before = console.model
    try click("Account", console)
    #expect(console.model == before)
    let later = Scene(try Fixture.store())
    later.send(.deskLoaded(console.model.desk))
    #expect(later.requests.contains(.useMouse(false)))
    console.press("!")
    #expect(console.requests.contains(.useMouse(true)))
    #expect(console.model.hasMouse)
  }
}
