import EscalationDomain
import GRDB

/// The Risk Register as it stands: a row a risk, projected from its entries.
struct RiskTable {
  let db: Database

  /// A row, and from when on it holds.
  struct Projected: Equatable {
    var row: RiskRow
    var validFrom: Instant

    init(row: RiskRow, validFrom: Instant) {
      self.row = row
      self.validFrom = validFrom
    }

    init?(_ id: RiskID, _ entries: [RegisterEntry<RiskFact>]) {
      guard let risk = Risk(id, entries), let last = entries.map({ max($0.occurred, $0.known) }).max() else {
        return nil
      }
      self.init(row: RiskRow(risk), validFrom: last)
    }
  }

  private static let columns = """
    id, valid_from, title, account, category, status, likelihood, impact, residual, owner, next_review, arr, currency,
    escalation
    """

  func put(_ projected: Projected) throws {
    let row = projected.row
    try db.run(
      "INSERT OR REPLACE INTO risk (\(RiskTable.columns)) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
      [
        row.id.text.databaseValue, projected.validFrom.seconds.databaseValue, row.title.databaseValue,
        row.account.databaseValue, .of(row.category), row.status.rawValue.databaseValue,
        row.likelihood.databaseValue, row.impactScore.databaseValue, .of(row.residual.map(Int64.init)),
        .of(row.owner), .of(row.nextReview.map { Int64($0.daysSinceEpoch) }), .of(row.arrExposed?.minorUnits),
        .of(row.arrExposed?.currency), .of(row.escalation?.text),
      ])
  }

  func all() throws -> [Projected] {
    var rows: [Projected] = []
    try db.eachRow("SELECT \(RiskTable.columns) FROM risk") { rows.append(try RiskTable.read($0)) }
    return rows
  }

  private static func read(_ row: Columns) throws -> Projected {
    let id = RiskID(try row.text(0))
    guard let status = Risk.Status(rawValue: try row.text(5)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "risk \(id) has no status that is known")
    }
    let arr = try row.maybeInt(11)
    let currency = try row.maybeText(12)
    return Projected(
      row: RiskRow(
        id: id, title: try row.text(2), account: try row.text(3), category: try row.maybeText(4), status: status,
        likelihood: Int(try row.int(6)), impactScore: Int(try row.int(7)),
        residual: try row.maybeInt(8).map { Int($0) },
        owner: try row.maybeText(9), nextReview: try row.maybeInt(10).map { LocalDate(daysSinceEpoch: Int($0)) },
        arrExposed: arr.flatMap { amount in currency.map { Money(minorUnits: amount, currency: $0) } },
        escalation: try row.maybeText(13).map(EscalationID.init)),
      validFrom: Instant(try row.int(1)))
  }

  // MARK: The proof that it equals the log

  func entries(of id: String, knownAt: Instant? = nil) throws -> [RegisterEntry<RiskFact>] {
    try RegisterTable(db: db).entries(of: id, .risk, as: RiskFact.self, knownAt: knownAt)
  }

  private func expected() throws -> [Projected] {
    try RegisterTable(db: db).subjects(.risk).compactMap { Projected(RiskID($0), try entries(of: $0)) }
  }

  /// The ids of risks whose rows differ from what the register says. O(entries).
  func differing() throws -> [String] {
    let expected = try Dictionary(expected().map { ($0.row.id.text, $0) }) { first, _ in first }
    let stored = try Dictionary(all().map { ($0.row.id.text, $0) }) { first, _ in first }
    return Set(expected.keys).union(stored.keys).filter { expected[$0] != stored[$0] }.sorted()
  }

  func rebuild() throws {
    try db.run("DELETE FROM risk")
    for projected in try expected() { try put(projected) }
  }
}
