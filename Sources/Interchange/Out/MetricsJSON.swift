import EscalationDomain

/// `metrics --json`: the names that the verb's help documents.
public enum MetricsJSON {
  public static func report(_ report: MetricsReport) -> JSONValue {
    .object([
      "since": report.window.lowerBound == .min ? .null : .maybe(report.window.lowerBound),
      "until": .maybe(report.window.upperBound), "zone": .text(report.zone.id),
      "by": .maybe(report.grouping?.rawValue), "all": figures(report.all, of: report),
      "groups": .list(
        report.groups.map { group in
          guard case .object(let members) = figures(group.figures, of: report) else { return .null }
          return .object([.init(name: "name", value: .maybe(group.name))] + members)
        }),
      "goals": .list(report.goals.map(goal)),
    ])
  }

  private static func figures(_ figures: Figures, of report: MetricsReport) -> JSONValue {
    .object([
      "opened": .object(openings(figures.opened)),
      "months": .list(
        report.months(of: figures).map { month in
          .object(
            [
              .init(name: "month", value: .text(month.month.description)),
              .init(name: "whole", value: .bool(month.isWhole)),
            ] + openings(month.opened))
        }),
      "time_to_acknowledge": spread(figures.timeToAcknowledge), "time_to_resolve": spread(figures.timeToResolve),
      "attainment": .list(figures.attainment.sorted { $0.key < $1.key }.map { attainment($0.key, $0.value) }),
      "outcomes": outcomes(figures.outcomes), "resolved": .int(Int64(figures.resolvedOutcomes)),
      "churned": .int(Int64(figures.churnedOutcomes)),
      "escalation_to_churn_percent": .maybe(figures.escalationToChurn), "churned_arr": money(figures.churned),
      "churned_without_arr": .int(Int64(figures.churned.unknown)),
      "root_causes": .list(
        figures.causes.ranked.map { .object(["cause": .text($0.name), "count": .int(Int64($0.count))]) }),
      "without_root_cause": .int(Int64(figures.withoutCause)),
      "csat": .object(["count": .int(Int64(figures.csat.count)), "mean": .maybe(figures.csat.mean)]),
    ])
  }

  private static func openings(_ opened: Figures.Openings) -> [JSONValue.Member] {
    [
      .init(name: "total", value: .int(Int64(opened.total))), .init(name: "early", value: .int(Int64(opened.early))),
      .init(name: "reactive", value: .int(Int64(opened.reactive))),
      .init(name: "unknown", value: .int(Int64(opened.unknown))),
    ]
  }

  private static func spread(_ spread: Spread) -> JSONValue {
    let summary = spread.summary
    return .object([
      "count": .int(Int64(summary?.count ?? 0)), "median_seconds": .maybe(summary?.median),
      "p90_seconds": .maybe(summary?.p90), "mean_seconds": .maybe(summary?.mean),
    ])
  }

  private static func attainment(_ key: AttainmentKey, _ count: Attainment) -> JSONValue {
    .object([
      "playbook": .text(key.playbook), "rule": .text(key.rule), "grade": .maybe(key.grade),
      "met": .int(Int64(count.met)), "missed": .int(Int64(count.missed)),
      "breached_open": .int(Int64(count.breachedOpen)),
      "missed_by_reclassification": .int(Int64(count.missedByReclassification)),
      "breached_open_by_reclassification": .int(Int64(count.breachedOpenByReclassification)),
      "corrected": .int(Int64(count.corrected)), "cancelled": .int(Int64(count.cancelled)),
      "attained_percent": .maybe(count.attained),
    ])
  }

  private static func goal(_ goal: MetricsReport.GoalReached) -> JSONValue {
    .object([
      "playbook": .text(goal.playbook), "id": .text(goal.id), "label": .text(goal.label), "goal": .maybe(goal.goal),
      "value": .maybe(goal.value), "before": .maybe(goal.before), "unit": .maybe(goal.unit?.rawValue),
      "state": .text(goal.state.rawValue),
    ])
  }

  /// Counts by outcome, all named.
  static func outcomes(_ outcomes: [Closing.Outcome?: Int]) -> JSONValue {
    let named: [(String, Closing.Outcome?)] =
      Closing.Outcome.allCases.map { ($0.rawValue.replacing("-", with: "_"), $0) } + [("unknown", nil)]
    return .object(named.map { .init(name: $0.0, value: .int(Int64(outcomes[$0.1, default: 0]))) })
  }

  /// One sum for each currency.
  static func money(_ churned: Figures.ChurnedRevenue) -> JSONValue {
    .list(
      churned.totals.amounts.map { .object(["currency": .text($0.currency), "amount": .amount($0)]) })
  }
}
