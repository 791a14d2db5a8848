import Yams

/// A value of a policy file that knows where it stands, so that whatever is wrong with it can be said exactly.
struct YAMLValue {
  let node: Node
  let file: String
  let path: [String]

  /// An error at this value's place.
  func failure(_ problem: PolicyFileError.Problem) -> PolicyFileError {
    PolicyFileError(file: file, line: node.mark?.line, column: node.mark?.column, path: path, problem: problem)
  }

  var kind: PolicyFileError.Kind {
    switch node {
    case .mapping: .mapping
    case .sequence: .sequence
    case .scalar, .alias: isNull ? .nothing : .scalar
    }
  }

  /// Nothing after the colon, `~` or `null`.
  var isNull: Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  /// A mapping that may hold these keys and no others.
  func mapping(keys: [String]) throws(PolicyFileError) -> YAMLMapping {
    let mapping = try mapping()
    for entry in mapping.entries where !keys.contains(entry.key) {
      throw entry.keyValue.failure(.unknownKey(entry.key, known: keys))
    }
    return mapping
  }

  /// A mapping whose keys are the file's own choice.
  func mapping() throws(PolicyFileError) -> YAMLMapping {
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

  func sequence() throws(PolicyFileError) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw failure(.wrongKind(expected: .sequence, found: kind)) }
    return sequence.enumerated().map { YAMLValue(node: $1, file: file, path: path + ["[\($0 + 1)]"]) }
  }

  /// A single value as it is written, quoted or not.
  func string() throws(PolicyFileError) -> String {
    guard case .scalar(let scalar) = node, !isNull else { throw failure(.wrongKind(expected: .scalar, found: kind)) }
    return scalar.string
  }

  func integer() throws(PolicyFileError) -> Int {
    try value("a whole number") { Int($0) }
  }

  func boolean() throws(PolicyFileError) -> Bool {
    try value("true or false") { ["true": true, "false": false][$0] }
  }

  /// A single value read by a function that gives nil for what it cannot read.
  /// - Parameter expected: what to write instead, as the error says it: "a date like 2026-12-25".
  func value<T>(_ expected: String, _ read: (String) -> T?) throws(PolicyFileError) -> T {
    let text = try string()
    guard let value = read(text) else { throw failure(.unreadable(text, expected: expected)) }
    return value
  }
}

/// A mapping of a policy file, in the order of the file.
struct YAMLMapping {
  struct Entry {
    let key: String
    /// The key as a value, for errors that point at it.
    let keyValue: YAMLValue
    let value: YAMLValue
  }

  /// The mapping itself, for errors that point at it.
  let value: YAMLValue
  let entries: [Entry]

  func required(_ key: String) throws(PolicyFileError) -> YAMLValue {
    guard let value = entries.first(where: { $0.key == key })?.value else { throw value.failure(.missingKey(key)) }
    return value
  }

  /// Nil where the key is absent or has nothing after it.
  func optional(_ key: String) -> YAMLValue? {
    guard let value = entries.first(where: { $0.key == key })?.value, !value.isNull else { return nil }
    return value
  }
}
