import Screen
import Testing
import ThemeFiles

@Suite struct EmbeddedThemeTests {
  @Test(arguments: Themes.names)
  func `an embedded theme is whole`(name: String) throws {
    let theme = try #require(try Themes.embedded(name))
    #expect(theme.id == name)
    let source = try #require(Themes.source(name))
    for role in Role.allCases { #expect(source.contains("\n  \(role.name): "), "\(role.name)") }
  }

  @Test func `there is no other`() throws {
    #expect(try Themes.embedded("nowhere") == nil)
  }

  @Test(arguments: ColorDepth.allCases)
  func `a terminal gets a theme that it can show`(depth: ColorDepth) throws {
    let theme = try #require(try Themes.embedded(Themes.suited(to: depth)))
    for role in Role.allCases where depth <= .sixteen {
      let (full, here) = (theme.paint(Style(role)), theme.paint(Style(role), depth: depth))
      if depth != .eight { #expect(full == here, "\(role.name)") }
      #expect(full.background == here.background, "\(role.name)")
    }
  }

  /// Half a cell of ink that is reversed, or stands on a ground of its own, would show as the other half.
  @Test(arguments: Themes.names, [Role.barFilled, .barEmpty, .barLate])
  func `a bar is ink alone`(name: String, role: Role) throws {
    let entry = try #require(try Themes.embedded(name))[role]
    #expect(entry.background == nil)
    #expect(!entry.attributes.contains(.reverse))
  }

  @Test func `mono tells urgency and severity apart without colour`() throws {
    let theme = try #require(try Themes.embedded("mono"))
    for groups in [[Role.band1, .band2, .band3, .band4], [.breached, .dueSoon, .onTime, .paused]] {
      #expect(Set(groups.map { theme.paint(Style($0), depth: .mono).attributes }).count == groups.count)
    }
    for role in Role.allCases {
      #expect(theme.paint(Style(role)).foreground == .standard)
      #expect(theme.paint(Style(role)).background == .standard)
    }
  }
}
