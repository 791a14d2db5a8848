/// The open escalations at one moment, in the order of the board.
public struct Board: Hashable, Sendable {
  public var rows: [BoardRow]
  /// The store's event number that these rows include.
  public var revision: Int64
  public var asOf: Instant

  public init(rows: [BoardRow], revision: Int64, asOf: Instant) {
    self.init(inOrder: rows.sorted(by: BoardRow.boardOrder), revision: revision, asOf: asOf)
  }

  /// - Parameter rows: in the board's order already; sorting thousands of rows costs as much as reading them.
  public init(inOrder rows: [BoardRow], revision: Int64, asOf: Instant) {
    self.rows = rows
    self.revision = revision
    self.asOf = asOf
  }

  public static let empty = Board(rows: [], revision: 0, asOf: Instant(0))

  /// When the first row's most urgent clock changes by time alone; the board is read again then.
  public var staleAfter: Instant? { rows.compactMap(\.staleAfter).min() }
}

/// What the board's header counts.
public struct BoardTotals: Hashable, Sendable {
  public struct BandCount: Hashable, Sendable {
    public var band: Int
    /// The grades in use in this band, e.g. `S0`, `P1`.
    public var grades: [String]
    public var count: Int
  }

  public var bands: [BandCount]
  public var open: Int
  public var breached: Int
  /// Deadlines within the next hour.
  public var dueWithinHour: Int
  public var paused: Int
  /// ARR of the accounts with an open escalation, by currency: each account once in each currency its records name.
  public var atRisk: MoneyTotals

  /// O(n).
  public init(_ rows: [BoardRow], now: Instant) {
    var counts: [Int: (grades: Set<String>, count: Int)] = [:]
    var accounts: [AccountCurrency: Money] = [:]
    (open, breached, dueWithinHour, paused, atRisk) = (rows.count, 0, 0, 0, MoneyTotals())
    for row in rows {
      counts[row.band, default: ([], 0)].count += 1
      counts[row.band]?.grades.insert(row.grade)
      if row.status == .paused { paused += 1 }
      if let money = row.arr {
        let key = AccountCurrency(account: row.account, currency: money.currency)
        if money.minorUnits > accounts[key]?.minorUnits ?? 0 { accounts[key] = money }
      }
      guard let clock = row.clock else { continue }
      switch clock.state(at: now) {
      case .breached: breached += 1
      case .running: if let deadline = clock.deadline, deadline - now <= 3600 { dueWithinHour += 1 }
      default: break
      }
    }
    for money in accounts.values { atRisk.add(money) }
    bands = counts.sorted { $0.key < $1.key }.map {
      BandCount(band: $0.key, grades: $0.value.grades.sorted(), count: $0.value.count)
    }
  }
}

/// Amounts of two currencies are never compared, not even for one account.
private struct AccountCurrency: Hashable {
  var account: String
  var currency: String
}
