/// A known name that what is typed may mean.
struct Suggested: Hashable, Sendable {
  var text: String
  /// The letters that it shares with what is typed: offsets of its characters, in order.
  var matched: [Int] = []

  /// The names that hold the typed letters in their order, the best first: what begins so, then where each letter begins
  /// a word or follows the one before, then whatever is scattered least. Equals stay in the order in which they are
  /// given, which is that of use. O(names × letters).
  static func ranked(_ typed: String, among names: [String]) -> [Suggested] {
    let wanted = Array(typed.lowercased().filter { !$0.isWhitespace })
    if wanted.isEmpty { return names.map { Suggested(text: $0) } }
    let found = names.enumerated().compactMap { order, name -> (score: Int, order: Int, Suggested)? in
      guard let (score, places) = match(wanted, in: name) else { return nil }
      return (score, order, Suggested(text: name, matched: places))
    }
    return found.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.map(\.2)
  }

  /// The best of the ways to find the letters: from each place where the first one stands. Nil where they do not occur.
  private static func match(_ wanted: [Character], in name: String) -> (Int, [Int])? {
    let letters = name.map { Character($0.lowercased().first.map(String.init) ?? " ") }
    guard letters.count >= wanted.count else { return nil }
    var best: (Int, [Int])?
    for start in letters.indices where letters[start] == wanted[0] {
      guard let found = match(wanted, in: letters, from: start) else { break }
      if best.map({ found.0 > $0.0 }) ?? true { best = found }
    }
    return best
  }

  private static func match(_ wanted: [Character], in letters: [Character], from start: Int) -> (Int, [Int])? {
    var places: [Int] = []
    var score = start == 0 ? 40 : 0
    var from = start
    for letter in wanted {
      // A word's first letter is meant rather than one within a word, unless that follows the last one at once.
      let next = letters[from...].firstIndex(of: letter)
      guard let next else { return nil }
      var place = next
      if let last = places.last, next != last + 1,
        let head = letters.indices[from...].first(where: { letters[$0] == letter && beginsWord($0, letters) })
      {
        place = head
      }
      if places.last.map({ place == $0 + 1 }) ?? false { score += 12 }
      if beginsWord(place, letters) { score += 10 }
      score -= places.last.map { min(6, place - $0 - 1) } ?? 0
      places.append(place)
      from = place + 1
      if from > letters.count { return nil }
    }
    return (score - letters.count / 8, places)
  }

  private static func beginsWord(_ index: Int, _ letters: [Character]) -> Bool {
    index == 0 || !(letters[index - 1].isLetter || letters[index - 1].isNumber)
  }
}
