/// By what the figures of a window are told apart.
public enum MetricsGrouping: String, Hashable, Sendable, CaseIterable {
  /// Severity, else level, else stage.
  case severity
  case account
  case owner
  case playbook
  /// The root cause as it was written down.
  case cause

  /// The group of a record, if it has one.
  func name(of record: Escalation) -> String? {
    switch self {
    case .severity: record.grade
    case .account: record.account.name
    case .owner: record.owner?.nonEmpty
    case .playbook: record.playbook
    case .cause: record.cause
    }
  }
}

/// Takes records one by one and keeps only what the figures need, so that any number of them fits.
public struct MetricsTally: Sendable {
  public let window: Range<Instant>
  public let zone: Zone
  public let grouping: MetricsGrouping?
  private var all = Figures()
  private var groups = Tallied<Group>()
  private var ungrouped = Figures()
  private var byPlaybook: [String: Figures] = [:]

  struct Group: Hashable, Sendable {
    var figures = Figures()
    var band: Int
  }

  /// - Parameter zone: whose months count.
  public init(window: Range<Instant>, zone: Zone, by grouping: MetricsGrouping? = nil) {
    self.window = window
    self.zone = zone
    self.grouping = grouping
  }

  /// The moment to which records are replayed: the window's last second, or `now` where that comes first.
  public static func moment(of window: Range<Instant>, now: Instant) -> Instant { min(now, window.upperBound + -1) }

  /// - Parameter record: replayed to the window's ``moment(of:now:)``. O(its clocks).
  public mutating func add(_ record: Escalation) {
    all.add(record, in: window, zone: zone)
    byPlaybook[record.playbook, default: Figures()].add(record, in: window, zone: zone)
    guard let grouping, let name = grouping.name(of: record) else {
      ungrouped.add(record, in: window, zone: zone)
      return
    }
    let (window, zone) = (window, zone)
    groups.change(name, from: Group(band: record.band)) { group in
      group.figures.add(record, in: window, zone: zone)
      group.band = min(group.band, record.band)
    }
  }

  /// - Parameter playbooks: those whose goals are looked at, each over the records it governs.
  public func report(playbooks: [Playbook]) -> MetricsReport {
    var named = groups.entries.filter { !$0.count.figures.isEmpty }.enumerated().map {
      (position: $0.offset, entry: $0.element)
    }
    if grouping == .severity {
      named.sort { ($0.entry.count.band, $0.position) < ($1.entry.count.band, $1.position) }
    }
    var list = named.map { MetricsReport.Group(name: $0.entry.name, figures: $0.entry.count.figures) }
    if grouping != nil, !ungrouped.isEmpty { list.append(.init(name: nil, figures: ungrouped)) }
    let goals = playbooks.sorted { $0.id < $1.id }.flatMap { playbook in
      playbook.metrics.map { target in
        MetricsReport.GoalReached(
          target, of: playbook, figures: byPlaybook[playbook.id] ?? Figures(), window: window, zone: zone)
      }
    }
    return MetricsReport(window: window, zone: zone, grouping: grouping, all: all, groups: list, goals: goals)
  }
}
