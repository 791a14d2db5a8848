import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens at a fixed zone and clock, at the sizes that people have.
@Suite struct GoldenTests {
  static let sizes = ["80x24", "120x40", "200x60", "40x10"].compactMap { Size(text: $0) }

  /// What a person did before looking.
  static let scenes: [(name: String, keys: [String])] = [
    ("board", []), ("board-filter", ["/", "text:dana", "enter"]), ("board-no-match", ["/", "text:zebra"]),
    ("board-orders", ["S", "j"]), ("board-by-account", ["S", "j", "j", "enter"]),
    ("board-by-change", ["S", "G", "k", "enter", "R"]), ("escalation", ["enter"]),
    ("timeline", ["j", "enter", "tab", "tab", "tab"]),
    ("explain", ["enter", "j", "x"]),
    ("explain-business", ["j", "j", "j", "x"]),
    ("help", ["?"]), ("help-narrowed", ["?", "text:undo"]),
    ("form-update", ["j", "u", "text:All tables are back", "tab", "text:email", "tab", "text:+4h"]),
    ("form-pause-wrong", ["p", "tab", "text:25:00", "ctrl-s"]), ("form-owner", ["j", "o", "text:d", "down"]),
    ("form-severity", ["s", "down"]), ("form-severity-deadlines", ["s", "down", "ctrl-s"]),
    ("form-resolve", ["r", "text:Release rolled back", "ctrl-s"]), ("undo", ["j", "j", "U"]), ("undo-nothing", ["U"]),
    ("toast", ["n", "text:Called Maria", "enter"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func emptyBoard(size: Size) throws {
    try Golden.expect(
      Scene(FakeStore(Fixture.policies), size: size).frame, "empty-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    try Golden.expect(console.frame, "board-ascii-120x40")
  }

  @Test func storeUnreachable() throws {
    let store = try Fixture.store()
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    store.fail(.busy(path: "/data/warroom.db"))
    console.send(.storeChanged)
    try Golden.expect(console.frame, "store-busy-80x24")
  }
}
