import Screen
import Yams

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
  /// Bytes; a complete theme has about two thousand.
  public static let sizeLimit = 64 * 1024

  /// Reads a theme. `file` is only a name for errors.
  public static func theme(fromYAML text: String, file: String) throws(ThemeFileError) -> Theme {
    guard text.utf8.count <= sizeLimit else {
      throw ThemeFileError(file: file, line: nil, key: nil, problem: .tooLong(text.utf8.count))
    }
    let reader = YAMLReader(file: file)
    // Composing shares what an alias names instead of copying it, and only the levels read below are walked.
    let root = try reader.compose(text)
    let top = try reader.mapping(root, at: [], keys: ["id", "name", "appearance", "colors", "roles"])
    let id = try reader.text(try reader.required("id", of: root, top), at: ["id"])
    guard id.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }), !id.isEmpty else {
      throw reader.bad(top["id"], ["id"], id, "letters, digits and dashes")
    }
    let name = try top["name"].map { node throws(ThemeFileError) in try reader.text(node, at: ["name"]) } ?? id
    let look = try reader.text(try reader.required("appearance", of: root, top), at: ["appearance"])
    guard let appearance = Theme.Appearance(rawValue: look) else {
      throw reader.bad(top["appearance"], ["appearance"], look, "dark or light")
    }
    var colors: [String: Color] = [:]
    if let node = top["colors"] {
      for (key, value) in try reader.mapping(node, at: ["colors"]) {
        colors[key] = try color(value, at: ["colors", key], named: [:], reader)
      }
    }
    var entries: [Role: Theme.Entry] = [:]
    let roles = try reader.required("roles", of: root, top)
    for (key, value) in try reader.mapping(roles, at: ["roles"], keys: Set(Role.allCases.map(\.name))) {
      guard let role = Role(name: key) else { continue }
      entries[role] = try entry(value, at: ["roles", key], named: colors, reader)
    }
    return Theme(id: id, name: Visible.text(name, newlines: .space), appearance: appearance, entries: entries)
  }

  private static func entry(
    _ node: Node, at path: [String], named: [String: Color], _ reader: YAMLReader
  ) throws(ThemeFileError) -> Theme.Entry {
    let parts = try reader.mapping(node, at: path, keys: ["fg", "bg", "style"])
    var entry = Theme.Entry()
    if let fg = parts["fg"] { entry.foreground = try color(fg, at: path + ["fg"], named: named, reader) }
    if let bg = parts["bg"] { entry.background = try color(bg, at: path + ["bg"], named: named, reader) }
    if let style = parts["style"] {
      for word in try reader.list(style, at: path + ["style"]) {
        let text = try reader.text(word, at: path + ["style"])
        guard let attribute = attributes[text] else {
          throw reader.bad(word, path + ["style"], text, "one of " + attributes.keys.sorted().joined(separator: ", "))
        }
        entry.attributes.insert(attribute)
      }
    }
    return entry
  }

  private static func color(
    _ node: Node, at path: [String], named: [String: Color], _ reader: YAMLReader
  ) throws(ThemeFileError) -> Color {
    let text = try reader.text(node, at: path)
    if let color = named[text] ?? Color(text: text) { return color }
    let expected = "\"#rrggbb\", 0 to 255 or default"
    throw reader.bad(node, path, text, named.isEmpty ? expected : expected + ", or a name under colors")
  }

  private static let attributes: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "reverse": .reverse, "underline": .underline,
  ]
}
