/// Texts of JSON, byte by byte.
enum JSONText {
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  static func hexDigit(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// The text between the quotes of a string that has been checked; nil if an escape names half a character.
  static func decoded(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
    var units: [UInt16] = []
    var result = ""
    var index = bytes.startIndex
    func flush() -> Bool {
      guard !units.isEmpty else { return true }
      guard let text = String(validating: units, as: UTF16.self) else { return false }
      units.removeAll()
      result += text
      return true
    }
    while index < bytes.endIndex {
      let run = bytes[index...].prefix { $0 != UInt8(ascii: "\\") }
      if !run.isEmpty {
        guard flush() else { return nil }
        result += String(decoding: run, as: UTF8.self)
        index = run.endIndex
        continue
      }
      let mark = bytes[index + 1]
      if mark == UInt8(ascii: "u") {
        units.append(bytes[index + 2..<index + 6].reduce(0) { $0 << 4 | (hexDigit($1) ?? 0) })
        index += 6
      } else {
        let plain: [UInt8: UInt16] = [
          UInt8(ascii: "b"): 8, UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
          UInt8(ascii: "t"): 9,
        ]
        units.append(plain[mark] ?? UInt16(mark))
        index += 2
      }
    }
    return flush() ? result : nil
  }

  /// Appends a text as a JSON string, quotes included.
  static func append(_ text: String, to output: inout [UInt8]) {
    output.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        output.append(UInt8(ascii: "\\"))
        output.append(byte)
      case 0..<0x20, 0x7F:
        let hex = Array("0123456789abcdef".utf8)
        output += "\\u00".utf8
        output += [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      default: output.append(byte)
      }
    }
    output.append(UInt8(ascii: "\""))
  }
}
