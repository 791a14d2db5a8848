import EscalationDomain

/// What must have happened between what a system said before and what a row of it says now. Pure.
struct RowDiff {
  let before: SourceState
  let row: ImportRow
  /// The policy edition that a reopening starts under.
  let edition: Int
  /// Whether a status other than new tells of the first response; a record's own times tell of it otherwise.
  var statusResponds = true

  /// The facts in the order in which they take effect: a reopening first, then what changed, then the course it took.
  var facts: [Fact] {
    var state = before
    var facts: [Fact] = []
    func add(_ fact: Fact) {
      facts.append(fact)
      state.apply(fact)
    }
    if before.isEnded, isActive { add(.reopened(edition: edition)) }
    grades.forEach(add)
    descriptions.forEach(add)
    if let note = row.note { add(.noted(text: note)) }
    course(state).forEach(add)
    return facts
  }

  private var isActive: Bool {
    switch row.status {
    case .new, .active, .waiting: true
    case .resolved, .closed, .cancelled, nil: false
    }
  }

  private var grades: [Fact] {
    var facts: [Fact] = []
    if let severity = row.severity, severity != before.severity { facts.append(.severityChanged(to: severity)) }
    if let level = row.level, level != before.level { facts.append(.levelEntered(level)) }
    if let stage = row.stage, stage != before.stage { facts.append(.stageEntered(stage)) }
    if let owner = row.owner, owner != before.owner { facts.append(.assigned(owner: owner)) }
    if let needed = row.neededBy, needed != before.neededBy { facts.append(.neededBySet(needed)) }
    return facts
  }

  private var descriptions: [Fact] {
    var facts: [Fact] = []
    var amendment = Amendment()
    if row.title != before.title { amendment.title = row.title }
    // An amendment cannot take details away: a text that a later export leaves out stays.
    if let details = row.details, let details, details != before.details { amendment.details = details }
    if let tags = row.tags, tags != before.tags { amendment.tags = tags }
    if amendment != Amendment() { facts.append(.amended(amendment)) }
    let account = row.account.over(before.account)
    if account != before.account { facts.append(.accountChanged(account)) }
    if let contact = row.contact, contact != before.contact {
      if let former = before.contact, former.name != contact?.name { facts.append(.contactRemoved(name: former.name)) }
      if let contact { facts.append(.contactAdded(contact)) }
    }
    return facts
  }

  /// Ended twice over is ended once: a closed or cancelled escalation that is called resolved stays as it is.
  private func course(_ state: SourceState) -> [Fact] {
    guard let status = row.status else { return [] }
    var facts: [Fact] = []
    // The first response is the first row that is no longer new, whatever else it says.
    if statusResponds, status != .new, status != .cancelled, !state.isAcknowledged, !state.isEnded {
      facts.append(.acknowledged(note: nil))
    }
    switch (state.condition, status) {
    case (.paused, .new), (.paused, .active): facts.append(.resumed)
    case (.open, .waiting): facts.append(.paused(pause))
    case (.paused(let reason), .waiting): if reason != pause.reason { facts.append(.paused(pause)) }
    case (.open, .resolved), (.paused, .resolved): facts.append(.resolved(row.resolution))
    case (.open, .closed), (.paused, .closed), (.resolved, .closed): facts.append(.closed(row.closing))
    case (.open, .cancelled), (.paused, .cancelled), (.resolved, .cancelled): facts.append(.cancelled)
    case (.open, .new), (.open, .active), (.resolved, _), (.closed, _), (.cancelled, _): break
    }
    return facts
  }

  /// A pause that came with an import needs no resume time (CLOCKS, Pause).
  private var pause: Pause {
    Pause(
      reason: row.times?.pauseReason ?? row.statusText ?? "Waiting on the customer", until: row.times?.pauseUntil)
  }
}
