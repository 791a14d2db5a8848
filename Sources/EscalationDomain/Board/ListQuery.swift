/// Which escalations a list shows, and in which order.
public struct ListQuery: Hashable, Sendable {
  public enum Scope: Hashable, Sendable {
    /// Neither resolved nor closed nor cancelled.
    case open
    case ended
    case all
  }

  public var scope: Scope = .open
  /// Grades in any case: `S0`, `p1`.
  public var grades: [String] = []
  public var statuses: [Status] = []
  public var playbook: String?
  /// An empty text means nobody's.
  public var owner: String?
  public var account: String?
  public var breached = false
  /// Only those that have an open clock: of ended ones, a follow-up, a recovery step, a promise, a watch.
  public var stillDue = false
  /// Seconds from now within which the most urgent deadline lies; what is past counts.
  public var dueWithin: Int64?
  /// Each word must occur in the id, title, account or owner.
  public var words: [String] = []
  public var order = BoardOrder.severity
  public var reversed = false
  public var limit: Int?

  public init() {}

  /// O(n log n).
  public func apply(to rows: [BoardRow], now: Instant) -> [BoardRow] {
    let grades = Set(grades.map { $0.lowercased() })
    let words = words.map { SearchText.Word($0) }
    var chosen = rows.filter { row in
      switch scope {
      case .open where !row.status.isOpen, .ended where row.status.isOpen: return false
      default: break
      }
      if !grades.isEmpty,
        ![row.severity, row.level, row.stage].contains(where: { grades.contains($0?.lowercased() ?? "") })
      {
        return false
      }
      if !statuses.isEmpty, !statuses.contains(row.status) { return false }
      if let playbook, row.playbook != playbook { return false }
      if let owner, (row.owner ?? "").lowercased() != owner.lowercased() { return false }
      if let account, !row.account.lowercased().contains(account.lowercased()) { return false }
      if stillDue, row.clock == nil { return false }
      if breached, row.clock?.state(at: now) != .breached { return false }
      if let dueWithin {
        guard let deadline = row.clock?.deadline, deadline - now <= dueWithin else { return false }
      }
      return words.isEmpty || SearchText(row).contains(words)
    }
    chosen.sort(by: BoardRow.boardOrder)
    let places = order.places(of: chosen, reversed: reversed)
    return places.prefix(limit ?? places.count).map { chosen[$0] }
  }
}
