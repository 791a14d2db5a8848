import Screen
import Testing

@testable import Console

/// The cursor of the terminal on what is selected: where a screen reader or a magnifier looks.
@Suite struct PointedTests {
  static let lists: [(name: String, keys: [String])] = [
    ("board", []), ("clocks", ["enter"]), ("work", ["enter", "tab"]), ("plans", ["3"]), ("register", ["5"]),
    ("orders", ["S"]), ("views", ["v"]), ("palette", ["ctrl-p"]),
  ]

  /// On the first cell of the selected row, and at the same column wherever the selection goes.
  @Test(arguments: ["80x24", "120x40", "200x60", "60x16"], lists)
  func `stands on the selected row`(size: String, list: (name: String, keys: [String])) throws {
    let store = try list.name == "plans" ? Fixture.plannedStore() : Fixture.store()
    let console = Scene(store, size: try #require(Size(text: size)))
    for key in list.keys { console.press(key) }
    let first = console.frame.pointed
    guard console.frame.cursor == nil else { return }
    for key in ["down", "down", "up"] {
      let frame = console.frame
      let place = try #require(frame.pointed, "\(list.name)")
      #expect(place.column == first?.column)
      #expect(frame.bounds.contains(place))
      console.press(key)
    }
  }

  @Test(arguments: [("80x24", []), ("120x40", []), ("80x24", ["S", "down"])] as [(String, [String])])
  func `is the row's first cell`(size: String, keys: [String]) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    for key in keys { console.press(key) }
    let frame = console.frame
    let place = try #require(frame.pointed)
    #expect(frame.text(at: place) == String(frame.glyphs.pointer))
    #expect(frame[place].style.ground == .selection)
  }

  @Test func `seconds that tick do not draw it away`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40))
    let before = console.frame.pointed
    console.wait(1)
    #expect(console.frame.pointed == before && before?.column == 0)
  }

  @Test func `hides where there is nothing to point at`() {
    let frame = Frame(size: Size(columns: 10, rows: 2))
    #expect(frame.pointed == nil)
  }

  /// What a narrow board has no column for stands at its foot.
  @Test func `the foot names the selected row`() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    for _ in 0..<2 {
      let row = try #require(console.model.board.selected)
      let due = try #require(row.clock?.deadline).dayAndTime(in: console.model.viewer.zone)
      let lines = console.text.split(separator: "\n")
      #expect(lines.contains { $0.contains("\(row.id)  due \(due)") }, "\(console.text)")
      console.press("j")
    }
  }
}
