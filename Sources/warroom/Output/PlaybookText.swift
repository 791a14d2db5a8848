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
    if !playbook.checklists.isEmpty { Output.line("\nChecklists") }
    for list in playbook.checklists {
      Output.line(Output.visible("  \(list.id)  \(list.label), \(list.words)"))
      Output.table(
        list.items.map { ["    \($0.id)", $0.label, asked($0.applies), $0.doneBy.map { "by \($0)" } ?? ""] })
    }
    if !playbook.room.roles.isEmpty {
      let (each, all) = (playbook.room.minutesEach, playbook.room.minutesAll)
      Output.line("\nRoom")
      Output.line(Output.visible("  \(playbook.room.roles.joined(separator: ", ")) · \(each) min each, \(all) in all"))
    }
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

  /// `P1 P2, P3 if needed`; empty for what is asked of all.
  private func asked(_ applies: Applies) -> String {
    switch applies {
    case .always(.yes): return ""
    case .always(.ifNeeded): return "if needed"
    case .always(.no): return "never"
    case .by(let scale, let table):
      func ids(_ need: Need) -> String { grades(scale).filter { table[$0] == need }.joined(separator: " ") }
      return [ids(.yes), ids(.ifNeeded).isEmpty ? "" : ids(.ifNeeded) + " if needed"].filter { !$0.isEmpty }
        .joined(separator: ", ")
    }
  }

  private func grades(_ scale: Scale) -> [String] {
    switch scale {
    case .severity: playbook.severities.map(\.id)
    case .level: playbook.levels.map(\.id)
    case .stage: playbook.stages.map(\.id)
    }
  }
}
