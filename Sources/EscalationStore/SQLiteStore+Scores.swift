import EscalationDomain
import GRDB

extension SQLiteStore {
  public func record(_ scores: [AccountScore], act: Act) throws -> [ScoreOutcome] {
    try write { db in
      let policies = try policyBook(db)
      var outcomes = [ScoreOutcome](repeating: .unchanged, count: scores.count)
      var places: [String: [Int]] = [:]
      for (index, score) in scores.enumerated() { places[Account.key(score.account), default: []].append(index) }
      for indices in places.values.sorted(by: { $0[0] < $1[0] }) {
        let feed = try ScoreFeed(scores[indices[0]].account, policies: policies, act: act, db)
        for index in indices { outcomes[index] = try feed.take(scores[index].score) }
        guard let last = indices.last(where: { outcomes[$0] == .written }) else { continue }
        try tell(feed, db)
        if indices.contains(where: { scores[$0].isLast }), let id = try openIfDue(feed, db) {
          outcomes[last] = .opened(id)
        }
      }
      if outcomes.contains(where: \.isWritten) { try sweep(db, policies: policies, now: act.now) }
      return outcomes
    }
  }

  /// Each record that follows the account's scores gets them into its own log: what follows from them is then told by
  /// that log alone.
  private func tell(_ feed: ScoreFeed, _ db: Database) throws {
    for record in try feed.customers.followed(feed.name, open: false) {
      let found = record.found
      var history = try EventTable(db: db).history(key: found.key, id: found.id)
      _ = try settle(&history, of: found, policies: feed.policies, now: feed.act.now, db)
      // Not an act of anyone's on the record: nobody's undo is to take it back.
      let drafts = feed.written.map { row in
        Draft(occurred: row.occurred, actor: feed.act.actor, source: .derived, fact: .scored(row.score))
      }
      history = history.adding(
        try EventTable(db: db).append(drafts, to: found.id, key: found.key, recorded: feed.act.now))
      _ = try settle(&history, of: found, policies: feed.policies, now: feed.act.now, db)
      try Projection(db: db).write(
        try Projected(history, policies: feed.policies, now: feed.act.now), key: found.key, batch: found.batch)
    }
  }

  /// Opens a record where the latest scores ask for one and none is open.
  private func openIfDue(_ feed: ScoreFeed, _ db: Database) throws -> EscalationID? {
    let last = try feed.customers.lastEnded(feed.name)
    guard let playbook = feed.policies.current.healthPlaybook(last: last?.playbook), let policy = playbook.health,
      let trigger = try feed.trigger(policy, after: last?.ended)
    else { return nil }
    let customer = try feed.customers.anyCustomer(feed.name)
    let opening = Opening(
      trigger, of: customer.facts, owner: customer.csm ?? last?.owner, playbook: playbook,
      edition: feed.policies.current.edition)
    let why = "\(policy.opensAfterDays) scored days in a row below \(policy.red)"
    return try open(opening, id: nil, act: feed.act, why: why, db).record.id
  }
}

extension ScoreOutcome {
  var isWritten: Bool {
    switch self {
    case .written, .opened: true
    case .unchanged, .refused: false
    }
  }
}

/// The scores of one account on their way into the store.
private final class ScoreFeed {
  let name: String
  let policies: PolicyBook
  let act: Act
  let customers: Customers
  private(set) var written: [ScoreTable.Row] = []
  private let db: Database
  private var zone: Zone?

  init(_ account: String, policies: PolicyBook, act: Act, _ db: Database) throws {
    customers = Customers(db: db, policies: policies)
    name = try customers.spelled(account.nonEmpty ?? "")
    (self.policies, self.act, self.db) = (policies, act, db)
  }

  func take(_ score: HealthScore) throws -> ScoreOutcome {
    do {
      guard !name.isEmpty else { throw Refusal.textRequired("an account") }
      let known = try ScoreTable(db: db).row(of: name, on: score.date)
      guard try AccountDecision.isNew(score, known: known?.score, today: try today(near: score.date)) else {
        return .unchanged
      }
      // The last one written down counts, even where the clock that wrote the one before was ahead.
      let occurred = max(act.occurred, known?.occurred ?? act.occurred)
      let row = ScoreTable.Row(score: score, occurred: occurred, recorded: act.now)
      _ = try RegisterTable(db: db).append(
        .init(fact: AccountFact.scored(score), occurred: occurred), to: .account, name, actor: act.actor,
        recorded: act.now)
      try ScoreTable(db: db).put(row, of: name)
      written.append(row)
      return .written
    } catch let refusal as Refusal {
      return .refused(refusal)
    }
  }

  /// The account's date. Its zone is looked up only for a date that some zone has and another has not.
  private func today(near date: LocalDate) throws -> LocalDate {
    let utc = Zone.utc.local(act.occurred).date
    if date < utc.adding(days: -1) { return utc }
    let zone = try zone ?? customers.anyCustomer(name).zone
    self.zone = zone
    return zone.local(act.occurred).date
  }

  /// Reads no more scores than the rule looks at.
  func trigger(_ policy: HealthPolicy, after end: Instant?) throws -> HealthTrigger? {
    let table = ScoreTable(db: db)
    let latest = try table.latest(max(1, policy.opensAfterDays), of: name)
    guard HealthTrigger.red(latest.map(\.score), policy, after: nil), let first = latest.first, let last = latest.last,
      try customers.followed(name, open: true).isEmpty
    else { return nil }
    let date = try end.map { try zoneOfAccount().local($0).date }
    let from = min(first.score.date, last.score.date.adding(days: -HealthTrigger.pastDates))
    return HealthTrigger(try table.since(from, of: name).map(\.score), policy: policy, after: date)
  }

  private func zoneOfAccount() throws -> Zone {
    let found = try zone ?? customers.anyCustomer(name).zone
    zone = found
    return found
  }
}
