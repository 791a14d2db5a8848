import EscalationDomain
import Screen

/// The figures of a window for a person at a shell, in 80 columns.
struct MetricsText {
  let report: MetricsReport

  func print() {
    Output.line("Metrics \(span)")
    openings()
    times()
    outcomes()
    attainment()
    groups()
    goals()
  }

  private var all: Figures { report.all }

  private var span: String {
    let since = report.window.lowerBound
    let until = report.window.upperBound
    let from = since == .min ? "from the first record" : "from \(since.dayAndTime(in: report.zone))"
    return "\(from) up to \(until.dayAndTime(in: report.zone)) \(report.zone.shortName)"
  }

  private func openings() {
    section("Opened", ["total", "early", "reactive", "unknown"], .openings)
    row(["all"] + cells(all.opened), .openings)
    for month in report.months(of: all) {
      row([month.month.description + (month.isWhole ? "" : " (in part)")] + cells(month.opened), .openings)
    }
  }

  private func cells(_ opened: Figures.Openings) -> [String] {
    [opened.total, opened.early, opened.reactive, opened.unknown].map(String.init)
  }

  private func times() {
    section("Elapsed time", ["count", "median", "p90", "mean"], .times)
    for (name, spread) in [("to acknowledge", all.timeToAcknowledge), ("to resolve", all.timeToResolve)] {
      let summary = spread.summary
      let times = [summary?.median, summary?.p90, summary?.mean].map { $0.map(DurationText.full) ?? "-" }
      row([name, "\(summary?.count ?? 0)"] + times, .times)
    }
  }

  private func outcomes() {
    section("Closed", ["records"], .records)
    let named: [(String, Closing.Outcome?)] =
      Closing.Outcome.allCases.map { ($0.rawValue.replacing("-", with: " "), $0) } + [("not recorded", nil)]
    for (name, outcome) in named {
      if let count = all.outcomes[outcome], count > 0 { row([name, "\(count)"], .records) }
    }
    if let churn = all.escalationToChurn { row(["escalation to churn", "\(churn.text)%"], .records) }
    for money in all.churned.totals.amounts { row(["churned ARR", money.description], .records) }
    if all.churned.unknown > 0 { row(["churned without ARR", "\(all.churned.unknown)"], .records) }
    row(["CSAT, mean of \(all.csat.count)", all.csat.mean?.text ?? "-"], .records)
    section("Root causes", ["records"], .records)
    for cause in all.causes.ranked.prefix(MetricsText.mostCauses) { row([cause.name, "\(cause.count)"], .records) }
    let more = all.causes.ranked.dropFirst(MetricsText.mostCauses)
    if !more.isEmpty { row(["\(more.count) others", "\(more.reduce(0) { $0 + $1.count })"], .records) }
    row(["not written down", "\(all.withoutCause)"], .records)
  }

  /// The rest is in the JSON.
  private static let mostCauses = 10

  private func attainment() {
    section("Clocks", ["grade", "met", "missed", "open late", "attained"], .clocks)
    let judged = all.attainment.filter { $0.value.attained != nil }.sorted { $0.key < $1.key }
    for (key, count) in judged {
      row(
        [
          "\(key.playbook) \(key.rule)", key.grade ?? "-", "\(count.met)", "\(count.missed)", "\(count.breachedOpen)",
          percent(count.attained),
        ], .clocks)
    }
    let total = all.allAttainment
    row(["all", "", "\(total.met)", "\(total.missed)", "\(total.breachedOpen)", percent(total.attained)], .clocks)
    note("missed by reclassification", total.missedByReclassification)
    note("open late by reclassification", total.breachedOpenByReclassification)
    note("breaches corrected", total.corrected)
    note("broken off", total.cancelled)
  }

  private func note(_ name: String, _ count: Int) {
    if count > 0 { row([name, "\(count)"], .records) }
  }

  private func groups() {
    guard let grouping = report.grouping else { return }
    section(
      "By \(grouping.rawValue)", ["opened", "ack", "resolve", "attained", "churn", "CSAT"], .groups)
    for group in report.groups {
      let figures = group.figures
      row(
        [
          group.name ?? "(none)", "\(figures.opened.total)", time(figures.timeToAcknowledge),
          time(figures.timeToResolve), percent(figures.allAttainment.attained), percent(figures.escalationToChurn),
          figures.csat.mean?.text ?? "-",
        ], .groups)
    }
  }

  private func goals() {
    guard !report.goals.isEmpty else { return }
    Output.line("")
    Output.table(
      report.goals.map { goal in
        [
          "  " + Fit.truncated("\(goal.playbook) \(goal.label)", to: 36), Fit.truncated(goal.goal ?? "-", to: 10),
          Fit.truncated(value(goal), to: 14), goal.state.rawValue.replacing("-", with: " "),
        ]
      }, header: ["Goals", "goal", "value", "state"])
  }

  private func value(_ goal: MetricsReport.GoalReached) -> String {
    guard let value = goal.value else { return "-" }
    switch goal.unit {
    case .seconds: return DurationText.full(value.rounded)
    case .percent: return percent(value)
    case .points, .count, nil: return goal.before.map { "\($0.text) to \(value.text)" } ?? value.text
    }
  }

  private func time(_ spread: Spread) -> String { spread.summary.map { DurationText.minutes($0.median) } ?? "-" }
  private func percent(_ ratio: Ratio?) -> String { ratio.map { "\($0.text)%" } ?? "-" }

  // MARK: Columns

  /// How wide the columns of names and, set to the right, of figures are; with their gaps no more than 80.
  private struct Columns {
    var names: [Int]
    var figures: [Int]

    static let openings = Columns(names: [30], figures: [8, 8, 9, 8])
    static let times = Columns(names: [18], figures: [6, 16, 16, 16])
    static let records = Columns(names: [44], figures: [24])
    static let clocks = Columns(names: [30, 9], figures: [5, 7, 10, 9])
    static let groups = Columns(names: [30], figures: [6, 7, 7, 8, 6, 4])
  }

  private func row(_ cells: [String], _ columns: Columns, indent: String = "  ") {
    let names = zip(cells, columns.names).enumerated().map { index, pair in
      Fit.padded(Output.visible(pair.0), to: pair.1 - (index == 0 ? indent.count : 0) - 1) + " "
    }
    let figures = zip(cells.dropFirst(columns.names.count), columns.figures).map {
      "  " + Fit.padded(Output.visible($0), to: $1, .right)
    }
    var text = indent + (names + figures).joined()
    while text.last == " " { text.removeLast() }
    Output.line(text)
  }

  private func section(_ name: String, _ header: [String], _ columns: Columns) {
    Output.line("")
    row([name] + header, columns, indent: "")
  }
}
