extension Fact {
  /// What happened, as the timeline says it.
  ///
  /// - Parameters:
  ///   - clock: the clock that a breach is of, as people call it; its rule's id where that is not known.
  ///   - playbook: what calls steps, items, gates and templates by their names; their ids where none is given.
  public func sentence(zone: Zone, clock: String? = nil, playbook: Playbook? = nil) -> String {
    let names = PlaybookNames(playbook)
    return switch self {
    case .opened(let opening): opening.sentence(names)
    case .amended(let change):
      "changed "
        + [
          change.title.map { "the title to “\($0)”" }, change.details.map { _ in "the details" },
          change.tags.map { $0.isEmpty ? "the tags to none" : "the tags to \($0.joined(separator: ", "))" },
        ].compactMap { $0 }.joined(separator: ", ")
    case .accountChanged(let account): "changed the account: \(account.summary)"
    case .contactAdded(let contact): "added contact \(contact.summary)"
    case .contactRemoved(let name): "removed contact \(name)"
    case .acknowledged(let note): "first response" + Fact.tail(note)
    case .updated(let update):
      "told the customer" + (update.channel.map { " by \($0)" } ?? "") + ": \(update.text)"
        + (update.next.map { " · next by \($0.words(in: zone))" } ?? "")
    case .customerReplied(let text): "the customer replied" + Fact.tail(text)
    case .checked(let note): "checked progress" + Fact.tail(note)
    case .notified(let notification):
      "notified \(notification.who.joined(separator: ", "))" + (notification.channel.map { " by \($0)" } ?? "")
        + Fact.tail(notification.note)
    case .noted(let text): text
    case .assigned(let owner): owner.map { "assigned to \($0)" } ?? "assigned to nobody"
    case .severityChanged(let severity): "severity \(severity)"
    case .levelEntered(let level): "level \(level)"
    case .stageEntered(let stage): "stage \(stage)"
    case .neededBySet(let instant): instant.map { "needed by \($0.words(in: zone))" } ?? "needed by no fixed time"
    case .marked(let id): "done: \(names.step(id))"
    case .resolutionAmended(let change):
      "wrote down "
        + ([change.rootCause.map { "the root cause: \($0)" }, change.summary.map { "what solved it: \($0)" }]
        .compactMap { $0 } + change.prevention.map { "prevention: \($0)" }).joined(separator: " · ")
    case .itemDecided, .hypothesisStated, .taskAdded, .taskMoved, .taskAssigned, .taskDone, .taskDropped,
      .roleGiven, .decisionTaken, .noticeWaived,
      .customerConfirmed, .gateAdded, .gateOverridden, .gateWaived, .pathRaised, .pathCalled, .messageSent, .scored,
      .playbookChanged:
      workSentence(zone: zone, names)
    case .planWritten, .planLookSet, .planLooked, .planSignedOff, .milestoneAdded, .milestoneChanged,
      .milestonesShifted, .milestonesOrdered, .milestoneStarted, .milestoneDone, .milestoneDropped, .milestoneReopened:
      planSentence(zone: zone)
    case .paused(let pause): "paused: \(pause.reason)" + (pause.until.map { " · until \($0.words(in: zone))" } ?? "")
    case .resumed: "resumed"
    case .resolved(let resolution):
      "resolved" + Fact.tail(resolution.summary) + (resolution.rootCause.map { " · root cause: \($0)" } ?? "")
        + resolution.prevention.map { " · prevention: \($0)" }.joined()
    case .closed(let closing):
      "closed" + (closing.outcome.map { " as \($0.rawValue)" } ?? "") + (closing.csat.map { " · CSAT \($0)" } ?? "")
        + (closing.passedOver ?? []).map { " · passed over the gate \(names.gate($0.gate)) as \($0.authority)" }
        .joined()
    case .cancelled: "cancelled"
    case .reopened: "reopened"
    case .undone(let event): "took back event \(event)"
    case .breached(let breach):
      "\(clock ?? breach.rule) breached" + (breach.byReclassification ? " by reclassification" : "")
        + ", due \(breach.deadline.words(in: zone))"
    case .policyAdopted(let adoption):
      "follows policy edition \(adoption.edition)"
        + (adoption.moves.isEmpty ? "" : ": " + adoption.moves.map { $0.sentence(zone: zone) }.joined(separator: "; "))
    }
  }

  static func tail(_ text: String?) -> String { text?.nonEmpty.map { ": \($0)" } ?? "" }
}

extension Opening {
  fileprivate func sentence(_ names: PlaybookNames) -> String {
    var text = "opened as \(severity ?? level ?? "ungraded")"
    if severity == nil, level == nil, let stage { text = "opened at stage \(stage)" }
    if let signal { text += " on the signal \(names.signal(signal))" }
    if let risk { text += ", promoted from \(risk)" }
    if let health { text += " by the health score, \(health.score.composite) and \(health.trend.rawValue)" }
    return text
  }
}

extension PolicyAdoption.Move {
  func sentence(zone: Zone) -> String {
    "\(rule) from \(from?.words(in: zone) ?? "none") to \(to?.words(in: zone) ?? "none")"
  }
}

extension AccountFacts {
  /// `Acme · Enterprise · USD 120k · renews 2026-03-01`.
  public var summary: String {
    [
      name, segment, arr?.short, renewal.map { "renews \($0)" }, qbr.map { "QBR \($0)" },
      calendar.map { "calendar \($0)" },
    ]
    .compactMap { $0 }.joined(separator: " · ")
  }
}

extension Contact {
  /// `Ann (sponsor) ann@example.com`.
  public var summary: String {
    [name + (role.map { " (\($0))" } ?? ""), email, phone].compactMap { $0 }.joined(separator: " ")
  }
}
