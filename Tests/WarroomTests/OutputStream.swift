/// Takes apart what a program sent to an xterm-256color, strictly: text that can be printed, and the sequences that
/// this terminal's description has for drawing. All else is answered as a fault.
struct OutputStream {
  private(set) var faults: [String] = []
  /// The text alone.
  private(set) var text = ""

  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
    var plain: [UInt8] = []
    while let byte = self.bytes.first {
      if byte == 0x1B || byte < 0x20 || byte == 0x7F {
        check(plain)
        plain = []
        if byte == 0x1B { takeSequence() } else { takeControl(byte) }
      } else {
        plain.append(byte)
        self.bytes.removeFirst()
      }
    }
    check(plain)
  }

  /// Carriage return, line feed and backspace move the cursor (cr, ind, cub1); a description without tab stops that are
  /// sure to be set would leave the tab out, but xterm's has them (ht).
  private mutating func takeControl(_ byte: UInt8) {
    if ![0x08, 0x09, 0x0A, 0x0D].contains(byte) { faults.append("control \(byte)") }
    bytes.removeFirst()
  }

  private mutating func check(_ plain: [UInt8]) {
    guard let string = String(validating: plain, as: UTF8.self) else {
      return faults.append("broken UTF-8: \(plain.prefix(40))")
    }
    text += string
    for scalar in string.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned:
        faults.append("U+" + String(scalar.value, radix: 16, uppercase: true))
      default: if scalar.properties.isDefaultIgnorableCodePoint { faults.append("invisible \(scalar.value)") }
      }
    }
  }

  /// What follows Escape in each sequence of the description that is no CSI or OSC: smkx, rmkx, the sets of sgr0, smacs,
  /// rmacs, ind, ri, sc, rc.
  private static let short = ["=", ">", "(B", "(0", "D", "M", "7", "8"]
  /// Final bytes of CSI sequences with numbers alone: cup, home, cuu, cud, cuf, cub, hpa, vpa, ed, el, ech, ich, dch, il,
  /// dl, indn, rin, csr, sgr and the colours, cbt, rmir.
  private static let finals: Set<Character> = [
    "H", "A", "B", "C", "D", "G", "d", "J", "K", "X", "@", "P", "L", "M", "S", "T", "r", "m", "Z", "l",
  ]
  /// Sequences as they are: smcup, rmcup with the window's title kept, civis, cnorm, smkx, rmkx, bracketed paste, the mouse,
  /// the cursor's shape, rmam, smam, rmir, meta mode.
  private static let fixed: Set<String> = [
    "?1049h", "?1049l", "22;0;0t", "23;0;0t", "?25l", "?25h", "?12l", "?12;25h", "?1h", "?1l", "?2004h", "?2004l",
    "?1000h", "?1006h", "?1006l", "?1000l", "2 q", "0 q",
    "?7l", "?7h", "4l", "?1034h", "?1034l",
  ]

  private mutating func takeSequence() {
    bytes.removeFirst()
    guard let kind = bytes.first else { return faults.append("a lone Escape") }
    switch kind {
    case UInt8(ascii: "["):
      bytes.removeFirst()
      let body = bytes.prefix { !(0x40...0x7E).contains($0) }
      guard let final = bytes.dropFirst(body.count).first else { return faults.append("an open CSI") }
      bytes = bytes.dropFirst(body.count + 1)
      let sequence = String(decoding: body, as: UTF8.self) + String(Character(Unicode.Scalar(final)))
      let isNumbers = body.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: ";") }
      let isDrawing = isNumbers && final != UInt8(ascii: "l") && Self.finals.contains(Character(Unicode.Scalar(final)))
      if !isDrawing, !Self.fixed.contains(sequence) { faults.append("CSI \(sequence)") }
    case UInt8(ascii: "]"):
      bytes.removeFirst()
      let body = bytes.prefix { $0 >= 0x20 && $0 < 0x7F }
      bytes = bytes.dropFirst(body.count)
      let end: [UInt8] = bytes.first == 0x07 ? [0x07] : [0x1B, UInt8(ascii: "\\")]
      let sequence = String(decoding: body, as: UTF8.self)
      if !bytes.starts(with: end) { faults.append("an open OSC \(sequence)") }
      bytes = bytes.dropFirst(end.count)
      // initc, oc.
      let isColour = sequence.wholeMatch(of: /4;[0-9]+;rgb:[0-9A-F]{2,4}\/[0-9A-F]{2,4}\/[0-9A-F]{2,4}/) != nil
      if !isColour, sequence != "104" { faults.append("OSC \(sequence)") }
    default:
      guard let known = Self.short.first(where: { bytes.starts(with: $0.utf8) }) else {
        bytes.removeFirst()
        return faults.append("Escape \(Character(Unicode.Scalar(kind)).debugDescription)")
      }
      bytes = bytes.dropFirst(known.utf8.count)
    }
  }
}
