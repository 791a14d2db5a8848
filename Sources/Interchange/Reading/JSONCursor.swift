/// Steps through the tokens of JSON.
struct JSONCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private(set) var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var peek: UInt8? { index < bytes.count ? bytes[index] : nil }

  func fault(_ what: String) -> JSONFault { JSONFault(problem: .notJSON(what), at: index) }

  mutating func skipBlanks() {
    while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A { index += 1 }
  }

  mutating func expect(_ byte: UInt8, _ what: String) throws(JSONFault) {
    guard peek == byte else { throw fault("expected \(what)") }
    index += 1
  }

  /// Calls `body` at each member of an object or list, from its opening bracket to behind its closing one.
  mutating func each(
    closing: UInt8, _ body: (inout JSONCursor) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    index += 1
    skipBlanks()
    if peek == closing {
      index += 1
      return
    }
    while true {
      skipBlanks()
      try body(&self)
      skipBlanks()
      if peek == closing {
        index += 1
        return
      }
      try expect(UInt8(ascii: ","), "a comma or \(Character(Unicode.Scalar(closing)))")
    }
  }

  /// A text, a number as it is written, `true` or `false`; nil for `null`.
  mutating func scalar() throws(JSONFault) -> String? {
    switch peek {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "t"): return try word("true")
    case UInt8(ascii: "f"): return try word("false")
    case UInt8(ascii: "n"):
      _ = try word("null")
      return nil
    case nil: throw fault("the line ends in the middle")
    case let byte? where byte == UInt8(ascii: "-") || isDigit(byte): return try number()
    default: throw fault("expected a value")
    }
  }

  private mutating func word(_ word: String) throws(JSONFault) -> String {
    for byte in word.utf8 { try expect(byte, word) }
    return word
  }

  private mutating func number() throws(JSONFault) -> String {
    let start = index
    if peek == UInt8(ascii: "-") { index += 1 }
    if peek == UInt8(ascii: "0") { index += 1 } else { try digits() }
    if peek == UInt8(ascii: ".") {
      index += 1
      try digits()
    }
    if peek == UInt8(ascii: "e") || peek == UInt8(ascii: "E") {
      index += 1
      if peek == UInt8(ascii: "+") || peek == UInt8(ascii: "-") { index += 1 }
      try digits()
    }
    return String(decoding: bytes[start..<index], as: UTF8.self)
  }

  private func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private mutating func digits() throws(JSONFault) {
    let start = index
    while let byte = peek, isDigit(byte) { index += 1 }
    guard index > start else { throw fault("expected a digit") }
  }

  mutating func string() throws(JSONFault) -> String {
    try expect(UInt8(ascii: "\""), "a text in quotes")
    let start = index
    while let byte = peek, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 { index += 1 }
    if peek == UInt8(ascii: "\"") {
      index += 1
      return String(decoding: bytes[start..<index - 1], as: UTF8.self)
    }
    return try escapedString(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  private mutating func escapedString(_ lead: String) throws(JSONFault) -> String {
    var text = Array(lead.utf8)
    while let byte = peek {
      index += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20:
        index -= 1
        throw fault("a control character inside a text")
      default: text.append(byte)
      }
    }
    throw fault("a text that does not end")
  }

  private mutating func escape() throws(JSONFault) -> Unicode.Scalar {
    guard let byte = peek else { throw fault("a text that does not end") }
    index += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default:
      index -= 1
      throw fault("an unknown escape")
    }
    let first = try hex()
    guard first != 0 else { throw JSONFault(problem: .nul, at: index - 6) }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, peek == UInt8(ascii: "\\") else { throw fault("half of a surrogate pair") }
    index += 1
    try expect(UInt8(ascii: "u"), "the other half of a surrogate pair")
    let second = try hex()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half of a surrogate pair") }
    return scalar
  }

  private mutating func hex() throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let byte = peek, let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else {
        throw fault("expected four hexadecimal digits")
      }
      value = value << 4 + UInt32(digit)
      index += 1
    }
    return value
  }
}
