import EscalationDomain
import GRDB

/// A board row as columns, and back. Indexed columns only: no JSON is decoded on the start-up path.
enum BoardColumns {
  static let names = sharedNames + ["paused_until", "open_clocks", "stale_after"]
  static let sharedNames = [
    "id", "title", "account", "playbook", "severity", "level", "stage", "band", "status", "owner", "arr", "currency",
    "renewal", "opened", "changed",
  ]

  /// What the tables of all escalations and of open ones have in common.
  static func shared(_ row: BoardRow) -> [(any DatabaseValueConvertible)?] {
    [
      row.id.text, row.title, row.account, row.playbook, row.severity, row.level, row.stage, row.band,
      row.status.rawValue, row.owner, row.arr?.minorUnits, row.arr?.currency, row.renewal?.daysSinceEpoch,
      row.opened.seconds, row.changed.seconds,
    ]
  }

  static func values(_ row: BoardRow) -> [(any DatabaseValueConvertible)?] {
    shared(row) + [row.pausedUntil?.seconds, row.openClocks, row.staleAfter?.seconds]
  }

  /// Reads the shared columns from `start` on; the clock, if any, is the caller's.
  static func row(_ row: Row, from start: Int, clock: ClockCycle?, openClocks: Int, staleAfter: Instant?) throws
    -> BoardRow
  {
    func text(_ index: Int) throws -> String { try row.decode(String.self, atIndex: start + index) }
    func maybe(_ index: Int) throws -> String? { try row.decode(String?.self, atIndex: start + index) }
    func int(_ index: Int) throws -> Int64? { try row.decode(Int64?.self, atIndex: start + index) }
    guard let status = Status(rawValue: try text(8)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an escalation's status cannot be read")
    }
    var arr: Money?
    if let amount = try int(10), let currency = try maybe(11) { arr = Money(minorUnits: amount, currency: currency) }
    return BoardRow(
      id: EscalationID(try text(0)), title: try text(1), account: try text(2), playbook: try text(3),
      severity: try maybe(4), level: try maybe(5), stage: try maybe(6), band: Int(try int(7) ?? 4), status: status,
      owner: try maybe(9), arr: arr, renewal: try int(12).map { LocalDate(daysSinceEpoch: Int($0)) },
      opened: Instant(try int(13) ?? 0), changed: Instant(try int(14) ?? 0),
      pausedUntil: try int(15).map(Instant.init), clock: clock, openClocks: openClocks, staleAfter: staleAfter)
  }
}
