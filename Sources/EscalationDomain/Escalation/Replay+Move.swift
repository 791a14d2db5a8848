extension Replay {
  /// Puts the record under a playbook of an edition. An import may reopen under an older edition than the one that was
  /// adopted meanwhile: there is no way back.
  mutating func govern(by id: String, edition: Int) throws(PolicyError) {
    let next = try policies.policy(max(edition, record.edition))
    guard let playbook = next.playbooks[id] else { throw .unknownPlaybook(id, edition: edition) }
    policy = next
    self.playbook = playbook
    record.playbook = id
    record.edition = next.edition
  }

  /// Another playbook takes over: clocks of a rule that both have go on from where they started, the others end, and
  /// what only the new one asks for starts now, save for a first response that was given already.
  mutating func move(_ move: PlaybookMove, _ event: Event) throws(PolicyError) {
    let at = event.occurred
    try govern(by: move.playbook, edition: move.edition)
    (record.severity, record.level, record.stage) = (move.severity, move.level, move.stage)
    record.work.round.grades.next(at: at)
    dormant = dormant.filter { playbook.value.rule($0.key) != nil }
    gradesChanged()
    retarget(at: at)
    guard record.status.isOpen else { return }
    for rule in playbook.value.clocks where rule.starts.contains(where: openingTriggers.contains) {
      if dormant[rule.id] != nil || hasRun(rule) { continue }
      if record.acknowledged != nil, !rule.repeats, rule.stops.contains(.acknowledged) { continue }
      begin(rule, at: at, promised: nil, slots: nil)
    }
    followOtherRules(at: at)
  }

  /// Whether the rule ran in this life of the record and was not broken off.
  private func hasRun(_ rule: ClockRule) -> Bool {
    record.clocks.contains { $0.rule == rule.id && $0.started >= record.work.since && !$0.isCancelled }
  }
}
