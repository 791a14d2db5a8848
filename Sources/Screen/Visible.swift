/// Text from outside, made safe to show: nothing that could move a cursor, change a colour, reorder a line or hide in it
/// gets through. What is taken out is not lost but shown as a mark.
public enum Visible {
  /// What becomes of line ends and tabs.
  public enum Newlines: Sendable {
    /// Shown as marks (`␊`, `␉`): for one line on a screen.
    case mark
    /// A space for each run of them: for titles and log lines.
    case space
    /// Kept as `\n` (CR and CRLF too), tabs become a space: for text that is wrapped or printed as lines.
    case keep
  }

  /// The text with every C0, C1, DEL, bidirectional control, line or paragraph separator, zero-width or otherwise
  /// invisible scalar shown as a mark: `␛` and its like for controls, `<U+202E>` for what reorders or separates, `·` for
  /// what has no width, `�` for what Unicode does not define. Emoji sequences keep their joiners and selectors.
  ///
  /// Applying it twice changes nothing more, apart from `.keep`'s line ends under another option. O(n); text that is
  /// printable ASCII comes back as it is.
  public static func text(_ text: String, newlines: Newlines = .mark) -> String {
    if isPlain(text) { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    let scalars = Array(text.unicodeScalars)
    var index = 0
    var carriesMarks = false
    while index < scalars.count {
      let scalar = scalars[index]
      if isLineEndOrTab(scalar) {
        index = appendLineEnd(scalars, at: index, newlines, to: &result)
        carriesMarks = false
        continue
      }
      let value = scalar.value
      if Width.simple(value) != nil {
        result.unicodeScalars.append(scalar)
        carriesMarks = true
      } else if joinsEmoji(scalars, at: index) {
        result.unicodeScalars.append(scalar)
      } else if let mark = mark(for: scalar) {
        result += mark
        carriesMarks = false
      } else {
        // A combining mark with nothing to stand on would join whatever is drawn to its left.
        if !carriesMarks && Width.of(scalar) == 0 { result += "◌" }
        result.unicodeScalars.append(scalar)
        carriesMarks = true
      }
      index += 1
    }
    return result
  }

  /// Printable ASCII throughout.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  private static func isLineEndOrTab(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\t"
  }

  /// Writes what stands for the line end or tab at `index`; answers the index behind it.
  private static func appendLineEnd(
    _ scalars: [Unicode.Scalar], at index: Int, _ newlines: Newlines, to result: inout String
  ) -> Int {
    let scalar = scalars[index]
    switch newlines {
    case .mark:
      result += control(scalar.value)
      return index + 1
    case .space:
      var end = index
      while end < scalars.count, isLineEndOrTab(scalars[end]) { end += 1 }
      result += " "
      return end
    case .keep:
      result += scalar == "\t" ? " " : "\n"
      let isPair = scalar == "\r" && index + 1 < scalars.count && scalars[index + 1] == "\n"
      return index + (isPair ? 2 : 1)
    }
  }

  /// The mark for a scalar that must not be written, or nil when it may.
  private static func mark(for scalar: Unicode.Scalar) -> String? {
    let value = scalar.value
    if value < 0x20 || value == 0x7F { return control(value) }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: return hexadecimal(value)
    case .unassigned, .surrogate: return "�"
    case .format: return properties.isDefaultIgnorableCodePoint && !properties.isBidiControl ? "·" : hexadecimal(value)
    default: return properties.isDefaultIgnorableCodePoint ? "·" : nil
    }
  }

  private static func control(_ value: UInt32) -> String {
    let picture = value == 0x7F ? 0x2421 : 0x2400 + value
    return Unicode.Scalar(picture).map { String(Character($0)) } ?? "�"
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ">"
  }

  /// A joiner between two emoji, or one selector behind a scalar that can be an emoji: what makes a sequence.
  private static func joinsEmoji(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard index > 0 else { return false }
    switch scalars[index].value {
    case 0xFE0E, 0xFE0F: return scalars[index - 1].properties.isEmoji
    case 0x200D:
      guard index + 1 < scalars.count, isPictograph(scalars[index + 1]) else { return false }
      let before = scalars[index - 1]
      if before.value == 0xFE0F { return index > 1 && isPictograph(scalars[index - 2]) }
      return isPictograph(before)
    default: return false
    }
  }

  private static func isPictograph(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value > 0xFF && scalar.properties.isEmoji
  }
}
