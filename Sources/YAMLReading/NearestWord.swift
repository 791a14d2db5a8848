/// Guesses what was meant by a word that is not known.
public enum NearestWord {
  /// The known word that the fewest changed letters lead to; nil where none is near. Looks at the first
  /// 200 of them.
  public static func of(_ word: String, among known: [String]) -> String? {
    let word = Array(word.lowercased().utf8)
    guard word.count <= 64 else { return nil }
    let limit = max(1, word.count / 3)
    return known.prefix(200).map { (name: $0, distance: distance(word, Array($0.lowercased().utf8))) }
      .filter { $0.distance <= limit }.min { $0.distance < $1.distance }?.name
  }

  /// `did you mean "clocks"? `, or nothing.
  public static func hint(_ word: String, among known: [String]) -> String {
    of(word, among: known).map { "did you mean \"\($0)\"? " } ?? ""
  }

  /// How many letters must be put in, taken out or changed; O(a·b).
  private static func distance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let changed = diagonal + (x == y ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(changed, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
