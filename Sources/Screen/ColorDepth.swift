/// How many colours a terminal can show.
public enum ColorDepth: Int, Comparable, CaseIterable, Sendable {
  case mono = 1
  case eight = 8
  case sixteen = 16
  case palette = 256
  case full = 16_777_216

  public static func < (left: ColorDepth, right: ColorDepth) -> Bool { left.rawValue < right.rawValue }

  /// What an environment and a terminal's own count of colours allow. `NO_COLOR` set to anything but nothing means none;
  /// `COLORTERM` of `truecolor` or `24bit` means all.
  public init(terminalColors: Int, noColor: String?, colorTerm: String?) {
    if let noColor, !noColor.isEmpty {
      self = .mono
    } else if terminalColors >= 8, colorTerm == "truecolor" || colorTerm == "24bit" {
      self = .full
    } else {
      self = Self.allCases.last { $0.rawValue <= terminalColors } ?? .mono
    }
  }
}

extension Color {
  /// The nearest colour that a terminal of that depth has.
  public func reduced(to depth: ColorDepth) -> Color {
    guard let components else { return .standard }
    switch (depth, self) {
    case (.mono, _): return .standard
    case (.full, _): return self
    case (.palette, .palette): return self
    case (.palette, _): return .palette(Self.nearest(components, in: 16...255))
    case (.sixteen, .palette(0...15)): return self
    case (.sixteen, _): return .palette(Self.nearest(components, in: 0...15))
    case (.eight, .palette(0...7)): return self
    // Bright black on a terminal without it is a grey, which black would hide.
    case (.eight, .palette(8)): return .palette(7)
    case (.eight, .palette(let bright)) where bright < 16: return .palette(bright - 8)
    case (.eight, _): return .palette(Self.nearest(components, in: 0...7))
    }
  }

  /// The nearest colour of that depth that can be read on a ground as well as this one can on the ground as the theme
  /// states it, though no better than letters need. The terminal's own colours are taken as they are. O(entries).
  func reduced(to depth: ColorDepth, readableOn ground: Color, insteadOf stated: Color) -> Color {
    let nearest = reduced(to: depth)
    guard depth != .full, let components, let wanted = Contrast.ratio(self, stated),
      let present = Contrast.ratio(nearest, ground)
    else { return nearest }
    let bar = min(wanted, Contrast.least)
    if present >= bar { return nearest }
    let entries: ClosedRange<UInt8> = depth == .palette ? 16...255 : depth == .sixteen ? 0...15 : 0...7
    let hidden = entries.filter { (Contrast.ratio(.palette($0), ground) ?? 0) < bar }
    return .palette(Self.nearest(components, in: entries, excluding: Set(hidden)))
  }

  /// The palette entry that looks most like the colour. O(entries).
  public static func nearest(
    _ wanted: (red: Int, green: Int, blue: Int), in range: ClosedRange<UInt8>, excluding taken: Set<UInt8> = []
  ) -> UInt8 {
    range.filter { !taken.contains($0) }.min {
      distance(wanted, Palette.components($0)) < distance(wanted, Palette.components($1))
    } ?? range.lowerBound
  }

  /// How unlike two colours look: weighted by how the eye takes red, green and blue at that redness ("redmean").
  static func distance(
    _ one: (red: Int, green: Int, blue: Int), _ other: (red: Int, green: Int, blue: Int)
  ) -> Int {
    let mean = (one.red + other.red) / 2
    let (red, green, blue) = (one.red - other.red, one.green - other.green, one.blue - other.blue)
    return (512 + mean) * red * red / 256 + 4 * green * green + (767 - mean) * blue * blue / 256
  }
}
