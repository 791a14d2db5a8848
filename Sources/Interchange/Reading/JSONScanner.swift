/// What a scan of one line of JSON could not take, and at which byte.
struct JSONFault: Error, Equatable {
  var problem: RowProblem
  var at: Int
  /// The dotted path of the value concerned.
  var path: String?
}

/// Takes the values of certain dotted paths out of one JSON object (RFC 8259) and checks the rest of it.
///
/// Own code: Foundation's reader builds the whole tree for each line, takes ten times as long and names no place.
struct JSONScanner {
  /// For each path, where its value goes. A path is a key, or keys joined by dots.
  let slots: [String: Int]
  /// Everything before the last key of some path, so that other objects need no paths of their own.
  private let branches: Set<String>
  /// Joins the values of a list.
  let joiner: String

  private static let deepest = 64

  init(paths: [String], joiner: String) {
    slots = Dictionary(paths.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    var branches: Set<String> = []
    for path in paths {
      for (index, character) in path.utf8.enumerated() where character == UInt8(ascii: ".") {
        branches.insert(String(decoding: path.utf8.prefix(index), as: UTF8.self))
      }
    }
    self.branches = branches
    self.joiner = joiner
  }

  /// The values by slot; nil where the object has no such path or a null there.
  func values(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONFault) -> [String?] {
    var cursor = JSONCursor(bytes)
    var values = [String?](repeating: nil, count: slots.count)
    cursor.skipBlanks()
    guard cursor.peek == UInt8(ascii: "{") else { throw JSONFault(problem: .notAnObject, at: cursor.index) }
    try object(&cursor, prefix: "", wanted: true, depth: 0, into: &values)
    cursor.skipBlanks()
    guard cursor.peek == nil else { throw cursor.fault("text after the object") }
    return values
  }

  private func object(
    _ cursor: inout JSONCursor, prefix: String, wanted: Bool, depth: Int, into values: inout [String?]
  ) throws(JSONFault) {
    guard depth < JSONScanner.deepest else { throw cursor.fault("objects nested too deep") }
    var seen: Set<Int> = []
    try cursor.each(closing: UInt8(ascii: "}")) { cursor throws(JSONFault) in
      let start = cursor.index
      let key = try cursor.string()
      cursor.skipBlanks()
      try cursor.expect(UInt8(ascii: ":"), "a colon after the key")
      cursor.skipBlanks()
      let path = wanted ? (prefix.isEmpty ? key : "\(prefix).\(key)") : ""
      if wanted, let slot = slots[path] {
        guard seen.insert(slot).inserted else {
          throw JSONFault(problem: .duplicateKey(key), at: start, path: path)
        }
        values[slot] = try text(&cursor, path: path)
      } else if cursor.peek == UInt8(ascii: "{") {
        try object(
          &cursor, prefix: path, wanted: wanted && branches.contains(path), depth: depth + 1, into: &values)
      } else {
        try skip(&cursor, depth: depth + 1)
      }
    }
  }

  /// A single value as text, or a list of them joined.
  private func text(_ cursor: inout JSONCursor, path: String) throws(JSONFault) -> String? {
    let start = cursor.index
    switch cursor.peek {
    case UInt8(ascii: "["):
      var parts: [String] = []
      try cursor.each(closing: UInt8(ascii: "]")) { cursor throws(JSONFault) in
        guard cursor.peek != UInt8(ascii: "["), cursor.peek != UInt8(ascii: "{") else {
          throw JSONFault(problem: .notAText, at: start, path: path)
        }
        if let part = try cursor.scalar() { parts.append(part) }
      }
      return parts.joined(separator: joiner)
    case UInt8(ascii: "{"): throw JSONFault(problem: .notAText, at: start, path: path)
    default: return try cursor.scalar()
    }
  }

  private func skip(_ cursor: inout JSONCursor, depth: Int) throws(JSONFault) {
    guard depth < JSONScanner.deepest else { throw cursor.fault("lists nested too deep") }
    switch cursor.peek {
    case UInt8(ascii: "["):
      try cursor.each(closing: UInt8(ascii: "]")) { cursor throws(JSONFault) in try skip(&cursor, depth: depth + 1) }
    case UInt8(ascii: "{"):
      var none: [String?] = []
      try object(&cursor, prefix: "", wanted: false, depth: depth, into: &none)
    default: _ = try cursor.scalar()
    }
  }
}
