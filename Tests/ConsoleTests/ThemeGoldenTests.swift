import Screen
import Testing
import ThemeFiles

@testable import Console

/// How the screens look in each theme. The files of `GoldenTests` say what stands where and in which role; the tables here
/// say how each role on each ground looks at each colour depth; together they give every screen in every theme.
@Suite struct ThemeGoldenTests {
  static let depths: [(String, ColorDepth)] = [
    ("full", .full), ("256", .palette), ("16", .sixteen), ("8", .eight), ("mono", .mono),
  ]

  @Test(arguments: Themes.names)
  func `a theme's looks`(name: String) throws {
    let theme = try #require(try Themes.embedded(name))
    let styles = Gallery.styles.sorted {
      ($0.ground.rawValue, $0.role.rawValue, $0.attributes.rawValue)
        < ($1.ground.rawValue, $1.role.rawValue, $1.attributes.rawValue)
    }
    var text = "# role/ground+attributes | " + Self.depths.map(\.0).joined(separator: " | ") + "\n"
    for style in styles {
      text += style.golden
      for (_, depth) in Self.depths {
        let paint = theme.paint(style, depth: depth)
        text += " | \(Self.text(paint.foreground)) on \(Self.text(paint.background))\(paint.attributes.golden)"
      }
      text += "\n"
    }
    try Golden.expect(text, file: "themes/\(name).txt")
  }

  /// Whole screens as a terminal is sent them.
  @Test(arguments: Themes.names, GoldenTests.sizes)
  func `a theme's screens`(name: String, size: Size) throws {
    let theme = try #require(try Themes.embedded(name))
    for (scene, keys) in [("board", []), ("escalation", ["enter"])] {
      let console = Scene(try Fixture.store(), size: size)
      for key in keys { console.press(key) }
      let text = console.frame.ansi(theme: theme, depth: .full)
      try Golden.expect(text, file: "themes/\(name)/\(scene)-\(size.columns)x\(size.rows).ansi")
    }
  }

  /// The places, and one of each window that lies over them.
  static let places: [(name: String, world: @Sendable () throws -> FakeStore, keys: [String])] = [
    ("filter", { try Fixture.store() }, ["/", "text:-owner:", "down"]),
    ("bulk", { try Fixture.store() }, ["*", "s", "down", "ctrl-s"]),
    ("form", { try Fixture.store() }, ["p", "text:they test", "tab", "text:25:00", "ctrl-s"]),
    ("palette", { try Fixture.store() }, ["ctrl-p", "text:re"]),
    ("work", { try Fixture.careStore() }, ["enter", "tab"]),
    ("health", { try Fixture.careStore() }, ["enter", "shift-tab", "shift-tab"]),
    ("people", { try Fixture.peopleStore() }, ["enter", "tab", "tab", "tab", "tab"]),
    ("plan", { try Fixture.planStore() }, ["enter", "tab", "tab", "j"]),
    ("shift", { try Fixture.planStore() }, ["enter", "tab", "tab", "j", "d", "text:fri 12:00", "ctrl-s"]),
    ("plans", { try Fixture.plannedStore() }, ["3"]), ("chart", { try Fixture.plannedStore() }, ["3", "tab"]),
    ("room", { try Fixture.roomStore() }, ["4"]), ("meeting", { try Fixture.roomStore() }, ["4", "S", "ctrl-s"]),
    ("register", { try Fixture.registerStore() }, ["5", "A"]),
    ("risk", { try Fixture.registerStore() }, ["5", "/", "text:champion", "enter", "enter"]),
  ]

  /// The same of every other place, the three sizes in one file.
  @Test(arguments: Themes.names, places.indices)
  func `a theme's places`(name: String, index: Int) throws {
    let (theme, place) = (try #require(try Themes.embedded(name)), Self.places[index])
    let console = Scene(try place.world(), size: GoldenTests.sizes[0])
    for key in place.keys { console.press(key) }
    var text = ""
    for size in GoldenTests.sizes.prefix(3) {
      console.send(.resized(size))
      text += "# \(size.columns)x\(size.rows)\n" + console.frame.ansi(theme: theme, depth: .full)
    }
    try Golden.expect(text, file: "themes/\(name)/\(place.name).ansi")
  }

  private static func text(_ color: Color) -> String {
    switch color {
    case .standard: "own"
    case .palette(let index): "\(index)"
    case .rgb: color.hexadecimal ?? ""
    }
  }
}
