import EscalationDomain

/// Two playbooks side by side.
struct ComparisonText {
  let comparison: PlaybookComparison
  /// As they were asked for: a file and a playbook may bear the same id.
  let names: (first: String, second: String)
  let all: Bool

  func print() {
    let matched = comparison.grades.compactMap { pair in
      pair.first.flatMap { first in pair.second.map { "\(first.id) ≈ \($0.id)" } }
    }
    Output.line(
      Output.visible("\(names.first) and \(names.second)  \(matched.joined(separator: " · "))") + "\n")
    let rows = comparison.rows.filter { all || $0.verdict != .same }
    Output.table(
      rows.map { row in
        [
          row.topic.rawValue, row.subject, grades(row.band), row.first ?? "-", row.second ?? "-", word(row.verdict),
        ]
      }, header: ["about", "what", "at", Output.visible(names.first), Output.visible(names.second), ""])
    Output.line(
      "\n\(Output.count(comparison.count(.contradict), "contradiction")), "
        + "\(Output.count(comparison.count(.differ), "difference")), "
        + Output.visible("\(comparison.count(.onlyFirst)) only in \(names.first), ")
        + Output.visible("\(comparison.count(.onlySecond)) only in \(names.second), ")
        + "\(comparison.count(.same)) the same")
  }

  private func grades(_ band: Int?) -> String {
    guard let band, let pair = comparison.grades.first(where: { $0.band == band }) else { return "" }
    return [pair.first?.id, pair.second?.id].compactMap { $0 }.joined(separator: " ≈ ")
  }

  private func word(_ verdict: PlaybookComparison.Verdict) -> String {
    switch verdict {
    case .onlyFirst: "only \(names.first)"
    case .onlySecond: "only \(names.second)"
    case .same, .differ, .contradict: verdict.rawValue
    }
  }
}
