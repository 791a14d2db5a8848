/// The members of one JSON object on one line of bytes, strictly checked and left where they are.
///
/// The audit writes each row back as it came, with an answer added. That needs the places of the members, not their
/// values: so the line is walked once, as bytes, and only the two or three texts that matter are ever decoded. A general
/// decoder builds every value and loses order and spelling, at a tenth of the speed that is asked for.
struct JSONObjectLine {
  struct Member {
    /// Offsets of the key's text, quotes not included.
    let key: Range<Int>
    /// Offsets of the value, quotes included.
    let value: Range<Int>
    /// Whether the key is spelled with escapes.
    let keyIsEscaped: Bool
    /// The start of the key, its quote included.
    var start: Int { key.lowerBound - 1 }
  }

  /// Where a line stops being a JSON object: an offset from its start.
  struct Fault: Error {
    let offset: Int
  }

  private(set) var members: [Member] = []

  /// Nested deeper, a row is refused.
  private static let deepest = 128

  private var index = 0

  /// Finds the members of a line. Keeps the memory of the line before.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    members.removeAll(keepingCapacity: true)
    index = 0
    skipSpace(bytes)
    try expect(UInt8(ascii: "{"), bytes)
    skipSpace(bytes)
    if !take(UInt8(ascii: "}"), bytes) {
      repeat {
        skipSpace(bytes)
        let keyStart = index + 1
        let escaped = try string(bytes)
        let key = keyStart..<index - 1
        skipSpace(bytes)
        try expect(UInt8(ascii: ":"), bytes)
        skipSpace(bytes)
        let valueStart = index
        try value(bytes, depth: 1)
        members.append(Member(key: key, value: valueStart..<index, keyIsEscaped: escaped))
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "}"), bytes)
    }
    skipSpace(bytes)
    guard index == bytes.count else { throw Fault(offset: index) }
  }

  // MARK: Grammar

  private mutating func value(_ bytes: UnsafeBufferPointer<UInt8>, depth: Int) throws(Fault) {
    guard index < bytes.count, depth < JSONObjectLine.deepest else { throw Fault(offset: index) }
    switch bytes[index] {
    case UInt8(ascii: "\""): _ = try string(bytes)
    case UInt8(ascii: "{"):
      index += 1
      skipSpace(bytes)
      if take(UInt8(ascii: "}"), bytes) { return }
      repeat {
        skipSpace(bytes)
        _ = try string(bytes)
        skipSpace(bytes)
        try expect(UInt8(ascii: ":"), bytes)
        skipSpace(bytes)
        try value(bytes, depth: depth + 1)
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "}"), bytes)
    case UInt8(ascii: "["):
      index += 1
      skipSpace(bytes)
      if take(UInt8(ascii: "]"), bytes) { return }
      repeat {
        skipSpace(bytes)
        try value(bytes, depth: depth + 1)
        skipSpace(bytes)
      } while take(UInt8(ascii: ","), bytes)
      try expect(UInt8(ascii: "]"), bytes)
    case UInt8(ascii: "t"): try literal("true", bytes)
    case UInt8(ascii: "f"): try literal("false", bytes)
    case UInt8(ascii: "n"): try literal("null", bytes)
    default: try number(bytes)
    }
  }

  /// Walks a string from its opening to past its closing quote; says whether it has escapes.
  private mutating func string(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) -> Bool {
    try expect(UInt8(ascii: "\""), bytes)
    var escaped = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return escaped
      }
      guard byte >= 0x20 else { break }
      index += 1
      if byte == UInt8(ascii: "\\") {
        escaped = true
        try escape(bytes)
      }
    }
    throw Fault(offset: index)
  }

  private mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard index < bytes.count else { throw Fault(offset: index) }
    switch bytes[index] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 1
    case UInt8(ascii: "u"):
      for offset in 1...4 {
        guard index + offset < bytes.count, JSONText.hexDigit(bytes[index + offset]) != nil else {
          throw Fault(offset: index)
        }
      }
      index += 5
    default: throw Fault(offset: index)
    }
  }

  private mutating func number(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    _ = take(UInt8(ascii: "-"), bytes)
    if !take(UInt8(ascii: "0"), bytes) { try digits(bytes) }
    if take(UInt8(ascii: "."), bytes) { try digits(bytes) }
    if take(UInt8(ascii: "e"), bytes) || take(UInt8(ascii: "E"), bytes) {
      if !take(UInt8(ascii: "+"), bytes) { _ = take(UInt8(ascii: "-"), bytes) }
      try digits(bytes)
    }
  }

  private mutating func digits(_ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    let start = index
    while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    guard index > start else { throw Fault(offset: index) }
  }

  private mutating func literal(_ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    for offset in 0..<text.utf8CodeUnitCount {
      guard index + offset < bytes.count, bytes[index + offset] == text.utf8Start[offset] else {
        throw Fault(offset: index)
      }
    }
    index += text.utf8CodeUnitCount
  }

  private mutating func skipSpace(_ bytes: UnsafeBufferPointer<UInt8>) {
    while index < bytes.count, JSONText.isSpace(bytes[index]) { index += 1 }
  }

  private mutating func take(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func expect(_ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>) throws(Fault) {
    guard take(byte, bytes) else { throw Fault(offset: index) }
  }
}
