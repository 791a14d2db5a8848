import EscalationDomain

/// Text from outside within a page: nothing in it lays out the page, runs, or calls anybody.
extension MinutesPage {
  /// As little is escaped as may be, for people read it raw: what would begin or end markup, and at the beginning what
  /// would make a heading, a quote or a list. A bracket is escaped as a chat does it too, where it would call people.
  static func markdown(_ text: String) -> String {
    let scalars = Array(calling(noone: text).unicodeScalars)
    var result = String.UnicodeScalarView()
    let sign = blockSign(scalars)
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "<": result += "&lt;".unicodeScalars
      case "&" where beginsEntity(scalars[(index + 1)...]): result += "&amp;".unicodeScalars
      case "\\", "`", "*", "[", "~": result += ["\\", scalar]
      case "_" where !isInWord(index, scalars): result += ["\\", scalar]
      case _ where index == sign: result += ["\\", scalar]
      default: result.append(scalar)
      }
    }
    return String(result)
  }

  /// Slack's own markup: brackets and the ampersand have entities there, and nothing else can be escaped.
  static func slack(_ text: String) -> String {
    entities(calling(noone: text), ["&": "&amp;", "<": "&lt;", ">": "&gt;"])
  }

  /// Plain text, should a chat take it as its own markup.
  static func plain(_ text: String) -> String {
    calling(noone: text).replacing("<!", with: "< !").replacing("<@", with: "< @").replacing("<#", with: "< #")
  }

  /// Nothing in it that ends the text it stands in.
  static func html(_ text: String) -> String {
    entities(text, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&#39;"])
  }

  /// Scalar by scalar: a mark that joins a sign does not hide it.
  private static func entities(_ text: String, _ names: [Unicode.Scalar: String]) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let name = names[scalar] { result += name.unicodeScalars } else { result.append(scalar) }
    }
    return String(result)
  }

  /// Words that call a whole chat, `@here` and its like, kept from doing so by a space.
  private static func calling(noone text: String) -> String {
    guard text.contains("@") else { return text }
    return text.replacing(/(^|[^\p{L}\p{N}])@(here|channel|everyone)(?![\p{L}\p{N}_])/.ignoresCase()) {
      "\($0.1)@ \($0.2)"
    }
  }

  /// Where the sign stands that would make a block of the line: `# `, `> `, `- `, `+ `, `1. `, `---`.
  private static func blockSign(_ scalars: [Unicode.Scalar]) -> Int? {
    func ends(_ index: Int) -> Bool { index >= scalars.count || scalars[index] == " " }
    guard let first = scalars.first else { return nil }
    switch first {
    case ">": return 0
    case "+": return ends(1) ? 0 : nil
    case "-": return ends(1) || scalars[1] == "-" ? 0 : nil
    case "#": return ends(scalars.prefix { $0 == "#" }.count) ? 0 : nil
    default:
      let digits = scalars.prefix { ("0"..."9").contains($0) }.count
      guard digits > 0, digits < scalars.count, [".", ")"].contains(scalars[digits]), ends(digits + 1) else {
        return nil
      }
      return digits
    }
  }

  private static func beginsEntity(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let name = rest.prefix { $0 == "#" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
    return !name.isEmpty && rest.dropFirst(name.count).first == ";"
  }

  /// Between two letters it is no emphasis.
  private static func isInWord(_ index: Int, _ scalars: [Unicode.Scalar]) -> Bool {
    func isLetter(_ index: Int) -> Bool {
      guard scalars.indices.contains(index) else { return false }
      return scalars[index].properties.isAlphabetic || ("0"..."9").contains(scalars[index])
    }
    return isLetter(index - 1) && isLetter(index + 1)
  }
}
