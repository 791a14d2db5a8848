extension Decision {
  /// What is said or done about an escalation without changing its course.
  func word(for command: Command, _ record: Escalation) throws -> Fact {
    switch command {
    case .acknowledge(let note):
      try requireOpen(record)
      let runs = try policy(of: record).clocks.contains { rule in
        rule.stops.contains(.acknowledged) && (record.clock(rule.id)?.isOpen ?? false)
      }
      if let since = record.acknowledged, !runs { throw Refusal.alreadyAcknowledged(since) }
      return .acknowledged(note: note?.nonEmpty)
    case .update(var update):
      if case .closed = record.condition { throw Refusal.notOpen(.closed) }
      if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
      guard let text = update.text.nonEmpty else { throw Refusal.textRequired("what the customer was told") }
      try requireSubstance(text, record)
      update.text = text
      update.next = try update.next.map { try ahead($0, "the promised time") }
      return .updated(update)
    case .customerReplied(let text): return .customerReplied(text: text.trimmingSpace)
    case .check(let note):
      try requireOpen(record)
      return .checked(note: note?.nonEmpty)
    case .notify(let notification):
      guard notification.who.contains(where: { $0.nonEmpty != nil }) else {
        throw Refusal.textRequired("who was told")
      }
      return .notified(notification)
    case .note(let text):
      guard let text = text.nonEmpty else { throw Refusal.textRequired("the note") }
      return .noted(text: text)
    case .mark(let step):
      guard let step = step.nonEmpty else { throw Refusal.textRequired("the step") }
      let known = try policy(of: record).process.map(\.id)
      guard known.contains(step) else { throw Refusal.unknownStep(step, known: known) }
      return .marked(step)
    default: throw Refusal.reasonRequired
    }
  }

  /// Pausing, resolving, closing and their way back.
  func course(of command: Command, _ record: Escalation) throws -> [(Fact, String?)] {
    switch command {
    case .pause(let reason, let until):
      try requireOpen(record)
      if case .paused = record.condition { throw Refusal.alreadyPaused }
      guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
      return [(.paused(Pause(reason: reason, until: try ahead(until, "the expected resume time"))), reason)]
    case .resume(let note):
      guard case .paused = record.condition else { throw Refusal.notPaused }
      return [(.resumed, note?.nonEmpty)]
    case .resolve(let resolution):
      if let at = record.ended, record.status == .resolved { throw Refusal.alreadyResolved(at) }
      try requireOpen(record)
      return [(.resolved(resolution), nil)]
    case .close(let closing, let reason):
      if case .closed = record.condition { throw Refusal.notOpen(.closed) }
      if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
      if let csat = closing.csat, !(1...10).contains(csat) { throw Refusal.csatOutOfRange(csat) }
      let gates = record.gates(of: try policy(of: record), zone: try zone(of: record), now: act.occurred)
      let open = gates.filter(\.blocks)
      if !open.isEmpty { throw Refusal.gatesOpen(open) }
      var closing = closing
      closing.passedOver = gates.compactMap(\.override).nonEmpty
      return [(.closed(closing), reason?.nonEmpty)]
    case .cancel(let reason):
      if case .closed = record.condition { throw Refusal.notOpen(.closed) }
      if case .cancelled = record.condition { throw Refusal.notOpen(.cancelled) }
      guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
      return [(.cancelled, reason)]
    case .reopen(let reason):
      guard record.ended != nil else { throw Refusal.alreadyOpen }
      if case .cancelled = record.condition { throw Refusal.cancelledForGood }
      guard let reason = reason.nonEmpty else { throw Refusal.reasonRequired }
      return [(.reopened(edition: policies.current.edition), reason)]
    default: throw Refusal.reasonRequired
    }
  }

  func requireOpen(_ record: Escalation) throws {
    guard record.status.isOpen else { throw Refusal.notOpen(record.status) }
  }
}
