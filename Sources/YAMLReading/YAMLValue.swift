import Yams

/// A value of a file that knows where it stands, so that whatever is wrong with it can be said exactly.
package struct YAMLValue {
  package let node: Node
  package let file: String
  package let path: [String]

  package init(node: Node, file: String, path: [String]) {
    self.node = node
    self.file = file
    self.path = path
  }

  /// An error at this value's place.
  package func failure(_ problem: YAMLFileError.Problem) -> YAMLFileError {
    YAMLFileError(file: file, line: node.mark?.line, column: node.mark?.column, path: path, problem: problem)
  }

  package var kind: YAMLFileError.Kind {
    switch node {
    case .mapping: .mapping
    case .sequence: .sequence
    case .scalar, .alias: isNull ? .nothing : .scalar
    }
  }

  /// Nothing after the colon, `~` or `null`.
  package var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// A mapping that may hold these keys and no others.
  package func mapping(keys: [String]) throws(YAMLFileError) -> YAMLMapping {
    let mapping = try mapping()
    for entry in mapping.entries where !keys.contains(entry.key) {
      throw entry.keyValue.failure(.unknownKey(entry.key, known: keys))
    }
    return mapping
  }

  /// A mapping whose keys are the file's own choice.
  package func mapping() throws(YAMLFileError) -> YAMLMapping {
    guard case .mapping(let mapping) = node else { throw failure(.wrongKind(expected: .mapping, found: kind)) }
    var entries: [YAMLMapping.Entry] = []
    var seen: Set<String> = []
    for (keyNode, valueNode) in mapping {
      let keyValue = YAMLValue(node: keyNode, file: file, path: path)
      let key = try keyValue.string()
      guard seen.insert(key).inserted else { throw keyValue.failure(.duplicateKey(key)) }
      entries.append(
        YAMLMapping.Entry(
          key: key, keyValue: keyValue, value: YAMLValue(node: valueNode, file: file, path: path + [key])))
    }
    return YAMLMapping(value: self, entries: entries)
  }

  package func sequence() throws(YAMLFileError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw failure(.wrongKind(expected: .sequence, found: kind)) }
    return sequence.enumerated().map { YAMLValue(node: $1, file: file, path: path + ["[\($0 + 1)]"]) }
  }

  /// A single value as it is written, quoted or not.
  package func string() throws(YAMLFileError) -> String {
    guard case .scalar(let scalar) = node, !isNull else { throw failure(.wrongKind(expected: .scalar, found: kind)) }
    return scalar.string
  }

  package func integer() throws(YAMLFileError) -> Int {
    try value("a whole number") { Int($0) }
  }

  package func boolean() throws(YAMLFileError) -> Bool {
    try value("true or false") { ["true": true, "false": false][$0] }
  }

  /// A single value read by a function that gives nil for what it cannot read.
  /// - Parameter expected: what to write instead, as the error says it: "a date like 2026-12-25".
  package func value<T>(_ expected: String, _ read: (String) -> T?) throws(YAMLFileError) -> T {
    let text = try string()
    guard let value = read(text) else { throw failure(.unreadable(text, expected: expected)) }
    return value
  }
}

/// A mapping of a file, in the order of the file.
package struct YAMLMapping {
  package struct Entry {
    package let key: String
    /// The key as a value, for errors that point at it.
    package let keyValue: YAMLValue
    package let value: YAMLValue
  }

  /// The mapping itself, for errors that point at it.
  package let value: YAMLValue
  package let entries: [Entry]

  package func required(_ key: String) throws(YAMLFileError) -> YAMLValue {
    guard let value = entries.first(where: { $0.key == key })?.value else { throw value.failure(.missingKey(key)) }
    return value
  }

  /// Nil where the key is absent or has nothing after it.
  package func optional(_ key: String) -> YAMLValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
    return value
  }
}
