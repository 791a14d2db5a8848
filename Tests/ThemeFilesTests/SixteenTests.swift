import Screen
import Testing
import ThemeFiles

/// The theme that takes what colours the terminal has, on terminals that people have.
@Suite struct SixteenTests {
  static let depths: [ColorDepth] = [.full, .palette, .sixteen, .eight]

  @Test(arguments: Role.allCases)
  func `only the sixteen, and each with a ground of its own`(role: Role) throws {
    let theme = try #require(try Themes.embedded("sixteen"))
    let entry = theme[role]
    for color in [entry.foreground, entry.background].compactMap({ $0 }) {
      if case .palette(let index) = color { #expect(index < 16) } else { #expect(color == .standard) }
    }
    #expect((entry.foreground == nil) == (entry.background == nil))
  }

  /// 3 to 1 is WCAG's bar for large letters and marks: which colour an owner gave a number is not ours to say, and
  /// plain text has whatever contrast the owner likes. Terminals with eight colours always brighten what is bold.
  @Test(arguments: TerminalPalette.all, depths)
  func `everything can be read`(palette: TerminalPalette, depth: ColorDepth) throws {
    let theme = try #require(try Themes.embedded("sixteen"))
    for (ground, roles) in PaletteTests.read {
      for role in roles + [.border, .focus, .barFilled, .barLate] {
        let paint = theme.paint(Style(role, on: ground), depth: depth)
        for brightens in depth == .eight ? [true] : [false, true] {
          let (ink, under) = try palette.shown(paint, brightens: brightens)
          let contrast = try #require(Contrast.ratio(ink, under))
          #expect(contrast >= 3, "\(role.name) on \(ground.name), \(palette): \(contrast)")
        }
      }
    }
  }

  /// Either its colours or its attributes set a look apart.
  @Test(arguments: TerminalPalette.all)
  func `what differs in meaning differs in looks`(palette: TerminalPalette) throws {
    let theme = try #require(try Themes.embedded("sixteen"))
    for group in PaletteTests.apart.dropLast() + [[Role.error, .warning, .success], [.text, .changed, .selection]] {
      for (index, one) in group.enumerated() {
        for other in group[(index + 1)...] {
          let (a, b) = (theme.paint(Style(one)), theme.paint(Style(other)))
          if a.attributes != b.attributes { continue }
          let (left, right) = (try palette.shown(a, brightens: false), try palette.shown(b, brightens: false))
          let distance = max(
            try Eye.common.distance(left.ink, right.ink), try Eye.common.distance(left.ground, right.ground))
          #expect(distance >= 0.05, "\(one.name) and \(other.name), \(palette): \(distance)")
        }
      }
    }
  }

  @Test(arguments: TerminalPalette.all)
  func `what is late and what soon will be stand out`(palette: TerminalPalette) throws {
    let theme = try #require(try Themes.embedded("sixteen"))
    for role in [Role.breached, .dueSoon, .band1] {
      let shown = try palette.shown(theme.paint(Style(role)), brightens: false)
      for eye in Eye.allCases {
        #expect(try eye.distance(shown.ground, palette.ground) >= 0.08, "\(role.name), \(eye)")
      }
    }
  }
}
