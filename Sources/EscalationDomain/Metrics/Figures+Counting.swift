extension Figures {
  /// Counts a record that was replayed to the window's last moment.
  mutating func add(_ record: Escalation, in window: Range<Instant>, zone: Zone) {
    if window.contains(record.opened) {
      let month = LocalMonth(of: zone.local(record.opened).date)
      opened.add(record)
      byMonth[month, default: Openings()].add(record)
    }
    if let first = record.acknowledged, window.contains(first) { timeToAcknowledge.add(first - record.opened) }
    if let resolved = record.resolved, window.contains(resolved), record.isResolved {
      timeToResolve.add(resolved - record.opened)
      if let cause = record.cause { causes.add(cause) } else { withoutCause += 1 }
    }
    if case .closed(let closing, let at) = record.condition, window.contains(at) {
      outcomes[closing.outcome, default: 0] += 1
      if closing.outcome == .churned { churned.add(record.account) }
      if let score = closing.csat {
        csat.count += 1
        csat.sum += score
      }
    }
    addClocks(of: record, in: window)
  }

  private mutating func addClocks(of record: Escalation, in window: Range<Instant>) {
    for cycle in record.clocks where !cycle.elapses {
      var count = Attainment()
      count.add(cycle, in: window, now: record.asOf)
      add(count, of: cycle.family, record)
    }
    for breach in record.correctedBreaches where window.contains(breach.deadline) {
      var count = Attainment()
      count.corrected = 1
      add(count, of: ClockCycle.family(of: breach.rule), record)
    }
  }

  private mutating func add(_ count: Attainment, of rule: String, _ record: Escalation) {
    guard !count.isEmpty else { return }
    let key = AttainmentKey(playbook: record.playbook, rule: rule, grade: record.grade, band: record.band)
    attainment[key] = attainment[key, default: Attainment()] + count
  }
}

extension Figures.Openings {
  mutating func add(_ record: Escalation) {
    switch record.found {
    case .early: early += 1
    case .reactive: reactive += 1
    case nil: unknown += 1
    }
  }
}

extension Escalation {
  /// Who saw it first, as far as the log tells: what a health score opened was seen early.
  var found: Detection? { detection ?? (work.trigger == nil ? nil : .early) }

  /// The root cause as it was written down.
  var cause: String? { resolution?.rootCause?.nonEmpty }

  /// Resolved or closed, and neither withdrawn nor a duplicate.
  fileprivate var isResolved: Bool {
    switch condition {
    case .resolved: true
    case .closed(let closing, _): !(closing.outcome?.isVoid ?? false)
    case .open, .paused, .cancelled: false
    }
  }
}
