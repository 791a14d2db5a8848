/// Finds what a person means by a few letters: each word typed must occur in the text as a subsequence, and where it
/// can be found in several ways the best one counts. Letters at the starts of words and in a row are worth the most. A
/// word with a capital minds case; others do not.
public struct Fuzzy: Hashable, Sendable {
  public struct Match: Hashable, Sendable {
    /// Higher is better; comparable among texts for one pattern only.
    public var score: Int
    /// The graphemes that were found, counted from the start of the text, in order.
    public var positions: [Int]

    public init(score: Int, positions: [Int]) {
      self.score = score
      self.positions = positions
    }
  }

  /// Only so many graphemes of a text and of a word typed are looked at, which bounds the work.
  public static let longestText = 256
  public static let longestWord = 32

  private struct Word: Hashable, Sendable {
    var letters: [Character]
    /// The same where all is ASCII.
    var bytes: [UInt8]?
    var mindsCase: Bool
  }

  private let words: [Word]

  public init(_ pattern: String) {
    words = pattern.split(whereSeparator: \.isWhitespace).map { piece in
      let word = String(piece.prefix(Self.longestWord))
      let mindsCase = word.contains(where: \.isUppercase)
      return Word(
        letters: mindsCase ? Array(word) : word.map(Self.folded),
        bytes: word.utf8.allSatisfy { $0 < 0x80 } ? word.utf8.map { mindsCase ? $0 : Self.folded($0) } : nil,
        mindsCase: mindsCase)
    }
  }

  /// Nothing was typed: everything matches, with no score.
  public var isEmpty: Bool { words.isEmpty }

  /// The best way to find every word, or nil. O(text) for a word's bounded length; a text without the letters is left
  /// after one pass.
  public func match(_ text: String) -> Match? {
    var total = Match(score: 0, positions: [])
    guard !words.isEmpty else { return total }
    if text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) {
      let bytes = Array(text.utf8.prefix(Self.longestText))
      let folded = words.allSatisfy(\.mindsCase) ? [] : bytes.map(Self.folded)
      var bonuses: [Int] = []
      for word in words {
        guard let pattern = word.bytes else { return nil }
        let letters = word.mindsCase ? bytes : folded
        guard Self.occurs(pattern, in: letters) else { return nil }
        if bonuses.isEmpty { bonuses = LetterKind.bonuses(bytes.map(LetterKind.init)) }
        total.add(Alignment.best(pattern, in: letters, bonuses))
      }
    } else {
      let graphemes = Array(text.prefix(Self.longestText))
      let folded = words.allSatisfy(\.mindsCase) ? [] : graphemes.map(Self.folded)
      let bonuses = LetterKind.bonuses(graphemes.map(LetterKind.init))
      for word in words {
        let letters = word.mindsCase ? graphemes : folded
        guard Self.occurs(word.letters, in: letters) else { return nil }
        total.add(Alignment.best(word.letters, in: letters, bonuses))
      }
    }
    total.positions = Set(total.positions).sorted()
    return total
  }

  private static func occurs<Letter: Equatable>(_ pattern: [Letter], in text: [Letter]) -> Bool {
    var next = 0
    for letter in text where next < pattern.count && letter == pattern[next] { next += 1 }
    return next == pattern.count
  }

  private static func folded(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte + 0x20 : byte }

  private static func folded(_ letter: Character) -> Character { letter.lowercased().first ?? letter }
}

extension Fuzzy.Match {
  fileprivate mutating func add(_ other: Fuzzy.Match) {
    score += other.score
    positions += other.positions
  }
}

/// What a letter is to those beside it: where words begin.
private enum LetterKind {
  case small, capital, digit, ideograph, other

  init(_ byte: UInt8) {
    switch byte {
    case 0x61...0x7A: self = .small
    case 0x41...0x5A: self = .capital
    case 0x30...0x39: self = .digit
    default: self = .other
    }
  }

  init(_ letter: Character) {
    if letter.isNumber {
      self = .digit
    } else if !letter.isLetter {
      self = .other
    } else if Width.of(String(letter)) > 1 {
      self = .ideograph
    } else {
      self = letter.isUppercase ? .capital : .small
    }
  }

  /// What a letter found at each place is worth beyond being found.
  static func bonuses(_ kinds: [LetterKind]) -> [Int] {
    kinds.indices.map { index in
      guard kinds[index] != .other else { return 0 }
      guard index > 0 else { return Alignment.textStart }
      switch (kinds[index - 1], kinds[index]) {
      case (.other, _): return Alignment.wordStart
      case (.small, .capital), (.small, .digit): return Alignment.hump
      // Words of such scripts stand without a gap: each letter may begin one.
      case (_, .ideograph): return Alignment.hump
      default: return 0
      }
    }
  }
}

/// Where the letters of a word are best found in a text.
private enum Alignment {
  static let found = 16
  static let textStart = 12
  static let wordStart = 10
  static let hump = 6
  /// More than a word's start: a run of letters is meant as one.
  static let run = 11
  /// Letters before the first one found cost, up to so many.
  static let longestLead = 8
  private static let impossible = Int.min / 4

  /// The pattern must occur in the text. O(text × pattern).
  static func best<Letter: Equatable>(_ pattern: [Letter], in text: [Letter], _ bonuses: [Int]) -> Fuzzy.Match {
    let (rows, columns) = (pattern.count, text.count)
    guard rows > 0, columns >= rows else { return Fuzzy.Match(score: 0, positions: []) }
    // Of the pattern up to a row: the best that ends at a column, and the best that ends there or before.
    var ending = [Int](repeating: impossible, count: rows * columns)
    var upTo = ending
    for row in 0..<rows {
      var best = impossible
      for column in row..<columns {
        let place = row * columns + column
        best = max(best - 1, impossible)
        if text[column] == pattern[row] {
          if row == 0 {
            ending[place] = found + bonuses[column] - min(column, longestLead)
          } else {
            let before = place - columns - 1
            ending[place] =
              found + max(upTo[before] + bonuses[column], ending[before] + max(run, bonuses[column]))
          }
          best = max(best, ending[place])
        }
        upTo[place] = best
      }
    }
    let last = (rows - 1) * columns
    var end = columns - 1
    for column in (0..<columns).reversed() where ending[last + column] >= ending[last + end] { end = column }
    // What is left over tells a short name from a long one that begins the same.
    let score = ending[last + end] - min(columns - rows, 32) / 4
    return Fuzzy.Match(score: score, positions: way(to: end, rows, columns, ending, upTo, bonuses))
  }

  private static func way(
    to end: Int, _ rows: Int, _ columns: Int, _ ending: [Int], _ upTo: [Int], _ bonuses: [Int]
  ) -> [Int] {
    var positions = [end]
    var column = end
    for row in (1..<rows).reversed() {
      let place = row * columns + column
      let before = place - columns - 1
      column -= 1
      if ending[place] != found + ending[before] + max(run, bonuses[column + 1]) {
        while column > 0, ending[(row - 1) * columns + column] != upTo[(row - 1) * columns + column] { column -= 1 }
      }
      positions.append(column)
    }
    return positions.reversed()
  }
}
