import Yams

/// One YAML document, read so that it can do no harm: bounded in bytes and values, and without aliases.
package enum YAMLDocument {
  /// Far above any file of ours, far below what would be felt.
  package static let mostBytes = 512 * 1024
  package static let mostValues = 50_000

  /// The root of the single document of a file.
  package static func read(_ text: String, file: String) throws(YAMLFileError) -> YAMLValue {
    guard text.utf8.count <= mostBytes else {
      throw YAMLFileError(file: file, problem: .tooLarge(bytes: text.utf8.count, limit: mostBytes))
    }
    // Before the parser sees the file: it expands aliases, and hashes them where they are keys.
    if let place = YAMLAliasScan.firstAlias(in: text) {
      throw YAMLFileError(file: file, line: place.line, column: place.column, problem: .alias)
    }
    // A byte-order mark is no text, and the parser trips over it.
    let text = text.first == "\u{FEFF}" ? String(text.dropFirst()) : text
    let root: Node
    do {
      // Nobody asks what type a value would have by itself, and finding out costs more than all the rest.
      guard let node = try compose(yaml: text, .basic) else { throw YAMLFileError(file: file, problem: .empty) }
      root = node
    } catch let error as YAMLFileError {
      throw error
    } catch let error as YamlError {
      throw YAMLFileError(error, file: file)
    } catch {
      throw YAMLFileError(file: file, problem: .syntax("\(error)"))
    }
    guard count(root, upTo: mostValues) <= mostValues else {
      throw YAMLFileError(file: file, problem: .tooManyValues(limit: mostValues))
    }
    return YAMLValue(node: root, file: file, path: [])
  }

  private static func count(_ node: Node, upTo limit: Int) -> Int {
    var open = [node]
    var count = 0
    while let next = open.popLast(), count <= limit {
      count += 1
      switch next {
      case .mapping(let mapping): for (key, value) in mapping { open += [key, value] }
      case .sequence(let sequence): open += sequence
      case .scalar, .alias: break
      }
    }
    return count
  }
}

extension YAMLFileError {
  init(_ error: YamlError, file: String) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(file: file, line: mark.line, column: mark.column, problem: .syntax(problem))
    case .reader(let problem, let offset, _, let yaml):
      let before = offset.map { yaml.utf8.prefix($0) }
      let line = before.map { 1 + $0.count { $0 == UInt8(ascii: "\n") } }
      self.init(file: file, line: line, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        file: file, line: context.mark.line, column: context.mark.column,
        problem: .duplicateKey(duplicates.first ?? ""))
    default:
      self.init(file: file, problem: .syntax("\(error)"))
    }
  }
}
