/// How a file's bytes stand for characters.
public enum TextEncoding: String, Hashable, Sendable, CaseIterable {
  case utf8 = "utf-8"
  case latin1
  case windows1252 = "windows-1252"

  /// The index of the first byte that this encoding does not allow there. O(n).
  func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    switch self {
    case .utf8: UTF8Check.firstFault(in: bytes)
    case .latin1: nil
    case .windows1252: bytes.firstIndex { (0x80...0x9F).contains($0) && TextEncoding.marks[Int($0) - 0x80] == 0 }
    }
  }

  /// The text of bytes in which there is no fault.
  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if self == .utf8 || bytes.allSatisfy({ $0 < 0x80 }) { return String(decoding: bytes, as: UTF8.self) }
    var scalars = String.UnicodeScalarView()
    for byte in bytes {
      let mapped =
        self == .windows1252 && (0x80...0x9F).contains(byte)
        ? TextEncoding.marks[Int(byte) - 0x80] : UInt16(byte)
      scalars.append(Unicode.Scalar(mapped) ?? "\u{FFFD}")
    }
    return String(scalars)
  }

  /// Windows-1252, 0x80…0x9F; nought where it has no character. Source: the WHATWG index less its C1 fallbacks.
  private static let marks: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E,
    0x0178,
  ]
}

/// Strict UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF (Unicode, table 3-7).
enum UTF8Check {
  static func firstFault(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      while index + 8 <= count,
        UnsafeRawPointer(bytes.baseAddress! + index).loadUnaligned(as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
      }
      guard index < count else { return nil }
      guard let length = length(at: index, in: bytes) else { return index }
      index += length
    }
    return nil
  }

  private static func length(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    func tail(_ place: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + place < bytes.count && range.contains(bytes[index + place])
    }
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: return tail(1) ? 2 : nil
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : nil
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : nil
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : nil
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : nil
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : nil
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : nil
    default: return nil
    }
  }
}
