import EscalationDomain
import GRDB

/// A record ready to be projected, and from which instant on the projection tells the truth.
struct Projected: Sendable {
  var record: Escalation
  var validFrom: Instant

  /// A log may reach beyond `now` where an import brought it; what is projected is its end.
  init(_ history: History, policies: PolicyBook, now: Instant) throws {
    let end = max(now, history.events.last?.occurred ?? now)
    self.init(try Escalation.replay(history, policies: policies, now: end), of: history)
  }

  /// - Parameter record: the history's end.
  init(_ record: Escalation, of history: History) {
    self.record = record
    // Before the last thing that anyone or time alone brought about, the record looked different.
    let events = history.events.lazy.filter { !$0.isBreach }.map { max($0.occurred, $0.known) }.max()
    let time = record.clocks.lazy.map { max($0.started, $0.breach?.at ?? $0.started, $0.ended ?? $0.started) + 1 }.max()
    validFrom = max(events ?? record.asOf, min(record.asOf, time ?? record.asOf))
  }
}

/// The rows that the projections hold for one escalation: made outside a transaction, written or compared inside one.
struct ProjectedRows: Equatable, Sendable {
  var row: [DatabaseValue]
  var board: [DatabaseValue]?
  var clocks: [[DatabaseValue]]
  var milestones: [[DatabaseValue]]

  static let rowColumns =
    BoardColumns.sharedNames + ["ended", "paused_until", "valid_from", "projected_at", "batch"]
  /// What a row of the board has before its clock.
  static let boardFront = ["batch", "valid_from", "next_change"] + BoardColumns.names

  init(row: [DatabaseValue], board: [DatabaseValue]?, clocks: [[DatabaseValue]], milestones: [[DatabaseValue]]) {
    self.row = row
    self.board = board
    self.clocks = clocks
    self.milestones = milestones
  }

  init(_ projected: Projected, batch: Int64) {
    let record = projected.record
    let shown = BoardRow(record)
    let validFrom = projected.validFrom.seconds.databaseValue
    row =
      BoardColumns.shared(shown) + [
        .of(record.ended?.seconds), .of(shown.pausedUntil?.seconds), validFrom, record.asOf.seconds.databaseValue,
        batch.databaseValue,
      ]
    if record.status.isOpen {
      board =
        [batch.databaseValue, validFrom, .of(record.nextChange?.seconds)] + BoardColumns.values(shown)
        + ClockColumns.values(shown.clock)
    }
    clocks = record.openClocks.sorted { a, b in
      // As SQLite orders texts.
      a.rule == b.rule ? a.cycle < b.cycle : a.rule.utf8.lexicographicallyPrecedes(b.rule.utf8)
    }.map(ClockColumns.values)
    milestones = MilestoneRow.rows(of: record).map(MilestoneColumns.values)
  }

  /// What differs, by table.
  func differences(from other: ProjectedRows) -> [String] {
    [
      ("escalation", row != other.row), ("board", board != other.board), ("clock", clocks != other.clocks),
      ("milestone", milestones != other.milestones),
    ].filter(\.1).map(\.0)
  }
}
