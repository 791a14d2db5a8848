/// The open escalations at one moment, in the order of the board.
public struct Board: Hashable, Sendable {
  public var rows: [BoardRow]
  /// The store's event number that these rows include.
  public var revision: Int64
  public var asOf: Instant

  /// O(n log n).
  public init(rows: __owned [BoardRow], revision: Int64, asOf: Instant) {
    self.rows = rows
    self.rows.sortInBoardOrder()
    self.revision = revision
    self.asOf = asOf
  }

  public static let empty = Board(rows: [], revision: 0, asOf: Instant(0))

  /// When the first row's most urgent clock changes by time alone; the board is read again then.
  public var staleAfter: Instant? { rows.indices.lazy.compactMap { rows[$0].staleAfter }.min() }
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

  /// O(n). Rows are looked into where they lie, for a row is large and is counted at every start.
  public init(_ rows: [BoardRow], now: Instant) {
    var accounts: [AccountCurrency: Money] = [:]
    (bands, open, breached, dueWithinHour, paused, atRisk) = ([], rows.count, 0, 0, 0, MoneyTotals())
    rows.withUnsafeBufferPointer { rows in
      for index in rows.indices {
        count(rows[index].grade, in: rows[index].band)
        if rows[index].status == .paused { paused += 1 }
        if let money = rows[index].arr {
          let key = AccountCurrency(account: rows[index].account, currency: money.currency)
          if money.minorUnits > accounts[key]?.minorUnits ?? 0 { accounts[key] = money }
        }
        switch rows[index].clock?.state(at: now) {
        case .breached: breached += 1
        case .running: if let deadline = rows[index].clock?.deadline, deadline - now <= 3600 { dueWithinHour += 1 }
        default: break
        }
      }
    }
    for money in accounts.values { atRisk.add(money) }
    bands.sort { $0.band < $1.band }
    for index in bands.indices { bands[index].grades.sort() }
  }

  /// O(bands), of which there are few.
  private mutating func count(_ grade: String, in band: Int) {
    guard let index = bands.lastIndex(where: { $0.band == band }) else {
      bands.append(BandCount(band: band, grades: [grade], count: 1))
      return
    }
    bands[index].count += 1
    if !bands[index].grades.contains(grade) { bands[index].grades.append(grade) }
  }
}

/// Amounts of two currencies are never compared, not even for one account.
private struct AccountCurrency: Hashable {
  var account: String
  var currency: String
}
