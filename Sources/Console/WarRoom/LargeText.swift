import Screen

/// A countdown in digits three rows high, to be read from across a room.
enum LargeText {
  static let rows = 3

  /// Five dots high, three wide at the most.
  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"], "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"], "3": ["###", "  #", "###", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"], "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"], "7": ["###", "  #", "  #", "  #", "  #"],
    "8": ["###", "# #", "###", "# #", "###"], "9": ["###", "# #", "###", "  #", "###"],
    "+": ["   ", " # ", "###", " # ", "   "], ":": [" ", "#", " ", "#", " "], " ": [" ", " ", " ", " ", " "],
    "d": ["  #", "  #", "###", "# #", "###"], "h": ["#  ", "#  ", "###", "# #", "# #"],
    "m": ["   ", "   ", "###", "###", "# #"],
  ]

  /// The text in three lines of block elements; nil where it has a character of another kind.
  static func lines(_ text: String) -> [String]? {
    var lines = Array(repeating: "", count: rows)
    for character in text {
      guard let shape = shapes[character] else { return nil }
      let dots = shape.map { $0.map { $0 == "#" } }
      for row in 0..<rows {
        let upper = dots[row * 2]
        let lower = row * 2 + 1 < dots.count ? dots[row * 2 + 1] : upper.map { _ in false }
        lines[row] += zip(upper, lower).map { $0 ? ($1 ? "█" : "▀") : ($1 ? "▄" : " ") }.joined() + " "
      }
    }
    return lines.map { String($0.dropLast()) }
  }
}
