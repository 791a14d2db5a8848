import Console
import EscalationDomain

/// Every setting with its value and where that comes from: an option before a variable before the file.
public struct ChosenSettings: Hashable, Sendable {
  public enum Origin: Hashable, Sendable {
    case flag(String)
    case environment(String)
    case file(String, line: Int)
    case standard
  }

  public struct Choice: Hashable, Sendable {
    /// Nil where nothing is set: then what ``Setting/standard`` says holds.
    public var value: String?
    public var origin: Origin
  }

  public let file: SettingsFile
  private let choices: [Setting: Choice]

  /// - Parameters:
  ///   - flags: what the command line said.
  ///   - environment: an empty variable is none.
  public init(flags: [Setting: String], environment: [String: String], file: SettingsFile) {
    self.file = file
    var choices: [Setting: Choice] = [:]
    let home = environment["HOME"] ?? "."
    for setting in Setting.allCases {
      let variable = setting.environment.first { !(environment[$0] ?? "").isEmpty }
      if let value = flags[setting], let flag = setting.flag {
        choices[setting] = Choice(value: value, origin: .flag(flag))
      } else if let variable, let value = environment[variable] {
        choices[setting] = Choice(value: value, origin: .environment(variable))
      } else if let entry = file.entries[setting] {
        let text = setting == .store && entry.text.hasPrefix("~/") ? home + entry.text.dropFirst() : entry.text
        choices[setting] = Choice(value: text, origin: .file(file.path, line: entry.line))
      }
    }
    self.choices = choices
  }

  public subscript(_ setting: Setting) -> Choice { choices[setting] ?? Choice(value: nil, origin: .standard) }

  /// What the console is told of it.
  public var console: Settings {
    var settings = Settings()
    settings.keymap = file.keymap
    settings.zones = file.zones
    settings.playbook = self[.playbook].value
    settings.density = self[.density].value.flatMap(Density.init) ?? .normal
    settings.hasMouse = self[.mouse].value != "false"
    settings.blinks = self[.blink].value == "true"
    return settings
  }
}

extension ChosenSettings.Origin {
  /// `WARROOM_ACTOR`, `config.yaml:4`: what a person looks for to change it.
  public var words: String {
    switch self {
    case .flag(let name): name
    case .environment(let name): "$\(name)"
    case .file(let path, let line): "\(path):\(line)"
    case .standard: "default"
    }
  }
}
