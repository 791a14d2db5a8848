extension PlaybookCheck {
  /// Steps, checklists, gates, hypotheses and the outline of a plan.
  mutating func work() {
    ids(playbook.process.map(\.id), [.key("process")])
    for (index, step) in playbook.process.enumerated() {
      text(step.label, [.key("process"), .item(index), .key("label")])
      if let group = step.group { id(group, [.key("process"), .item(index), .key("group")]) }
    }
    ids(playbook.checklists.map(\.id), [.key("checklists")])
    for (index, checklist) in playbook.checklists.enumerated() {
      self.checklist(checklist, [.key("checklists"), .item(index)])
    }
    ids(playbook.gates.map(\.id), [.key("gates")])
    for (index, gate) in playbook.gates.enumerated() { self.gate(gate, [.key("gates"), .item(index)]) }
    ids(playbook.hypotheses.map(\.id), [.key("hypotheses")])
    for (index, hypothesis) in playbook.hypotheses.enumerated() {
      self.hypothesis(hypothesis, [.key("hypotheses"), .item(index)])
    }
    ids(playbook.outline.map(\.id), [.key("outline")])
    for (index, item) in playbook.outline.enumerated() {
      outline(item, after: playbook.outline[..<index].map(\.id), [.key("outline"), .item(index)])
    }
  }

  private mutating func outline(_ item: OutlineItem, after earlier: [String], _ path: Path) {
    text(item.title, path + [.key("title")])
    if let due = item.due, !due.isSpan, due != .sameDay { report(path + [.key("due")], .dueIsNoSpan(due)) }
    for (index, id) in item.after.enumerated() where !earlier.contains(id) {
      report(path + [.key("after"), .item(index)], .unknownMilestone(id, known: earlier))
    }
  }

  private mutating func checklist(_ checklist: Checklist, _ path: Path) {
    text(checklist.label, path + [.key("label")])
    if let id = checklist.step { step(id, path + [.key("step")]) }
    days(of: checklist, path + [.key("days")])
    let items = path + [.key("items")]
    if checklist.items.isEmpty { report(items, .emptyText) }
    ids(checklist.items.map(\.id), items)
    for (index, item) in checklist.items.enumerated() {
      text(item.label, items + [.item(index), .key("label")])
      applies(item.applies, items + [.item(index), .key("applies")])
      proof(of: item, items + [.item(index), .key("done_by")])
    }
  }

  private mutating func days(of checklist: Checklist, _ path: Path) {
    if !checklist.days.isEmpty, checklist.when != .daily { report(path, .daysOfNoDaily) }
    let known = playbook.clocks.map(\.id)
    for id in checklist.days where !known.contains(id) { report(path, .unknownRule(id, known: known)) }
  }

  private mutating func proof(of item: ChecklistItem, _ path: Path) {
    switch item.doneBy {
    case .allDone(let group):
      let known = Set(playbook.process.compactMap(\.group)).sorted()
      if !known.contains(group) { report(path, .unknownGroup(group, known: known)) }
    case .decided(let list, let line):
      let names = playbook.checklists.flatMap { list in [list.id] + list.items.map { "\(list.id)/\($0.id)" } }
      let name = line.map { "\(list)/\($0)" } ?? list
      if !names.contains(name) { report(path, .unknownList(name, known: names)) }
    case .raised(let id):
      let known = playbook.paths.map(\.id)
      if !known.contains(id) { report(path, .unknownPath(id, known: known)) }
    case .hypothesisStated, .customerConfirmed, .decisionTaken, .customerUpdate, .promised, nil: break
    }
  }

  private mutating func gate(_ gate: Gate, _ path: Path) {
    text(gate.label, path + [.key("label")])
    applies(gate.applies, path + [.key("applies")])
    let needs = path + [.key("needs")]
    switch gate.needs {
    case .rootCause, .customerConfirmed: break
    case .prevention(let count): if count < 1 { report(needs, .countBelowOne(count)) }
    case .checklistsDecided: if playbook.checklists.isEmpty { report(needs, .gateNeedsChecklists) }
    case .healthStreak(let days):
      if days < 1 { report(needs, .countBelowOne(days)) }
      if playbook.health == nil { report(needs, .gateNeedsHealth) }
    case .step(let id): step(id, needs)
    }
  }

  private mutating func hypothesis(_ hypothesis: Hypothesis, _ path: Path) {
    text(hypothesis.label, path + [.key("label")])
    text(hypothesis.action, path + [.key("action")])
    if let due = hypothesis.due, !due.isSpan, due != .sameDay { report(path + [.key("due")], .dueIsNoSpan(due)) }
    let known = playbook.health?.dimensions ?? []
    if let dimension = hypothesis.dimension, !known.contains(dimension) {
      report(path + [.key("dimension")], .unknownDimension(dimension, known: known))
    }
  }
}
