import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of everybody round an escalation.
@Suite struct PeopleSceneTests {
  private static let there = ["enter", "tab", "tab", "tab", "tab"]

  /// P-1 is the only row of the board.
  static let scenes: [(name: String, keys: [String])] = [
    ("people", there), ("people-end", there + ["G"]), ("people-told", there + Array(repeating: "j", count: 4)),
    ("people-reached", there + down(10) + ["enter", "tab", "text:dinner"]),
    ("people-reached-wrong", there + down(10) + ["enter", "ctrl-u", "text:2026-13-01"]),
    ("people-fill", there + ["G", "k", "k", "enter", "text:dana", "tab"]),
    ("people-executive", there + down(10) + ["e"]), ("people-new-executive", there + down(13) + ["enter"]),
    ("people-contact", there + ["enter"]), ("people-take-away", there + ["-"]),
    ("people-tell", there + down(3) + ["enter", "text:she picked up"]),
    ("people-done", there + ["G", "enter", "tab", "text:+49 30 555 0199", "ctrl-s"]),
  ]

  private static func down(_ count: Int) -> [String] { Array(repeating: "j", count: count) }
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.peopleStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let people = Scene(try Fixture.peopleStore(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    for key in Self.there { people.press(key) }
    try Golden.expect(people.frame, "people-ascii-80x24")
    let health = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    health.press("enter", "shift-tab", "shift-tab")
    try Golden.expect(health.frame, "health-ascii-80x24")
  }

  @Test func readOnly() throws {
    let console = Scene(
      try Fixture.peopleStore(), size: Size(columns: 80, rows: 24), access: .readOnly("this is the past"))
    for key in Self.there + ["enter"] { console.press(key) }
    try Golden.expect(console.frame, "people-read-only-80x24")
  }

  static let hardScenes: [(name: String, keys: [String])] =
    [("people", there), ("people-end", there + ["G"])]
    + (0..<20).map { ("people-form-\($0)", there + down($0 * 2) + ["enter"]) }
    + (0..<12).map { ("people-away-\($0)", there + down($0 * 3) + ["-"]) }

  @Test(arguments: sizes, ["people", "people-end", "people-form-15"])
  func hardScreen(size: Size, name: String) throws {
    let console = Scene(try Fixture.hardPeople(), size: size)
    for key in try #require(Self.hardScenes.first { $0.name == name }).keys { console.press(key) }
    try Golden.expect(console.frame, "hard-\(name)-\(size.columns)x\(size.rows)")
  }

  /// Who answers for each step is read whole at the width of the smallest usual terminal.
  @Test func stepsNameWhoAnswersForThem() throws {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 60))
    console.press("enter", "tab")
    let text = console.text
    for words in ["A CSM · C Solutions", "A Lead", "A CSM · R CSM · I AE"] { #expect(text.contains(words), "\(words)") }
    #expect(text.contains("A accountable · R responsible · C consulted · I informed"))
  }
}
