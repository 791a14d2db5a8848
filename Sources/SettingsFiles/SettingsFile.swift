import Console
import EscalationDomain
import Screen
import YAMLReading

/// The settings file: a mapping of names to values, all of them optional.
///
///     zone: Europe/Berlin
///     zones: [America/New_York]
///     keys:
///       acknowledge: [a, f7]
///       theme: none
public struct SettingsFile: Hashable, Sendable {
  /// A value as it is written, and where.
  public struct Entry: Hashable, Sendable {
    public var text: String
    /// From 1.
    public var line: Int
  }

  public let path: String
  public internal(set) var entries: [Setting: Entry] = [:]
  public private(set) var zones: [Zone] = []
  public private(set) var keymap = Keymap.standard

  /// No file: nothing is set.
  public init(path: String) { self.path = path }

  /// Reads one. A file of comments alone sets nothing.
  /// Whether a theme or a playbook of that name is known is for others to say: here names are read.
  public init(_ text: String, path: String) throws(SettingsFileError) {
    self.path = path
    let root: YAMLValue
    do {
      root = try YAMLDocument.read(text, file: path)
    } catch {
      guard case .empty = error.problem else { throw error }
      return
    }
    if root.isNull { return }
    for entry in try root.mapping(keys: Setting.allCases.map(\.name)).entries where !entry.value.isNull {
      guard let setting = Setting(rawValue: entry.key) else { continue }
      entries[setting] = Entry(text: try read(setting, entry.value), line: entry.keyValue.line)
    }
  }

  private mutating func read(_ setting: Setting, _ value: YAMLValue) throws(SettingsFileError) -> String {
    switch setting {
    case .store: return try value.value("a whole path, or one that begins with ~/", SettingsFile.path)
    case .zone: return try SettingsFile.zone(value).id
    case .zones:
      zones = []
      for item in try value.sequence() { zones.append(try SettingsFile.zone(item)) }
      return zones.map(\.id).joined(separator: ", ")
    case .density: return try value.value("normal or compact") { Density(rawValue: $0)?.rawValue }
    case .mouse, .blink: return try value.boolean() ? "true" : "false"
    case .actor, .playbook, .theme, .messageCommand, .editor:
      return try value.value("a text that is not empty") { Visible.text($0) == $0 ? $0.nonEmpty : nil }
    case .keys:
      keymap = try SettingsFile.keymap(value)
      return keymap.words
    }
  }

  private static func path(_ text: String) -> String? { text.hasPrefix("/") || text.hasPrefix("~/") ? text : nil }

  private static func zone(_ value: YAMLValue) throws(SettingsFileError) -> Zone {
    try value.value("an IANA time zone like Europe/Berlin") { try? Zone($0) }
  }

  private static func keymap(_ value: YAMLValue) throws(SettingsFileError) -> Keymap {
    var changes: [ConsoleCommand.ID: [Key]] = [:]
    var places: [ConsoleCommand.ID: YAMLValue] = [:]
    let known = ConsoleCommand.ID.allCases.map(\.configName)
    for entry in try value.mapping().entries {
      guard let id = ConsoleCommand.ID(configName: entry.key) else {
        let hint = NearestWord.hint(entry.key, among: known)
        throw entry.keyValue.failure(
          .refused("there is no command \"\(entry.key)\"", remedy: "\(hint)warroom config --keys lists them"))
      }
      changes[id] = try keys(entry.value)
      places[id] = entry.keyValue
    }
    do {
      return try Keymap(changes)
    } catch {
      let (problem, remedy) = error.words
      throw (places[error.command] ?? value).failure(.refused(problem, remedy: remedy))
    }
  }

  /// A key, a list of keys, or `none`.
  private static func keys(_ value: YAMLValue) throws(SettingsFileError) -> [Key] {
    if value.kind == .scalar, try value.string() == "none" { return [] }
    var keys: [Key] = []
    for item in value.kind == .sequence ? try value.sequence() : [value] {
      let key = try item.value(
        "a key as warroom config --keys names it: g, G, space, ctrl-r, alt-x, f5, shift-tab, \"?\""
      ) {
        Key(name: $0)
      }
      switch key {
      case .focus, .paste, .control("z"):
        throw item.failure(.refused("\(key.name) cannot be given away", remedy: "take another key"))
      default: if !keys.contains(key) { keys.append(key) }
      }
    }
    return keys
  }
}

extension YAMLValue {
  /// From 1.
  fileprivate var line: Int { node.mark?.line ?? 1 }
}

extension Keymap {
  /// `acknowledge: a ctrl-a; suspend: none`.
  public var words: String {
    changes.sorted { $0.key.configName < $1.key.configName }.map { id, keys in
      "\(id.configName): \(keys.isEmpty ? "none" : keys.map(\.name).joined(separator: " "))"
    }.joined(separator: "; ")
  }
}
