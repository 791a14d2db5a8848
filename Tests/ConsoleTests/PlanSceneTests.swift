import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of a corrective action plan and of its forms.
@Suite struct PlanSceneTests {
  private static let there = ["enter", "tab", "tab"]

  private static func down(_ count: Int) -> [String] { Array(repeating: "j", count: count) }

  /// C-1 is the first row of the board.
  static let scenes: [(name: String, keys: [String])] = [
    ("plan", there), ("plan-end", there + ["G"]), ("plan-middle", there + down(9)),
    ("plan-unfocused", ["enter"]),
    (
      "plan-add",
      there + ["+", "text:Weekly call", "tab", "tab", "text:d", "tab", "tab", "tab", "text:mon 17:00", "tab"]
    ),
    ("plan-edit", there + down(2) + ["e"]),
    ("plan-edit-circle", there + ["j", "e", "tab", "tab", "tab", "tab", "text:M4", "ctrl-s"]),
    ("plan-shift", there + ["j", "d", "text:fri 12:00", "tab"]),
    ("plan-shift-review", there + ["j", "d", "text:fri 12:00", "ctrl-s"]),
    ("plan-done", there + ["space"]), ("plan-drop", there + ["-", "text:they hired trainers"]),
    ("plan-started", there + ["."]), ("plan-problem", there + down(8) + ["enter"]),
    ("plan-metric", there + down(11) + ["enter"]),
    ("plan-exit", there + down(12) + ["enter", "tab", "tab", "text:No"]),
    ("plan-verifier", there + down(13) + ["enter", "ctrl-u", "text:a"]),
    ("plan-look-due", there + down(14) + ["d", "text:+20bd"]), ("plan-found", there + down(14) + ["enter", "down"]),
    ("plan-sign-off", there + ["G", "enter"]),
  ]

  static let emptyScenes: [(name: String, keys: [String])] = [
    ("plan-empty", there), ("plan-outline", there + ["O"]), ("plan-outline-added", there + ["O", "y"]),
  ]

  static let hardScenes: [(name: String, keys: [String])] = [
    ("plan", there), ("plan-end", there + ["G"]), ("plan-edit", there + ["j", "j", "e"]),
    ("plan-shift", there + ["d", "text:none", "ctrl-s"]), ("plan-move", there + ["d", "text:+9d", "ctrl-s"]),
    ("plan-problem", there + down(6) + ["enter"]), ("plan-metric", there + down(9) + ["enter"]),
    ("plan-exit", there + down(10) + ["enter"]), ("plan-drop", there + ["-"]),
  ]

  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  private func expect(_ store: FakeStore, _ keys: [String], _ name: String, _ size: Size) throws {
    let console = Scene(store, size: size)
    for key in keys { console.press(key) }
    try Golden.expect(console.frame, "\(name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes, scenes) func screen(size: Size, scene: (name: String, keys: [String])) throws {
    try expect(try Fixture.planStore(), scene.keys, scene.name, size)
  }

  @Test(arguments: sizes, emptyScenes) func emptyScreen(size: Size, scene: (name: String, keys: [String])) throws {
    try expect(try Fixture.careStore(), scene.keys, scene.name, size)
  }

  @Test(arguments: sizes, ["plan", "plan-end", "plan-edit", "plan-move"]) func hardScreen(size: Size, name: String)
    throws
  {
    try expect(
      try Fixture.hardPlan(), try #require(Self.hardScenes.first { $0.name == name }).keys, "hard-\(name)", size)
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.planStore(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    for key in Self.there { console.press(key) }
    try Golden.expect(console.frame, "plan-ascii-120x40")
  }

  /// Every pane is named in the tabs of the smallest window.
  @Test func tabsFitTheSmallestWindow() throws {
    let console = Scene(try Fixture.planStore(), size: Size(columns: 60, rows: 16))
    console.press("enter")
    let panes = EscalationPlace.Pane.shown(for: console.model.records[EscalationID("C-1")])
    #expect(panes == EscalationPlace.Pane.allCases)
    for _ in panes {
      let tabs = try #require(console.text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(3).first)
      for pane in panes { #expect(tabs.contains(pane.title), "\(pane.title) in \(tabs)") }
      console.press("tab")
    }
  }

  /// What is late says so in words, for terminals without colour.
  @Test func stateIsInWords() throws {
    let console = Scene(try Fixture.planStore(), size: Size(columns: 80, rows: 60))
    for key in Self.there { console.press(key) }
    let text = console.text
    for words in [
      "[!] M1 Find a new sponsor", "late", "[~] M2", "started by Bo Chen", "[ ] M3", "blocked by M2",
      "blocked by M2, M3",
      "[-] M6", "dropped by Bo Chen, 09:50: finance said no", "[x] M7", "done by Bo Chen, 10:00: wiki, page 12",
      "1 of 6 done", "daily users, from 40 to 120, now 65",
    ] { #expect(text.contains(words), "\(words)") }
  }
}
