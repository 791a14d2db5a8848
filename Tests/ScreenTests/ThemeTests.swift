import Screen
import Testing

@Suite struct ThemeTests {
  let theme = Theme(
    id: "t", name: "T", appearance: .dark,
    entries: [
      .text: .init(foreground: .rgb(0xD0, 0xD0, 0xD0), background: .rgb(0x11, 0x15, 0x1C)),
      .selection: .init(foreground: .rgb(255, 255, 255), background: .rgb(0x26, 0x3A, 0x5C)),
      .band1: .init(foreground: .rgb(0xFF, 0x7A, 0xC6), attributes: .bold),
      .breached: .init(foreground: .rgb(255, 255, 255), background: .rgb(0xB3, 0x20, 0x2C)),
    ])

  @Test func `a role takes from its ground what it does not say itself`() {
    let band = theme.paint(Style(.band1, on: .selection))
    #expect(band.foreground == .rgb(0xFF, 0x7A, 0xC6))
    #expect(band.background == .rgb(0x26, 0x3A, 0x5C))
    #expect(band.attributes == .bold)
    #expect(theme.paint(Style(.text, on: .selection)).foreground == .rgb(255, 255, 255))
    #expect(theme.paint(Style(.text, on: .selection)).background == .rgb(0x26, 0x3A, 0x5C))
    #expect(theme.paint(Style(.breached, on: .selection)).background == .rgb(0xB3, 0x20, 0x2C))
    #expect(theme.paint(Style(.muted)).foreground == .rgb(0xD0, 0xD0, 0xD0))
  }

  @Test func `without colours a background shows as reverse, and attributes stay`() {
    #expect(theme.paint(Style(.breached), depth: .mono).attributes == .reverse)
    #expect(theme.paint(Style(.band1), depth: .mono).attributes == .bold)
    #expect(theme.paint(Style(.band1, on: .selection), depth: .mono).attributes == [.bold, .reverse])
    #expect(
      theme.paint(Style(.text), depth: .mono) == .init(foreground: .standard, background: .standard, attributes: []))
  }

  @Test(
    arguments: [
      (.rgb(255, 0, 0), .palette, .palette(196)), (.rgb(255, 0, 0), .sixteen, .palette(9)),
      (.rgb(200, 0, 0), .eight, .palette(1)),
      (.rgb(0xFC, 0xFC, 0xFA), .palette, .palette(231)), (.rgb(0x11, 0x15, 0x1C), .palette, .palette(233)),
      (.palette(12), .eight, .palette(4)),
      (.palette(8), .eight, .palette(7)), (.palette(196), .sixteen, .palette(9)), (.palette(3), .mono, .standard),
      (.standard, .eight, .standard),
      (.rgb(1, 2, 3), .full, .rgb(1, 2, 3)),
    ] as [(Color, ColorDepth, Color)])
  func `a colour becomes the nearest that the terminal has`(color: Color, depth: ColorDepth, nearest: Color) {
    #expect(color.reduced(to: depth) == nearest)
  }

  @Test(arguments: ColorDepth.allCases)
  func `letters never vanish into their ground`(depth: ColorDepth) {
    let theme = Theme(
      id: "t", name: "T", appearance: .dark,
      entries: [
        .text: .init(foreground: .rgb(60, 60, 60), background: .rgb(20, 20, 20)),
        .input: .init(foreground: .palette(7), background: .rgb(229, 229, 228)),
      ])
    for role in [Role.text, .input] where depth != .mono {
      let paint = theme.paint(Style(role), depth: depth)
      #expect(paint.foreground != paint.background)
    }
  }

  @Test(
    arguments: [
      (256, nil, nil, .palette), (256, nil, "truecolor", .full), (256, "1", "truecolor", .mono),
      (256, "", "24bit", .full), (16, nil, nil, .sixteen),
      (8, nil, "yes", .eight), (88, nil, nil, .sixteen), (1, nil, "truecolor", .mono), (-1, nil, nil, .mono),
    ] as [(Int, String?, String?, ColorDepth)])
  func `depth follows the terminal and the environment`(
    colors: Int, noColor: String?, colorTerm: String?, depth: ColorDepth
  ) {
    #expect(ColorDepth(terminalColors: colors, noColor: noColor, colorTerm: colorTerm) == depth)
  }

  @Test func `roles are read by name, and bands by number`() {
    for role in Role.allCases { #expect(Role(name: role.name) == role) }
    #expect(Role(name: "nobody") == nil)
    #expect([0, 1, 2, 3, 4, 9].map(Role.band) == [.band1, .band1, .band2, .band3, .band4, .band4])
  }

  @Test func `every drawing character is one cell, and ASCII where it says so`() {
    for (glyphs, onlyASCII) in [(Glyphs.unicode, false), (.ascii, true)] {
      for child in Mirror(reflecting: glyphs).children {
        let characters =
          (child.value as? [Character]) ?? (child.value as? Character).map { [$0] }
          ?? Array(child.value as? String ?? "")
        #expect(!characters.isEmpty)
        for character in characters {
          #expect(Width.of(String(character)) == 1)
          #expect(character.isASCII || !onlyASCII)
        }
      }
    }
  }
}
