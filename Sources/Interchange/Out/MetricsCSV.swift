import EscalationDomain

/// `metrics --csv`: one line a figure, for a spreadsheet to filter. RFC 4180, a header line.
public enum MetricsCSV {
  static let columns = ["by", "group", "figure", "playbook", "rule", "grade", "name", "value", "unit", "goal", "state"]

  private struct Line {
    var figure: String
    var key: AttainmentKey?
    var playbook: String?
    var name: String
    var value: String?
    var unit: String
    var goal: String?
    var state: String?

    init(
      _ figure: String, _ name: String, _ value: String?, _ unit: String, key: AttainmentKey? = nil,
      playbook: String? = nil, goal: String? = nil, state: String? = nil
    ) {
      (self.figure, self.name, self.value, self.unit) = (figure, name, value, unit)
      (self.key, self.playbook, self.goal, self.state) = (key, playbook ?? key?.playbook, goal, state)
    }
  }

  public static func text(_ report: MetricsReport) -> String {
    var text = columns.joined(separator: ",") + "\r\n"
    func write(_ lines: [Line], by: String? = nil, group: String? = nil) {
      for line in lines {
        let fields = [
          by, group, line.figure, line.playbook, line.key?.rule, line.key?.grade, line.name, line.value, line.unit,
          line.goal, line.state,
        ]
        text += fields.map { ListCSV.field($0 ?? "") }.joined(separator: ",") + "\r\n"
      }
    }
    write(lines(report.all, report))
    for group in report.groups {
      write(lines(group.figures, report), by: report.grouping?.rawValue, group: group.name)
    }
    write(
      report.goals.map { goal in
        Line(
          "goal", goal.id, goal.value?.text, goal.unit?.rawValue ?? "", playbook: goal.playbook, goal: goal.goal,
          state: goal.state.rawValue)
      })
    return text
  }

  private static func lines(_ figures: Figures, _ report: MetricsReport) -> [Line] {
    openings("opened", figures.opened)
      + report.months(of: figures).flatMap { openings("opened_\($0.month)", $0.opened) }
      + spread("time_to_acknowledge", figures.timeToAcknowledge) + spread("time_to_resolve", figures.timeToResolve)
      + figures.attainment.sorted { $0.key < $1.key }.flatMap { attainment($0.key, $0.value) }
      + outcomes(figures)
      + figures.causes.ranked.map { Line("root_cause", $0.name, "\($0.count)", "count") }
      + [
        Line("root_cause_unknown", "", "\(figures.withoutCause)", "count"),
        Line("csat", "count", "\(figures.csat.count)", "count"),
        Line("csat", "mean", figures.csat.mean?.text, "points"),
      ]
  }

  private static func openings(_ figure: String, _ opened: Figures.Openings) -> [Line] {
    [
      ("total", opened.total), ("early", opened.early), ("reactive", opened.reactive), ("unknown", opened.unknown),
    ].map { Line(figure, $0.0, "\($0.1)", "count") }
  }

  private static func spread(_ figure: String, _ spread: Spread) -> [Line] {
    let summary = spread.summary
    let times = [("median", summary?.median), ("p90", summary?.p90), ("mean", summary?.mean)]
    return [Line(figure, "count", "\(summary?.count ?? 0)", "count")]
      + times.map { Line(figure, $0.0, $0.1.map(String.init), "seconds") }
  }

  private static func attainment(_ key: AttainmentKey, _ count: Attainment) -> [Line] {
    let counts = [
      ("met", count.met), ("missed", count.missed), ("breached_open", count.breachedOpen),
      ("missed_by_reclassification", count.missedByReclassification),
      ("breached_open_by_reclassification", count.breachedOpenByReclassification), ("corrected", count.corrected),
      ("cancelled", count.cancelled),
    ]
    return counts.map { Line("attainment", $0.0, "\($0.1)", "count", key: key) }
      + [Line("attainment", "attained", count.attained?.text, "percent", key: key)]
  }

  private static func outcomes(_ figures: Figures) -> [Line] {
    let named: [(String, Closing.Outcome?)] = Closing.Outcome.allCases.map { ($0.rawValue, $0) } + [("unknown", nil)]
    return named.map { Line("outcome", $0.0, "\(figures.outcomes[$0.1, default: 0])", "count") }
      + [Line("escalation_to_churn", "", figures.escalationToChurn?.text, "percent")]
      + figures.churned.totals.amounts.map { Line("churned_arr", $0.currency, $0.decimal, $0.currency) }
      + [Line("churned_without_arr", "", "\(figures.churned.unknown)", "count")]
  }
}
