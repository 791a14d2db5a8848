/// Checks what is to be written down about an account and answers the fact, or nothing where it is known already.
public struct AccountDecision: Sendable {
  public let account: Account
  /// The local date of the account.
  public let today: LocalDate
  /// What counts of the account now, its escalations heard too; nil where the register alone speaks.
  public let held: AccountDescription?

  public init(account: Account, today: LocalDate, held: AccountDescription? = nil) {
    self.account = account
    self.today = today
    self.held = held
  }

  public func decide(_ fact: AccountFact, actor: String) throws -> AccountFact? {
    let decided = try checked(fact)
    for text in decided?.texts ?? [] where text.utf8.contains(0) { throw Refusal.unreadableText(text) }
    if actor.utf8.contains(0) { throw Refusal.unreadableText(actor) }
    return decided
  }

  private func checked(_ fact: AccountFact) throws -> AccountFact? {
    switch fact {
    case .described(let description):
      // What an escalation has said since must be gainsaid, even by the register's own last words.
      return description == account.description && description == held ?? description ? nil : fact
    case .scored(let score):
      return try AccountDecision.isNew(score, known: account.scores[score.date], today: today) ? fact : nil
    case .executiveAdded(var contact):
      guard let name = contact.name.nonEmpty else { throw Refusal.textRequired("the executive's name") }
      contact.name = name
      return account.executive(name)?.contact == contact ? nil : .executiveAdded(contact)
    case .executiveRemoved(let name): return .executiveRemoved(name: try known(name))
    case .executiveReached(var reached):
      reached.name = try known(reached.name)
      if reached.on > today { throw Refusal.dateNotCome(reached.on) }
      return account.executive(reached.name)?.reached == reached ? nil : .executiveReached(reached)
    case .takenBack(let entry):
      try account.log.check(takingBack: entry)
      return fact
    }
  }

  /// Whether a score says anything new about its date.
  ///
  /// - Parameter known: what counts for that date so far.
  public static func isNew(_ score: HealthScore, known: HealthScore?, today: LocalDate) throws -> Bool {
    try Decision.check(score, today: today)
    return !(known.map(score.saysTheSame) ?? false)
  }

  /// The name as it was added.
  private func known(_ name: String) throws -> String {
    guard let executive = account.executive(name) else {
      throw Refusal.unknownExecutive(name, known: account.executives.map(\.contact.name))
    }
    return executive.contact.name
  }
}

extension AccountFact {
  fileprivate var texts: [String] {
    switch self {
    case .described(let description): description.facts.texts + [description.csm].compactMap { $0 }
    case .scored(let score): score.dimensions.map(\.name)
    case .executiveAdded(let contact): [contact.name, contact.email, contact.phone].compactMap { $0 }
    case .executiveRemoved(let name): [name]
    case .executiveReached(let reached): [reached.name, reached.how].compactMap { $0 }
    case .takenBack: []
    }
  }
}

extension HealthScore {
  /// The same figures for the same date, in whatever order the dimensions come.
  public func saysTheSame(_ other: HealthScore) -> Bool {
    date == other.date && composite == other.composite && Set(dimensions) == Set(other.dimensions)
  }
}
