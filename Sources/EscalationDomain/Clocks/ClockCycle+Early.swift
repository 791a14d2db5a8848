extension Escalation {
  /// The open clock that marking a step would end, had its window opened by then.
  public func tooEarly(for step: String, at instant: Instant, of playbook: Playbook) -> ClockCycle? {
    openClocks.first { cycle in
      cycle.due.opens.map { instant < $0 } ?? false
        && playbook.rule(cycle.rule)?.stops.contains(.done(step)) ?? false
    }
  }
}
