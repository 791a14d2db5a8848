import Foundation
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

  /// WCAG 2 contrast: 4.5 for what is read, 3 for what steps back and for lines.
  @Test(arguments: ["dark", "light"], [Role.text, .selection, .changed, .dialog])
  func `every role can be read on every ground`(name: String, ground: Role) throws {
    let theme = try #require(try Themes.embedded(name))
    let quiet: Set<Role> = [.muted, .label, .placeholder, .paused, .band4, .border, .barFilled, .barEmpty]
    for role in Role.allCases {
      let paint = theme.paint(Style(role, on: ground))
      let contrast = try contrast(paint.foreground, paint.background)
      // Lines on a chosen row are ornament.
      let least = ground != .text && [.border, .barEmpty].contains(role) ? 1.5 : quiet.contains(role) ? 3 : 4.5
      #expect(contrast >= least, "\(role.name) on \(ground.name): \(contrast)")
    }
  }

  @Test(arguments: ["dark", "light"])
  func `bands and urgency stay apart for every kind of eye`(name: String) throws {
    let theme = try #require(try Themes.embedded(name))
    for groups in [[Role.band1, .band2, .band3, .band4], [.breached, .dueSoon, .onTime, .paused]] {
      for (index, one) in groups.enumerated() {
        for other in groups[(index + 1)...] {
          let (a, b) = (theme.paint(Style(one)), theme.paint(Style(other)))
          if a.background != b.background { continue }
          for eye in Eye.allCases {
            let distance = try eye.distance(a.foreground, b.foreground)
            #expect(distance > 0.05, "\(one.name) and \(other.name), \(eye): \(distance)")
          }
        }
      }
    }
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

  private func contrast(_ one: Color, _ other: Color) throws -> Double {
    let (a, b) = (try luminance(one), try luminance(other))
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private func luminance(_ color: Color) throws -> Double {
    let (red, green, blue) = try Eye.linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
}
