extension Retrospective {
  /// Takes a record as it stands now; one that was not closed in the quarter is passed by.
  ///
  /// - Parameter playbook: the one that governs it, for the names of its menu.
  public mutating func add(_ record: Escalation, playbook: Playbook?) {
    guard case .closed(let closing, let at) = record.condition, window.contains(at) else { return }
    outcomes[closing.outcome, default: 0] += 1
    overrides += record.work.overriddenGates.map {
      Override(id: record.id, gate: $0.value.gate, authority: $0.value.authority, stamp: $0.stamp)
    }
    overrides.sort { ($0.stamp.at, $0.id, $0.gate) < ($1.stamp.at, $1.id, $1.gate) }
    if let outcome = closing.outcome, outcome.isVoid { return }
    let fate = Fate(closing.outcome)
    if closing.outcome == .churned { churned.add(record.account) }
    count(fate, record.category(in: playbook), &causes, &withoutCause)
    count(fate, record.intervention(in: playbook), &interventions, &withoutIntervention)
    addEntry(of: record, fate)
    addPrevention(of: record, fate, isChurned: closing.outcome == .churned)
  }

  private func count(_ fate: Fate, _ name: String?, _ named: inout Tallied<Fate>, _ without: inout Fate) {
    if let name { named.change(name, from: Fate()) { $0 = $0 + fate } } else { without = without + fate }
  }

  private mutating func addEntry(of record: Escalation, _ fate: Fate) {
    let entry = record.entry
    if let grade = entry.stage ?? entry.level ?? entry.severity {
      byEntry.change(grade, from: Fate()) { $0 = $0 + fate }
    }
    guard let renewal = entry.renewal, let opened = entry.date else {
      withoutRenewal = withoutRenewal + fate
      return
    }
    let lead = LeadTime(days: renewal - opened)
    byLeadTime[lead] = byLeadTime[lead, default: Fate()] + fate
  }

  private mutating func addPrevention(of record: Escalation, _ fate: Fate, isChurned: Bool) {
    var seen: Set<String> = []
    let items = (record.resolution?.prevention ?? []).compactMap(\.nonEmpty).filter { seen.insert($0.folded).inserted }
    if items.isEmpty { withoutPrevention = withoutPrevention + fate }
    for item in items {
      preventions.change(item, from: Prevented()) { prevented in
        prevented.fate = prevented.fate + fate
        if isChurned { prevented.churned.add(record.account) }
      }
    }
  }
}

extension Retrospective.Fate {
  fileprivate init(_ outcome: Closing.Outcome?) {
    switch outcome {
    case .recovered, .retainedWithLoss: recovered = 1
    case .churned: lost = 1
    case .withdrawn, .duplicate, nil: unknown = 1
    }
  }
}

extension Escalation {
  fileprivate func category(in playbook: Playbook?) -> String? {
    let menu = work.hypotheses.last?.value.hypothesis
    guard let menu else { return cause }
    return playbook?.hypotheses.first { $0.id == menu }?.label ?? menu
  }

  /// The last that was stated; for a hypothesis of the menu without one, the first action that it asks for.
  fileprivate func intervention(in playbook: Playbook?) -> String? {
    for stated in work.hypotheses.reversed() {
      if let own = stated.value.intervention?.nonEmpty { return own }
      if let menu = playbook?.hypotheses.first(where: { $0.id == stated.value.hypothesis }) { return menu.action }
    }
    return nil
  }
}
