/// What may be meant where somebody is typing a filter: fields first, then the values that there are.
public struct FilterCompletion: Hashable, Sendable {
  public struct Choice: Hashable, Sendable {
    /// What takes the place of what is typed.
    public var text: String
    public var meaning: String
  }

  /// The characters that a choice takes the place of.
  public var range: Range<Int>
  /// The likeliest first; ``most`` of them.
  public var choices: [Choice]

  static let most = 40

  /// O(characters + words that there are).
  ///
  /// - Parameter cursor: characters before it.
  public init(_ text: String, cursor: Int, vocabulary: FilterVocabulary) {
    let typed = Array(text.prefix(cursor))
    let start = FilterCompletion.start(of: typed)
    let piece = typed[start...]
    guard let sign = piece.firstIndex(where: { FilterLexer.operators.contains($0) }), piece.first != "\"" else {
      range = start..<typed.count
      choices = piece.first == "\"" ? [] : FilterCompletion.fields(String(piece), vocabulary.subject)
      return
    }
    let field = FilterField(named: String(piece[..<sign])).flatMap { vocabulary.subject.has($0) ? $0 : nil }
    var from = sign
    while from < piece.endIndex, FilterLexer.operators.contains(piece[from]) { from += 1 }
    if field?.takesLists ?? false, let comma = piece[from...].lastIndex(of: ",") { from = comma + 1 }
    range = from..<typed.count
    let value = piece[from...].filter { $0 != "\"" }
    choices = field.map { FilterCompletion.values($0, String(value), vocabulary) } ?? []
  }

  /// Where the term under the cursor begins, a minus left out.
  private static func start(of typed: [Character]) -> Int {
    var start = 0
    var isQuoted = false
    var isEscaped = false
    for (index, character) in typed.enumerated() {
      if isEscaped {
        isEscaped = false
      } else if isQuoted, character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, character.isWhitespace || "()".contains(character) || (character == "-" && index == start) {
        start = index + 1
      }
    }
    return start
  }

  private static func fields(_ typed: String, _ subject: FilterSubject) -> [Choice] {
    let start = typed.lowercased()
    let fields = subject.fields.compactMap { field in
      field.names.first { $0.hasPrefix(start) }.map { _ in
        Choice(text: field.name + field.usualSign, meaning: field.meaning(in: subject))
      }
    }
    let flags = FilterFlag.allCases.filter { $0 != .late && $0.rawValue.hasPrefix(start) && $0.rawValue != start }
    return fields + flags.map { Choice(text: $0.rawValue + " ", meaning: $0.meaning(in: subject)) }
  }

  private static func values(_ field: FilterField, _ typed: String, _ vocabulary: FilterVocabulary) -> [Choice] {
    let known = known(field, vocabulary)
    let start = typed.lowercased()
    let folded = known.map { (word: $0, folded: $0.lowercased()) }
    let first = folded.filter { $0.folded.hasPrefix(start) }
    let others = folded.filter { !$0.folded.hasPrefix(start) && $0.folded.contains(start) }
    let found = (first + others).map(\.word)
    if found == [typed] { return [] }
    return found.prefix(most).map { word in
      let isOwn = word == field.noneWord || (field == .owner && word == "me")
      return Choice(text: (isOwn ? word : FilterText.value(word, of: field)) + " ", meaning: "")
    }
  }

  private static func known(_ field: FilterField, _ vocabulary: FilterVocabulary) -> [String] {
    let none = field.noneWord.map { [$0] } ?? []
    return switch field {
    case .severity: vocabulary.severities
    case .level: vocabulary.levels
    case .stage: vocabulary.stages
    case .owner: ["me"] + none + vocabulary.owners
    case .account: vocabulary.accounts
    case .playbook: vocabulary.playbooks
    case .status: vocabulary.subject.statuses.map(\.name)
    case .band: ["1", "2", "3", "4"]
    case .clock: vocabulary.clocks + none
    case .tag: vocabulary.tags + none
    case .due: ["1h", "4h", "today", "tomorrow", "fri"] + none
    case .renewal: ["30d", "60d", "90d"] + none
    case .plan: FilterPlan.allCases.map(\.rawValue) + none
    case .milestone: ["today", "tomorrow", "7d", "fri"] + none
    case .kind: vocabulary.subject.kinds
    case .score: ["8", "12", "16"] + none
    case .review: ["today", "7d", "30d"] + none
    case .arr: ["100k", "500k", "1M"] + none
    case .opened, .changed: ["1h", "1d", "7d", "today", "mon"]
    case .title, .id: []
    }
  }
}
