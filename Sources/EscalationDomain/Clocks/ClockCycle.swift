/// One run of a clock. An ended cycle is frozen, with its deadline, its policy version and what ended it.
public struct ClockCycle: Hashable, Sendable {
  var shared: ClockTerms.Shared
  /// 1 for the first run of this rule on this escalation.
  public var cycle: Int
  /// The event that began it.
  public var started: Instant
  /// From when the target counts; later than `started` only under `from-change`.
  public var countsFrom: Instant
  public var due: ClockDue
  public var phase: Phase
  public var breach: Breach?
  /// Pauses that are over.
  public var pauses: [PausedStretch]
  public var slots: SlotTrack?
  /// The instant a message promised, for a promise clock.
  public var promised: Instant?

  public init(
    rule: String, label: String, cycle: Int, target: Target, started: Instant, countsFrom: Instant, due: ClockDue,
    phase: Phase, breach: Breach?, pauses: [PausedStretch], slots: SlotTrack?, elapses: Bool, pausable: Bool,
    warnings: WarningPlan, calendar: String, calendarVersion: Int, policyVersion: Int, edition: Int, promised: Instant?
  ) {
    shared = ClockTerms.Shared(
      ClockTerms(
        rule: rule, label: label, target: target, elapses: elapses, pausable: pausable, warnings: warnings,
        calendar: calendar, calendarVersion: calendarVersion, policyVersion: policyVersion, edition: edition))
    self.cycle = cycle
    self.started = started
    self.countsFrom = countsFrom
    self.due = due
    self.phase = phase
    self.breach = breach
    self.pauses = pauses
    self.slots = slots
    self.promised = promised
  }

  public enum Phase: Hashable, Sendable {
    case running
    /// Remaining is frozen: working seconds for business targets, seconds for the others.
    case paused(since: Instant, remaining: Int64)
    case ended(at: Instant, by: Int64?, Verdict)
  }

  public enum Verdict: String, Hashable, Sendable {
    case met
    case missed
    case cancelled
  }

  /// A passed deadline; never erased. `corrected` where an act recorded late shows that it was met after all.
  public struct Breach: Hashable, Sendable {
    public var at: Instant
    /// The deadline as it stood then; later changes move the cycle's, not this one.
    public var deadline: Instant
    public var byReclassification: Bool
    public var corrected: Bool

    /// - Parameter deadline: `at`, unless it is given.
    public init(at: Instant, deadline: Instant? = nil, byReclassification: Bool = false, corrected: Bool = false) {
      self.at = at
      self.deadline = deadline ?? at
      self.byReclassification = byReclassification
      self.corrected = corrected
    }
  }

  public struct PausedStretch: Hashable, Sendable {
    public var from: Instant
    public var to: Instant
    /// What of it counts against the target: working seconds for business targets, seconds for the others.
    public var lost: Int64

    public init(from: Instant, to: Instant, lost: Int64) {
      self.from = from
      self.to = to
      self.lost = lost
    }
  }
}

/// By when a cycle is due, or what it waits for.
public enum ClockDue: Hashable, Sendable {
  case at(Instant)
  case window(opens: Instant, late: Instant)
  /// Pending: the account has no such date yet.
  case waiting(AccountDateOrField)
  /// The calendar never opens again: an error to show, never a silent 24×7.
  case never

  public var deadline: Instant? {
    switch self {
    case .at(let instant): instant
    case .window(_, let late): late
    case .waiting, .never: nil
    }
  }

  public var opens: Instant? {
    if case .window(let opens, _) = self { return opens }
    return nil
  }
}

/// Where a slot cadence stands.
public struct SlotTrack: Hashable, Sendable {
  /// The local date whose weekday weekly cadences repeat.
  public var anchor: LocalDate
  /// Slots up to here are past: the start, or the last slot missed.
  public var passed: Instant
  /// The event that served the slot after it, if one did.
  public var served: Instant?
}

/// The states of CLOCKS, A clock's life.
public enum ClockState: String, Hashable, Sendable, CaseIterable {
  case pending
  case running
  case paused
  case met
  case breached
  case missed
  case cancelled
}
