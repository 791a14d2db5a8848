/// Where clocks come from: what starts one, what stops it, by when (CLOCKS, A clock's life).
public struct ClockRule: Hashable, Sendable {
  public var id: String
  public var label: String
  public var starts: [Trigger]
  public var stops: [Trigger]
  public var target: TargetTable
  /// Overrides the account's and the playbook's calendar.
  public var calendar: String?
  /// A stop starts the next cycle; a slot that passes unserved is a missed cycle.
  public var repeats: Bool
  /// Stops while the record waits on the customer.
  public var pausable: Bool
  /// A period that ends by itself: met at its deadline, never breached (watch periods).
  public var elapses: Bool
  /// A stage's time: at its end the next stage begins unless the health improved; then it starts anew.
  public var advances: Bool
  public var onResolve: OnResolve
  /// Overrides the playbook's choice.
  public var severityChange: SeverityChange?

  /// What resolving does to a running cycle, unless it stops it anyway.
  public enum OnResolve: String, Hashable, Sendable, CaseIterable {
    case keep
    /// The cycle ends as met or missed.
    case stop
    case cancel
  }

  public init(
    id: String, label: String, starts: [Trigger] = [.opened], stops: [Trigger], target: TargetTable,
    calendar: String? = nil, repeats: Bool = false, pausable: Bool = false, elapses: Bool = false,
    advances: Bool = false, onResolve: OnResolve = .keep, severityChange: SeverityChange? = nil
  ) {
    self.id = id
    self.label = label
    self.starts = starts
    self.stops = stops
    self.target = target
    self.calendar = calendar
    self.repeats = repeats
    self.pausable = pausable
    self.elapses = elapses || advances
    self.advances = advances
    self.onResolve = onResolve
    self.severityChange = severityChange
  }

  /// Closing cancels a running cycle, except of those that resolving or closing starts.
  public var survivesClosing: Bool { starts.contains(.resolved) || starts.contains(.closed) }
}

/// A target for all cases, or one for each grade of a scale; a grade that is left out has no such clock.
public enum TargetTable: Hashable, Sendable {
  case all(Target)
  case by(Scale, [String: Target])

  /// The target for a record of these grades, if it has one.
  public func target(severity: String?, level: String?, stage: String?) -> Target? {
    switch self {
    case .all(let target): target
    case .by(.severity, let table): severity.flatMap { table[$0] }
    case .by(.level, let table): level.flatMap { table[$0] }
    case .by(.stage, let table): stage.flatMap { table[$0] }
    }
  }

  public var targets: [Target] {
    switch self {
    case .all(let target): [target]
    case .by(_, let table): table.sorted { $0.key < $1.key }.map(\.value)
    }
  }
}

/// From when a new severity's target counts (CLOCKS, Severity change).
public enum SeverityChange: String, Hashable, Sendable, CaseIterable {
  case fromStart = "from-start"
  case fromChange = "from-change"
}

/// When a clock warns (CLOCKS, Warnings).
public struct WarningPlan: Hashable, Sendable {
  /// Per cent of the counted time, rising.
  public var percent: [Int]
  /// Seconds before the deadline.
  public var before: Int64

  public init(percent: [Int], before: Int64) {
    self.percent = percent
    self.before = before
  }

  public static let standard = WarningPlan(percent: [50, 75, 90], before: 15 * 60)
}
