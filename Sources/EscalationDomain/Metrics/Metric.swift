/// The figures that a playbook can set a goal for, as its file spells them.
public enum Metric: String, Hashable, Sendable, CaseIterable {
  /// The median is held against the goal.
  case timeToAcknowledge = "time-to-acknowledge"
  case timeToResolve = "time-to-resolve"
  /// Per cent of the cycles of all clocks.
  case attainment
  /// The last whole month; for falling and rising against the one before.
  case escalationsAMonth = "escalations-a-month"
  /// The same, only those that the customer saw first.
  case reactiveAMonth = "reactive-a-month"
  /// Per cent kept of what was kept or churned.
  case resolvedAgainstChurned = "resolved-against-churned"
  case escalationToChurn = "escalation-to-churn"
  /// The mean.
  case csat
  /// How many there are; see the list.
  case rootCauses = "root-causes"

  public enum Unit: String, Hashable, Sendable {
    case seconds
    case percent
    case points
    case count
  }

  public var unit: Unit {
    switch self {
    case .timeToAcknowledge, .timeToResolve: .seconds
    case .attainment, .resolvedAgainstChurned, .escalationToChurn: .percent
    case .csat: .points
    case .escalationsAMonth, .reactiveAMonth, .rootCauses: .count
    }
  }
}

extension MetricsReport {
  /// A figure that a playbook names, and whether it is where the playbook wants it.
  public struct GoalReached: Hashable, Sendable {
    public enum State: String, Hashable, Sendable {
      case met
      case notMet = "not-met"
      case noData = "no-data"
      /// Named without a goal.
      case watched
      /// Its id is none that is measured, or its goal none that this figure can be held against.
      case notMeasured = "not-measured"
    }
    public var playbook: String
    public var id: String
    public var label: String
    /// As the file spells it.
    public var goal: String?
    public var unit: Metric.Unit?
    public var value: Ratio?
    /// What it is compared with, for falling and rising: the month before.
    public var before: Ratio?
    public var state: State
  }
}
