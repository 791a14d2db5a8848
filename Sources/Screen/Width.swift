/// How many cells text takes on a terminal.
public enum Width {
  /// Cells of one scalar by itself: 0 for a combining mark, 2 for a wide one, else 1. Agrees with `wcwidth` in a UTF-8
  /// locale for every scalar that `Visible.text` lets through.
  public static func of(_ scalar: Unicode.Scalar) -> Int {
    let value = scalar.value
    if value < 0x300 { return 1 }
    if let simple = simple(value) { return simple }
    if isZero(scalar) { return 0 }
    return WideRanges.contains(value) ? 2 : 1
  }

  /// Cells of text as a frame draws it: marks for what is hostile included, graphemes counted whole. O(n).
  public static func of(_ text: String) -> Int {
    if Visible.isPlain(text) { return text.utf8.count }
    var total = 0
    Cluster.forEach(in: text) { cluster in
      total += cluster.width
      return true
    }
    return total
  }

  /// The width of scalars that are a cluster of their own whatever stands beside them, unless a mark follows: the
  /// greater part of what a console draws beyond ASCII. Nil for all others, which need Unicode's tables.
  @inline(__always)
  static func simple(_ value: UInt32) -> Int? {
    switch value {
    case 0x20...0x7E, 0xA0...0xA8, 0xAA...0xAC, 0xAF...0x2FF: 1
    case 0x391...0x3A1, 0x3A3...0x3FF, 0x400...0x482: 1
    case 0x2010...0x2027, 0x2500...0x25A9, 0x25AC...0x25B5, 0x25B7...0x25BF, 0x25C1...0x25FA: 1
    case 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3: 2
    default: nil
    }
  }

  private static func isZero(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Hangul vowels and finals join the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FB: true
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: true
      default: false
      }
    }
  }
}
