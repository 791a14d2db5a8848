/// What a row shows, folded for finding words in it: made once a load, searched at each key.
public struct SearchText: Hashable, Sendable {
  private let bytes: [UInt8]

  public init(_ row: BoardRow) {
    bytes = Array("\(row.id.text) \(row.title) \(row.account) \(row.owner ?? "") \(row.grade)".lowercased().utf8)
  }

  public init(_ texts: [String]) { bytes = Array(texts.joined(separator: " ").lowercased().utf8) }
  public init(_ row: MilestoneRow) {
    let milestone = row.milestone
    let own = "\(milestone.id) \(milestone.title) \(milestone.kind.rawValue) \(milestone.owner ?? "")"
    bytes = Array("\(own) \(row.escalation.text) \(row.subject) \(row.account) \(row.grade)".lowercased().utf8)
  }
  /// Any other text, to find words in.
  public init(_ text: String) { bytes = Array(text.lowercased().utf8) }

  /// Whether each word occurs somewhere. O(text × words).
  public func contains(_ words: [Word]) -> Bool { words.allSatisfy { contains($0.bytes) } }

  public func contains(_ word: Word) -> Bool { contains(word.bytes) }

  /// A word to find, folded as the texts are.
  public struct Word: Hashable, Sendable {
    let bytes: [UInt8]

    public init(_ text: some StringProtocol) { bytes = Array(text.lowercased().utf8) }

    /// The words of what a person typed.
    public static func words(in text: String) -> [Word] { text.split(whereSeparator: \.isWhitespace).map { Word($0) } }
  }

  private func contains(_ word: [UInt8]) -> Bool {
    guard let first = word.first else { return true }
    guard word.count <= bytes.count else { return false }
    return bytes.withUnsafeBufferPointer { text in
      for start in 0...(text.count - word.count) where text[start] == first {
        if (1..<word.count).allSatisfy({ text[start + $0] == word[$0] }) { return true }
      }
      return false
    }
  }
}

extension BoardRow {
  /// Whether each word occurs somewhere in what the row shows.
  public func matches(_ words: [String]) -> Bool {
    words.isEmpty || SearchText(self).contains(words.map { SearchText.Word($0) })
  }
}
