import Testing

@testable import Screen

/// What a few letters find, and which of several is meant.
@Suite struct FuzzyTests {
  static let found: [(pattern: String, text: String, positions: [Int])] = [
    ("", "anything", []), ("sev", "severity", [0, 1, 2]), ("sev", "is every severity", [9, 10, 11]),
    ("gpe", "go to plans, escalation", [0, 6, 13]), ("SEV", "a sev SEV", [6, 7, 8]), ("sev", "a SEV", [2, 3, 4]),
    ("hr", "clock other CheckRow", [13, 17]), ("ack note", "ack with a note", [0, 1, 2, 11, 12, 13, 14]),
    ("note ack", "ack with a note", [0, 1, 2, 11, 12, 13, 14]), ("東京", "株式会社東京電力", [4, 5]),
    ("電", "東京電力", [2]), ("é", "cafe\u{301}", [3]), ("É", "École", [0]), ("école", "École", [0, 1, 2, 3, 4]),
    ("👍🏽", "a 👍🏽 b", [2]), ("w12", "W-12", [0, 2, 3]),
  ]

  @Test(arguments: found)
  func lettersAreFoundWhereTheyAreMeant(_ row: (pattern: String, text: String, positions: [Int])) {
    #expect(Fuzzy(row.pattern).match(row.text)?.positions == row.positions)
  }

  @Test(arguments: [
    ("sevx", "severity"), ("Sev", "severity"), ("ves", "sev"), ("東", "tokyo"), ("e", "é"), ("a a a", ""),
    ("aa", "a"),
  ]) func nothingIsFound(pattern: String, text: String) {
    #expect(Fuzzy(pattern).match(text) == nil)
  }

  /// The first of each is the one that is meant.
  static let ranked: [(pattern: String, texts: [String])] = [
    ("note", ["note", "notes of it", "no other time"]), ("un", ["undo", "turn round"]),
    ("gr", ["go to the register", "degree"]), ("re", ["resolve", "the order"]), ("plan", ["plans", "p l a n"]),
  ]

  @Test(arguments: ranked) func theBestComesFirst(_ row: (pattern: String, texts: [String])) throws {
    let scores = try row.texts.map { try #require(Fuzzy(row.pattern).match($0)).score }
    #expect(scores == scores.sorted(by: >))
    #expect(Set(scores).count == scores.count, "\(scores)")
  }

  @Test func whatIsFoundSpellsThePattern() throws {
    let texts = ["Sort the other way round", "acknowledge", "a-b_c d.e", "tomate TOMATE"]
    for text in texts {
      for pattern in ["te", "ab", "ot", "aw", "o", "tt"] {
        guard let match = Fuzzy(pattern).match(text) else { continue }
        let letters = Array(text.lowercased())
        #expect(String(match.positions.map { letters[$0] }) == pattern, "\(pattern) in \(text)")
      }
    }
  }

  /// Work is bounded whatever is typed and read.
  @Test func longTextsAreLookedAtInPart() {
    let text = String(repeating: "a", count: 100_000)
    #expect(Fuzzy(String(repeating: "a", count: 5000)).match(text)?.positions.count == Fuzzy.longestWord)
    #expect(Fuzzy("b").match(text + "b") == nil)
  }
}
