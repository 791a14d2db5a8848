import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of what is kept, what clashes and what shows at a glance.
@Suite struct DeskSceneTests {
  static let sizes = ["60x16", "80x24", "120x40", "200x60"].compactMap { Size(text: $0) }

  static let scenes: [(name: String, keys: [String])] = [
    ("drafts", ["n", "text:Called, no answer; try the deputy", "esc", "j", "u", "text:Back by noon", "esc", "D", "j"]),
    ("drop", ["n", "text:Called", "esc", "D", "-"]),
    ("messages", ["n", "text:Called Maria", "ctrl-s", "R", "ctrl-o", "ctrl-g"]),
    ("follow", ["G", "F"]), ("freeze", ["F", "F"]), ("compact", ["="]), ("compact-form", ["=", "u"]),
    ("picker", ["j", "o", "text:r"]), ("lines", ["n", "text:First line", "alt-enter", "text:Second line"]),
    ("playbook", ["N", "text:Fabrikam", "tab", "tab", "text:cro"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "desk-\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func clash(size: Size) throws {
    let store = try Fixture.store()
    let console = Scene(store, size: size)
    console.press("o", "text:Dana Ruiz")
    _ = try store.perform(
      .assign(owner: "Chidi Okafor"), on: EscalationID("W-1"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    try Golden.expect(console.frame, "desk-changed-\(size.columns)x\(size.rows)")
    console.press("ctrl-s")
    try Golden.expect(console.frame, "desk-clash-\(size.columns)x\(size.rows)")
  }

  @Test(arguments: sizes) func hardText(size: Size) throws {
    let store = try Fixture.store()
    let console = Scene(store, size: size)
    for (index, text) in HardText.all.enumerated() {
      if index > 0 { console.press("j") }
      console.press("n")
      console.send(.keyPressed(.paste("\(text.title)\n\(text.words)")))
      console.press("esc")
    }
    console.press("D")
    #expect(Golden.fits(console.text, size))
    console.press("enter")
    #expect(Golden.fits(console.text, size))
  }
}
