/// Finds the first alias (`*name`) of a YAML text without parsing it.
///
/// It knows comments, quoted text and block text; where plain text runs over several lines and one of them begins with
/// an asterisk, it takes that for an alias. So it may refuse a text that quotes would make clear, and misses none.
struct YAMLAliasScan {
  struct Place: Equatable {
    let line: Int
    let column: Int
  }

  private enum State {
    case plain
    case quoted(Character)
    /// Block text, until a line is indented no deeper than this.
    case block(parentIndent: Int)
  }

  private var state = State.plain

  static func firstAlias(in text: String) -> Place? {
    guard text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    var scan = YAMLAliasScan()
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if let column = scan.alias(in: Array(line)) { return Place(line: index + 1, column: column + 1) }
    }
    return nil
  }

  /// The index of the first alias in a line, given what the lines before it left open.
  private mutating func alias(in line: [Character]) -> Int? {
    let indent = line.firstIndex { $0 != " " } ?? line.count
    if case .block(let parent) = state {
      if indent == line.count || indent > parent { return nil }
      state = .plain
    }
    // The column of the mapping or list entry that this line's block text, if it opens some, must be deeper than.
    var parent = indent
    var atTokenStart = true
    var index = 0
    while index < line.count {
      let character = line[index]
      let next = index + 1 < line.count ? line[index + 1] : nil
      if case .quoted(let quote) = state {
        if quote == "\"", character == "\\" {
          index += 1
        } else if character == quote {
          if quote == "'", next == "'" { index += 1 } else { state = .plain }
        }
        index += 1
        continue
      }
      switch character {
      case " ", "\t":
        break
      case "#" where index == 0 || line[index - 1] == " " || line[index - 1] == "\t":
        return nil
      case "*" where atTokenStart && next != nil && next != " " && next != "\t":
        return index
      case "\"", "'":
        if atTokenStart { state = .quoted(character) }
        atTokenStart = false
      case "|", ">":
        if atTokenStart, index > indent || parent < indent {
          state = .block(parentIndent: parent)
          return nil
        }
        atTokenStart = false
      case "-", "?":
        let opensEntry = atTokenStart && (next == nil || next == " " || next == "\t")
        if opensEntry { parent = index }
        atTokenStart = opensEntry
      case "!", "&":
        // A tag or an anchor: what follows it is still the start of a value.
        if atTokenStart {
          while index + 1 < line.count, line[index + 1] != " ", line[index + 1] != "\t" { index += 1 }
        }
      case ":", ",", "[", "{", "]", "}":
        atTokenStart = true
      default:
        if atTokenStart, index > parent, line[parent] == "-" || line[parent] == "?" { parent = index }
        atTokenStart = false
      }
      index += 1
    }
    return nil
  }
}
