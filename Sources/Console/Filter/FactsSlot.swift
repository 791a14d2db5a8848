import EscalationDomain

/// What a filter asks about that no row says: read when a filter first needs it, and anew as the rows change.
struct FactsSlot: Equatable, Sendable {
  private(set) var known = FilterFacts()
  /// What is being read.
  private(set) var asked: Set<FilterFacts.Kind>?
  /// The rows for which it was asked last.
  private var generation: Int?

  /// What to read now, if anything; what failed is tried again with the next rows.
  mutating func want(_ needed: Set<FilterFacts.Kind>, for rows: Int) -> [Effect] {
    guard !needed.isEmpty, asked == nil else { return [] }
    if generation == rows, lastNeeded.isSuperset(of: needed) { return [] }
    (asked, generation, lastNeeded) = (needed, rows, needed)
    return [.loadFilterFacts(needed)]
  }

  private var lastNeeded: Set<FilterFacts.Kind> = []

  mutating func answered(_ facts: FilterFacts?) {
    asked = nil
    if let facts { known = facts }
  }
}
