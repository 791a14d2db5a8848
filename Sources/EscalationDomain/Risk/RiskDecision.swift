/// Checks acts against the Risk Register and says what they bring about.
public struct RiskDecision: Sendable {
  public let policy: Policy
  /// The zone in which the risk's account lives.
  public let zone: Zone
  public let act: Act

  public init(policy: Policy, zone: Zone, act: Act) {
    self.policy = policy
    self.zone = zone
    self.act = act
  }

  public func register(_ entry: RiskEntry) throws -> RiskFact {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    let entry = try checked(entry)
    if entry.identifiedOn > zone.local(act.now).date {
      throw Refusal.inTheFuture(zone.instant(entry.identifiedOn, secondOfDay: 0))
    }
    if let next = entry.nextReview { try ahead(next) }
    return .registered(entry)
  }

  /// - Returns: the fact, and the reason where there is one.
  public func decide(_ command: RiskCommand, _ risk: Risk) throws -> (RiskFact, String?) {
    try checkTime(risk)
    if case .takeBack = command {} else if risk.status == .closed { throw Refusal.riskNotOpen(risk.status) }
    switch command {
    case .revise(let change, let reason):
      let entry = try checked(change.applied(to: risk.entry))
      if entry == risk.entry { throw Refusal.nothingToChange }
      if let next = entry.nextReview, next != risk.entry.nextReview { try ahead(next) }
      return (.revised(entry), try checked(reason))
    case .review(let next, let note):
      if let next { try ahead(next) }
      return (.reviewed(next: next, note: try checked(note)), nil)
    case .close(let reason):
      guard let reason = try checked(reason) else { throw Refusal.reasonRequired }
      return (.closed, reason)
    case .takeBack(let entry):
      try risk.log.check(takingBack: entry)
      try checkTexts([])
      return (.takenBack(entry: entry), nil)
    }
  }

  /// The escalation that an open risk becomes: its words, its owner and its signal go along.
  public func promote(_ risk: Risk, _ promotion: Promotion) throws -> Opening {
    try checkTime(risk)
    guard risk.status == .open else { throw Refusal.riskNotOpen(risk.status) }
    guard let neededBy = promotion.neededBy else { throw Refusal.neededByRequired }
    guard let playbook = policy.playbooks[promotion.playbook]?.value else {
      throw Refusal.unknownPlaybook(promotion.playbook, known: policy.playbooks.keys.sorted())
    }
    let entry = risk.entry
    var account = promotion.account
    account.name = entry.account
    return Opening(
      title: entry.title, account: account, playbook: playbook.id, edition: policy.edition,
      severity: promotion.severity, level: promotion.level, stage: promotion.stage,
      owner: promotion.owner?.nonEmpty ?? entry.owner, neededBy: neededBy, details: entry.description,
      detection: .early, signal: playbook.signals.contains { $0.id == entry.signal } ? entry.signal : nil,
      risk: risk.id.text, disputed: promotion.disputed)
  }

  /// What happens to a risk is told in the order in which it happens.
  private func checkTime(_ risk: Risk) throws {
    guard act.occurred <= act.now else { throw Refusal.inTheFuture(act.occurred) }
    if act.occurred < risk.registered.at { throw Refusal.beforeOpening(risk.registered.at) }
    if act.occurred < risk.changed { throw Refusal.laterActExists(risk.changed) }
  }

  private func checked(_ entry: RiskEntry) throws -> RiskEntry {
    var entry = entry
    guard let title = entry.title.nonEmpty else { throw Refusal.textRequired("a title") }
    guard let account = entry.account.nonEmpty else { throw Refusal.textRequired("an account") }
    guard let finder = entry.identifiedBy.nonEmpty else { throw Refusal.textRequired("who identified it") }
    (entry.title, entry.account, entry.identifiedBy) = (title, account, finder)
    try check(entry.likelihood, "the likelihood", RiskEntry.scores)
    try check(entry.impactScore, "the impact", RiskEntry.scores)
    if let residual = entry.residual { try check(residual, "the residual score", 1...entry.inherent) }
    entry.signal = try entry.signal.map(signal)
    try checkTexts(entry.texts)
    return entry
  }

  /// As a playbook spells it. Any that is installed will do: which one governs is decided by a promotion.
  private func signal(_ text: String) throws -> String {
    let playbooks = policy.playbooks.sorted { $0.key < $1.key }.map(\.value.value)
    let known = playbooks.flatMap { $0.signals.map(\.id) }
    if let exact = known.first(where: { $0.lowercased() == text.lowercased() }) { return exact }
    var found: Set<String> = []
    for playbook in playbooks {
      do {
        found.insert(try playbook.signal(matching: text).id)
      } catch Refusal.unknownSignal {
        continue
      }
    }
    guard let only = found.first else { throw Refusal.unknownSignal(text, known: Set(known).sorted()) }
    guard found.count == 1 else { throw Refusal.severalSignals(text, found.sorted()) }
    return only
  }

  private func check(_ value: Int, _ what: String, _ range: ClosedRange<Int>) throws {
    guard range.contains(value) else { throw Refusal.outOfRange(what, value, range) }
  }

  private func checked(_ text: String?) throws -> String? {
    let text = text?.nonEmpty
    try checkTexts([text ?? ""])
    return text
  }

  private func checkTexts(_ texts: [String]) throws {
    if let text = (texts + [act.actor]).first(where: { $0.utf8.contains(0) }) { throw Refusal.unreadableText(text) }
  }

  /// Today still counts: the look is due until the date is over.
  private func ahead(_ date: LocalDate) throws {
    if date < zone.local(act.now).date {
      throw Refusal.notAhead(zone.instant(date, secondOfDay: 0), what: "the next review")
    }
  }
}
