import EscalationDomain
import GRDB

extension Projection {
  static let rowColumns =
    BoardColumns.sharedNames + ["ended", "paused_until", "last_known", "projected_at", "batch"]
  static let boardColumns = ["batch", "last_known", "next_change"] + BoardColumns.names + ClockColumns.names

  static func rowValues(_ projected: Projected, batch: Int64) -> [(any DatabaseValueConvertible)?] {
    let row = BoardRow(projected.record)
    return BoardColumns.shared(row) + [
      projected.record.ended?.seconds, row.pausedUntil?.seconds, projected.lastKnown.seconds,
      projected.record.asOf.seconds, batch,
    ]
  }

  static func boardValues(_ projected: Projected, batch: Int64) -> [(any DatabaseValueConvertible)?]? {
    guard projected.record.status.isOpen else { return nil }
    let row = BoardRow(projected.record)
    return [batch, projected.lastKnown.seconds, projected.record.nextChange?.seconds] + BoardColumns.values(row)
      + ClockColumns.values(row.clock)
  }

  /// What each table must hold for a record, by table.
  static func contents(_ projected: Projected, key: Int64, batch: Int64) -> [(String, [[DatabaseValue]])] {
    func values(_ row: [(any DatabaseValueConvertible)?]) -> [DatabaseValue] { row.map { $0?.databaseValue ?? .null } }
    let clocks = projected.record.openClocks.sorted { ($0.rule, $0.cycle) < ($1.rule, $1.cycle) }
    return [
      ("escalation", [values(rowValues(projected, batch: batch))]),
      ("board", boardValues(projected, batch: batch).map { [values($0)] } ?? []),
      ("clock", clocks.map { values(ClockColumns.values($0)) }),
    ]
  }

  /// What a table does hold for a record.
  static func stored(_ db: Database, _ table: String, key: Int64) throws -> [[DatabaseValue]] {
    let (columns, column, order) =
      switch table {
      case "escalation": (rowColumns, "key", "key")
      case "board": (boardColumns, "escalation", "escalation")
      default: (ClockColumns.names, "escalation", "rule, cycle")
      }
    let sql = "SELECT \(columns.joined(separator: ", ")) FROM \(table) WHERE \(column) = ? ORDER BY \(order)"
    return try Row.fetchAll(db, sql: sql, arguments: [key]).map { Array($0.databaseValues) }
  }
}
