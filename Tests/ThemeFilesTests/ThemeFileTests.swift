import Screen
import Testing
import ThemeFiles

@Suite struct ThemeFileTests {
  @Test func `a theme is read with its names, indexes and attributes`() throws {
    let theme = try ThemeFile.theme(
      fromYAML: """
        id: dusk
        name: Dusk
        appearance: light
        colors: { ink: "#102030" }
        roles:
          text: { fg: ink, bg: default }
          breached: { fg: 15, bg: 160, style: [bold, underline] }
        """, file: "dusk.yaml")
    #expect(theme.id == "dusk")
    #expect(theme.name == "Dusk")
    #expect(theme.appearance == .light)
    #expect(theme[.text] == .init(foreground: .rgb(0x10, 0x20, 0x30), background: .standard))
    #expect(
      theme[.breached] == .init(foreground: .palette(15), background: .palette(160), attributes: [.bold, .underline]))
    #expect(theme[.muted] == .init())
  }

  @Test(arguments: [
    ("", "t.yaml: the file is empty"), ("id: [", "t.yaml:2:1: this is not YAML"),
    ("- a", "t.yaml:1:1: expected a mapping (key: value), found a list"),
    ("appearance: dark\nroles: {}", "t.yaml:1:1: the key \"id\" is missing"),
    (
      "id: a b\nappearance: dark\nroles: {}", "t.yaml:1:5: id: \"a b\" cannot be read; write letters, digits and dashes"
    ),
    ("id: a\nappearance: grey\nroles: {}", "t.yaml:2:13: appearance: \"grey\" cannot be read; write dark or light"),
    ("id: a\nappearance: dark", "t.yaml:1:1: the key \"roles\" is missing"),
    (
      "id: a\nappearance: dark\ncolours: {}\nroles: {}", "t.yaml:3:1: unknown key \"colours\"; did you mean \"colors\"?"
    ),
    ("id: a\nappearance: dark\nroles:\n  text: {}\n  nobody: {}", "t.yaml:5:3: roles: unknown key \"nobody\""),
    (
      "id: a\nappearance: dark\nroles:\n  text: { fg: \"#12345\" }",
      "t.yaml:4:15: roles.text.fg: \"#12345\" cannot be read; write \"#rrggbb\", 0 to 255 or default"
    ),
    (
      "id: a\nappearance: dark\nroles:\n  text:\n    style: [blink]",
      "t.yaml:5:13: roles.text.style[1]: \"blink\" cannot be read; write one of bold, dim, italic, reverse, underline"
    ),
    ("id: a\nappearance: dark\nroles:\n  text: red", "t.yaml:4:9: roles.text: expected a mapping (key: value)"),
    ("id: a\nid: b\nappearance: dark\nroles: {}", "t.yaml:"),
    ("id: \"\\e[31m\"\nappearance: dark\nroles: {}", "t.yaml:1:5: id: "),
    (String(repeating: "#", count: 600_000), "t.yaml: the file has 600000 bytes"),
    (String(repeating: "[", count: 60_000), "t.yaml"),
  ])
  func `an error names file, line and key`(text: String, message: String) {
    let error = #expect(throws: ThemeFileError.self) { try ThemeFile.theme(fromYAML: text, file: "t.yaml") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test func `aliases upon aliases cost nothing`() {
    var text = "id: a\nappearance: dark\ncolors:\n  c0: &c0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<20 {
      text += "  c\(level): &c\(level) [\(Array(repeating: "*c\(level - 1)", count: 10).joined(separator: ", "))]\n"
    }
    #expect(throws: ThemeFileError.self) { try ThemeFile.theme(fromYAML: text + "roles: {}", file: "t.yaml") }
  }
}
