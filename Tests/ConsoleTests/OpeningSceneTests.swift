import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of how an escalation begins, moves and ends.
@Suite struct OpeningSceneTests {
  /// W-1 is the first row of the board.
  static let scenes: [(name: String, keys: [String])] = [
    ("new", ["N"]), ("new-account", ["N", "text:co"]),
    ("new-known", ["N", "text:Contoso Bank", "tab", "text:They wait for a call"]),
    ("new-playbook", ["N", "text:Fabrikam", "tab", "tab"]),
    ("new-signal", ["N", "text:Wingtip", "tab", "text:Sponsor gone", "tab", "tab", "down", "down"]),
    (
      "new-otherwise",
      ["N", "text:Wingtip", "tab", "text:Sponsor gone", "tab", "tab", "down", "down", "tab", "down", "down"]
    ),
    ("new-missing", ["N", "ctrl-s"]),
    (
      "new-deadlines",
      ["N", "text:Contoso Bank", "tab", "text:They wait", "ctrl-s"]
    ),
    ("new-done", ["N", "text:Contoso Bank", "tab", "text:They wait", "ctrl-s", "y"]),
    ("move", ["M"]), ("move-grade", ["M", "down", "tab", "down"]), ("move-deadlines", ["M", "down", "ctrl-s"]),
    ("cancel", ["X", "text:a test", "enter"]), ("raise", ["P", "down", "tab", "text:She wrote to our CEO"]),
    ("ended", ["A"]), ("ended-found", ["A", "text:fabr"]), ("ended-none", ["A", "text:zebra"]),
    ("reopen", ["A", "text:W-3", "enter", "A", "text:it is back"]),
  ]

  @Test(arguments: GoldenTests.sizes + [Size(columns: 60, rows: 16)], scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.openingStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "opening-\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.openingStore(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    console.press("N", "text:Contoso Bank", "tab", "tab", "tab")
    try Golden.expect(console.frame, "opening-ascii-120x40")
  }

  static let hardScenes: [(name: String, keys: [String])] = [
    ("new", ["N", "text:\(HardText.all[0].account)", "tab", "text:\(HardText.all[1].title)", "tab", "down"]),
    ("new-signal", ["N", "tab", "tab", "down", "tab", "down"]), ("move", ["M", "tab"]), ("raise", ["P", "down"]),
    ("new-deadlines", ["N", "text:漢字 \u{202E}x", "tab", "text:🚨", "tab", "down", "tab", "tab", "down", "ctrl-s"]),
    ("cancel", ["X", "text:\(HardText.all[2].words)", "enter"]), ("ended", ["A", "text:\(HardText.all[0].account)"]),
  ]
}
