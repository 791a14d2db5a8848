/// A typed line as the words that a shell would make of it: quotes keep blanks, a backslash takes the next letter as it
/// is. Nothing else is special, for no shell runs it.
struct CommandWords: Hashable, Sendable {
  struct Word: Hashable, Sendable {
    var text: String
    /// Where it begins in the line, in graphemes.
    var start: Int
  }

  private(set) var words: [Word] = []
  /// The quote that is still open at the end.
  private(set) var openQuote: Character?

  var texts: [String] { words.map(\.text) }

  init(_ line: String) {
    var word: Word?
    var isLiteral = false
    for (index, letter) in line.enumerated() {
      if isLiteral {
        word?.text.append(letter)
        isLiteral = false
      } else if let quote = openQuote {
        if letter == quote {
          openQuote = nil
        } else if letter == "\\", quote == "\"" {
          isLiteral = true
        } else {
          word?.text.append(letter)
        }
      } else if letter.isWhitespace {
        if let word { words.append(word) }
        word = nil
      } else {
        if word == nil { word = Word(text: "", start: index) }
        switch letter {
        case "\"", "'": openQuote = letter
        case "\\": isLiteral = true
        default: word?.text.append(letter)
        }
      }
    }
    if let word { words.append(word) }
  }

  /// A word as it must be typed to be read back.
  static func quoted(_ text: String) -> String {
    let isPlain = !text.isEmpty && !text.contains { $0.isWhitespace || $0 == "\"" || $0 == "'" || $0 == "\\" }
    if isPlain { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
