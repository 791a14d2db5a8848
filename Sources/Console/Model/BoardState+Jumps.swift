import EscalationDomain

/// Where jumps on the board lead, as indices into `shown`.
extension BoardState {
  /// The first row of the next section; nil in the last one.
  var nextSection: Int? { sections.first { $0.rows.lowerBound > cursor }?.rows.lowerBound }

  /// The first row of this section, and from there of the one before.
  var previousSection: Int? { sections.last { $0.rows.lowerBound < cursor }?.rows.lowerBound }

  /// The next row below that is past its deadline, from the top again after the last; nil where none is. O(n).
  func nextLate(now: Instant) -> Int? {
    let below = Array(shown.indices.dropFirst(cursor + 1)) + Array(shown.indices.prefix(cursor + 1))
    return below.first { row(at: $0).clock?.state(at: now) == .breached }
  }

  /// The row whose deadline is the next; nil where no clock runs. O(n).
  func nextDue(now: Instant) -> Int? {
    func due(_ index: Int) -> Instant? { row(at: index).clock?.deadline }
    return shown.indices.filter { due($0) != nil }.min { (due($0) ?? .max) < (due($1) ?? .max) }
  }

  /// The row a number of rows from an escalation; of one that left the board, from where the cursor came to stand. O(n).
  func neighbour(of id: EscalationID, by step: Int) -> Int? {
    let index: Int
    if selected?.id == id {
      index = cursor + step
    } else if let here = shown.firstIndex(where: { board.rows[$0].id == id }) {
      index = here + step
    } else {
      index = step > 0 ? cursor : cursor - 1
    }
    return shown.indices.contains(index) ? index : nil
  }

  /// Goes to a row further off and remembers where it was.
  mutating func jump(to index: Int) {
    guard let id = selected?.id else { return }
    changed.remove(id)
    if index != cursor { jumpedFrom = id }
    select(index)
  }

  /// The shown row of an escalation. O(n).
  func place(of id: EscalationID) -> Int? { shown.firstIndex { board.rows[$0].id == id } }
}
