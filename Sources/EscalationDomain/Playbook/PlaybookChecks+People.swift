extension PlaybookCheck {
  /// Who hears, what speaks for opening, who is brought in, whom to call.
  mutating func people() {
    for (index, rule) in playbook.notify.enumerated() {
      let path: Path = [.key("notify"), .item(index)]
      let known = grades(rule.scale).map(\.id)
      if !known.contains(rule.grade) { report(path + [.key("grade")], .unknownGrade(rule.grade, known: known)) }
      if rule.stakeholders.isEmpty { report(path + [.key("stakeholders")], .emptyText) }
    }
    ids(playbook.signals.map(\.id), [.key("signals")])
    for (index, signal) in playbook.signals.enumerated() { self.signal(signal, [.key("signals"), .item(index)]) }
    ids(playbook.paths.map(\.id), [.key("paths")])
    for (index, way) in playbook.paths.enumerated() {
      let path: Path = [.key("paths"), .item(index)]
      text(way.label, path + [.key("label")])
      if way.to.isEmpty { report(path + [.key("to")], .emptyText) }
      if let clock = way.clock, playbook.rule(clock) == nil {
        report(path + [.key("clock")], .unknownRule(clock, known: playbook.clocks.map(\.id)))
      }
    }
    ids(playbook.contactMatrix.map(\.id), [.key("contact_matrix")])
    for (index, slot) in playbook.contactMatrix.enumerated() {
      text(slot.role, [.key("contact_matrix"), .item(index), .key("role")])
    }
  }

  private mutating func signal(_ signal: Signal, _ path: Path) {
    text(signal.label, path + [.key("label")])
    let known = Scale.allCases.flatMap { grades($0).map(\.id) }
    if let grade = signal.suggests, !known.contains(grade) {
      report(path + [.key("suggests")], .unknownGrade(grade, known: known))
    }
    guard let from = signal.from else { return }
    if case .accountDate = from { return }
    report(path + [.key("from")], .notAnAccountDate(from))
  }
}
