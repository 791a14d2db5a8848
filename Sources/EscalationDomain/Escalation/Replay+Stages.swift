extension Replay {
  /// A stage's time is up: without improvement the next stage begins, else another look is due after as long.
  ///
  /// Source: PLAYBOOKS `health`, stages and reading on improvement.
  mutating func lookAtStage(_ rule: ClockRule, at: Instant) {
    guard record.status.isOpen else { return }
    guard !HealthReading(record.work, policy: playbook.value.health).isImproved,
      let position = playbook.value.stages.firstIndex(where: { $0.id == record.stage }),
      position + 1 < playbook.value.stages.count
    else { return begin(rule, at: at, promised: nil, slots: nil) }
    let next = playbook.value.stages[position + 1].id
    record.work.advances.append(StageAdvance(stage: next, at: at))
    let event = Event(
      sequence: 0, escalation: record.id, occurred: at, recorded: at, actor: Draft.clockActor, source: .derived,
      fact: .stageEntered(next))
    enterStage(next, event)
  }

  mutating func enterStage(_ stage: String, _ event: Event) {
    record.stage = stage
    beginGrade(at: event.occurred)
    gradesChanged()
    fire([.stageEntered], event)
    retarget(at: event.occurred)
  }
}
