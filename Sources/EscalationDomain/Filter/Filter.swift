/// Which rows a board, a list or a saved view shows: what a person typed, understood.
///
/// Terms side by side must all hold, `or` stands between those of which one suffices, `-` turns the next one round. Made
/// by ``all(of:)``, ``any(of:)`` and ``negated``, which keep it in one form for each meaning that is written alike.
public indirect enum Filter: Hashable, Sendable {
  /// Nothing was typed: every row.
  case everything
  case term(FilterTerm)
  case all([Filter])
  case any([Filter])
  case not(Filter)

  /// All of them; what is itself all of some is taken apart.
  public static func all(of parts: [Filter]) -> Filter {
    let flat = parts.flatMap { part -> [Filter] in
      switch part {
      case .everything: []
      case .all(let inner): inner
      default: [part]
      }
    }
    return flat.count > 1 ? .all(flat) : flat.first ?? .everything
  }

  /// One of them at least.
  public static func any(of parts: [Filter]) -> Filter {
    let flat = parts.flatMap { part -> [Filter] in
      if case .any(let inner) = part { inner } else { [part] }
    }
    return flat.count > 1 ? .any(flat) : flat.first ?? .everything
  }

  public var negated: Filter {
    if case .not(let inner) = self { return inner }
    return .not(self)
  }

  /// Every term in it, in the order in which they stand. O(terms).
  public var terms: [FilterTerm] {
    switch self {
    case .everything: []
    case .term(let term): [term]
    case .all(let parts), .any(let parts): parts.flatMap(\.terms)
    case .not(let inner): inner.terms
    }
  }

  /// What must be known of an escalation beside its row.
  public var neededFacts: Set<FilterFacts.Kind> {
    Set(
      terms.compactMap { term in
        switch term {
        case .text(.clock, _), .missing(.clock): .clocks
        case .text(.tag, _), .missing(.tag): .tags
        default: nil
        }
      })
  }

  /// Whether it may answer otherwise as time goes by, the rows as they are.
  public var isTimed: Bool {
    terms.contains { term in
      switch term {
      case .time, .breached, .plan(.late): true
      default: false
      }
    }
  }

  /// Whether it asks for milestones that are done, which a list of open ones would not have.
  public var asksForDone: Bool {
    terms.contains(.plan(.done)) || terms.contains(.status(.milestone(.done))) || terms.contains(.status(.ended))
  }

  /// Whether it asks for what has ended, which a list of open ones would not have.
  public var asksForEnded: Bool { asksForEnded(isNegated: false) }

  private func asksForEnded(isNegated: Bool) -> Bool {
    switch self {
    case .everything: false
    case .term(.status(.one(let status))): !isNegated && !status.isOpen
    case .term(.status(.open)): isNegated
    case .term(.status(.ended)), .term(.status(.promoted)): !isNegated
    case .term: false
    case .all(let parts), .any(let parts): parts.contains { $0.asksForEnded(isNegated: isNegated) }
    case .not(let inner): inner.asksForEnded(isNegated: !isNegated)
    }
  }
}

extension Filter {
  /// Whether nothing but words is asked for, whatever the row.
  public var isOfWords: Bool { terms.allSatisfy { if case .word = $0 { true } else { false } } }

  /// Whether it names what only the playbooks or the rows know, which a ``FilterVocabulary`` can check.
  public var namesWords: Bool {
    terms.contains { term in
      switch term {
      case .grade, .text(.playbook, _), .text(.clock, _): true
      case .amount(_, let amount): amount.currency != nil
      default: false
      }
    }
  }

  /// Whether it needs the text that a row shows.
  public var looksForWords: Bool { terms.contains { if case .word = $0 { true } else { false } } }
}
