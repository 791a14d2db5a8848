import EscalationDomain

/// A playbook in words.
struct PlaybookText {
  let playbook: Playbook
  let version: Int

  func print() {
    Output.line(Output.visible("\(playbook.id)  \(playbook.name)  v\(version)"))
    if !playbook.purpose.isEmpty { Output.line(Output.visible(playbook.purpose)) }
    for (title, grades) in [
      ("Severities", playbook.severities), ("Levels", playbook.levels), ("Stages", playbook.stages),
    ]
    where !grades.isEmpty {
      Output.line("\n\(title)")
      Output.table(grades.map { ["  \($0.id)", $0.name, "band \($0.band)", $0.meaning] })
    }
    Output.line("\nClocks")
    Output.table(playbook.clocks.map(row))
    if !playbook.process.isEmpty { Output.line("\nSteps") }
    Output.table(
      playbook.process.map { step in
        ["  \(step.id)", step.group ?? "", step.label, step.accountable.map { "accountable: \($0)" } ?? ""]
      })
    if !playbook.notes.isEmpty { Output.line("\n\(Output.count(playbook.notes.count, "note")); --notes shows them") }
  }

  private func row(_ rule: ClockRule) -> [String] {
    let target: String =
      switch rule.target {
      case .all(let target): target.description
      case .by(let scale, let table):
        grades(scale).compactMap { id in table[id].map { "\(id) \($0)" } }.joined(separator: " · ")
      }
    let traits = [rule.repeats ? "repeats" : nil, rule.pausable ? "pausable" : nil].compactMap(\.self)
    return ["  \(rule.id)", rule.label, target, traits.joined(separator: ", ")]
  }

  private func grades(_ scale: Scale) -> [String] {
    switch scale {
    case .severity: playbook.severities.map(\.id)
    case .level: playbook.levels.map(\.id)
    case .stage: playbook.stages.map(\.id)
    }
  }
}
