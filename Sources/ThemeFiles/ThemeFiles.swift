// ThemeFiles: themes as people write them, in YAML, a colour for each role. It must not know where a theme is used or where
// files lie: it turns text into a `Theme`, or says what is wrong and in which line.
import Screen

/// The themes inside the program.
public enum Themes {
  /// The names that `--theme` knows, the default first.
  public static let names = ["dark", "light", "high-contrast", "colour-blind", "sixteen", "mono"]

  /// The theme for a terminal where nobody asked for one: exact colours where it has enough for them, else its own.
  public static func suited(to depth: ColorDepth) -> String {
    switch depth {
    case .full, .palette: "dark"
    case .sixteen, .eight: "sixteen"
    case .mono: "mono"
    }
  }

  /// The theme of that name; nil when the program has none of it.
  public static func embedded(_ name: String) throws(ThemeFileError) -> Theme? {
    guard let source = source(name) else { return nil }
    return try ThemeFile.theme(fromYAML: source, file: "\(name).yaml")
  }

  /// Its file as text, for a person to copy and change.
  public static func source(_ name: String) -> String? {
    let bytes: [UInt8]? =
      switch name {
      case "dark": PackageResources.dark_yaml
      case "light": PackageResources.light_yaml
      case "high-contrast": PackageResources.high_contrast_yaml
      case "colour-blind": PackageResources.colour_blind_yaml
      case "sixteen": PackageResources.sixteen_yaml
      case "mono": PackageResources.mono_yaml
      default: nil
      }
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
