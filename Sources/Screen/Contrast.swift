import Glibc

/// How well an ink can be read on a ground.
public enum Contrast {
  /// The least that letters keep when a terminal has few colours: WCAG's bar for large letters and marks.
  static let least = 3.0

  /// From 1 (the same) to 21 (black on white), as WCAG 2 defines it; nil where a colour is the terminal's own.
  public static func ratio(_ one: Color, _ other: Color) -> Double? {
    guard let one = luminance(one), let other = luminance(other) else { return nil }
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private static func luminance(_ color: Color) -> Double? {
    guard let (red, green, blue) = color.components else { return nil }
    return 0.2126 * linear[red] + 0.7152 * linear[green] + 0.0722 * linear[blue]
  }

  /// Light for each value of a channel (sRGB).
  private static let linear = (0...255).map { value in
    let share = Double(value) / 255
    return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
  }
}
