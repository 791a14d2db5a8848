import Screen
import Testing

@testable import Console

/// Where the terminal's cursor stands: in the text that is typed, else hidden at what is selected, for terminals that
/// cannot hide it and for what reads the screen aloud.
@Suite struct CursorTests {
  @Test(
    arguments: [
      ("80x24", [], "▌  ◆"), ("80x24", ["j"], "▌  ◆"), ("200x60", ["G"], "▌  "), ("80x24", ["enter"], "▌"),
      ("160x50", ["enter", "j"], "▌"), ("160x50", ["enter", "tab"], ""), ("80x24", ["x"], ""), ("80x24", ["U"], ""),
      ("80x24", ["s", "down"], "▌"),
    ] as [(String, [String], String)])
  func `rests where the eye is`(size: String, keys: [String], sign: String) throws {
    let console = Scene(try Fixture.store(), size: try #require(Size(text: size)))
    for key in keys { console.press(key) }
    let frame = console.frame
    #expect(frame.cursor == nil)
    #expect(frame.bounds.contains(frame.rest) && frame.rest != Point(column: 0, row: 0))
    let row = (0..<frame.size.columns).map { Point(column: $0, row: frame.rest.row) }
    #expect(sign.isEmpty || row.map(frame.text(at:)).joined().contains(sign))
  }

  @Test func `follows the selection`() throws {
    let console = Scene(try Fixture.store())
    let first = console.frame.rest
    console.press("j")
    #expect(console.frame.rest.row > first.row)
    #expect(console.frame.cursor == nil)
  }

  @Test(arguments: [["/"], ["n"], ["?"]]) func `stands in the text that is typed`(keys: [String]) throws {
    let console = Scene(try Fixture.store())
    for key in keys { console.press(key) }
    #expect(console.frame.cursor != nil)
  }
}
