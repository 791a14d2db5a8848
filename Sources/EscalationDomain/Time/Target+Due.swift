/// What a target may need to know besides its start.
public struct TargetContext: Sendable {
  public var renewal: LocalDate?
  public var qbr: LocalDate?
  public var neededBy: Instant?
  public var promised: Instant?
  /// The deadline of another rule's clock; nil where it has none.
  public var deadlineOfRule: @Sendable (String) -> Instant?

  public init(
    renewal: LocalDate? = nil, qbr: LocalDate? = nil, neededBy: Instant? = nil, promised: Instant? = nil,
    deadlineOfRule: @escaping @Sendable (String) -> Instant? = { _ in nil }
  ) {
    self.renewal = renewal
    self.qbr = qbr
    self.neededBy = neededBy
    self.promised = promised
    self.deadlineOfRule = deadlineOfRule
  }

  /// Knows nothing.
  public static let none = TargetContext()
}

/// A fact a deadline waits for.
public enum AccountDateOrField: Hashable, Sendable {
  case accountDate(AccountDate)
  case neededBy
  case promised
  case rule(String)
}

/// When a target is due from a given start.
public enum Due: Hashable, Sendable {
  case at(Instant)
  case window(opens: Instant, late: Instant)
  /// No deadline yet: it waits for this fact.
  case waiting(AccountDateOrField)

  /// The instant after which it is late; nil while waiting.
  public var deadline: Instant? {
    switch self {
    case .at(let instant): instant
    case .window(_, let late): late
    case .waiting: nil
    }
  }
}

extension Target {
  /// When this is due from a start, on a calendar (CLOCKS "Targets"); O(log n) once the calendar's years are laid out.
  ///
  /// `earliest` is the earliest of the deadlines that are known, and waits only while none is. Slots mean the first one
  /// after the start's local date.
  /// - Throws: `noWorkingTimeAhead` where the calendar never opens again, `beyondRange` where the deadline would lie
  ///   outside the years 0001…9999.
  public func due(
    from start: Instant, on timeline: WorkingTimeline, context: TargetContext = .none
  ) throws(CalendarError) -> Due {
    switch self {
    case .elapsed(let seconds):
      guard let end = start.adding(seconds: seconds) else { throw .beyondRange(from: start) }
      return .at(end)
    case .working(let seconds):
      return .at(try timeline.adding(workingSeconds: seconds, to: start))
    case .businessDays(let count):
      return .at(try timeline.adding(businessDays: count, to: start))
    case .days(let count):
      return .at(try timeline.adding(days: count, to: start))
    case .sameDay:
      return .at(timeline.endOfDate(timeline.localDate(start)))
    case .instant(let instant):
      return .at(instant)
    case .accountDate(let date, let daysBefore):
      guard let known = date == .renewal ? context.renewal : context.qbr else { return .waiting(.accountDate(date)) }
      return .at(timeline.endOfDate(known.adding(days: -daysBefore)))
    case .neededBy:
      return context.neededBy.map(Due.at) ?? .waiting(.neededBy)
    case .promised:
      return context.promised.map(Due.at) ?? .waiting(.promised)
    case .deadlineOf(let rule):
      return context.deadlineOfRule(rule).map(Due.at) ?? .waiting(.rule(rule))
    case .window(let opens, let late):
      return try Target.window(
        opens.due(from: start, on: timeline, context: context), late.due(from: start, on: timeline, context: context))
    case .earliest(let targets):
      return try Target.earliest(of: targets, from: start, on: timeline, context: context)
    case .slots(let cadence):
      let anchor = timeline.localDate(start)
      return .at(try timeline.slotDue(cadence, anchor: anchor, after: start))
    }
  }

  private static func window(_ opens: Due, _ late: Due) throws(CalendarError) -> Due {
    switch (opens, late) {
    case (.waiting(let fact), _), (_, .waiting(let fact)): return .waiting(fact)
    default: break
    }
    guard let first = opens.deadline, let second = late.deadline else { return late }
    return .window(opens: first, late: second)
  }

  private static func earliest(
    of targets: [Target], from start: Instant, on timeline: WorkingTimeline, context: TargetContext
  ) throws(CalendarError) -> Due {
    var earliest: Instant?
    var awaited: AccountDateOrField?
    for target in targets {
      switch try target.due(from: start, on: timeline, context: context) {
      case .waiting(let fact): awaited = awaited ?? fact
      case .at(let instant), .window(_, let instant): earliest = min(earliest ?? instant, instant)
      }
    }
    if let earliest { return .at(earliest) }
    return awaited.map(Due.waiting) ?? .at(start)
  }
}
