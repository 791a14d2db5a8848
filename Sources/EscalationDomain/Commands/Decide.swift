/// Checks acts against an escalation as it stands and says what they bring about. Nothing else decides.
public struct Decision: Sendable {
  public let history: History
  public let policies: PolicyBook
  public let act: Act
  /// Who is who, where that is known.
  public let team: Team?

  public init(history: History, policies: PolicyBook, act: Act, team: Team? = nil) {
    self.history = history
    self.policies = policies
    self.act = act
    self.team = team
  }

  /// What the command brings about, or why a rule refuses it.
  public func decide(_ command: Command) throws -> [Draft] {
    let record = try checkedRecord()
    let facts = try facts(for: command, record)
    for (fact, why) in facts { try Decision.checkTexts(fact, why: why, actor: act.actor) }
    return facts.enumerated().map { index, fact in
      Draft(occurred: act.occurred, actor: act.actor, why: fact.1, fact: fact.0, isPart: index > 0)
    }
  }

  /// The escalation at the act's instant, once the instant itself is in order.
  private func checkedRecord() throws -> Escalation {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    let acts = history.events.filter(\.isAct)
    if let first = acts.first, act.occurred < first.occurred { throw Refusal.beforeOpening(first.occurred) }
    if let later = acts.last(where: { $0.occurred > act.occurred }) { throw Refusal.laterActExists(later.occurred) }
    return try Escalation.replay(history, policies: policies, now: act.occurred)
  }

  private func facts(for command: Command, _ record: Escalation) throws -> [(Fact, String?)] {
    switch command {
    case .acknowledge, .update, .customerReplied, .check, .notify, .note, .mark:
      [(try word(for: command, record), nil)]
    case .changeSeverity(let severity, let reason):
      [(.severityChanged(to: try self.severity(severity, record)), reason?.nonEmpty)]
    case .enterLevel(let level, let reason): [(.levelEntered(try self.level(level, record)), reason?.nonEmpty)]
    case .enterStage(let stage, let reason):
      [(.stageEntered(try self.stage(stage, record)), try required(reason: reason))]
    case .decideItem, .stateHypothesis, .addTask, .raiseBlocker, .takeDecision, .moveTask, .assignTask,
      .finishTask, .dropTask, .giveRole:
      [try work(command, record)]
    case .plan(let command): try plan(command, record)
    case .waiveNotice, .raisePath, .callPath, .confirmByCustomer, .addGate, .overrideGate, .waiveGate:
      [try consent(command, record)]
    case .send(let message): [(.messageSent(try self.message(message, record)), nil)]
    case .score(let score): [(.scored(try self.score(score, record)), nil)]
    case .move(let move, let reason): [try moved(move, reason, record)]
    case .amendResolution(let change): [(.resolutionAmended(try resolution(change, record)), nil)]
    case .pause, .resume, .resolve, .close, .cancel, .reopen: try course(of: command, record)
    case .undo(let event): try undo(event).map { ($0, nil) }
    case .redo(let event): try redo(event).map { ($0, nil) }
    case .assign(let owner): [(.assigned(owner: owner?.nonEmpty), nil)]
    case .setNeededBy(let instant): [(.neededBySet(try neededBy(instant, record)), nil)]
    case .amend(let amendment): [(.amended(try self.amendment(amendment)), nil)]
    case .changeAccount(let account): [(.accountChanged(try self.account(account)), nil)]
    case .addContact(let contact): [(.contactAdded(try self.contact(contact)), nil)]
    case .removeContact(let name):
      if record.contacts.contains(where: { $0.name == name }) {
        [(.contactRemoved(name: name), nil)]
      } else {
        throw Refusal.unknownContact(name)
      }
    }
  }

  /// The zone in which the record's account lives.
  func zone(of record: Escalation) throws -> Zone {
    try policies.policy(record.edition).zone(of: record.account, playbook: record.playbook)
  }

  func policy(of record: Escalation) throws -> Playbook {
    let policy = try policies.policy(record.edition)
    guard let playbook = policy.playbooks[record.playbook]?.value else {
      throw PolicyError.unknownPlaybook(record.playbook, edition: record.edition)
    }
    return playbook
  }

  func ahead(_ instant: Instant, _ what: String) throws -> Instant {
    guard instant > act.occurred else { throw Refusal.notAhead(instant, what: what) }
    return instant
  }

  private func required(reason: String?) throws -> String {
    guard let reason = reason?.nonEmpty else { throw Refusal.reasonRequired }
    return reason
  }

  private func required(_ text: String, _ what: String) throws -> String {
    guard let text = text.nonEmpty else { throw Refusal.textRequired(what) }
    return text
  }

  private func neededBy(_ instant: Instant?, _ record: Escalation) throws -> Instant? {
    guard let instant else { return nil }
    try requireOpen(record)
    return try ahead(instant, "the needed-by time")
  }

  private func amendment(_ amendment: Amendment) throws -> Amendment {
    var amendment = amendment
    amendment.title = try amendment.title.map { try required($0, "a title") }
    return amendment
  }

  private func contact(_ contact: Contact) throws -> Contact {
    var contact = contact
    contact.name = try required(contact.name, "a contact's name")
    return contact
  }

  func account(_ account: AccountFacts) throws -> AccountFacts {
    try Decision.account(account, policy: policies.current)
  }

  /// The facts with a name and a calendar that is known.
  public static func account(_ account: AccountFacts, policy: Policy) throws -> AccountFacts {
    var account = account
    guard let name = account.name.nonEmpty else { throw Refusal.textRequired("an account") }
    account.name = name
    if let calendar = account.calendar, policy.calendars[calendar] == nil {
      throw Refusal.unknownCalendar(calendar, known: policy.calendars.keys.sorted())
    }
    return account
  }
}

extension String {
  /// The text without space around it, if anything is left.
  public var nonEmpty: String? {
    let trimmed = self.trimmingSpace
    return trimmed.isEmpty ? nil : trimmed
  }

  var trimmingSpace: String {
    var text = Substring(self)
    while text.first?.isWhitespace ?? false { text.removeFirst() }
    while text.last?.isWhitespace ?? false { text.removeLast() }
    return String(text)
  }
}
