import Screen

/// A name that what is typed may mean.
struct Suggested: Hashable, Sendable {
  var text: String
  /// The letters that it shares with what is typed: offsets of its characters, in order.
  var matched: [Int] = []
  /// No known name: what is typed, as it stands.
  var isAsTyped = false

  /// The names in which what is typed is found, the best first, whatever the case. Equals stay in the order in which
  /// they are given, which is that of use. O(names × letters).
  static func ranked(_ typed: String, among names: [String]) -> [Suggested] {
    let pattern = Fuzzy(typed.lowercased())
    if pattern.isEmpty { return names.map { Suggested(text: $0) } }
    let found = names.enumerated().compactMap { order, name in
      pattern.match(name).map { (score: $0.score, order: order, Suggested(text: name, matched: $0.positions)) }
    }
    let sorted = found.sorted { ($1.score, $0.order) < ($0.score, $1.order) }.map(\.2)
    let isWhole: (Suggested) -> Bool = { $0.text.lowercased() == typed.lowercased() }
    return sorted.filter(isWhole) + sorted.filter { !isWhole($0) }
  }
}

/// A field that names several things, with commas between them.
enum Naming: Hashable, Sendable {
  /// Each by all of its name.
  case whole
  /// Each by what its name begins with, up to a blank: `M1` of “M1 Find a sponsor”.
  case id

  /// What stands in the field for a name.
  func token(_ name: String) -> String {
    switch self {
    case .whole: name
    case .id: name.split(separator: " ").first.map(String.init) ?? name
    }
  }
}

extension FormField {
  /// The same, naming several.
  func naming(_ naming: Naming) -> FormField {
    var field = self
    field.naming = naming
    return field
  }

  /// What was said before the name that is typed now, separators included, and that name.
  var pieces: (said: String, typed: String) {
    guard naming != nil, let end = text.lastIndex(where: { $0 == "," || $0 == ";" }) else { return ("", text) }
    return (String(text[...end]) + " ", String(text[text.index(after: end)...]))
  }

  /// The known names that may still be meant: what is named already is not named again.
  func offered(_ known: [String]) -> [Suggested] {
    guard let naming else {
      // Letters amid the word are somebody's: an owner should not be taken away by “bo”.
      let meansNobody = Form.nobody.hasPrefix(text.lowercased())
      return Suggested.ranked(text, among: known.filter { $0 != Form.nobody || meansNobody })
    }
    let (said, typed) = pieces
    let named = Set(said.split { $0 == "," || $0 == ";" }.compactMap { String($0).nonEmpty?.lowercased() })
    let left = known.filter { !named.contains(naming.token($0).lowercased()) }
    // A name that is there in full asks for no other.
    if left.contains(where: { naming.token($0).lowercased() == typed.nonEmpty?.lowercased() }) { return [] }
    return Suggested.ranked(typed, among: left)
  }

  /// The text of the field once a name is taken.
  func taking(_ name: String) -> String { naming.map { pieces.said + $0.token(name) } ?? name }
}
