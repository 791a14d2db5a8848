import EscalationDomain
import GRDB

extension SQLiteStore: BulkStoring {
  public func perform(_ acts: [(EscalationID, Command, Act)], asOf basis: [EscalationID: Int64]) throws -> [Performed] {
    try write { db in
      for (id, newest) in basis {
        guard let found = try find(id, db) else { throw StoreFailure.noSuchEscalation(id) }
        guard try newestAct(key: found.key, db) == newest else { throw Refusal.overtaken }
      }
      return try perform(acts, db)
    }
  }

  private func newestAct(key: Int64, _ db: Database) throws -> Int64 {
    var newest: Int64 = 0
    try db.eachRow(
      "SELECT COALESCE(MAX(sequence), 0) FROM event WHERE escalation = ? AND source <> 'derived'", [key.databaseValue]
    ) { newest = try $0.int(0) }
    return newest
  }
}
