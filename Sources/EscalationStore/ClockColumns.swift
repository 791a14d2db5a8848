import EscalationDomain
import GRDB

/// A clock cycle as columns, and back: enough of it to draw and to sort by, without the log. Its pauses come back as
/// one of the same length, and where a cadence stands is left to the replay.
enum ClockColumns {
  static let names = [
    "rule", "label", "cycle", "target", "started", "counts_from", "due", "opens", "waiting", "paused_since",
    "remaining", "breach", "breach_kind", "paused_total", "paused_lost", "elapses", "pausable", "warnings", "calendar",
    "calendar_version", "policy_version", "edition", "promised", "breach_deadline",
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
      cycle.rule.databaseValue, cycle.label.databaseValue, cycle.cycle.databaseValue,
      cycle.target.description.databaseValue, cycle.started.seconds.databaseValue,
      cycle.countsFrom.seconds.databaseValue, .of(cycle.due.deadline?.seconds), .of(cycle.due.opens?.seconds),
      .of(waitingText(cycle.due)), .of(pausedSince), .of(remaining), .of(cycle.breach?.at.seconds),
      .of(cycle.breach.map { ($0.byReclassification ? 1 : 0) + ($0.corrected ? 2 : 0) }), total.databaseValue,
      lost.databaseValue, cycle.elapses.databaseValue, cycle.pausable.databaseValue, warnings.databaseValue,
      cycle.calendar.databaseValue, cycle.calendarVersion.databaseValue, cycle.policyVersion.databaseValue,
      cycle.edition.databaseValue, .of(cycle.promised?.seconds), .of(cycle.breach?.deadline.seconds),
    ]
  }

  /// Texts that many clocks share, parsed once each.
  final class Memo {
    private var targets: [String: Target] = [:]
    private var plans: [String: WarningPlan] = ["50,75,90;900": .standard]

    func target(_ text: String) throws -> Target {
      if let known = targets[text] { return known }
      guard let parsed = try? Target(parsing: text) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a clock's target cannot be read: \(text)")
      }
      targets[text] = parsed
      return parsed
    }

    func plan(_ text: String) -> WarningPlan {
      if let known = plans[text] { return known }
      let parts = text.split(separator: ";", omittingEmptySubsequences: false)
      let plan = WarningPlan(
        percent: parts.first?.split(separator: ",").compactMap { Int($0) } ?? [],
        before: parts.count > 1 ? Int64(parts[1]) ?? 0 : 0)
      plans[text] = plan
      return plan
    }
  }

  /// Reads the columns from `start` on; none where the row has no clock.
  static func cycle(_ row: Columns, from start: Int, _ memo: Memo) throws -> ClockCycle? {
    guard let rule = try row.maybeText(start) else { return nil }
    let started = Instant(try row.int(start + 4))
    var phase = ClockCycle.Phase.running
    if let since = try row.instant(start + 9) {
      phase = .paused(since: since, remaining: try row.maybeInt(start + 10) ?? 0)
    }
    var breach: ClockCycle.Breach?
    if let at = try row.instant(start + 11) {
      let kind = try row.maybeInt(start + 12) ?? 0
      breach = .init(
        at: at, deadline: try row.instant(start + 23), byReclassification: kind & 1 != 0, corrected: kind & 2 != 0)
    }
    var pauses: [ClockCycle.PausedStretch] = []
    if let total = try row.maybeInt(start + 13), total > 0 {
      pauses = [.init(from: started, to: started + total, lost: try row.maybeInt(start + 14) ?? 0)]
    }
    return ClockCycle(
      rule: rule, label: try row.text(start + 1), cycle: Int(try row.int(start + 2)),
      target: try memo.target(try row.text(start + 3)), started: started,
      countsFrom: Instant(try row.int(start + 5)),
      due: due(try row.instant(start + 6), opens: try row.instant(start + 7), try row.maybeText(start + 8)),
      phase: phase, breach: breach, pauses: pauses, slots: nil, elapses: try row.int(start + 15) == 1,
      pausable: try row.int(start + 16) == 1, warnings: memo.plan(try row.text(start + 17)),
      calendar: try row.text(start + 18), calendarVersion: Int(try row.int(start + 19)),
      policyVersion: Int(try row.int(start + 20)), edition: Int(try row.int(start + 21)),
      promised: try row.instant(start + 22))
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
