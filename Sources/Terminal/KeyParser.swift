import Screen

/// Turns the bytes a terminal sends into keys. Bytes come in pieces of any size: what may be the beginning of a longer
/// sequence waits for the rest, or for `flush()` when the rest does not come in time.
///
/// Our own rather than ncurses' `get_wch`: a paste stays one piece whatever it holds, the end of input is seen, unknown
/// sequences are swallowed whole, and it can be tested without a terminal. What the terminal's description says of its
/// keys comes in as `described`.
struct KeyParser {
  /// Sequences by the terminal's description, each beginning with Escape.
  private let described: [(bytes: [UInt8], key: Key)]
  private var buffer: [UInt8] = []
  private var pasted: [UInt8]?

  /// Longer pastes are cut: nobody reads a megabyte into a form.
  static let pasteLimit = 1 << 20
  private static let sequenceLimit = 64
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  private static let escape: UInt8 = 0x1B

  init(described: [(bytes: [UInt8], key: Key)] = []) {
    self.described = described.filter { $0.bytes.count > 1 && $0.bytes[0] == Self.escape }
  }

  /// Something is held back that may be the beginning of a sequence.
  var isWaiting: Bool { !buffer.isEmpty && pasted == nil }

  /// Nothing is held back and no paste is under way.
  var isIdle: Bool { buffer.isEmpty && pasted == nil }
  /// The terminal has said of a paste that it is one, as it will of every other.
  private(set) var marksPastes = false

  /// Keys that are complete with these bytes.
  mutating func feed(_ bytes: some Sequence<UInt8>) -> [Key] {
    buffer += bytes
    return parse(final: false)
  }

  /// No more bytes came: what waits is taken for what it is by itself, so a lone Escape is the Escape key.
  mutating func flush() -> [Key] { parse(final: true) }

  enum Step {
    case key(Key?, length: Int)
    case pasteBegins(length: Int)
    case wait
  }

  private mutating func parse(final: Bool) -> [Key] {
    var keys: [Key] = []
    var start = 0
    while start < buffer.count {
      if pasted != nil {
        guard let (key, end) = takePaste(from: start) else { return keys }
        keys.append(key)
        start = end
        continue
      }
      switch step(buffer[start...], final: final) {
      case .key(let key, let length):
        start += length
        if let key { keys.append(key) }
      case .pasteBegins(let length):
        start += length
        (pasted, marksPastes) = ([], true)
      case .wait:
        buffer.removeFirst(start)
        return keys
      }
    }
    buffer.removeAll(keepingCapacity: true)
    return keys
  }

  /// The paste and the index behind it, or nil while its end has not come.
  private mutating func takePaste(from start: Int) -> (Key, Int)? {
    let rest = buffer[start...]
    var text = pasted ?? []
    if let end = Self.firstRange(of: Self.pasteEnd, in: rest) {
      text += rest[..<end].prefix(max(0, Self.pasteLimit - text.count))
      pasted = nil
      return (.paste(String(decoding: text, as: UTF8.self)), end + Self.pasteEnd.count)
    }
    // The end may be cut in two: its beginning stays in the buffer.
    let kept = min(rest.count, Self.pasteEnd.count - 1)
    text += rest.dropLast(kept).prefix(max(0, Self.pasteLimit - text.count))
    pasted = text
    buffer = Array(rest.suffix(kept))
    return nil
  }

  private static func firstRange(of pattern: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    var index = bytes.startIndex
    while let found = bytes[index...].firstIndex(of: pattern[0]) {
      if bytes[found...].starts(with: pattern) { return found }
      index = found + 1
    }
    return nil
  }

  private func step(_ bytes: ArraySlice<UInt8>, final: Bool) -> Step {
    let first = bytes[bytes.startIndex]
    guard first == Self.escape else { return plain(bytes, final: final) }
    for entry in described where bytes.starts(with: entry.bytes) { return .key(entry.key, length: entry.bytes.count) }
    if !final, described.contains(where: { $0.bytes.starts(with: bytes) }) { return .wait }
    guard bytes.count > 1 else { return final ? .key(.escape, length: 1) : .wait }
    switch bytes[bytes.startIndex + 1] {
    case UInt8(ascii: "["): return control(bytes, final: final)
    case UInt8(ascii: "O"):
      guard bytes.count > 2 else { return final ? .key(.alt("O"), length: 2) : .wait }
      let key = KeySequence.key(final: bytes[bytes.startIndex + 2], parameters: [])
      return .key(key, length: 3)
    // Alt with Enter: a line end in a text of several.
    case 0x0A, 0x0D: return .key(.alt("\r"), length: 2)
    case 0..<0x20: return .key(.escape, length: 1)
    // Alt with Backspace deletes a word, as Control with W does.
    case 0x7F: return .key(.control("w"), length: 2)
    default:
      guard case .key(let key, let length) = plain(bytes.dropFirst(), final: final) else { return .wait }
      if case .character(let character) = key { return .key(.alt(character), length: length + 1) }
      return .key(key, length: length + 1)
    }
  }

  /// `ESC [ parameters final`.
  private func control(_ bytes: ArraySlice<UInt8>, final: Bool) -> Step {
    let body = bytes.dropFirst(2)
    // The Linux console sends `ESC [ [ A` for F1.
    if body.first == UInt8(ascii: "[") {
      guard body.count > 1 else { return final ? .key(nil, length: bytes.count) : .wait }
      let number = Int(body[body.startIndex + 1]) - Int(UInt8(ascii: "A")) + 1
      return .key((1...5).contains(number) ? .function(number) : nil, length: 4)
    }
    if let step = mouse(body, final: final) { return step }
    guard let end = body.firstIndex(where: { !(0x20...0x3F).contains($0) }) else {
      if body.isEmpty, final { return .key(.alt("["), length: 2) }
      let isTooLong = body.count > Self.sequenceLimit
      return final || isTooLong ? .key(nil, length: bytes.count) : .wait
    }
    let length = end - bytes.startIndex + 1
    // Anything else than a final byte breaks the sequence off and counts for itself.
    guard (0x40...0x7E).contains(body[end]) else { return .key(nil, length: length - 1) }
    let parameters = String(decoding: body[..<end], as: UTF8.self)
      .split(separator: ";", omittingEmptySubsequences: false)
      .map { Int($0.prefix { $0 != ":" }) ?? 0 }
    if body[end] == UInt8(ascii: "~"), parameters.first == 200 { return .pasteBegins(length: length) }
    return .key(KeySequence.key(final: body[end], parameters: parameters), length: length)
  }

  /// A control byte, or one scalar in UTF-8.
  private func plain(_ bytes: ArraySlice<UInt8>, final: Bool) -> Step {
    let first = bytes[bytes.startIndex]
    switch first {
    case 0: return .key(.control(" "), length: 1)
    case 0x09: return .key(.tab, length: 1)
    case 0x0D: return .key(.enter, length: 1)
    case 0x08, 0x7F: return .key(.backspace, length: 1)
    case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(first + 0x60))), length: 1)
    case 0x1C...0x1F: return .key(.control(Character(Unicode.Scalar(first + 0x40))), length: 1)
    case 0x20...0x7E: return .key(.character(Character(Unicode.Scalar(first))), length: 1)
    default: break
    }
    let wanted =
      switch first {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    let tail = bytes.dropFirst().prefix(wanted - 1).prefix { $0 & 0xC0 == 0x80 }
    let length = 1 + tail.count
    if length < wanted, length == bytes.count, !final { return .wait }
    let text = String(decoding: bytes.prefix(length), as: UTF8.self)
    let scalar = text.unicodeScalars.first.map { text.unicodeScalars.count == 1 ? $0 : "\u{FFFD}" } ?? "\u{FFFD}"
    // C1 controls are no letters.
    return .key(scalar.value < 0xA0 ? nil : .character(Character(scalar)), length: length)
  }
}
