import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of selecting, of the look before acting on several, and of going back.
@Suite struct BulkSceneTests {
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  static let scenes: [(name: String, keys: [String])] = [
    ("bulk-selected", ["space", "space", "j", "space"]),
    ("bulk-hidden", ["space", "space", "/", "text:dana", "enter", "space"]),
    ("bulk-form", ["space", "space", "space", "o", "text:bo"]),
    ("bulk-form-grades", ["*", "s"]),
    ("bulk-look-owner", ["space", "space", "space", "o", "text:Bo Chen", "ctrl-s"]),
    ("bulk-look-severity", ["*", "s", "down", "ctrl-s"]),
    ("bulk-look-pause", ["*", "p", "text:they test", "tab", "text:+1bd", "ctrl-s"]),
    ("bulk-look-nothing", ["j", "j", "space", "p", "text:x", "tab", "text:+1d", "ctrl-s"]),
    ("session-back", ["space", "space", "o", "text:Bo Chen", "ctrl-s", "y", "z"]),
    ("session-again", ["space", "space", "o", "text:Bo Chen", "ctrl-s", "y", "z", "y", "Z"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    console.press("space", "space", "o", "text:Bo Chen", "ctrl-s")
    try Golden.expect(console.frame, "bulk-look-ascii-80x24")
  }

  @Test(arguments: sizes) func hardTextFits(size: Size) throws {
    let console = Scene(try Fixture.hardWork(), size: size)
    for keys in [["*", "n", "text:漢字🚨", "ctrl-s"], ["y", "z"], ["y", "Z"]] {
      for key in keys { console.press(key) }
      #expect(Golden.fits(console.text, size))
    }
  }

  @Test func aThirdLookKnowsWhoActedBetween() throws {
    let store = try Fixture.store()
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("space", "space", "o", "text:Bo Chen", "ctrl-s")
    _ = try store.perform(
      .assign(owner: "Zoe"), on: console.model.selected[0], act: Act(actor: "Cy", now: Fixture.now))
    console.press("y")
    try Golden.expect(console.frame, "bulk-look-anew-80x24")
  }
}
