import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of what is asked of an escalation.
@Suite struct WorkSceneTests {
  /// C-1 is the first row of the board.
  static let scenes: [(name: String, keys: [String])] = [
    ("work", ["enter", "tab"]), ("work-end", ["enter", "tab", "G"]),
    ("work-gate", ["enter", "tab"] + Array(repeating: "j", count: 11)),
    ("health", ["enter", "shift-tab", "shift-tab"]), ("guidance", ["i"]),
    ("form-task", ["T", "text:Write the plan", "ctrl-s"]),
    ("form-hypothesis", ["H", "tab", "tab"]), ("form-not-needed", ["enter", "tab", "-"]),
    ("form-role", ["W", "down", "tab", "text:d"]), ("form-level", ["L", "down", "ctrl-s"]),
    ("form-stage", ["E", "down", "tab"]), ("form-close", ["C", "tab", "text:8", "ctrl-s"]),
    ("form-close-asks", ["j", "c", "enter", "C", "tab", "text:8", "ctrl-s"]), ("work-done", ["enter", "tab", "space"]),
  ]

  @Test(arguments: GoldenTests.sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.careStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    console.press("enter", "tab")
    try Golden.expect(console.frame, "work-ascii-120x40")
  }

  static let hardScenes: [(name: String, keys: [String])] =
    [
      ("work", ["enter", "tab"]), ("work-end", ["enter", "tab", "G"]), ("health", ["enter", "shift-tab", "shift-tab"]),
      ("guidance", ["i"]), ("guidance-end", ["i", "G"]), ("hypothesis", ["H", "tab"]), ("role", ["W"]),
      ("level", ["L"]),
      ("close", ["C", "ctrl-s"]), ("not-needed", ["enter", "tab", "-"]),
    ] + (0..<24).map { ("work-mark-\($0)", ["enter", "tab"] + Array(repeating: "j", count: $0) + ["space"]) }

  @Test(arguments: GoldenTests.sizes, ["work", "guidance", "hypothesis"])
  func hardScreen(size: Size, name: String) throws {
    let console = Scene(try Fixture.hardWork(), size: size)
    for key in try #require(Self.hardScenes.first { $0.name == name }).keys { console.press(key) }
    try Golden.expect(console.frame, "hard-asked-\(name)-\(size.columns)x\(size.rows)")
  }
}
