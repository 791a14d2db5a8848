import EscalationDomain
import GRDB

/// A clock cycle as columns, and back: enough of it to draw and to sort by, without the log.
struct ClockColumns {
  static let names = [
    "rule", "label", "cycle", "target", "started", "counts_from", "due", "opens", "waiting", "paused_since",
    "remaining", "breach", "breach_kind", "paused_total", "paused_lost", "elapses", "pausable", "warnings", "calendar",
    "calendar_version", "policy_version", "edition", "promised",
  ]

  static func values(_ cycle: ClockCycle?) -> [(any DatabaseValueConvertible)?] {
    guard let cycle else { return Array(repeating: nil, count: names.count) }
    var pausedSince: Int64?
    var remaining: Int64?
    if case .paused(let since, let left) = cycle.phase { (pausedSince, remaining) = (since.seconds, left) }
    let total = cycle.pauses.reduce(Int64(0)) { $0 + ($1.to - $1.from) }
    let lost = cycle.pauses.reduce(Int64(0)) { $0 + $1.lost }
    let warnings = cycle.warnings.percent.map(String.init).joined(separator: ",") + ";\(cycle.warnings.before)"
    return [
      cycle.rule, cycle.label, cycle.cycle, cycle.target.description, cycle.started.seconds, cycle.countsFrom.seconds,
      cycle.due.deadline?.seconds, cycle.due.opens?.seconds, waitingText(cycle.due), pausedSince, remaining,
      cycle.breach?.at.seconds, cycle.breach.map { ($0.byReclassification ? 1 : 0) + ($0.corrected ? 2 : 0) }, total,
      lost, cycle.elapses ? 1 : 0, cycle.pausable ? 1 : 0, warnings, cycle.calendar, cycle.calendarVersion,
      cycle.policyVersion, cycle.edition, cycle.promised?.seconds,
    ]
  }

  /// Reads the columns from `start` on; none where the row has no clock.
  static func cycle(_ row: Row, from start: Int) throws -> ClockCycle? {
    guard let rule = try row.decode(String?.self, atIndex: start) else { return nil }
    func int(_ index: Int) throws -> Int64? { try row.decode(Int64?.self, atIndex: start + index) }
    func text(_ index: Int) throws -> String { try row.decode(String.self, atIndex: start + index) }
    func instant(_ index: Int) throws -> Instant? { try int(index).map(Instant.init) }
    let target = try text(3)
    guard let parsed = try? Target(parsing: target) else {
      throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a clock's target cannot be read: \(target)")
    }
    let started = try instant(4) ?? Instant(0)
    var phase = ClockCycle.Phase.running
    if let since = try instant(9) { phase = .paused(since: since, remaining: try int(10) ?? 0) }
    var breach: ClockCycle.Breach?
    if let at = try instant(11) {
      let kind = try int(12) ?? 0
      breach = .init(at: at, byReclassification: kind & 1 != 0, corrected: kind & 2 != 0)
    }
    var pauses: [ClockCycle.PausedStretch] = []
    if let total = try int(13), total > 0 {
      pauses = [.init(from: started, to: started + total, lost: try int(14) ?? 0)]
    }
    return ClockCycle(
      rule: rule, label: try text(1), cycle: Int(try int(2) ?? 1), target: parsed, started: started,
      countsFrom: try instant(5) ?? started,
      due: due(try instant(6), opens: try instant(7), try textOrNil(row, start + 8)),
      phase: phase, breach: breach, pauses: pauses, slots: nil, elapses: try int(15) == 1,
      pausable: try int(16) == 1, warnings: warnings(try text(17)), calendar: try text(18),
      calendarVersion: Int(try int(19) ?? 0), policyVersion: Int(try int(20) ?? 0), edition: Int(try int(21) ?? 0),
      promised: try instant(22))
  }

  private static func textOrNil(_ row: Row, _ index: Int) throws -> String? {
    try row.decode(String?.self, atIndex: index)
  }

  private static func warnings(_ text: String) -> WarningPlan {
    if text == "50,75,90;900" { return .standard }
    let parts = text.split(separator: ";", omittingEmptySubsequences: false)
    return WarningPlan(
      percent: parts.first?.split(separator: ",").compactMap { Int($0) } ?? [],
      before: parts.count > 1 ? Int64(parts[1]) ?? 0 : 0)
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
