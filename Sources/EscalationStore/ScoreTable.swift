import EscalationDomain
import Foundation
import GRDB

/// The score that counts for each date of an account: projected from the account register.
struct ScoreTable {
  let db: Database
  private static let decoder = JSONDecoder()

  /// A score and the entry it comes from.
  struct Row: Equatable {
    var score: HealthScore
    var occurred: Instant
    var recorded: Instant
  }

  private static let columns = "day, composite, dimensions, occurred, recorded"

  func row(of account: String, on date: LocalDate) throws -> Row? {
    try rows("account = ? AND day = ?", [account.databaseValue, date.daysSinceEpoch.databaseValue]).first
  }

  func put(_ row: Row, of account: String) throws {
    // In one spelling of its name, so that the list of accounts has each once.
    try db.run(
      "INSERT OR REPLACE INTO score (account, \(ScoreTable.columns)) VALUES (?, ?, ?, ?, ?, ?)",
      [
        account.databaseValue, row.score.date.daysSinceEpoch.databaseValue, row.score.composite.databaseValue,
        try CompactJSON.text(row.score.dimensions).databaseValue, row.occurred.seconds.databaseValue,
        row.recorded.seconds.databaseValue,
      ])
  }

  /// The last so many, oldest first.
  func latest(_ count: Int, of account: String) throws -> [Row] {
    try rows(
      "account = ? ORDER BY day DESC LIMIT ?", [account.databaseValue, count.databaseValue]
    ).reversed()
  }

  /// Oldest first.
  func since(_ date: LocalDate, of account: String) throws -> [Row] {
    try rows(
      "account = ? AND day >= ? ORDER BY day", [account.databaseValue, date.daysSinceEpoch.databaseValue])
  }

  /// Every account, by name; two steps down the index for each, however many scores it has.
  func accounts() throws -> [String] {
    var accounts: [String] = []
    while true {
      var next: String?
      try db.eachRow(
        "SELECT account FROM score WHERE account > ? ORDER BY account LIMIT 1",
        [(accounts.last ?? "").databaseValue]
      ) { next = try $0.text(0) }
      guard let next else { return accounts }
      accounts.append(next)
    }
  }

  private func rows(_ condition: String, _ values: [DatabaseValue]) throws -> [Row] {
    var rows: [Row] = []
    try db.eachRow("SELECT \(ScoreTable.columns) FROM score WHERE \(condition)", values) { row in
      guard
        let dimensions = try? ScoreTable.decoder.decode(
          [HealthScore.Dimension].self, from: Data(try row.text(2).utf8))
      else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a score's dimensions cannot be read") }
      let score = HealthScore(
        date: LocalDate(daysSinceEpoch: Int(try row.int(0))), composite: Int(try row.int(1)), dimensions: dimensions)
      rows.append(Row(score: score, occurred: Instant(try row.int(3)), recorded: Instant(try row.int(4))))
    }
    return rows
  }

  // MARK: Against the register

  /// What the register makes of an account's scores. O(its entries).
  func folded(_ account: String) throws -> [Row] {
    let entries = try RegisterTable(db: db).entries(of: account, .account, as: AccountFact.self)
    var rows: [LocalDate: Row] = [:]
    for entry in entries {
      guard case .scored(let score) = entry.fact else { continue }
      rows[score.date] = Row(score: score, occurred: entry.occurred, recorded: entry.recorded)
    }
    return rows.values.sorted { $0.score.date < $1.score.date }
  }

  /// Accounts whose scores are not what the register says. O(entries + scores).
  func differing() throws -> [String] {
    let register = try RegisterTable(db: db).subjects(.account)
    var known = Set(register.map(Account.key))
    var differing = try register.filter { try folded($0) != since(LocalDate(daysSinceEpoch: .min), of: $0) }
    differing += try accounts().filter { known.insert(Account.key($0)).inserted }
    return differing
  }

  /// Writes all of it anew from the register.
  func rebuild() throws {
    try db.run("DELETE FROM score")
    for account in try RegisterTable(db: db).subjects(.account) {
      for row in try folded(account) { try put(row, of: account) }
    }
  }
}

extension Account {
  /// What names that are one to the store have in common: its tables take no notice of the case of ASCII letters.
  static func key(_ name: String) -> String {
    String(decoding: name.utf8.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }, as: UTF8.self)
  }
}
