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
    ("", "t.yaml: not YAML: the file is empty"), ("id: [", "t.yaml:2: not YAML: did not find expected node content"),
    ("- a", "t.yaml:1: \"a list\" must be a list of keys and values"),
    ("appearance: dark\nroles: {}", "t.yaml:1: id: missing"),
    ("id: a b\nappearance: dark\nroles: {}", "t.yaml:1: id: \"a b\" must be letters, digits and dashes"),
    ("id: a\nappearance: grey\nroles: {}", "t.yaml:2: appearance: \"grey\" must be dark or light"),
    ("id: a\nappearance: dark", "t.yaml:1: roles: missing"),
    ("id: a\nappearance: dark\ncolours: {}\nroles: {}", "t.yaml:3: colours: unknown key"),
    ("id: a\nappearance: dark\nroles:\n  text: {}\n  nobody: {}", "t.yaml:5: roles.nobody: unknown key"),
    (
      "id: a\nappearance: dark\nroles:\n  text: { fg: \"#12345\" }",
      "t.yaml:4: roles.text.fg: \"#12345\" must be \"#rrggbb\", 0 to 255 or default"
    ),
    (
      "id: a\nappearance: dark\nroles:\n  text:\n    style: [blink]",
      "t.yaml:5: roles.text.style: \"blink\" must be one of bold, dim, italic, reverse, underline"
    ),
    ("id: a\nappearance: dark\nroles:\n  text: red", "t.yaml:4: roles.text: \"red\" must be a list of keys and values"),
    ("id: a\nid: b\nappearance: dark\nroles: {}", "t.yaml:"),
    ("id: \"\\e[31m\"\nappearance: dark\nroles: {}", "t.yaml:1: id: \"␛[31m\" must be letters"),
    (String(repeating: "#", count: 70_000), "t.yaml: 70000 bytes is too long for a theme; at most 65536"),
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
