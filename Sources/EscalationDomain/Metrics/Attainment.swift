/// How the cycles of one clock rule went. Each cycle counts in one place, corrected breaches beside.
///
/// Source: CLOCKS, A clock's life: breaches by reclassification and corrected ones are reported apart.
public struct Attainment: Hashable, Sendable {
  /// Ended at or before the deadline.
  public var met = 0
  /// Ended after it, broken off once it was late, or a slot that passed unserved.
  public var missed = 0
  /// Ended late after a change of severity or policy had put the deadline into the past.
  public var missedByReclassification = 0
  /// Broken off in time, or ended without ever having had a deadline.
  public var cancelled = 0
  /// Still open past the deadline as the window ends.
  public var breachedOpen = 0
  public var breachedOpenByReclassification = 0
  /// Breaches that a late record, or an undo, showed not to have been.
  public var corrected = 0

  public init() {}

  /// Cycles that ended.
  public var ended: Int { met + missed + missedByReclassification + cancelled }

  /// Per cent met of what was met, missed or is past its deadline; reclassified ones left out.
  public var attained: Ratio? { .percent(met, of: met + missed + breachedOpen) }

  public var isEmpty: Bool { self == Attainment() }

  public static func + (a: Attainment, b: Attainment) -> Attainment {
    var sum = a
    sum.met += b.met
    sum.missed += b.missed
    sum.missedByReclassification += b.missedByReclassification
    sum.cancelled += b.cancelled
    sum.breachedOpen += b.breachedOpen
    sum.breachedOpenByReclassification += b.breachedOpenByReclassification
    sum.corrected += b.corrected
    return sum
  }

  /// Counts one cycle, as it stands at `now`, the window's last moment.
  mutating func add(_ cycle: ClockCycle, in window: Range<Instant>, now: Instant) {
    let isReclassified = cycle.breach.map { $0.byReclassification && !$0.corrected } ?? false
    if let breach = cycle.breach, breach.corrected, window.contains(breach.deadline) { corrected += 1 }
    if let ended = cycle.ended, !window.contains(ended) { return }
    switch cycle.state(at: now) {
    case .met: met += 1
    // A breach is never erased: neither resolving nor entering the next level makes up for it.
    case .cancelled where cycle.breach.map { !$0.corrected } ?? false, .missed:
      if isReclassified { missedByReclassification += 1 } else { missed += 1 }
    case .cancelled: cancelled += 1
    case .breached: if isReclassified { breachedOpenByReclassification += 1 } else { breachedOpen += 1 }
    case .pending, .running, .paused: break
    }
  }
}

/// Whose cycles are counted together: a rule of a playbook at a grade.
public struct AttainmentKey: Hashable, Sendable {
  public var playbook: String
  /// `task`, `milestone` or `plan` for the clocks of all of these.
  public var rule: String
  /// The severity, else the level, else the stage that the record has as the window ends.
  public var grade: String?
  var band: Int
}

extension AttainmentKey: Comparable {
  /// By playbook, rule, and the more pressing grade first.
  public static func < (a: AttainmentKey, b: AttainmentKey) -> Bool {
    (a.playbook, a.rule, a.band, a.grade ?? "") < (b.playbook, b.rule, b.band, b.grade ?? "")
  }
}

extension Escalation {
  /// The severity, else the level, else the stage.
  public var grade: String? { severity ?? level ?? stage }
}
