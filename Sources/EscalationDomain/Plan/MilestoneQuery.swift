/// Which milestones of all open escalations a list shows.
public struct MilestoneQuery: Hashable, Sendable {
  /// An empty text means nobody's.
  public var owner: String?
  public var overdue = false
  /// Also those that are done.
  public var withDone = false
  /// The latest due time; what is past counts.
  public var dueBy: Instant?
  /// Each word must occur in its id, title, kind or owner, or in the escalation's id, title or account.
  public var words: [String] = []

  public init() {}

  /// The open ones by due time. O(n log n).
  public func apply(to rows: [MilestoneRow], now: Instant) -> [MilestoneRow] {
    let words = words.map { SearchText.Word($0) }
    return rows.filter { row in
      guard withDone || row.isOpen else { return false }
      if let owner, (row.milestone.owner ?? "").lowercased() != owner.lowercased() { return false }
      if overdue, !row.isLate(at: now) { return false }
      if let dueBy {
        guard let due = row.milestone.due, due <= dueBy else { return false }
      }
      return words.isEmpty || SearchText(row).contains(words)
    }.inDueOrder
  }
}
