/// The characters that drawing is made of: box and block elements where the locale is UTF-8, ASCII elsewhere. Every one
/// is one cell wide.
public struct Glyphs: Hashable, Sendable {
  public var horizontal, vertical: Character
  public var topLeft, topRight, bottomLeft, bottomRight: Character
  public var teeLeft, teeRight, teeTop, teeBottom, cross: Character
  public var ellipsis: String
  /// A bar's cell by how much of it is filled, from one part to all; eighths in Unicode.
  public var barParts: [Character]
  /// A bar's cell with nothing in it.
  public var barTrack: Character
  public var up, down, left, right: Character
  /// Marks: the selected row, a row just changed, done, not done, failed, paused, a bullet.
  public var pointer, changed, check, open, crossed, paused, bullet: Character
  /// Severity bands by shape, the gravest first: each tells itself apart without colour.
  public var bands: [Character]
  public var scrollThumb, scrollTrack: Character

  public static let unicode = Glyphs(
    horizontal: "─", vertical: "│", topLeft: "╭", topRight: "╮", bottomLeft: "╰", bottomRight: "╯", teeLeft: "├",
    teeRight: "┤", teeTop: "┬", teeBottom: "┴", cross: "┼", ellipsis: "…",
    barParts: ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"], barTrack: "·", up: "↑", down: "↓", left: "←", right: "→",
    pointer: "▌", changed: "●", check: "✓", open: "○", crossed: "✗", paused: "‖", bullet: "•",
    bands: ["◆", "▲", "■", "○"], scrollThumb: "┃", scrollTrack: "│")

  public static let ascii = Glyphs(
    horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+", teeLeft: "+",
    teeRight: "+", teeTop: "+", teeBottom: "+", cross: "+", ellipsis: "~", barParts: ["#"], barTrack: ".", up: "^",
    down: "v", left: "<", right: ">", pointer: ">", changed: "*", check: "x", open: "-", crossed: "!", paused: "=",
    bullet: "*", bands: ["!", "^", "#", "o"], scrollThumb: "#", scrollTrack: "|")

  /// The mark of a severity band: 1 is the gravest, and all beyond the last look like the last.
  public func band(_ number: Int) -> Character { bands[min(max(1, number), bands.count) - 1] }
}
