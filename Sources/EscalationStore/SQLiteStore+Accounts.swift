import EscalationDomain
import GRDB

extension SQLiteStore: AccountStoring {
  public func write(_ fact: AccountFact, of account: String, why: String?, act: Act) throws -> Account {
    try write { db in
      try write(fact, of: account, why: why, act: act, Customers(db: db, policies: try policyBook(db)))
    }
  }

  @discardableResult
  private func write(
    _ fact: AccountFact, of account: String, why: String?, act: Act, held: AccountDescription? = nil,
    _ customers: Customers
  ) throws -> Account {
    guard let typed = account.nonEmpty else { throw Refusal.textRequired("an account") }
    let name = try customers.spelled(typed)
    let known = try customers.account(name)
    let today = try customers.anyCustomer(name).zone.local(act.occurred).date
    guard let fact = try AccountDecision(account: known, today: today, held: held).decide(fact, actor: act.actor)
    else {
      return known
    }
    _ = try RegisterTable(db: customers.db).append(
      .init(fact: fact, occurred: act.occurred, why: why), to: .account, name, actor: act.actor, recorded: act.now)
    return try customers.account(name)
  }

  public func describe(
    _ account: String, by act: Act, change: (inout AccountDescription) throws -> Void
  ) throws -> (customer: Customer, told: [Performed]) {
    try write { db in
      let customers = Customers(db: db, policies: try policyBook(db))
      let before = try customers.anyCustomer(account.nonEmpty ?? "")
      let held = AccountDescription(facts: before.facts, csm: before.csm)
      var description = held
      try change(&description)
      // Checked as an escalation's facts are: the calendar must be known.
      description.facts = try Decision.account(description.facts, policy: customers.policies.current)
      try write(.described(description), of: description.facts.name, why: nil, act: act, held: held, customers)
      let told = try customers.unfinished(description.facts.name).map { found, facts in
        var own = AccountDescription(facts: facts, csm: description.csm)
        try change(&own)
        return try perform(.changeAccount(own.facts), on: found.id, act: act, db)
      }
      return (try customers.anyCustomer(description.facts.name), told)
    }
  }

  public func customer(_ name: String, now: Instant) throws -> Customer? {
    try read { db in try customers(db).customer(name, now: now) }
  }

  public func register(ofAccount name: String) throws -> Account {
    try read { db in
      let customers = try customers(db)
      return try customers.account(customers.spelled(name))
    }
  }

  public func customersWithExecutives(now: Instant) throws -> [Customer] {
    try read { db in
      let customers = try customers(db)
      return try customers.described().compactMap { name in
        try customers.customer(name, now: now).flatMap { $0.executives.isEmpty ? nil : $0 }
      }
    }
  }

  public func health(of account: String, days: Int, now: Instant) throws -> AccountHealth? {
    try read { db in try health(of: account, days: days, now: now, customers(db), db) }
  }

  public func healthOfAll(days: Int, now: Instant) throws -> [AccountHealth] {
    try read { db in
      let customers = try customers(db)
      return try ScoreTable(db: db).accounts().compactMap { account in
        try health(of: account, days: days, now: now, customers, db)
      }
    }
  }

  private func customers(_ db: Database) throws -> Customers {
    Customers(db: db, policies: try policyBook(db), knownAt: knownAt)
  }

  private func health(
    of account: String, days: Int, now: Instant, _ customers: Customers, _ db: Database
  ) throws -> AccountHealth? {
    let name = try customers.spelled(account)
    let customer = try customers.anyCustomer(name, now: now)
    let today = customer.zone.local(now).date
    let record = try customers.followed(name, at: now)
    guard let policy = customers.policies.current.healthPlaybook(last: record?.playbook)?.health else { return nil }
    let scores = try scores(of: name, days: max(days, policy.closesAfterDays), today: today, now: now, db)
    guard !scores.isEmpty else { return nil }
    return AccountHealth(
      account: name, zone: customer.zone,
      standing: HealthStanding(HealthReading(scores: scores, trigger: nil, policy: policy), today: today),
      openRecord: customer.openRecord)
  }

  /// The last so many, oldest first.
  private func scores(
    of account: String, days: Int, today: LocalDate, now: Instant, _ db: Database
  ) throws -> [HealthScore] {
    let table = ScoreTable(db: db)
    let latest = try table.latest(days, of: account)
    // A look at the past, where something has been written down since: as the register tells it.
    let isLater = latest.contains { row in
      row.occurred > now || knownAt.map { row.recorded > $0 } ?? false
    }
    guard isLater else { return latest.map(\.score).filter { $0.date <= today } }
    let entries = try RegisterTable(db: db).entries(of: account, .account, as: AccountFact.self, knownAt: knownAt)
    let then = Account(name: account, entries: entries.filter { $0.occurred <= now })
    return then.scores.values.filter { $0.date <= today }.sorted { $0.date < $1.date }.suffix(days)
  }
}
