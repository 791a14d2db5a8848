extension Filter {
  /// Reads what a person typed. O(characters); it never calls itself, however deep the parentheses.
  ///
  /// - Parameters:
  ///   - subject: what the rows are; without one, every field is taken.
  ///   - vocabulary: grades and playbooks that there are; without one, any is taken.
  public init(
    parsing text: String, of subject: FilterSubject? = nil, vocabulary: FilterVocabulary? = nil
  ) throws(FilterError) {
    guard text.utf8.count <= FilterParser.mostBytes else {
      throw FilterError(.tooLong, FilterParser.mostTerms..<max(FilterParser.mostTerms, text.count))
    }
    var lexer = FilterLexer(text)
    self = try FilterParser(subject: subject, vocabulary: vocabulary).filter(lexer.tokens())
  }
}

struct FilterParser {
  let subject: FilterSubject?
  let vocabulary: FilterVocabulary?

  static let mostBytes = 4000
  static let mostTerms = 200
  static let mostDepth = 40

  /// What stands between two parentheses, so far.
  private struct Group {
    /// Complete ones, each followed by `or`.
    var alternatives: [Filter] = []
    var terms: [Filter] = []
    var isNegated = false
    var opened: Range<Int>?
    /// `or` or `and`, still without what comes after it.
    var dangling: (word: String, range: Range<Int>)?
  }

  func filter(_ tokens: [FilterLexer.Token]) throws(FilterError) -> Filter {
    var groups = [Group()]
    var isNegated = false
    var count = 0
    for token in tokens {
      var group = groups.removeLast()
      switch token.kind {
      case .not:
        isNegated.toggle()
        groups.append(group)
      case .open:
        guard groups.count < FilterParser.mostDepth else { throw FilterError(.tooDeep, token.range) }
        groups += [group, Group(isNegated: isNegated, opened: token.range)]
        isNegated = false
      case .close:
        guard var outer = groups.popLast() else { throw FilterError(.notOpened, token.range) }
        let inner = try finish(group)
        if inner == .everything {
          throw FilterError(.emptyGroup, (group.opened?.lowerBound ?? 0)..<token.range.upperBound)
        }
        outer.terms.append(group.isNegated ? inner.negated : inner)
        outer.dangling = nil
        groups.append(outer)
      case .or, .and:
        let word = if case .or = token.kind { "or" } else { "and" }
        if isNegated { throw FilterError(.nothingAfter("-"), token.range.lowerBound - 1..<token.range.lowerBound) }
        guard group.dangling == nil, !group.terms.isEmpty else {
          throw FilterError(.nothingBefore(word), token.range)
        }
        group.dangling = (word, token.range)
        if word == "or" {
          group.alternatives.append(.all(of: group.terms))
          group.terms = []
        }
        groups.append(group)
      case .word, .asked:
        let term = try term(token)
        count += term.terms.count
        guard count <= FilterParser.mostTerms else { throw FilterError(.tooLong, token.range) }
        // Empty quotes ask for nothing.
        if term != .everything {
          group.terms.append(isNegated ? term.negated : term)
          group.dangling = nil
        }
        isNegated = false
        groups.append(group)
      }
    }
    if groups.count > 1, let opened = groups.last?.opened { throw FilterError(.notClosed, opened) }
    return try finish(groups[0])
  }

  private func finish(_ group: Group) throws(FilterError) -> Filter {
    if let dangling = group.dangling { throw FilterError(.nothingAfter(dangling.word), dangling.range) }
    return .any(of: group.alternatives + (group.terms.isEmpty ? [] : [.all(of: group.terms)]))
  }

  private func term(_ token: FilterLexer.Token) throws(FilterError) -> Filter {
    switch token.kind {
    case .word(let text, let isQuoted):
      if !isQuoted, let flag = FilterFlag(rawValue: text.lowercased()) { return .term(flag.term) }
      return text.isEmpty ? .everything : .term(.word(text))
    case .asked(let question):
      return try FilterTermReader(subject: subject, vocabulary: vocabulary).filter(question, token.range)
    default: return .everything
    }
  }
}
