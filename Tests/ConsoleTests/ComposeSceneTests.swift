import EscalationDomain
import Messages
import Screen
import Testing

@testable import Console

/// Whole screens of messages in the making.
@Suite struct ComposeSceneTests {
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }
  private static let filled = ["m", "enter", "enter", "text:a full disk", "enter", "text:+3h"]

  /// M-1 is the first row of the board.
  static let scenes: [(name: String, keys: [String])] = [
    ("compose", ["m"]), ("compose-missing", ["m", "enter"]), ("compose-fields", filled),
    ("compose-wrong", ["m", "enter", "enter", "tab", "text:25:00", "ctrl-s"]), ("compose-ready", filled + ["ctrl-s"]),
    ("compose-asks", filled + ["ctrl-s", "s"]), ("compose-file", filled + ["ctrl-s", "w"]),
    ("compose-draft", filled + ["ctrl-s", "esc"]), ("compose-done", filled + ["ctrl-s", "s", "y"]),
    ("compose-notice", ["m", "j", "enter", "enter", "text:no orders", "ctrl-s", "s"]),
    ("compose-channel", ["enter", "m", "G", "enter", "enter", "tab", "tab", "tab", "tab"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.messageStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func atWork(size: Size) throws {
    let console = Scene(try Fixture.messageStore(), size: size, command: "mail-it --quiet")
    for key in Self.filled { console.press(key) }
    console.press("ctrl-s", "|")
    try Golden.expect(console.frame, "compose-asks-command-\(size.columns)x\(size.rows)")
    console.press("y")
    try Golden.expect(console.frame, "compose-posting-\(size.columns)x\(size.rows)")
    guard case .postMessage(let draft, let id, let emails) = console.requests.last else { return }
    let sentence = "the message command ended with 7: no route to host; nothing is logged"
    console.send(.failed(.postMessage(draft, of: id, emails: emails), .other(sentence)))
    try Golden.expect(console.frame, "compose-failed-\(size.columns)x\(size.rows)")
    console.press("w", "enter")
    console.send(.fileIsThere("M-1-hello.txt"))
    try Golden.expect(console.frame, "compose-replace-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.messageStore(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    for key in Self.filled { console.press(key) }
    try Golden.expect(console.frame, "compose-ascii-120x40")
  }

  static let hardScenes: [(name: String, keys: [String])] = HardText.all.indices.flatMap {
    row -> [(name: String, keys: [String])] in
    let down = Array(repeating: "j", count: row)
    let words = "text:" + HardText.all[row].words
    let letter = down + ["m"] + down + ["enter", "enter", words]
    return [
      ("compose-\(row)", down + ["m"]), ("compose-text-\(row)", down + ["m"] + down + ["enter"]),
      ("compose-fields-\(row)", letter), ("compose-end-\(row)", letter + ["esc", "G"]),
      ("compose-asks-\(row)", letter + ["enter", "text:+3h", "ctrl-s", "s"]),
    ]
  }

  @Test(arguments: sizes, ["compose-0", "compose-fields-1", "compose-end-4", "compose-asks-3"])
  func hardScreen(size: Size, name: String) throws {
    let console = Scene(try Fixture.hardMessages(), size: size)
    for key in try #require(Self.hardScenes.first { $0.name == name }).keys { console.press(key) }
    try Golden.expect(console.frame, "hard-\(name)-\(size.columns)x\(size.rows)")
  }
}
