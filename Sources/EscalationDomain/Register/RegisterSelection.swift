/// Picks the first rows of a query out of a stream of any length, holding on to few of them.
public struct RegisterSelection: Sendable {
  private struct Entry {
    var key: RegisterOrder.Key
    var row: RegisterRow
  }

  private let query: RegisterQuery
  private let matcher: FilterMatcher
  private let now: Instant
  private let facts: FilterFacts?
  private let limit: Int
  private var kept: [Entry] = []
  /// A row that stands behind this one is none of the first.
  private var last: RegisterOrder.Key?
  /// How many rows the query is about so far.
  public private(set) var matching = 0

  /// - Parameters:
  ///   - limit: how many of the first are wanted; none means all.
  ///   - context: by what the query's filter is understood.
  ///   - facts: what the query needs beside the rows.
  public init(
    _ query: RegisterQuery, atMost limit: Int? = nil, context: FilterContext, facts: FilterFacts? = nil
  ) {
    self.query = query
    self.limit = max(0, limit ?? .max)
    matcher = FilterMatcher(query.filter, context)
    now = context.now
    self.facts = facts
  }

  /// O(log limit) on average, and O(1) for one that comes too late.
  public mutating func offer(_ row: RegisterRow) {
    guard query.scope.holds(row), isLeft(row) else { return }
    matching += 1
    let row = row.showing(matcher, facts, now)
    let key = query.order.key(of: row, tags: tags(of: row))
    if let last, !query.order.precedes(key, last) { return }
    kept.append(Entry(key: key, row: row))
    // Half as many again as are wanted: then few rows are moved for each that is dropped.
    if limit < Int.max / 2, kept.count > limit + limit / 2 + 64 { cut() }
  }

  private func tags(of row: RegisterRow) -> [String] {
    guard query.order.column == .tags, case .escalation(let row, _) = row else { return [] }
    return facts?.tags[row.id] ?? []
  }

  /// Of words alone as fast as texts can be looked through.
  private func isLeft(_ row: RegisterRow) -> Bool {
    if let words = matcher.words { return row.matches(words) }
    return matcher.matches(FilterAttributes(row, now: now, facts: facts), text: row.searchText)
  }

  /// The first rows, in order. O(limit log limit).
  public mutating func rows() -> [RegisterRow] {
    cut()
    return kept.map(\.row)
  }

  private mutating func cut() {
    // A row is large: places are sorted in its stead.
    let order = query.order
    let places = kept.indices.sorted { order.precedes(kept[$0].key, kept[$1].key) }
    kept = places.prefix(limit).map { kept[$0] }
    if kept.count == limit { last = kept.last?.key }
  }
}
