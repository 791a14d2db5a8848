import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of the palette and the command line.
@Suite struct FindingSceneTests {
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  static let scenes: [(name: String, keys: [String])] = [
    ("palette", ["ctrl-p"]), ("palette-typed", ["ctrl-p", "text:re"]), ("palette-reason", ["ctrl-p", "text:resum"]),
    ("palette-pane", ["enter", "tab", "ctrl-p", "text:do"]), ("command-line", [":"]),
    ("command-line-verb", [":", "text:severity "]), ("command-line-tab", [":", "text:task ", "tab"]),
    ("command-line-error", [":", "text:theme pink", "enter"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store(), size: size)
    console.send(.verbsLoaded(CommandLineTests.verbs))
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func answer(size: Size) throws {
    let console = Scene(try Fixture.store(), size: size)
    console.send(.verbsLoaded(CommandLineTests.verbs))
    console.press(":", "text:list", "enter")
    let text = (1...40).map { "W-\($0)  S\($0 % 4)  株式会社東京電力  A title that is as long as titles come \($0)" }
    let result = CommandLineResult(status: 0, output: text.joined(separator: "\n"))
    console.send(.commandLineRan(CommandLineRun(line: "list", arguments: ["list"]), result))
    try Golden.expect(console.frame, "command-answer-\(size.columns)x\(size.rows)")
  }

  @Test func hardText() throws {
    let console = Scene(try Fixture.hardWork(), size: Size(columns: 80, rows: 24))
    console.press("ctrl-p", "text:1")
    try Golden.expect(console.frame, "hard-palette-80x24")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    console.press("ctrl-p")
    try Golden.expect(console.frame, "palette-ascii-80x24")
  }
}
