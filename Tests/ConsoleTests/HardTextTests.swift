import Screen
import Testing

@testable import Console

/// Every screen full of what breaks columns and terminals: endless words, CJK, emoji, stacked marks, right-to-left
/// scripts, escapes, bidirectional controls and what has no width.
@Suite struct HardTextTests {
  /// The rows stand by severity and deadline; each scene names how far down its escalation stands.
  static let scenes: [(name: String, keys: [String])] =
    [
      ("board", []), ("board-filter", ["/", "text:社 מ \u{202E}🚨", "left"]), ("help", ["?", "text:ü\u{301}漢\u{200D}"]),
    ]
    + (0..<HardText.all.count).flatMap { row -> [(name: String, keys: [String])] in
      let down = Array(repeating: "j", count: row)
      return [
        ("preview-\(row)", down), ("escalation-\(row)", down + ["enter"]),
        ("timeline-\(row)", down + ["enter", "tab", "tab", "tab"]),
        ("people-\(row)", down + ["enter", "tab", "tab", "tab", "tab"]),
        ("details-\(row)", down + ["enter", "shift-tab"]),
        ("explain-\(row)", down + ["x"]), ("severity-\(row)", down + ["s", "down"]),
        ("owner-\(row)", down + ["o", "text:" + HardText.all[row].person]),
        ("update-\(row)", down + ["u", "text:" + HardText.all[row].words, "tab", "text:" + HardText.all[row].person]),
        ("note-done-\(row)", down + ["n", "text:" + HardText.all[row].title, "enter"]), ("undo-\(row)", down + ["U"]),
        ("resolve-\(row)", down + ["r", "text:" + HardText.all[row].words, "ctrl-s"]),
      ]
    }

  /// The few that are kept as files; all of them are checked by `GalleryTests`.
  @Test(arguments: GoldenTests.sizes, ["board", "escalation-0", "escalation-3", "timeline-4", "update-2", "undo-1"])
  func screen(size: Size, name: String) throws {
    let console = Scene(try Fixture.hardTexts(), size: size)
    for key in try #require(Self.scenes.first { $0.name == name }).keys { console.press(key) }
    try Golden.expect(console.frame, "hard-\(name)-\(size.columns)x\(size.rows)")
  }
}
