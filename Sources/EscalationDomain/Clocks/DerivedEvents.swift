extension Escalation {
  /// What time brought about and the log does not hold yet, stamped at its due instant: the same for whoever asks.
  ///
  /// Slots that passed unserved are derived at each look and never stored one by one (CLOCKS, A clock's life); one that
  /// a change of severity put into the past is stored, so that taking the change back does not erase it.
  public func unstored(in history: History) -> [Draft] {
    var stored: Set<StoredBreach> = []
    for event in history.events {
      if case .breached(let breach) = event.fact { stored.insert(StoredBreach(breach, at: event.occurred)) }
    }
    let breaches = clocks.compactMap { cycle -> Draft? in
      guard let breach = cycle.breach, !breach.corrected, !cycle.isPassedSlot else { return nil }
      let fact = ClockBreach(
        rule: cycle.rule, cycle: cycle.cycle, deadline: breach.deadline, byReclassification: breach.byReclassification)
      guard !stored.contains(StoredBreach(fact, at: breach.at)) else { return nil }
      return Draft(occurred: breach.at, actor: Draft.clockActor, source: .derived, fact: .breached(fact))
    }
    return (breaches + stagesBrought(notIn: history)).sorted { $0.occurred < $1.occurred }
  }

  /// Stages that began by themselves.
  private func stagesBrought(notIn history: History) -> [Draft] {
    work.advances.compactMap { advance in
      let isStored = history.events.contains {
        $0.source == .derived && $0.occurred == advance.at && $0.fact == .stageEntered(advance.stage)
      }
      guard !isStored else { return nil }
      return Draft(
        occurred: advance.at, actor: Draft.clockActor, source: .derived, fact: .stageEntered(advance.stage))
    }
  }

  /// The next instant after which time alone changes something here: a deadline not yet breached, a window opening,
  /// a slot, a period's end.
  public var nextChange: Instant? {
    clocks.lazy.filter { $0.isOpen && ($0.breach?.corrected ?? true) }.compactMap { cycle in
      if let opens = cycle.due.opens, opens > asOf, cycle.deadline != nil { return opens }
      return cycle.deadline
    }.min()
  }

  /// Whether a breach in the log is one that the clocks no longer show: a late record corrected it.
  public func isCorrected(_ breach: ClockBreach, at: Instant) -> Bool {
    guard let cycle = clocks.first(where: { $0.rule == breach.rule && $0.cycle == breach.cycle }),
      let shown = cycle.breach
    else { return true }
    return shown.corrected || shown.at != at
  }
}

extension ClockCycle {
  /// A slot that time alone passed, as against a breach from before the cadence took up slots.
  fileprivate var isPassedSlot: Bool {
    guard slots != nil, let breach, !breach.byReclassification else { return false }
    return breach.at == ended
  }
}

/// The same cycle can breach twice: once corrected, and then in earnest.
private struct StoredBreach: Hashable {
  var rule: String
  var cycle: Int
  var at: Instant

  init(_ breach: ClockBreach, at: Instant) {
    (rule, cycle, self.at) = (breach.rule, breach.cycle, at)
  }
}

extension Draft {
  /// Who signs what time brings about.
  public static let clockActor = "clock"
}
