import Screen
import Testing

/// The sixteen colours and the own ink and ground of terminals that people have.
struct TerminalPalette: CustomStringConvertible {
  let description: String
  let ink: Color
  let ground: Color
  let colors: [Color]

  private init(_ name: String, _ ink: String, on ground: String, _ colors: String) {
    description = name
    self.ink = Color(text: "#" + ink) ?? .standard
    self.ground = Color(text: "#" + ground) ?? .standard
    self.colors = colors.split(separator: " ").compactMap { Color(text: "#" + $0) }
  }

  static let all = [
    TerminalPalette("xterm, dark", "e5e5e5", on: "000000", xterm),
    TerminalPalette("xterm, light", "000000", on: "ffffff", xterm),
    TerminalPalette("Linux console", "aaaaaa", on: "000000", vga),
    TerminalPalette("VGA colours on white", "000000", on: "ffffff", vga),
    TerminalPalette("Tango, dark", "d3d7cf", on: "2e3436", tango),
    TerminalPalette("Tango, light", "2e3436", on: "eeeeec", tango),
    TerminalPalette("GNOME, dark", "d0cfcc", on: "171421", gnome),
    TerminalPalette("GNOME, light", "171421", on: "ffffff", gnome),
    // Its bright colours are greys, and bright black is the dark ground itself.
    TerminalPalette("Solarized, dark", "839496", on: "002b36", solarized),
    TerminalPalette("Solarized, light", "657b83", on: "fdf6e3", solarized),
  ]

  private static let xterm =
    "000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff"
  private static let vga =
    "000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff"
  private static let tango =
    "2e3436 cc0000 4e9a06 c4a000 3465a4 75507b 06989a d3d7cf 555753 ef2929 8ae234 fce94f 729fcf ad7fa8 34e2e2 eeeeec"
  private static let gnome =
    "171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff"
  private static let solarized =
    "073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3"

  /// The ink and the ground that a paint comes to here. `brightens`: bold takes the bright one of the first eight
  /// colours, as many terminals do.
  func shown(_ paint: Theme.Paint, brightens: Bool) throws -> (ink: Color, ground: Color) {
    var foreground = paint.foreground
    if brightens, paint.attributes.contains(.bold), case .palette(let index) = foreground, index < 8 {
      foreground = .palette(index + 8)
    }
    let (one, other) = (try color(foreground) ?? ink, try color(paint.background) ?? ground)
    return paint.attributes.contains(.reverse) ? (other, one) : (one, other)
  }

  /// Nil for its own.
  private func color(_ color: Color) throws -> Color? {
    guard case .palette(let index) = color else {
      #expect(color == .standard, "no palette of a terminal has it")
      return nil
    }
    try #require(Int(index) < colors.count)
    return colors[Int(index)]
  }
}
