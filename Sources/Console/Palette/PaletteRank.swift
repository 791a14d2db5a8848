import Screen

/// How well a line of the palette answers what is typed.
struct PaletteRank: Hashable, Sendable {
  /// The best first. A command that is called so comes before anything in which the letters merely occur, also when it
  /// can do nothing now: whoever typed its name is to learn why.
  enum Answer: Int, Hashable, Sendable {
    /// The command's own name.
    case name
    /// How its name begins.
    case start
    /// Each word typed begins a word of the name.
    case words
    /// Each word typed begins one that people use for it, or one of its verb on the command line.
    case synonym
    /// An escalation.
    case record
    /// The letters occur in the name, in their order.
    case letters
    /// Each word typed occurs in what is told of it.
    case told
  }

  var answer: Answer
  var score = 0
  /// The graphemes of the name that were typed.
  var positions: [Int] = []
}

/// What is typed in the palette, made ready for many lines.
struct PalettePattern {
  private let fuzzy: Fuzzy
  private let words: [Substring]
  private let text: String

  init(_ typed: String) {
    fuzzy = Fuzzy(typed)
    words = typed.lowercased().split(whereSeparator: \.isWhitespace)
    text = words.joined(separator: " ")
  }

  var isEmpty: Bool { words.isEmpty }

  /// None where the line does not answer at all. O(text of the line).
  func rank(_ line: PaletteLine) -> PaletteRank? {
    let match = fuzzy.match(line.name)
    guard let answer = answer(line, match) else { return nil }
    return PaletteRank(answer: answer, score: match?.score ?? 0, positions: match?.positions ?? [])
  }

  private func answer(_ line: PaletteLine, _ match: Fuzzy.Match?) -> PaletteRank.Answer? {
    switch line.entry {
    case .command:
      let name = line.name.lowercased()
      if name == text { return .name }
      if name.hasPrefix(text) { return .start }
      if begin(wordsOf: name) { return .words }
      if begin(wordsOf: "\(name) \(line.synonyms)") { return .synonym }
      if match != nil { return .letters }
      let told = "\(name) \(line.help)".lowercased()
      return words.allSatisfy(told.contains) ? .told : nil
    case .theme, .view:
      if begin(wordsOf: line.name.lowercased()) { return .words }
      return isMeant(match) ? .letters : nil
    case .escalation: return isMeant(match) ? .record : nil
    }
  }

  private func begin(wordsOf text: String) -> Bool {
    let begun = text.split { !$0.isLetter && !$0.isNumber }
    return words.allSatisfy { word in begun.contains { $0.hasPrefix(word) } }
  }

  /// Letters strewn over an account and a title are not meant: they must stand in a row or begin words.
  private func isMeant(_ match: Fuzzy.Match?) -> Bool {
    guard let match else { return false }
    let letters = words.reduce(0) { $0 + $1.count }
    return match.score >= letters * 20 - 18
  }
}
