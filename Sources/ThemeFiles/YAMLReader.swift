import Screen
import Yams

/// YAML nodes with errors that say the line and the key.
struct YAMLReader {
  let file: String

  func compose(_ text: String) throws(ThemeFileError) -> Node {
    do {
      if let node = try Yams.compose(yaml: text) { return node }
    } catch YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
      YamlError.composer(_, let problem, let mark, _)
    {
      throw ThemeFileError(file: file, line: mark.line, key: nil, problem: .unreadable(problem))
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      let reason = "twice the key " + keys.map(Self.shown).joined(separator: ", ")
      throw ThemeFileError(file: file, line: context.mark.line, key: nil, problem: .unreadable(reason))
    } catch {
      throw ThemeFileError(file: file, line: nil, key: nil, problem: .unreadable(Self.shown("\(error)")))
    }
    throw ThemeFileError(file: file, line: nil, key: nil, problem: .unreadable("the file is empty"))
  }

  /// A mapping by key. With `keys`, any other key is an error.
  func mapping(
    _ node: Node, at path: [String], keys: Set<String>? = nil
  ) throws(ThemeFileError) -> [String: Node] {
    guard case .mapping(let mapping) = node else { throw wrong(node, path, "a list of keys and values") }
    var result: [String: Node] = [:]
    for (keyNode, value) in mapping {
      let key = try text(keyNode, at: path)
      if let keys, !keys.contains(key) { throw error(keyNode, path + [key], .unknownKey) }
      result[key] = value
    }
    return result
  }

  func required(
    _ key: String, of node: Node, _ mapping: [String: Node]
  ) throws(ThemeFileError) -> Node {
    guard let value = mapping[key] else { throw error(node, [key], .missing) }
    return value
  }

  func list(_ node: Node, at path: [String]) throws(ThemeFileError) -> [Node] {
    guard case .sequence(let sequence) = node else { throw wrong(node, path, "a list") }
    return Array(sequence)
  }

  func text(_ node: Node, at path: [String]) throws(ThemeFileError) -> String {
    guard case .scalar(let scalar) = node else { throw wrong(node, path, "a single value") }
    return scalar.string
  }

  func bad(_ node: Node?, _ path: [String], _ value: String, _ expected: String) -> ThemeFileError {
    error(node, path, .badValue(Self.shown(value), expected: expected))
  }

  private func wrong(_ node: Node, _ path: [String], _ expected: String) -> ThemeFileError {
    let found =
      switch node {
      case .mapping: "keys and values"
      case .sequence: "a list"
      case .scalar(let scalar): Self.shown(scalar.string)
      case .alias: "an alias"
      }
    return error(node, path, .badValue(found, expected: expected))
  }

  private func error(_ node: Node?, _ path: [String], _ problem: ThemeFileError.Problem) -> ThemeFileError {
    let key = path.map(Self.shown).joined(separator: ".")
    return ThemeFileError(file: file, line: node?.mark?.line, key: key.isEmpty ? nil : key, problem: problem)
  }

  /// A file's own words, safe and short enough for an error.
  private static func shown(_ text: String) -> String {
    Fit.truncated(Visible.text(text, newlines: .space), to: 60)
  }
}
