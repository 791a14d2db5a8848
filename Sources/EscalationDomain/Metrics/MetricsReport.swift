/// The figures of a window, of its groups, and how they stand to what the playbooks want.
public struct MetricsReport: Hashable, Sendable {
  public var window: Range<Instant>
  public var zone: Zone
  public var grouping: MetricsGrouping?
  public var all: Figures
  /// The more pressing severity first; other groups by name; what has no group last.
  public var groups: [Group]
  public var goals: [GoalReached]

  public struct Group: Hashable, Sendable {
    public var name: String?
    public var figures: Figures
  }

  /// What was opened in a month.
  public struct Month: Hashable, Sendable {
    public var month: LocalMonth
    public var opened: Figures.Openings
    /// The whole month lies in the window.
    public var isWhole: Bool
  }

  /// Each month from the first with an opening to the window's last, those without an opening too.
  public func months(of figures: Figures) -> [Month] {
    guard let first = figures.byMonth.keys.min() else { return [] }
    let last = LocalMonth(of: zone.local(window.upperBound + -1).date)
    var months: [Month] = []
    var month = first
    while month <= last {
      months.append(
        Month(
          month: month, opened: figures.byMonth[month] ?? Figures.Openings(), isWhole: window.isWhole(month, zone)))
      month = month.adding(1)
    }
    return months
  }
}

extension Range<Instant> {
  func isWhole(_ month: LocalMonth, _ zone: Zone) -> Bool {
    lowerBound <= month.start(in: zone) && month.adding(1).start(in: zone) <= upperBound
  }
}
