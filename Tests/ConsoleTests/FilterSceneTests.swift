import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of filters and views.
@Suite struct FilterSceneTests {
  static let scenes: [(name: String, keys: [String])] = [
    ("filter-fields", ["/", "tab", "down"]), ("filter-values", ["/", "text:-owner:", "down", "down"]),
    ("filter-wrong", ["/", "text:dana duee<4h"]), ("filter-unfinished", ["/", "text:acme or"]),
    ("filter-far", ["/", "text:a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d e f g h i j k l sev:S9"]),
    ("filter-set", ["/", "text:sev:S0..S1 -paused", "enter"]), ("view-mine", ["f3"]),
    ("view-none", ["f8", "/", "text: breached", "enter"]),
    ("views", ["v", "j"]), ("view-save", ["/", "text:due<4h", "enter", "V", "text:Soon"]),
    ("view-drop", ["v", "j", "-"]),
    ("view-saved", ["/", "text:account:日本", "enter", "V", "text:日本の顧客", "ctrl-s"]),
  ]
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  @Test(arguments: sizes, scenes) func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24), glyphs: .ascii)
    console.press("/", "text:acme sev<S1")
    try Golden.expect(console.frame, "filter-ascii-80x24")
  }

  @Test(arguments: sizes) func manyViewsWithLongNames(size: Size) throws {
    let console = Scene(try Fixture.store(), size: size)
    var desk = Desk()
    desk.views = HardText.all.enumerated().map {
      SavedView($1.title, FilterText.quoted($1.words), key: $0 < 10 ? SavedView.keys[$0] : nil)
    }
    console.send(.deskLoaded(desk))
    try Golden.expect(console.frame, "views-hard-strip-\(size.columns)x\(size.rows)")
    console.press("v")
    try Golden.expect(console.frame, "views-hard-\(size.columns)x\(size.rows)")
  }
}
