/// Text that was pasted into a terminal that does not bracket it: it comes as if it were typed, and its line ends would
/// save a form half way.
enum UnmarkedPaste {
  /// How long more of it is waited for, in milliseconds.
  static let pause: Int32 = 5
  /// Somebody who types ahead of a console that is busy begins with the enter, or brings no more than a few words.
  static let fewest = 16

  /// Whether bytes that came in one go are nothing but text, with a line end that has text behind it. O(bytes).
  static func isOne(_ bytes: some Collection<UInt8>) -> Bool {
    guard bytes.count >= fewest, bytes.allSatisfy({ isText($0) || isLineEnd($0) }) else { return false }
    guard let end = bytes.firstIndex(where: isLineEnd), end > bytes.startIndex else { return false }
    return bytes[end...].filter(isText).count > 1
  }

  /// With the line ends of a text, as a bracketed paste has them.
  static func text(_ bytes: [UInt8]) -> String {
    String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n").replacing("\r", with: "\n")
  }

  private static func isText(_ byte: UInt8) -> Bool { byte == 0x09 || (byte >= 0x20 && byte != 0x7F) }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0D || byte == 0x0A }
}
