import Console
import EscalationDomain
import EscalationStore

/// The filter that a list was asked for: words at the shell, a saved view, or both.
struct ListFilter {
  let filter: Filter
  let view: SavedView?
  let subject: FilterSubject
  /// What each part was typed as, for what is wrong with it.
  private let texts: [String]

  init(words: [String], view name: String? = nil, of subject: FilterSubject = .escalations, _ session: Session) throws {
    view = try name.map { try ViewShelf(session).view($0) }
    self.subject = subject
    texts = [view?.filter ?? "", ListFilter.text(of: words)].filter { !$0.isEmpty }
    filter = .all(of: try texts.map { try ListFilter.read($0, of: subject, nil) })
  }

  /// Checks grades and playbooks against those that there are.
  ///
  /// - Parameter words: that there are; made only where it names one.
  func check(_ words: () throws -> FilterVocabulary) throws {
    guard filter.namesWords else { return }
    let vocabulary = try words()
    for text in texts { _ = try ListFilter.read(text, of: subject, vocabulary) }
  }

  /// The rows that it leaves, grades and playbooks checked against those that there are.
  func apply(
    to rows: [BoardRow], _ scope: ListQuery.Scope, playbooks: [Playbook], _ store: SQLiteStore, _ session: Session
  ) throws -> [BoardRow] {
    if filter == .everything { return rows }
    let kinds = filter.neededFacts
    let facts = kinds.isEmpty ? nil : try store.filterFacts(kinds, of: scope, now: session.now)
    try check {
      var words = FilterVocabulary(playbooks, rows: rows)
      if let facts { words.add(facts) }
      return words
    }
    let matcher = FilterMatcher(filter, ListFilter.context(playbooks, session))
    let left = rows.filter { row in
      matcher.matches(FilterAttributes(row, now: session.now, facts: facts), text: SearchText(row))
    }
    return matcher.namesClock ? left.map { matcher.row($0, facts: facts, now: session.now) } : left
  }

  static func context(_ playbooks: [Playbook], _ session: Session) -> FilterContext {
    FilterContext(now: session.now, zone: session.zone, actor: session.actor, playbooks: playbooks)
  }

  static func read(
    _ text: String, of subject: FilterSubject = .escalations, _ vocabulary: FilterVocabulary?
  ) throws -> Filter {
    do throws(FilterError) {
      return try Filter(parsing: text, of: subject, vocabulary: vocabulary)
    } catch {
      throw CommandFailure(.usage, error.sentence(in: text))
    }
  }

  /// What arguments come to, as one text.
  static func text(of words: [String]) -> String { words.map(typed).joined(separator: " ") }

  /// The shell takes quotes away: several words in one argument belong together, unless they ask for something.
  private static func typed(_ argument: String) -> String {
    // See ``FilterArguments``.
    if argument.hasPrefix(" -") { return String(argument.dropFirst()) }
    guard argument.contains(where: \.isWhitespace) else { return argument }
    let words = argument.split(whereSeparator: \.isWhitespace)
    let joins: Set<String> = ["or", "and"]
    let asks =
      argument.contains { ":<>=()\"".contains($0) }
      || words.contains { $0.hasPrefix("-") || joins.contains($0.lowercased()) }
    return asks ? argument : FilterText.quoted(argument)
  }
}

extension FilterReference {
  /// What a verb's help says of the filter that it takes.
  static func help(_ subject: FilterSubject) -> String {
    "A filter is words, and any of these side by side:\n\n\(text(of: subject))"
  }
}
