/// A colour as a theme states it.
public enum Color: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case standard
  /// An entry of the terminal's palette: 0-7 its colours, 8-15 the bright ones, 16-255 the cube and the greys.
  case palette(UInt8)
  case rgb(UInt8, UInt8, UInt8)

  /// Reads `default`, a palette index `0`...`255`, or `#rrggbb`. Nil for anything else.
  public init?(text: String) {
    if text == "default" {
      self = .standard
    } else if let index = UInt8(text) {
      self = .palette(index)
    } else if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
      self = .rgb(UInt8(value >> 16 & 0xFF), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
    } else {
      return nil
    }
  }

  /// Red, green and blue, 0 to 255; nil for the terminal's own. Palette entries are taken as xterm has them.
  public var components: (red: Int, green: Int, blue: Int)? {
    switch self {
    case .standard: nil
    case .rgb(let red, let green, let blue): (Int(red), Int(green), Int(blue))
    case .palette(let index): Palette.components(index)
    }
  }

  /// `#rrggbb`; nil for the terminal's own.
  public var hexadecimal: String? {
    guard let (red, green, blue) = components else { return nil }
    let digits = String(red << 16 | green << 8 | blue, radix: 16)
    return "#" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

/// xterm's palette of 256.
enum Palette {
  static func components(_ index: UInt8) -> (red: Int, green: Int, blue: Int) {
    let index = Int(index)
    switch index {
    case 0..<16:
      let value = base[index]
      return (value >> 16, value >> 8 & 0xFF, value & 0xFF)
    case 16..<232:
      let cube = index - 16
      return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let grey = 8 + 10 * (index - 232)
      return (grey, grey, grey)
    }
  }

  private static let levels = [0, 95, 135, 175, 215, 255]
  private static let base = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]
}
