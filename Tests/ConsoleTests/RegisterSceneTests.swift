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

  static let keys: [Key] =
    ["5", "A", "|", "enter", "/", "j", "k", "e", "w", "C", "P", "N", "y", "esc", "(", ")", "space", "x", "S", "R", "G"]
    .compactMap { Key(name: $0) } + RandomKeysTests.keys

  @Test(arguments: 1...3, [false, true]) func whateverIsPressedItHolds(seed: UInt64, isHard: Bool) throws {
    var random = RandomKeysTests.Seeded(state: seed)
    let store = try isHard ? Fixture.hardRegister() : Fixture.registerStore()
    let sizes = Self.sizes + ["40x10", "1x1"].compactMap { Size(text: $0) }
    let console = Scene(store, size: Size(columns: 80, rows: 24))
    console.press("5")
    for step in 0..<1500 {
      switch Int.random(in: 0..<40, using: &random) {
      case 0: console.send(.resized(sizes.randomElement(using: &random) ?? sizes[0]))
      case 1: console.wait(Int64.random(in: 1...4000, using: &random))
      case 2: console.send(.storeChanged)
      case 3: store.fail(Bool.random(using: &random) ? .busy(path: "/data/w.db") : nil)
      case 4 where console.model.overlay == nil: console.press("5")
      default: if let key = Self.keys.randomElement(using: &random) { console.send(.keyPressed(key)) }
      }
      guard step % 5 == 0 else { continue }
      let frame = console.frame
      #expect(Golden.fits(frame.plainText(), frame.size), "seed \(seed), step \(step)")
      let register = console.model.register
      #expect(register.rows.isEmpty || register.rows.indices.contains(register.cursor))
      #expect(!register.columns.isEmpty && Set(register.columns).count == register.columns.count)
    }
  }
}
