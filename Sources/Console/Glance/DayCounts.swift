import EscalationDomain

/// What today's checklists leave open of each escalation, for the board.
public struct DayCounts: Equatable, Sendable {
  struct Count: Hashable, Sendable {
    var open: Int
    /// Of them those that were open on an earlier date already.
    var carried: Int
  }

  /// Every log is replayed for them, so a board of more rows does without; the war room has them all.
  static let mostRows = 250

  private(set) var counts: [EscalationID: Count] = [:]
  /// Whether the board keeps room for them, which it does before they are there.
  var isShown = false
  private var isAsked = false
  private var isOld = false

  subscript(id: EscalationID) -> Count? { counts[id] }

  /// Asks for them anew; one request at a time.
  mutating func ask(rows: Int) -> [Effect] {
    guard rows > 0, rows <= DayCounts.mostRows else {
      counts = [:]
      return []
    }
    if isAsked {
      isOld = true
      return []
    }
    isAsked = true
    return [.loadDay]
  }

  mutating func answered(_ day: DailyChecklist?, rows: Int) -> [Effect] {
    isAsked = false
    if let day {
      let counted = day.groups.map { group in
        let open = group.items.filter(\.isOpen)
        return (group.id, Count(open: open.count, carried: open.count { $0.carried > 0 }))
      }
      counts = Dictionary(counted, uniquingKeysWith: { first, _ in first })
    }
    defer { isOld = false }
    return isOld ? ask(rows: rows) : []
  }
}

extension Model {
  /// New rows and acts change what is left to do today.
  mutating func followDay(_ message: Message) -> [Effect] {
    switch message {
    case .policyLoaded, .boardLoaded, .performed, .bulkPerformed, .opened:
      day.isShown = asksDaily
      return day.isShown ? day.ask(rows: board.board.rows.count) : []
    default: return []
    }
  }

  /// Whether a playbook on the board has lists to ask. O(rows).
  private var asksDaily: Bool {
    let rows = board.board.rows
    guard !rows.isEmpty, rows.count <= DayCounts.mostRows else { return false }
    let asking = Set(
      (policies?.book.current.playbooks ?? [:]).values.map(\.value).filter { !$0.checklists.isEmpty }.map(\.id))
    return rows.contains { asking.contains($0.playbook) }
  }
}
