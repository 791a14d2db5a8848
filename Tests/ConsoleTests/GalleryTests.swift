import Screen
import Testing
import ThemeFiles

@testable import Console

/// What is true of every screen at every size, in every theme.
@Suite struct GalleryTests {
  static let colored = Themes.names.filter { $0 != "mono" }

  @Test func `every picture fits its size`() {
    let own =
      GoldenTests.scenes.count + WorkSceneTests.scenes.count + ComposeSceneTests.scenes.count
      + PeopleSceneTests.scenes.count + PlansSceneTests.scenes.count
      + RoomSceneTests.scenes.count + OpeningSceneTests.scenes.count
    let hard =
      HardTextTests.scenes.count + WorkSceneTests.hardScenes.count + ComposeSceneTests.hardScenes.count
      + PeopleSceneTests.hardScenes.count + OpeningSceneTests.hardScenes.count
    let plan = PlanSceneTests.scenes.count
    let hardPlan = PlanSceneTests.hardScenes.count
    #expect(
      Gallery.unicode.count == GoldenTests.sizes.count * own + Gallery.usual.count
        * (hard + hardPlan + Gallery.laterCount)
        + PlanSceneTests.sizes.count * plan + Gallery.usual.count * PlanSceneTests.emptyScenes.count)
    #expect(Gallery.ascii.count == Gallery.usual.count * (own + hard + plan + hardPlan + Gallery.laterCount))
    for picture in Gallery.unicode {
      #expect(Golden.fits(picture.frame.plainText(), picture.frame.size), "\(picture.name)")
    }
  }

  @Test func `nothing but printable text and line ends is written`() {
    for picture in Gallery.unicode { #expect(unprintable(picture.frame.plainText()) == [], "\(picture.name)") }
  }

  @Test(arguments: Themes.names)
  func `coloured text is printable text and SGR`(name: String) throws {
    let theme = try #require(try Themes.embedded(name))
    for (index, picture) in Gallery.unicode.filter({ $0.name.hasSuffix("80x24") }).enumerated() {
      let depth = ColorDepth.allCases[index % ColorDepth.allCases.count]
      let ansi = picture.frame.ansi(theme: theme, depth: depth)
      let (text, sequences) = split(ansi)
      #expect(text == padded(picture.frame), "\(picture.name)")
      #expect(unprintable(text) == [], "\(picture.name)")
      for sequence in Set(sequences) {
        let numbers = sequence.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        let allowed = depth == .mono ? [0, 1, 2, 3, 4, 7] : Array(0...255)
        let isPlain = numbers.allSatisfy { allowed.contains($0) }
        #expect(isPlain, "\(sequence)")
      }
    }
  }

  /// 4.5 to 1 is WCAG's bar for text, 7 its stricter one, 3 its bar for marks and lines. The track of a bar and the lines
  /// on a chosen row are ornament: what they say stands beside them in words.
  @Test(arguments: colored)
  func `everything drawn can be read`(name: String) throws {
    let theme = try #require(try Themes.embedded(name))
    let text = name == "high-contrast" ? 7.0 : 4.5
    for style in Gallery.visibleStyles {
      let paint = theme.paint(style)
      guard let contrast = Contrast.ratio(paint.foreground, paint.background) else { continue }
      let line = style.ground == .text || style.ground == .dialog ? (name == "high-contrast" ? 4.5 : 3) : 1.5
      let bar =
        switch style.role {
        case .barEmpty: name == "high-contrast" ? 4.5 : 1.5
        case .border, .focus, .barFilled: line
        // Its palette is the owner's; PaletteTests look at it with several.
        default: name == "sixteen" ? 3 : text
        }
      #expect(contrast >= bar, "\(style.golden): \(contrast)")
    }
  }

  @Test(arguments: colored, [ColorDepth.palette, .sixteen, .eight])
  func `nothing vanishes with fewer colours`(name: String, depth: ColorDepth) throws {
    let theme = try #require(try Themes.embedded(name))
    for style in Gallery.visibleStyles where ![.border, .barEmpty].contains(style.role) {
      let (full, paint) = (theme.paint(style), theme.paint(style, depth: depth))
      guard let before = Contrast.ratio(full.foreground, full.background),
        let after = Contrast.ratio(paint.foreground, paint.background)
      else { continue }
      #expect(after >= min(3, before), "\(style.golden): \(after)")
    }
  }

  /// A severity's mark stands wherever its colour does, and what is late or wrong has a sign or a word.
  @Test(arguments: [Glyphs.unicode, .ascii])
  func `severity and lateness are never told by colour alone`(glyphs: Glyphs) {
    let lines: Set<Character> = [
      glyphs.horizontal, glyphs.vertical, glyphs.topLeft, glyphs.topRight, glyphs.bottomLeft, glyphs.bottomRight, "━",
      glyphs.barParts[0], " ",
    ]
    for picture in glyphs == .ascii ? Gallery.ascii : Gallery.unicode {
      // What a dialog covers in part says nothing by itself.
      let hasDialog = picture.frame.styles.contains { $0.ground == .dialog }
      for (row, all) in runs(picture.frame) {
        let runs = hasDialog ? all.filter { $0.style.ground == .dialog } : all
        let place = "\(picture.name), line \(row + 1)"
        for band in 1...4 {
          let words = runs.filter { $0.style.role == .band(band) }.map(\.text).joined()
          if words.contains(where: { $0 != " " }) { #expect(words.contains(glyphs.band(band)), "\(place): \(words)") }
        }
        let says = runs.contains { $0.text.contains { $0.isLetter || $0.isNumber } }
        for run in runs where !run.text.allSatisfy(lines.contains) {
          switch run.style.role {
          case .breached:
            #expect(["+", "breached", "overdue"].contains(where: run.text.contains), "\(place): \(run.text)")
          case .dueSoon, .error, .warning, .success, .band1, .band2, .band3, .band4: #expect(says, "\(place)")
          default: break
          }
        }
      }
    }
  }

  @Test func `without UTF-8 a screen is ASCII and keeps its columns`() {
    for picture in Gallery.ascii {
      let text = picture.frame.plainText(ascii: true)
      let isPlain = text.utf8.allSatisfy { $0 == 0x0A || (0x20..<0x7F).contains($0) }
      #expect(isPlain, "\(picture.name)")
      #expect(Golden.fits(text, picture.frame.size), "\(picture.name)")
      for row in 0..<picture.frame.size.rows {
        for column in 0..<picture.frame.size.columns {
          let point = Point(column: column, row: row)
          let shown = picture.frame.portable(at: point, ascii: true)
          if shown.utf8.count != picture.frame.width(at: point) { Issue.record("\(picture.name) \(point): \(shown)") }
        }
      }
    }
  }

  @Test(arguments: GoldenTests.sizes)
  func `the console's own words and lines have an ASCII form`(size: Size) {
    for keys in [[], ["?"], ["/", "text:zebra"], ["?", "text:undo"]] {
      let console = Scene(FakeStore(Fixture.policies), size: size, glyphs: .ascii)
      for key in keys { console.press(key) }
      let (before, after) = (padded(console.frame), padded(console.frame, ascii: true))
      #expect(before.filter { $0 == "?" }.count == after.filter { $0 == "?" }.count, "\(keys)")
    }
  }
}
