extension Decision {
  /// Checks a new escalation against the policy in force and completes it: the playbook's spelling of its severity,
  /// the edition it starts under.
  public static func open(_ opening: Opening, policy: Policy, act: Act, why: String? = nil) throws -> Draft {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    var opening = opening
    opening.edition = policy.edition
    guard let title = opening.title.nonEmpty else { throw Refusal.textRequired("a title") }
    guard let account = opening.account.name.nonEmpty else { throw Refusal.textRequired("an account") }
    opening.title = title
    opening.account.name = account
    guard let playbook = policy.playbooks[opening.playbook]?.value else {
      throw Refusal.unknownPlaybook(opening.playbook, known: policy.playbooks.keys.sorted())
    }
    let zone = policy.zone(of: opening.account, playbook: playbook.id)
    let why = try follow(&opening, playbook, zone: zone, at: act.occurred, why: why)
    try grade(&opening, playbook)
    if let calendar = opening.account.calendar, policy.calendars[calendar] == nil {
      throw Refusal.unknownCalendar(calendar, known: policy.calendars.keys.sorted())
    }
    if let needed = opening.neededBy, needed <= act.occurred {
      throw Refusal.notAhead(needed, what: "the needed-by time")
    }
    let fact = Fact.opened(opening)
    try checkTexts(fact, why: why, actor: act.actor)
    return Draft(occurred: act.occurred, actor: act.actor, why: why, fact: fact)
  }

  private static func grade(_ opening: inout Opening, _ playbook: Playbook) throws {
    if opening.severity == nil, playbook.levels.isEmpty, playbook.stages.isEmpty {
      throw Refusal.severityRequired(known: playbook.severities.map(\.id))
    }
    try spell(&opening.severity, &opening.level, &opening.stage, playbook)
    if let stage = opening.stage { try requireAtOnce(stage, opening.account, playbook) }
    // A scale without severities starts at its first step.
    if opening.severity == nil, opening.level == nil, opening.stage == nil {
      opening.level = playbook.levels.first?.id
      if opening.level == nil { opening.stage = playbook.stages.first?.id }
    }
  }

  /// A NUL would cut the text short in the store: it is refused at the door.
  static func checkTexts(_ fact: Fact, why: String?, actor: String) throws {
    if let text = (fact.texts + [actor, why ?? ""]).first(where: { $0.utf8.contains(0) }) {
      throw Refusal.unreadableText(text)
    }
  }
}

extension Fact {
  /// Every text that came from a person or another system.
  var texts: [String] {
    switch self {
    case .opened(let o):
      [o.title, o.owner, o.details, o.origin, o.signal, o.risk, o.disputed?.currency].compactMap { $0 } + o.tags
        + o.account.texts + o.contacts.flatMap(\.texts)
    case .amended(let a): [a.title, a.details].compactMap { $0 } + (a.tags ?? [])
    case .accountChanged(let account): account.texts
    case .contactAdded(let contact): contact.texts
    case .contactRemoved(let name): [name]
    case .acknowledged(let note), .checked(let note): [note].compactMap { $0 }
    case .updated(let update): [update.text, update.channel].compactMap { $0 }
    case .customerReplied(let text), .noted(let text): [text]
    case .notified(let n): n.who + [n.channel, n.note].compactMap { $0 }
    case .assigned(let owner): [owner].compactMap { $0 }
    case .paused(let pause): [pause.reason]
    case .resolved(let r): [r.summary, r.rootCause].compactMap { $0 } + r.prevention
    case .marked(let id), .severityChanged(let id), .levelEntered(let id), .stageEntered(let id): [id]
    case .resolutionAmended(let r): [r.summary, r.rootCause].compactMap { $0 } + r.prevention
    case .itemDecided, .hypothesisStated, .taskAdded, .taskMoved, .taskAssigned, .taskDone, .taskDropped,
      .roleGiven, .decisionTaken, .noticeWaived,
      .customerConfirmed, .gateAdded, .gateOverridden, .gateWaived, .pathRaised, .pathCalled, .messageSent, .scored,
      .playbookChanged:
      workTexts
    case .planWritten, .planLookSet, .planLooked, .planSignedOff, .milestoneAdded, .milestoneChanged,
      .milestonesShifted, .milestonesOrdered, .milestoneStarted, .milestoneDone, .milestoneDropped, .milestoneReopened:
      planTexts
    case .neededBySet, .resumed, .closed, .cancelled, .reopened, .undone, .breached, .policyAdopted: []
    }
  }
}

extension Fact {
  fileprivate var workTexts: [String] {
    switch self {
    case .itemDecided(let d): [d.checklist, d.item]
    case .hypothesisStated(let h):
      [h.hypothesis, h.cause, h.intervention, h.owner, h.success, h.competitor].compactMap { $0 }
    case .taskAssigned(_, let owner): [owner].compactMap { $0 }
    case .taskAdded(let item): [item.title, item.owner, item.origin].compactMap { $0 }
    case .taskDone(_, let note), .customerConfirmed(let note): [note].compactMap { $0 }
    case .roleGiven(let role): [role.role, role.to].compactMap { $0 }
    case .decisionTaken(let text): [text]
    case .noticeWaived(let waived): [waived.stakeholder, waived.channel].compactMap { $0 }
    case .gateAdded(let id, let label, _): [id, label]
    case .gateOverridden(let override): [override.authority]
    case .pathRaised(let raised): raised.to + [raised.note].compactMap { $0 }
    case .pathCalled(let called): [called.path, called.note].compactMap { $0 }
    case .messageSent(let m): [m.template, m.channel, m.subject, m.body].compactMap { $0 } + m.to
    case .scored(let score): score.dimensions.map(\.name)
    case .playbookChanged(let move): [move.playbook]
    default: []
    }
  }
}

extension AccountFacts {
  var texts: [String] { [name, segment, arr?.currency].compactMap { $0 } }
}

extension Contact {
  var texts: [String] { [name, role, email, phone].compactMap { $0 } }
}
