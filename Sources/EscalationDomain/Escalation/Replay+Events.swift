extension Replay {
  /// Applies one event at its instant; what makes no sense where it stands (a second closing in an import) changes
  /// nothing.
  mutating func apply(_ event: Event) throws(PolicyError) {
    let at = event.occurred
    if event.isAct { record.changed = max(record.changed, at) }
    switch event.fact {
    case .opened:
      guard at == record.opened, record.clocks.isEmpty, record.ended == nil else { return }
      fire(openingTriggers, event)
    case .amended(let amendment):
      record.title = amendment.title ?? record.title
      record.details = amendment.details ?? record.details
      record.tags = amendment.tags ?? record.tags
    case .accountChanged(let account):
      record.account = account
      retarget(at: at)
    case .contactAdded(let contact):
      // Who is known already stays in place.
      if let index = record.contacts.firstIndex(where: { $0.name == contact.name }) {
        record.contacts[index] = contact
      } else {
        record.contacts.append(contact)
      }
    case .contactRemoved(let name): record.contacts.removeAll { $0.name == name }
    case .assigned(let owner): record.owner = owner
    case .acknowledged:
      record.acknowledged = record.acknowledged ?? at
      fire([.acknowledged], event)
    case .updated(let update):
      record.acknowledged = record.acknowledged ?? at
      record.work.round.updates.next(at: at)
      record.work.told = Work.Stamp(event)
      let also: [Trigger] = update.substantive ? [.substantiveUpdate] : []
      fire([.customerUpdate] + also + (update.next == nil ? [] : [.promised]), event, promised: update.next)
    case .customerReplied:
      resume(at: at)
      fire([.customerReply], event)
    case .checked:
      _ = work(event)
      fire([.internalCheck], event)
    case .messageSent(let message): sent(message, event)
    case .severityChanged(let severity):
      record.severity = severity
      gradesChanged()
      retarget(at: at, bySeverity: true)
    case .levelEntered(let level):
      record.level = level
      beginGrade(at: at)
      gradesChanged()
      fire([.levelEntered], event)
      retarget(at: at)
    case .stageEntered(let stage):
      // What time brings is worked out anew at each look; the log's copy is for those who read the log.
      if event.source != .derived { enterStage(stage, event) }
    case .neededBySet(let instant):
      record.neededBy = instant
      if instant == nil { cancelNeededBy(event) } else { fire([.neededBySet], event) }
      retarget(at: at)
    case .resolutionAmended(let change):
      record.resolution = (record.resolution ?? Resolution()).amended(by: change)
    case .paused(let pause): self.pause(pause, at: at)
    case .resumed: resume(at: at)
    case .resolved, .closed, .cancelled, .reopened: try applyEnd(event)
    case .policyAdopted(let adoption): try adopt(adoption.edition, at: at)
    case .playbookChanged(let step): try move(step, event)
    case .noted, .undone, .breached: break
    default: fire(work(event), event)
    }
  }

  /// What opening and reopening start: also what the grades and the needed-by time start that the record has then.
  var openingTriggers: [Trigger] {
    var triggers: [Trigger] = [.opened]
    if record.level != nil { triggers.append(.levelEntered) }
    if record.stage != nil { triggers.append(.stageEntered) }
    if record.neededBy != nil { triggers.append(.neededBySet) }
    return triggers
  }

  private mutating func applyEnd(_ event: Event) throws(PolicyError) {
    let at = event.occurred
    switch event.fact {
    case .resolved(let resolution):
      guard record.ended == nil else { return }
      record.resolution = (record.resolution ?? Resolution()).amended(by: resolution)
      end(.resolved(at: at), event, [.resolved])
    case .closed(let closing):
      switch record.condition {
      case .closed, .cancelled: return
      case .resolved: end(.closed(closing, at: at), event, [.closed])
      case .open, .paused: end(.closed(closing, at: at), event, [.resolved, .closed])
      }
    case .cancelled:
      switch record.condition {
      case .closed, .cancelled: return
      default: end(.cancelled(at: at), event, [])
      }
    case .reopened(let edition):
      guard record.ended != nil else { return }
      try adopt(edition, at: at)
      record.condition = .open
      record.resolved = nil
      record.work.begin(at: at)
      // A time that has gone by was for the life that ended.
      if let needed = record.neededBy, needed <= at { record.neededBy = nil }
      openingDate = date(of: at)
      dormant = [:]
      for index in open where rule(of: index)?.survivesClosing ?? false { finish(index, at: at, by: event, .cancelled) }
      open.removeAll { !record.clocks[$0].isOpen }
      retarget(at: at)
      fire(openingTriggers, event)
      resumeOwn(at: at)
    default: break
    }
  }

  /// Resolving, closing or cancelling: stops what it stops, ends what its rule says, keeps what lives on.
  private mutating func end(_ condition: Escalation.Condition, _ event: Event, _ triggers: [Trigger]) {
    let at = event.occurred
    resume(at: at)
    record.condition = condition
    if triggers.contains(.resolved) { record.resolved = at }
    stop(triggers, event)
    for index in open {
      guard let rule = rule(of: index) else {
        // A task outlives resolving, as its owner does; the plan's review outlives closing.
        let outlives =
          triggers == [.resolved] || (triggers.contains(.closed) && record.clocks[index].survivesClosing)
        if !outlives { finish(index, at: at, by: event, .cancelled) }
        continue
      }
      switch condition {
      case .resolved: resolveEnds(index, rule, event)
      case .closed:
        if triggers.contains(.resolved) { resolveEnds(index, rule, event) }
        if record.clocks[index].isOpen, !rule.survivesClosing { finish(index, at: at, by: event, .cancelled) }
      default: finish(index, at: at, by: event, .cancelled)
      }
    }
    open.removeAll { !record.clocks[$0].isOpen }
    if case .cancelled = condition { dormant = [:] }
    start(triggers, event, promised: nil)
  }

  private mutating func resolveEnds(_ index: Int, _ rule: ClockRule, _ event: Event) {
    switch rule.onResolve {
    case .keep: break
    case .stop: finish(index, at: event.occurred, by: event, nil)
    case .cancel: finish(index, at: event.occurred, by: event, .cancelled)
    }
  }

  private mutating func cancelNeededBy(_ event: Event) {
    for index in open where record.clocks[index].target == .neededBy {
      finish(index, at: event.occurred, by: event, .cancelled)
    }
    open.removeAll { !record.clocks[$0].isOpen }
  }

  private mutating func adopt(_ edition: Int, at: Instant) throws(PolicyError) {
    try govern(by: record.playbook, edition: edition)
    gradesChanged()
    retarget(at: at)
  }
}
