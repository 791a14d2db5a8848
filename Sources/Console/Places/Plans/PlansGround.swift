import EscalationDomain

/// By what the plans are put in order: the time and whose wall it hangs on, and the escalations that the milestones are of.
struct PlansGround {
  let lens: FilterContext
  /// The board's.
  let escalations: [BoardRow]

  /// Those that a filter leaves, in the order they stand. O(n), and O(rows of the board) for more than words.
  func rows(_ rows: [MilestoneRow], that filter: Filter) -> [MilestoneRow] {
    if filter == .everything { return rows }
    let matcher = FilterMatcher(filter, lens)
    if let words = matcher.words { return rows.filter { SearchText($0).contains(words) } }
    let places = Dictionary(
      escalations.indices.map { (escalations[$0].id, $0) }, uniquingKeysWith: { first, _ in first })
    return escalations.withUnsafeBufferPointer { escalations in
      rows.filter { row in
        let attributes = FilterAttributes(
          row, of: places[row.escalation].map { escalations[$0] }, now: lens.now)
        return matcher.matches(attributes, text: SearchText(row))
      }
    }
  }

  func words(_ rows: [MilestoneRow]) -> FilterVocabulary {
    FilterVocabulary(lens.playbooks, milestones: rows, of: escalations)
  }
}

extension Model {
  var plansGround: PlansGround { PlansGround(lens: lens, escalations: board.board.rows) }
}
