/// What is wrong in a file, where, and under which key.
public struct YAMLFileError: Error, Hashable, Sendable {
  /// The file as the reader was told to call it.
  public let file: String
  /// From 1; nil where the fault is the whole file's.
  public let line: Int?
  /// From 1, in Unicode scalars.
  public let column: Int?
  /// The keys that lead there, `hours`, `mon`, `[1]`.
  public let path: [String]
  public let problem: Problem

  public init(file: String, line: Int? = nil, column: Int? = nil, path: [String] = [], problem: Problem) {
    self.file = file
    self.line = line
    self.column = column
    self.path = path
    self.problem = problem
  }

  public enum Problem: Hashable, Sendable {
    case tooLarge(bytes: Int, limit: Int)
    case empty
    case syntax(String)
    case alias
    case tooManyValues(limit: Int)
    case missingKey(String)
    case unknownKey(String, known: [String])
    case duplicateKey(String)
    case wrongKind(expected: Kind, found: Kind)
    /// A value that cannot be read, and what it should look like.
    case unreadable(String, expected: String)
    /// A value that can be read and breaks a rule: the rule broken, and what to do.
    case refused(String, remedy: String)
  }

  public enum Kind: String, Hashable, Sendable {
    case mapping = "a mapping (key: value)"
    case sequence = "a list"
    case scalar = "a single value"
    case nothing
  }
}

extension YAMLFileError {
  /// The keys that lead there as one: `clocks[1].target.S0`; empty where it is the whole file's.
  public var key: String { path.reduce("") { $0.isEmpty || $1.hasPrefix("[") ? $0 + $1 : "\($0).\($1)" } }
}

extension YAMLFileError: CustomStringConvertible {
  /// One line: `standard.yaml:4:8: hours.mon: …`.
  public var description: String {
    let place = [file, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    return "\(place): \(key.isEmpty ? "" : "\(key): ")\(problem)"
  }
}

extension YAMLFileError.Problem: CustomStringConvertible {
  public var description: String {
    switch self {
    case .tooLarge(let bytes, let limit): "the file has \(bytes) bytes; keep it below \(limit)"
    case .empty: "the file is empty; it needs a mapping (key: value)"
    case .syntax(let problem): "this is not YAML: \(problem)"
    case .alias: "aliases (*name) are not accepted; write the value out, or quote the text if it is one"
    case .tooManyValues(let limit): "the file holds more than \(limit) values; split it"
    case .missingKey(let key): "the key \"\(key)\" is missing; add it"
    case .unknownKey(let key, let known):
      "unknown key \"\(key)\"; \(NearestWord.hint(key, among: known))known here: \(known.joined(separator: ", "))"
    case .duplicateKey(let key): "the key \"\(key)\" stands here twice; keep one"
    case .wrongKind(let expected, let found): "expected \(expected.rawValue), found \(found.rawValue)"
    case .unreadable(let text, let expected): "\"\(text)\" cannot be read; write \(expected)"
    case .refused(let rule, let remedy): "\(rule); \(remedy)"
    }
  }
}
