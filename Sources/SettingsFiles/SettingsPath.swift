/// Where settings lie: `config.yaml` and a folder of themes under the XDG configuration folder.
public struct SettingsPath: Hashable, Sendable {
  /// The file that sets, and whether somebody named it: then it must be there.
  public var file: String
  public var isNamed: Bool
  /// The folder of a person's own themes.
  public var themes: String

  /// - Parameter asked: what `--config` names.
  public init(asked: String?, environment: [String: String]) {
    let home = environment["HOME"] ?? "."
    let base = environment["XDG_CONFIG_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "\(home)/.config"
    let variable = environment[SettingsPath.variable].flatMap { $0.isEmpty ? nil : $0 }
    file = asked ?? variable ?? "\(base)/warroom/config.yaml"
    isNamed = asked != nil || variable != nil
    themes = "\(base)/warroom/themes"
  }

  public static let variable = "WARROOM_CONFIG"
}
