import EscalationDomain
import GRDB

/// A board row as columns, and back. Plain columns only: no JSON is decoded on the start-up path.
enum BoardColumns {
  static let names = sharedNames + ["paused_until"] + PlanColumns.names + ["open_clocks", "stale_after"]
  /// Where the plan's columns begin among them.
  static let planStart = sharedNames.count + 1
  static let sharedNames = [
    "id", "title", "account", "playbook", "severity", "level", "stage", "band", "status", "owner", "arr", "currency",
    "renewal", "opened", "changed",
  ]

  /// What the tables of all escalations and of open ones have in common.
  static func shared(_ row: BoardRow) -> [DatabaseValue] {
    [
      row.id.text.databaseValue, row.title.databaseValue, row.account.databaseValue, row.playbook.databaseValue,
      .of(row.severity), .of(row.level), .of(row.stage), row.band.databaseValue, row.status.rawValue.databaseValue,
      .of(row.owner), .of(row.arr?.minorUnits), .of(row.arr?.currency), .of(row.renewal?.daysSinceEpoch),
      row.opened.seconds.databaseValue, row.changed.seconds.databaseValue,
    ]
  }

  static func values(_ row: BoardRow) -> [DatabaseValue] {
    shared(row) + [.of(row.pausedUntil?.seconds)] + PlanColumns.values(row.plan)
      + [row.openClocks.databaseValue, .of(row.staleAfter?.seconds)]
  }

  /// Reads the shared columns and the pause; the clock and the plan, if any, are the caller's.
  static func row(
    _ row: Columns, clock: ClockCycle?, openClocks: Int, staleAfter: Instant?, plan: PlanProgress? = nil
  ) throws -> BoardRow {
    guard let status = Status(rawValue: try row.text(8)) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an escalation's status cannot be read")
    }
    var arr: Money?
    if let amount = try row.maybeInt(10), let currency = try row.maybeText(11) {
      arr = Money(minorUnits: amount, currency: currency)
    }
    return BoardRow(
      id: EscalationID(try row.text(0)), title: try row.text(1), account: try row.text(2), playbook: try row.text(3),
      severity: try row.maybeText(4), level: try row.maybeText(5), stage: try row.maybeText(6),
      band: Int(try row.int(7)), status: status, owner: try row.maybeText(9), arr: arr,
      renewal: try row.maybeInt(12).map { LocalDate(daysSinceEpoch: Int($0)) }, opened: Instant(try row.int(13)),
      changed: Instant(try row.int(14)), pausedUntil: try row.instant(15), clock: clock, openClocks: openClocks,
      staleAfter: staleAfter, plan: plan)
  }
}

extension DatabaseValue {
  static func of(_ value: (some DatabaseValueConvertible)?) -> DatabaseValue { value?.databaseValue ?? .null }
}
