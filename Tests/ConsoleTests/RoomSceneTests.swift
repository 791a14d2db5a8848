import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of the war room.
@Suite struct RoomSceneTests {
  private static let running = ["4", "S", "ctrl-s"]
  static let scenes: [(name: String, keys: [String])] = [
    ("room", ["4"]), ("room-second", ["4", "j"]), ("room-since", ["4", "tab"]),
    ("room-checklist", ["4", "tab", "tab"]),
    ("room-last-minutes", ["4", "shift-tab"]), ("room-start", ["4", "S"]),
    ("room-skipped", ["4", "j", "y", "text:no news", "ctrl-s"]), ("room-meeting", running),
    ("room-next", running + ["d", "text:We wait no longer", "ctrl-s", "J"]),
    ("room-agenda", running + ["J", "tab"]), ("room-break", running + ["B"]),
    ("room-through", running + ["J", "J", "J", "J", "J", "J", "y", "text:done", "ctrl-s"]),
    ("room-decision", running + ["d"]), ("room-blocker", running + ["b"]), ("room-who", running + ["I"]),
    ("room-add", running + ["A"]), ("room-end", running + ["Q"]),
    ("room-minutes", running + ["d", "text:漢字 🚨 as agreed", "ctrl-s", "Q", "y"]),
  ]

  @Test(arguments: GoldenTests.sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.roomStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [["4"], running]) func asciiOnly(keys: [String]) throws {
    let console = Scene(try Fixture.roomStore(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    for key in keys { console.press(key) }
    try Golden.expect(console.frame, "room-ascii-\(keys.count == 1 ? "agenda" : "meeting")-80x24")
  }

  @Test func nothingIsOpen() throws {
    let console = Scene(FakeStore(Fixture.roomPolicies), size: Size(columns: 80, rows: 24))
    console.press("4")
    try Golden.expect(console.frame, "room-empty-80x24")
  }
}
