import EscalationDomain
import Screen
import Testing

@testable import Console

/// Whole screens of the register.
@Suite struct RegisterSceneTests {
  static let sizes = ["80x24", "120x40", "200x60", "60x16"].compactMap { Size(text: $0) }

  static let scenes: [(name: String, keys: [String])] = [
    ("open", ["5"]), ("all", ["5", "A"]), ("ended", ["5", "A", "A"]), ("words", ["5", "A", "/", "text:fabr"]),
    ("none", ["5", "/", "text:zebra", "enter"]), ("columns", ["5", "A", "|", "j"]), ("sort", ["5", "A", "S"]),
    ("risk", ["5", "/", "text:champion", "enter", "enter"]),
    ("risk-assess", ["5", "/", "text:champion", "enter", "e"]),
    ("risk-review", ["5", "/", "text:champion", "enter", "w"]),
    ("risk-promote", ["5", "/", "text:champion", "enter", "P", "text:fri 17:00", "tab", "tab"]),
    ("risk-promote-look", ["5", "/", "text:champion", "enter", "P", "text:fri 17:00", "ctrl-s"]),
    ("risk-new", ["5", "N", "text:co"]),
  ]

  @Test(arguments: sizes, scenes)
  func screen(size: Size, scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.registerStore(), size: size)
    for key in scene.keys { console.press(key) }
    try Golden.expect(console.frame, "register-\(scene.name)-\(size.columns)x\(size.rows)")
  }

  @Test func asciiOnly() throws {
    let console = Scene(try Fixture.registerStore(), size: Size(columns: 120, rows: 40), glyphs: .ascii)
    console.press("5", "A", "|")
    try Golden.expect(console.frame, "register-ascii-120x40")
  }

  @Test(arguments: sizes) func hardTexts(size: Size) throws {
    let console = Scene(try Fixture.hardRegister(), size: size)
    console.press("5")
    try Golden.expect(console.frame, "register-hard-\(size.columns)x\(size.rows)")
    console.press("/", "text:risk", "enter", "enter")
    try Golden.expect(console.frame, "register-hard-risk-\(size.columns)x\(size.rows)")
  }

  @Test func theFirstOfManySaysSo() throws {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 80, rows: 24))
    _ = update(&model, .keyPressed(.character("5")))
    _ = update(&model, .register(.loaded(RegisterQuery(), Fixture.longRegister(31_204))))
    try Golden.expect(view(model, size: model.size), "register-many-80x24")
    _ = update(&model, .keyPressed(.character("G")))
    #expect(model.register.cursor == RegisterState.most - 1)
  }

  /// What is drawn is what is on the screen, however many rows there are.
  @Test func aPictureDoesNotCostMoreForMoreRows() throws {
    func time(_ count: Int) -> Duration {
      var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 200, rows: 60))
      _ = update(&model, .keyPressed(.character("5")))
      _ = update(&model, .register(.loaded(RegisterQuery(), Fixture.longRegister(count))))
      let clock = ContinuousClock()
      return (0..<5).map { _ in clock.measure { _ = view(model, size: model.size) } }.min() ?? .zero
    }
    #expect(time(2000) < time(60) * 3)
  }
}
