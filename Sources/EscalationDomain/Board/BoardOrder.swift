/// What rows are sorted by. Each order stands the way round that is asked for most; rows without the value come last,
/// whichever way round; rows that are equal stay as they stood, so that a board sorted by account is sorted by urgency
/// within each.
public enum BoardOrder: String, Hashable, Sendable, CaseIterable {
  /// By band, then by deadline, then by age: the board's own order.
  case severity
  /// The most urgent deadline first, whatever the severity.
  case deadline
  case account
  case owner
  /// The largest first, currency by currency in the order of their codes: amounts of two currencies are never compared.
  case arr
  /// The next renewal first.
  case renewal
  /// The newest first.
  case opened
  /// What changed last first.
  case changed
  case id

  /// The places of rows in this order.
  ///
  /// O(n log n), and O(n) for `severity`.
  /// - Parameter rows: in the board's own order.
  public func places(of rows: [BoardRow], reversed: Bool = false) -> [Int] {
    if self == .severity { return reversed ? rows.indices.reversed() : Array(rows.indices) }
    let ranks = ranks(of: rows)
    var valued: [(key: Key, place: Int)] = []
    var without: [Int] = []
    for (place, row) in rows.enumerated() {
      if let key = key(of: row, ranks) { valued.append((key, place)) } else { without.append(place) }
    }
    valued.sort { a, b in
      if a.key == b.key { return a.place < b.place }
      return reversed ? b.key.precedes(a.key, reversed: true) : a.key.precedes(b.key, reversed: false)
    }
    return valued.map(\.place) + without
  }

  /// Where each name stands among those there are: there are far fewer names than rows.
  private func ranks(of rows: [BoardRow]) -> [String: Int64] {
    let names = Set(rows.compactMap(name)).sorted { a, b in
      // Numbers count as numbers, as in ids: team 7 comes before team 12.
      let order = a.comparedAsCounted(to: b)
      return order == 0 ? a < b : order < 0
    }
    return Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, Int64($0)) })
  }

  private func name(of row: BoardRow) -> String? {
    switch self {
    case .account: row.account.lowercased()
    case .owner: row.owner?.lowercased()
    default: nil
    }
  }

  private func key(of row: BoardRow, _ ranks: [String: Int64]) -> Key? {
    switch self {
    case .severity: nil
    case .deadline: row.clock?.deadline.map { .number($0.seconds) }
    case .account, .owner: name(of: row).flatMap { ranks[$0] }.map { .number($0) }
    case .arr: row.arr.map { .money($0) }
    case .renewal: row.renewal.map { .number(Int64($0.daysSinceEpoch)) }
    case .opened: .number(-row.opened.seconds)
    case .changed: .number(-row.changed.seconds)
    case .id: .id(row.id)
    }
  }

  /// What a row is sorted by, made once for each.
  private enum Key: Equatable {
    case number(Int64)
    case money(Money)
    case id(EscalationID)

    /// - Parameter reversed: whether the two are compared the other way round, in which currencies keep their order.
    func precedes(_ other: Key, reversed: Bool) -> Bool {
      switch (self, other) {
      case (.number(let a), .number(let b)): return a < b
      case (.id(let a), .id(let b)): return a < b
      case (.money(let a), .money(let b)):
        return a.currency == b.currency ? a.minorUnits > b.minorUnits : (a.currency < b.currency) != reversed
      default: return false
      }
    }
  }
}

extension BoardOrder {
  /// What it is called where one is chosen: `account`, `ARR`.
  public var name: String { self == .arr ? "ARR" : rawValue }

  /// Which way round it stands, in words.
  public var words: String {
    switch self {
    case .severity: "the gravest first, then by deadline"
    case .deadline: "the next first, whatever the severity"
    case .account: "from A to Z"
    case .owner: "from A to Z, nobody's last"
    case .arr: "the largest first, currency by currency"
    case .renewal: "the next renewal first"
    case .opened: "the newest first"
    case .changed: "the last change first"
    case .id: "by number"
    }
  }

  /// Whether what is sorted by grows from row to row, unless reversed.
  public var grows: Bool {
    switch self {
    case .deadline, .account, .owner, .renewal, .id: true
    case .severity, .arr, .opened, .changed: false
    }
  }
}
