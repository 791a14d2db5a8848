extension Escalation {
  /// What time brought about and the log does not hold yet, stamped at its due instant: the same for whoever asks.
  ///
  /// Slots that passed unserved are derived at each look and never stored one by one (CLOCKS, A clock's life).
  public func unstored(in history: History) -> [Draft] {
    var stored: Set<StoredBreach> = []
    for event in history.events {
      if case .breached(let breach) = event.fact { stored.insert(StoredBreach(rule: breach.rule, cycle: breach.cycle)) }
    }
    return clocks.compactMap { cycle in
      guard cycle.slots == nil, let breach = cycle.breach, !breach.corrected,
        !stored.contains(StoredBreach(rule: cycle.rule, cycle: cycle.cycle)), let deadline = cycle.due.deadline
      else { return nil }
      return Draft(
        occurred: breach.at, actor: Draft.clockActor, source: .derived,
        fact: .breached(
          ClockBreach(
            rule: cycle.rule, cycle: cycle.cycle, deadline: deadline, byReclassification: breach.byReclassification)))
    }.sorted { $0.occurred < $1.occurred }
  }

  /// The next instant after which time alone changes something here: a deadline not yet breached, a window opening,
  /// a slot, a period's end.
  public var nextChange: Instant? {
    clocks.filter { $0.isOpen && $0.breach == nil }.compactMap(\.deadline).min()
  }
}

private struct StoredBreach: Hashable {
  var rule: String
  var cycle: Int
}

extension Draft {
  /// Who signs what time brings about.
  public static let clockActor = "clock"
}
