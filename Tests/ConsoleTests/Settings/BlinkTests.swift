import Screen
import Testing

@testable import Console

/// Nothing blinks unless it was asked for.
@Suite struct BlinkTests {
  private func blinking(_ frame: Frame) -> Int {
    (0..<frame.size.rows).reduce(0) { sum, row in
      sum
        + (0..<frame.size.columns).count { frame[Point(column: $0, row: row)].style.attributes.contains(.blink) }
    }
  }

  @Test(arguments: GoldenTests.scenes) func nothingBlinks(scene: (name: String, keys: [String])) throws {
    let console = Scene(try Fixture.store())
    for key in scene.keys { console.press(key) }
    #expect(blinking(console.frame) == 0)
  }

  @Test func whatIsLateBlinksWhereItWasAskedFor() throws {
    var settings = Settings()
    settings.blinks = true
    let console = Scene(try Fixture.store(), settings: settings)
    let late = (0..<console.frame.size.rows).flatMap { row in
      (0..<console.frame.size.columns).map { Point(column: $0, row: row) }
    }.filter { console.frame[$0].style.role == .breached }
    #expect(!late.isEmpty && blinking(console.frame) == late.count)
  }
}

/// Where the hardware cursor stands, in every scene: in what is typed, else on what is selected, never in a corner.
@Suite struct CursorSceneTests {
  @Test(arguments: GoldenTests.sizes.filter { $0.columns >= 60 } + [Size(columns: 60, rows: 16)], GoldenTests.scenes)
  func board(size: Size, scene: (name: String, keys: [String])) throws {
    try check(Scene(try Fixture.store(), size: size), scene)
  }

  @Test(arguments: ["80x24", "200x60", "60x16"], OpeningSceneTests.scenes)
  func opening(size: String, scene: (name: String, keys: [String])) throws {
    try check(Scene(try Fixture.openingStore(), size: try #require(Size(text: size))), scene)
  }

  @Test(arguments: ["80x24", "200x60", "60x16"], ["1", "2", "3", "5", "i", "m", "A", "S", "W", "N"])
  func places(size: String, key: String) throws {
    try check(Scene(try Fixture.messageStore(), size: try #require(Size(text: size))), (key, [key]))
  }

  private func check(_ console: Scene, _ scene: (name: String, keys: [String])) throws {
    for key in scene.keys { console.press(key) }
    let frame = console.frame
    if let cursor = frame.cursor {
      #expect(frame.bounds.contains(cursor))
      #expect([.input, .placeholder].contains(frame[cursor].style.ground) || frame[cursor].style.role == .input)
      return
    }
    #expect(frame.bounds.contains(frame.rest), "\(scene.name)")
    if case .typing = console.model.board.filter { Issue.record("\(scene.name): one types, and there is no cursor") }
    if console.model.typedForm?.phase == .editing, console.model.scope == .form,
      let field = console.model.typedForm.map({ $0.fields[$0.focus] })
    {
      if case .choice = field.entry { return }
      Issue.record("\(scene.name): no cursor in \(field.label)")
    }
    // Empty places have nothing to rest on.
    if console.model.overlay == nil, console.model.subject == nil { return }
    #expect(frame.rest != Point(column: 0, row: 0), "\(scene.name)")
  }
}
