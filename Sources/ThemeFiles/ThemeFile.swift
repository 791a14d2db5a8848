import Screen
import YAMLReading

/// What is wrong in a theme file, where, and under which key.
public typealias ThemeFileError = YAMLFileError

/// The theme file format.
///
///     id: dusk                      # letters, digits and dashes
///     name: Dusk
///     appearance: dark              # or light: which screens it is made for
///     colors:                       # names for colours, optional
///       ink: "#d0d0d0"              # "#rrggbb", a palette index 0-255, or "default"
///     roles:                        # what is left out looks like `text`
///       breached: { fg: ink, bg: 160, style: [bold, underline] }
public enum ThemeFile {
  /// Reads a theme. `file` is only a name for errors.
  public static func theme(fromYAML text: String, file: String) throws(ThemeFileError) -> Theme {
    let top = try YAMLDocument.read(text, file: file).mapping(keys: ["id", "name", "appearance", "colors", "roles"])
    let id = try top.required("id").value("letters, digits and dashes") { isID($0) ? $0 : nil }
    let name = try top.optional("name")?.string() ?? id
    let appearance = try top.required("appearance").value("dark or light", Theme.Appearance.init(rawValue:))
    var colors: [String: Color] = [:]
    for entry in try top.optional("colors")?.mapping().entries ?? [] {
      colors[entry.key] = try color(entry.value, named: [:])
    }
    var entries: [Role: Theme.Entry] = [:]
    for entry in try top.required("roles").mapping(keys: Role.allCases.map(\.name)).entries {
      if let role = Role(name: entry.key) { entries[role] = try look(entry.value, named: colors) }
    }
    return Theme(id: id, name: Visible.text(name, newlines: .space), appearance: appearance, entries: entries)
  }

  private static func isID(_ text: String) -> Bool {
    !text.isEmpty && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
  }

  private static func look(_ value: YAMLValue, named: [String: Color]) throws(ThemeFileError) -> Theme.Entry {
    let parts = try value.mapping(keys: ["fg", "bg", "style"])
    var entry = Theme.Entry()
    if let fg = parts.optional("fg") { entry.foreground = try color(fg, named: named) }
    if let bg = parts.optional("bg") { entry.background = try color(bg, named: named) }
    let known = "one of " + attributes.keys.sorted().joined(separator: ", ")
    for word in try parts.optional("style")?.sequence() ?? [] {
      entry.attributes.insert(try word.value(known) { attributes[$0] })
    }
    return entry
  }

  private static func color(_ value: YAMLValue, named: [String: Color]) throws(ThemeFileError) -> Color {
    let expected = "\"#rrggbb\", 0 to 255 or default" + (named.isEmpty ? "" : ", or a name under colors")
    return try value.value(expected) { named[$0] ?? Color(text: $0) }
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "reverse": .reverse, "underline": .underline,
  ]
}
