import Console
import EscalationDomain
import EscalationStore

/// The filter that a list was asked for: words at the shell, a saved view, or both.
struct ListFilter {
  let filter: Filter
  let view: SavedView?
  /// What each part was typed as, for what is wrong with it.
  private let texts: [String]

  init(words: [String], view name: String?, _ session: Session) throws {
    view = try name.map { try ViewShelf(session).view($0) }
    texts = [view?.filter ?? "", ListFilter.text(of: words)].filter { !$0.isEmpty }
    filter = .all(of: try texts.map { try ListFilter.read($0, nil) })
  }

  /// The rows that it leaves, grades and playbooks checked against those that there are.
  func apply(
    to rows: [BoardRow], _ scope: ListQuery.Scope, playbooks: [Playbook], _ store: SQLiteStore, _ session: Session
  ) throws -> [BoardRow] {
    if filter == .everything { return rows }
    let vocabulary = FilterVocabulary(playbooks, rows: rows)
    for text in texts { _ = try ListFilter.read(text, vocabulary) }
    let kinds = filter.neededFacts
    let facts = kinds.isEmpty ? nil : try store.filterFacts(kinds, of: scope, now: session.now)
    let matcher = FilterMatcher(
      filter, FilterContext(now: session.now, zone: session.zone, actor: session.actor, playbooks: playbooks))
    return rows.filter { row in
      matcher.matches(FilterAttributes(row, now: session.now, facts: facts), text: SearchText(row))
    }
  }

  static func read(_ text: String, _ vocabulary: FilterVocabulary?) throws -> Filter {
    do throws(FilterError) {
      return try Filter(parsing: text, vocabulary: vocabulary)
    } catch {
      throw CommandFailure(.usage, error.sentence(in: text))
    }
  }

  /// What arguments come to, as one text.
  static func text(of words: [String]) -> String { words.map(typed).joined(separator: " ") }

  /// The shell takes quotes away: several words in one argument belong together, unless they ask for something.
  private static func typed(_ argument: String) -> String {
    guard argument.contains(where: \.isWhitespace) else { return argument }
    let words = argument.split(whereSeparator: \.isWhitespace)
    let joins: Set<String> = ["or", "and"]
    let asks =
      argument.contains { ":<>=()\"".contains($0) }
      || words.contains { $0.hasPrefix("-") || joins.contains($0.lowercased()) }
    return asks ? argument : FilterText.quoted(argument)
  }
}
