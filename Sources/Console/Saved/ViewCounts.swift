import EscalationDomain

/// How many rows each view has, counted when rows, views or the minute changed. Kept out of the drawing.
struct ViewCounts: Equatable, Sendable {
  enum Count: Equatable, Sendable {
    case rows(Int)
    /// What it asks about is being read.
    case awaited
    case wrong(FilterError)
  }

  private struct Stamp: Equatable {
    var generation: Int
    var minute: Int64
    var until: Instant?
    var views: [SavedView]
    var kinds: Set<FilterFacts.Kind>
    var asked: Bool
    var playbooks: [Playbook]
  }

  private(set) var counts: [Count] = []
  private(set) var neededFacts: Set<FilterFacts.Kind> = []
  private var stamp: Stamp?

  /// When a count that was put off is due; many rows must not keep a picture or a key waiting.
  private(set) var due: Instant?

  /// Rows times views that are counted at once; more are put off for a second.
  private static let atOnce = 10_000
  /// A grade that no playbook has any more is a mistake, and no reason to show an empty list.
  private static func read(_ views: [SavedView], _ board: BoardState) -> [Result<Filter, FilterError>] {
    func read(_ text: String, _ words: FilterVocabulary?) -> Result<Filter, FilterError> {
      Result { () throws(FilterError) in try Filter(parsing: text, of: .escalations, vocabulary: words) }
    }
    let filters = views.map { read($0.filter, nil) }
    func isNamed(_ filter: Result<Filter, FilterError>) -> Bool { (try? filter.get())?.namesWords ?? false }
    guard !board.lens.playbooks.isEmpty, filters.contains(where: isNamed) else { return filters }
    var words = FilterVocabulary(board.lens.playbooks, rows: board.board.rows)
    words.add(board.facts.known)
    return zip(views, filters).map { isNamed($1) ? read($0.filter, words) : $1 }
  }

  /// O(rows × views), or O(views) where nothing changed.
  mutating func follow(_ board: BoardState, _ views: [SavedView], now: Instant) {
    let stamp = Stamp(
      generation: board.generation, minute: board.lens.now.seconds / 60, until: board.totalsUntil, views: views,
      kinds: board.facts.known.kinds, asked: board.facts.asked != nil, playbooks: board.lens.playbooks)
    guard stamp != self.stamp, board.isLoaded else { return }
    if board.board.rows.count * views.count > Self.atOnce, due.map({ $0 > now }) ?? true {
      if counts.count != views.count { counts = Array(repeating: .awaited, count: views.count) }
      due = due ?? now + 1
      return
    }
    (self.stamp, due) = (stamp, nil)
    let filters = ViewCounts.read(views, board)
    neededFacts = filters.reduce(into: []) { $0.formUnion((try? $1.get())?.neededFacts ?? []) }
    let known = board.facts.known.kinds
    let matchers = filters.map { filter -> FilterMatcher? in
      guard let filter = try? filter.get(), known.isSuperset(of: filter.neededFacts) else { return nil }
      return FilterMatcher(filter, board.lens)
    }
    var sums = matchers.map { $0?.words?.isEmpty ?? false ? board.board.rows.count : 0 }
    let narrowing = matchers.enumerated().compactMap { index, matcher in
      matcher.flatMap { $0.words?.isEmpty ?? false ? nil : (index, $0) }
    }
    if !narrowing.isEmpty {
      board.board.rows.withUnsafeBufferPointer { rows in
        for index in rows.indices {
          let row = FilterAttributes(rows[index], now: board.lens.now, facts: board.facts.known)
          for (place, matcher) in narrowing where matcher.matches(row, text: SearchText(rows[index])) {
            sums[place] += 1
          }
        }
      }
    }
    counts = filters.indices.map { index in
      switch filters[index] {
      case .failure(let error): .wrong(error)
      case .success: matchers[index] == nil ? .awaited : .rows(sums[index])
      }
    }
  }
}

extension ViewCounts.Count {
  var text: String {
    switch self {
    case .rows(let count): "\(count)"
    case .awaited: "…"
    case .wrong: "?"
    }
  }
}
