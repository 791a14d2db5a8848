import EscalationDomain
import GRDB

/// A clock cycle as columns, and back: enough of it to draw and to sort by, without the log. Its pauses come back as
/// one of the same length, and where a cadence stands is left to the replay.
///
/// What a cycle has from its rule, thousands of others have too: those columns lie once in the table `terms`.
enum ClockColumns {
  static let names = terms + own
  static let terms = [
    "rule", "label", "target", "elapses", "pausable", "warnings", "calendar", "calendar_version", "policy_version",
    "edition",
  ]
  static let own = [
    "cycle", "started", "counts_from", "due", "opens", "waiting", "paused_since", "remaining", "breach", "breach_kind",
    "breach_deadline", "paused_total", "paused_lost", "promised",
  ]

  static func values(_ cycle: ClockCycle?) -> [DatabaseValue] {
    guard let cycle else { return Array(repeating: .null, count: names.count) }
    var pausedSince: Int64?
    var remaining: Int64?
    if case .paused(let since, let left) = cycle.phase { (pausedSince, remaining) = (since.seconds, left) }
    let total = cycle.pauses.reduce(Int64(0)) { $0 + ($1.to - $1.from) }
    let lost = cycle.pauses.reduce(Int64(0)) { $0 + $1.lost }
    let warnings = cycle.warnings.percent.map(String.init).joined(separator: ",") + ";\(cycle.warnings.before)"
    return [
      cycle.rule.databaseValue, cycle.label.databaseValue, cycle.target.description.databaseValue,
      cycle.elapses.databaseValue, cycle.pausable.databaseValue, warnings.databaseValue, cycle.calendar.databaseValue,
      cycle.calendarVersion.databaseValue, cycle.policyVersion.databaseValue, cycle.edition.databaseValue,

      cycle.cycle.databaseValue, cycle.started.seconds.databaseValue, cycle.countsFrom.seconds.databaseValue,
      .of(cycle.due.deadline?.seconds), .of(cycle.due.opens?.seconds), .of(waitingText(cycle.due)), .of(pausedSince),
      .of(remaining), .of(cycle.breach?.at.seconds),
      .of(cycle.breach.map { ($0.byReclassification ? 1 : 0) + ($0.corrected ? 2 : 0) }),
      .of(cycle.breach?.deadline.seconds), total.databaseValue, lost.databaseValue, .of(cycle.promised?.seconds),
    ]
  }

  /// What cycles have from their rules, parsed once for all that share it.
  struct Terms {
    private var cycles: [Int64: ClockCycle] = [:]

    /// O(terms): as many as rules in all editions, or so.
    init(_ db: Database) throws {
      try db.eachRow("SELECT number, \(Projection.list(ClockColumns.terms)) FROM terms") { row in
        let target = try row.text(3)
        guard let parsed = try? Target(parsing: target) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a clock's target cannot be read: \(target)")
        }
        cycles[try row.int(0)] = ClockCycle(
          rule: try row.text(1), label: try row.text(2), cycle: 0, target: parsed, started: Instant(0),
          countsFrom: Instant(0), due: .never, phase: .running, breach: nil, pauses: [], slots: nil,
          elapses: try row.int(4) == 1, pausable: try row.int(5) == 1, warnings: Terms.plan(try row.text(6)),
          calendar: try row.text(7), calendarVersion: Int(try row.int(8)), policyVersion: Int(try row.int(9)),
          edition: Int(try row.int(10)), promised: nil)
      }
    }

    private static func plan(_ text: String) -> WarningPlan {
      let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      return WarningPlan(
        percent: parts.first?.split(separator: ",").compactMap { Int($0) } ?? [],
        before: parts.count > 1 ? Int64(parts[1]) ?? 0 : 0)
    }

    /// The numbers of those whose cycles follow each other by time alone.
    var ofSlots: [Int64] {
      cycles.filter { if case .slots = $0.value.target { true } else { false } }.keys.sorted()
    }

    func cycle(_ number: Int64) throws -> ClockCycle {
      guard let cycle = cycles[number] else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a clock's terms are missing")
      }
      return cycle
    }
  }

  /// Reads the number of its terms at `start` and its own columns after it; none where the row has no clock.
  static func cycle(_ row: Columns, from start: Int, _ terms: Terms) throws -> ClockCycle? {
    guard let number = try row.maybeInt(start) else { return nil }
    var cycle = try terms.cycle(number)
    cycle.cycle = Int(try row.int(start + 1))
    cycle.started = Instant(try row.int(start + 2))
    cycle.countsFrom = Instant(try row.int(start + 3))
    let deadline = try row.instant(start + 4)
    cycle.due = due(
      deadline, opens: try row.instant(start + 5), deadline == nil ? try row.maybeText(start + 6) : nil)
    if let since = try row.instant(start + 7) {
      cycle.phase = .paused(since: since, remaining: try row.maybeInt(start + 8) ?? 0)
    }
    if let at = try row.instant(start + 9) {
      let kind = try row.maybeInt(start + 10) ?? 0
      cycle.breach = .init(
        at: at, deadline: try row.instant(start + 11), byReclassification: kind & 1 != 0, corrected: kind & 2 != 0)
    }
    if case let total = try row.int(start + 12), total > 0 {
      cycle.pauses = [.init(from: cycle.started, to: cycle.started + total, lost: try row.int(start + 13))]
    }
    cycle.promised = try row.instant(start + 14)
    return cycle
  }

  private static func waitingText(_ due: ClockDue) -> String? {
    switch due {
    case .at, .window: nil
    case .never: "never"
    case .waiting(.accountDate(let date)): date.rawValue
    case .waiting(.neededBy): "needed-by"
    case .waiting(.promised): "promise"
    case .waiting(.rule(let rule)): "rule:\(rule)"
    }
  }

  private static func due(_ deadline: Instant?, opens: Instant?, _ waiting: String?) -> ClockDue {
    if let deadline { return opens.map { .window(opens: $0, late: deadline) } ?? .at(deadline) }
    guard let waiting, waiting != "never" else { return .never }
    if let date = AccountDate(rawValue: waiting) { return .waiting(.accountDate(date)) }
    if waiting == "needed-by" { return .waiting(.neededBy) }
    if waiting.hasPrefix("rule:") { return .waiting(.rule(String(waiting.dropFirst(5)))) }
    return .waiting(.promised)
  }
}
