/// Writing scalars of a file.
package enum YAMLText {
  /// A text as a YAML scalar: plain where no reader could take it for anything else, in double quotes otherwise.
  package static func scalar(_ text: String) -> String { isPlain(text) ? text : quoted(text) }

  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{A0}", "\u{2028}", "\u{2029}", "\u{FEFF}":
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  private static let readOtherwise: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  /// Begins with a letter and holds only letters, digits and harmless marks, with single spaces inside.
  private static func isPlain(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last, isLetter(first), last != " ",
      !readOtherwise.contains(text.lowercased())
    else { return false }
    return text.unicodeScalars.allSatisfy {
      isLetter($0) || ("0"..."9").contains($0) || " -_./+".unicodeScalars.contains($0)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
  }
}
