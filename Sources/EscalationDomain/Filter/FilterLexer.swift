/// The pieces of a filter's text. O(characters).
struct FilterLexer {
  struct Token {
    enum Kind {
      case open, close, or, and, not
      case word(String, isQuoted: Bool)
      case asked(Question)
    }
    var kind: Kind
    var range: Range<Int>
  }

  /// A field with what is asked of it, as it stands.
  struct Question {
    var name: String
    var comparison: FilterComparison
    var values: [Value]
  }

  struct Value {
    var text: String
    var isQuoted: Bool
    var range: Range<Int>
  }

  private let characters: [Character]
  private var index = 0

  init(_ text: String) { characters = Array(text) }

  static let operators: Set<Character> = [":", "<", ">", "="]

  mutating func tokens() throws(FilterError) -> [Token] {
    var tokens: [Token] = []
    while let character = peek {
      let start = index
      switch character {
      case _ where character.isWhitespace:
        index += 1
        continue
      case "(", ")":
        index += 1
        tokens.append(Token(kind: character == "(" ? .open : .close, range: start..<index))
      case "\"":
        tokens.append(Token(kind: .word(try quoted(), isQuoted: true), range: start..<index))
      case "-":
        index += 1
        guard let next = peek, !next.isWhitespace, next != ")" else {
          throw FilterError(.nothingAfter("-"), start..<index)
        }
        tokens.append(Token(kind: .not, range: start..<index))
      default: tokens.append(try wordOrQuestion())
      }
    }
    return tokens
  }

  private var peek: Character? { index < characters.count ? characters[index] : nil }

  private func endsBare(_ character: Character) -> Bool {
    character.isWhitespace || character == "(" || character == ")" || character == "\""
  }

  private mutating func wordOrQuestion() throws(FilterError) -> Token {
    let start = index
    while let character = peek, !endsBare(character), !FilterLexer.operators.contains(character) { index += 1 }
    let name = String(characters[start..<index])
    guard let comparison = comparison() else {
      let kind: Token.Kind =
        switch name.lowercased() {
        case "or": .or
        case "and": .and
        default: .word(name, isQuoted: false)
        }
      return Token(kind: kind, range: start..<index)
    }
    guard !name.isEmpty else { throw FilterError(.noField, start..<index) }
    return Token(
      kind: .asked(Question(name: name, comparison: comparison, values: try values())), range: start..<index)
  }

  /// `=` is `:`; `:<` is `<`.
  private mutating func comparison() -> FilterComparison? {
    guard let first = peek, FilterLexer.operators.contains(first) else { return nil }
    index += 1
    var sign = first
    if first == ":", let next = peek, next == "<" || next == ">" {
      index += 1
      sign = next
    }
    guard sign == "<" || sign == ">" else { return .equal }
    guard peek == "=" else { return sign == "<" ? .less : .more }
    index += 1
    return sign == "<" ? .atMost : .atLeast
  }

  /// Values with commas between them; one of them may be missing.
  private mutating func values() throws(FilterError) -> [Value] {
    var values: [Value] = []
    repeat {
      let start = index
      if peek == "\"" {
        values.append(Value(text: try quoted(), isQuoted: true, range: start..<index))
      } else {
        while let character = peek, !endsBare(character), character != "," { index += 1 }
        values.append(Value(text: String(characters[start..<index]), isQuoted: false, range: start..<index))
      }
    } while takeComma()
    return values
  }

  private mutating func takeComma() -> Bool {
    guard peek == "," else { return false }
    index += 1
    return true
  }

  /// A quote or a backslash in it has a backslash before it.
  private mutating func quoted() throws(FilterError) -> String {
    let start = index
    index += 1
    var text = ""
    while let character = peek {
      index += 1
      if character == "\"" { return text }
      if character == "\\", let next = peek, next == "\"" || next == "\\" {
        index += 1
        text.append(next)
      } else {
        text.append(character)
      }
    }
    throw FilterError(.quoteNotClosed, start..<index)
  }
}
