extension Fact {
  /// Checklists, tasks, gates, people, messages and scores, as the timeline says them.
  func workSentence(zone: Zone, _ names: PlaybookNames) -> String {
    switch self {
    case .itemDecided(let decision): decision.sentence(names)
    case .hypothesisStated(let statement): statement.sentence(zone: zone)
    case .taskAdded(let item):
      "\(item.isBlocker ? "blocker" : "task") \(item.id): \(item.title)" + (item.owner.map { " · \($0)" } ?? "")
        + (item.due.map { " · \(item.isBlocker ? "needed by" : "due") \($0.words(in: zone))" } ?? "")
    case .taskMoved(let id, let due): "task \(id) is due \(due?.words(in: zone) ?? "at no fixed time")"
    case .taskAssigned(let id, let owner): "task \(id): \(owner ?? "nobody")"
    case .taskDone(let id, let note): "task \(id) done" + Fact.tail(note)
    case .taskDropped(let id): "task \(id) dropped"
    case .roleGiven(let role): "\(role.role): \(role.to ?? "nobody")"
    case .decisionTaken(let text): "decided: \(text)"
    case .noticeWaived(let waived):
      "\(waived.stakeholder) need not be told" + (waived.channel.map { " by \($0)" } ?? "")
    case .customerConfirmed(let note): "the customer confirmed" + Fact.tail(note)
    case .gateAdded(_, let label, _): "added a gate: \(label)"
    case .gateOverridden(let override):
      "passed over the gate \(names.gate(override.gate)) as \(override.authority)"
        + (override.confirmed == false ? " (unchecked: nobody is on record in that role)" : "")
    case .gateWaived(let id): "the gate \(names.gate(id)) is not needed"
    case .pathRaised(let raised): "raised to \(raised.to.joined(separator: ", "))" + Fact.tail(raised.note)
    case .pathCalled(let called): "the path \(names.path(called.path)) is called for" + Fact.tail(called.note)
    case .messageSent(let message): message.sentence(zone: zone, names)
    case .scored(let score): score.sentence
    case .playbookChanged(let move):
      "moved to playbook \(move.playbook)" + (move.gradeLabel.map { " as \($0.words)" } ?? "")
    default: ""
    }
  }
}

extension ItemDecision {
  fileprivate func sentence(_ names: PlaybookNames) -> String {
    let what = names.item(self)
    return switch choice {
    case .done: "done: \(what)"
    case .notNeeded: "not needed: \(what)"
    case .carriedOver: "carried over: \(what)"
    case .open: "open again: \(what)"
    }
  }
}

extension HypothesisStatement {
  /// `hypothesis: the champion left · intervention: … · owner: …`.
  public func sentence(zone: Zone) -> String {
    "hypothesis: \(cause)"
      + [
        intervention.map { "intervention: \($0)" }, owner.map { "owner: \($0)" },
        deadline.map { "by \($0.words(in: zone))" }, success.map { "done when: \($0)" },
        competitor.map { "against \($0)" },
      ].compactMap { $0 }.map { " · \($0)" }.joined()
  }
}

extension SentMessage {
  /// The subject, or the first line where there is none.
  public var headline: String { subject.nonEmpty ?? String(body.prefix { $0 != "\n" }) }

  /// `told the customer by email (status-update): subject or first line`.
  fileprivate func sentence(zone: Zone, _ names: PlaybookNames) -> String {
    let whom =
      audience == .customer ? "told the customer" : "wrote to \(to.isEmpty ? "the team" : to.joined(separator: ", "))"
    return whom + (channel.map { " by \($0)" } ?? "") + (template.map { " (\(names.template($0)))" } ?? "")
      + ": \(headline)"
      + (next.map { " · next by \($0.words(in: zone))" } ?? "")
  }
}

extension HealthScore {
  /// `health 42 on 2026-03-01 (usage 30, support 55)`.
  public var sentence: String {
    let parts = dimensions.map { "\($0.name) \($0.score)" }.joined(separator: ", ")
    return "health \(composite) on \(date)" + (parts.isEmpty ? "" : " (\(parts))")
  }
}

extension GateOverride {
  /// The role, and whether nobody could tell that the actor has it.
  public var words: String { authority + (confirmed == false ? " (unchecked)" : "") }
}
