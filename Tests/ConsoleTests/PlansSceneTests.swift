import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of the plans of all accounts.
@Suite struct PlansSceneTests {
  static let scenes: [(name: String, keys: [String])] = [
    ("plans", ["3"]), ("plans-end", ["3", "G"]), ("plans-filter", ["3", "/", "text:ann", "enter"]),
    ("plans-typing", ["3", "/", "text:zebra"]), ("plans-chart", ["3", "tab"]),
    ("plans-chart-later", ["3", "tab", "G", "l"]), ("plans-chart-filter", ["3", "tab", "/", "text:w-6", "enter"]),
    ("plans-form", ["3", "j", "n", "text:Called them"]), ("plans-board", []),
  ]

  @Test(arguments: GoldenTests.sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.plannedStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: [["3"], ["3", "tab"]]) func asciiOnly(keys: [String]) throws {
    let console = Scene(try Fixture.plannedStore(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    for key in keys { console.press(key) }
    try Golden.expect(console.frame, "plans-ascii-\(keys.count == 1 ? "list" : "chart")-80x24")
  }

  @Test func noPlanAnywhere() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    console.press("3")
    try Golden.expect(console.frame, "plans-empty-80x24")
  }

  @Test func unreachable() throws {
    let store = try Fixture.plannedStore()
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("3")
    store.fail(.busy(path: "/data/warroom.db"))
    console.send(.storeChanged)
    try Golden.expect(console.frame, "plans-busy-80x24")
  }
}
