/// What is wrong with a theme file, and where.
public struct ThemeFileError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    /// Not YAML; the parser's own words.
    case unreadable(String)
    /// Longer than a theme can be, in bytes.
    case tooLong(Int)
    case missing
    case unknownKey
    /// What stands there, and what may.
    case badValue(String, expected: String)
  }

  public let file: String
  /// From 1; nil when the problem is the whole file's.
  public let line: Int?
  /// The path of keys, such as `roles.breached.fg`; nil when the problem is the whole file's.
  public let key: String?
  public let problem: Problem
}

extension ThemeFileError: CustomStringConvertible {
  /// One line: file, line, key, what is wrong and what may stand there.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let key { place += ": \(key)" }
    switch problem {
    case .unreadable(let reason): return "\(place): not YAML: \(reason)"
    case .tooLong(let bytes): return "\(place): \(bytes) bytes is too long for a theme; at most \(ThemeFile.sizeLimit)"
    case .missing: return "\(place): missing"
    case .unknownKey: return "\(place): unknown key"
    case .badValue(let value, let expected): return "\(place): \"\(value)\" must be \(expected)"
    }
  }
}
