import EscalationDomain
import GRDB

extension SQLiteStore: RiskStoring {
  public func risks(now: Instant) throws -> [RiskRow] {
    let seen = min(now, knownAt ?? now)
    return try read { db in
      let table = RiskTable(db: db)
      return try table.all().compactMap { projected in
        if projected.validFrom <= seen { return projected.row }
        return try found(projected.row.id, now: now, db).map { RiskRow($0.risk) }
      }
    }
  }

  public func risk(_ id: RiskID, now: Instant) throws -> (risk: Risk, entries: [RegisterEntry<RiskFact>])? {
    try read { db in try found(id, now: now, db) }
  }

  public func register(_ entry: RiskEntry, zone: Zone, act: Act) throws -> Risk {
    try write { db in
      let fact = try RiskDecision(policy: policyBook(db).current, zone: zone, act: act).register(entry)
      // Entries are never taken out, so that no number comes up twice.
      let count = try Int.fetchOne(db, sql: "SELECT count(DISTINCT subject) FROM register WHERE kind = 'risk'") ?? 0
      return try append(fact, why: nil, to: RiskID(number: count + 1), act, db)
    }
  }

  public func perform(_ command: RiskCommand, on id: RiskID, zone: Zone, act: Act) throws -> Risk {
    try write { db in try perform(command, on: id, zone: zone, act: act, db) }
  }

  public func perform(
    _ command: RiskCommand, on id: RiskID, zone: Zone, act: Act, asOf newest: Int64
  ) throws -> Risk {
    try write { db in
      let entries = try RiskTable(db: db).entries(of: id.text)
      guard entries.map(\.sequence).max() ?? 0 == newest else { throw Refusal.overtaken }
      return try perform(command, on: id, zone: zone, act: act, db)
    }
  }

  private func perform(
    _ command: RiskCommand, on id: RiskID, zone: Zone, act: Act, _ db: Database
  ) throws -> Risk {
    let risk = try existing(id, db)
    let (fact, why) = try RiskDecision(policy: policyBook(db).current, zone: zone, act: act).decide(command, risk)
    return try append(fact, why: why, to: risk.id, act, db)
  }

  public func promote(
    _ id: RiskID, _ promotion: Promotion, as escalation: EscalationID?, act: Act
  ) throws -> (risk: Risk, performed: Performed) {
    try write { db in
      let risk = try existing(id, db)
      let policy = try policyBook(db).current
      let zone = policy.zone(of: promotion.account, playbook: promotion.playbook)
      let opening = try RiskDecision(policy: policy, zone: zone, act: act).promote(risk, promotion)
      let performed = try open(opening, id: escalation, act: act, why: promotion.reason, db)
      let after = try append(.promoted(performed.record.id), why: promotion.reason?.nonEmpty, to: risk.id, act, db)
      return (after, performed)
    }
  }

  /// The risk as of an instant; its entries with it.
  func found(
    _ id: RiskID, now: Instant, _ db: Database
  ) throws -> (risk: Risk, entries: [RegisterEntry<RiskFact>])? {
    let entries = try RiskTable(db: db).entries(of: id.text, knownAt: knownAt).filter { $0.occurred <= now }
    return try Risk(spelled(id, db), entries).map { ($0, entries) }
  }

  private func existing(_ id: RiskID, _ db: Database) throws -> Risk {
    guard let risk = try Risk(spelled(id, db), RiskTable(db: db).entries(of: id.text)) else {
      throw StoreFailure.noSuchRisk(id)
    }
    return risk
  }

  /// The id as it was given out, whatever the case it is typed in.
  private func spelled(_ id: RiskID, _ db: Database) throws -> RiskID {
    var spelled = id
    try db.eachRow(
      "SELECT subject FROM register WHERE kind = 'risk' AND subject = ? LIMIT 1", [id.text.databaseValue]
    ) { spelled = RiskID(try $0.text(0)) }
    return spelled
  }

  private func append(_ fact: RiskFact, why: String?, to id: RiskID, _ act: Act, _ db: Database) throws -> Risk {
    _ = try RegisterTable(db: db).append(
      .init(fact: fact, occurred: act.occurred, why: why), to: .risk, id.text, actor: act.actor, recorded: act.now)
    let entries = try RiskTable(db: db).entries(of: id.text)
    guard let risk = Risk(id, entries), let projected = RiskTable.Projected(id, entries) else {
      throw StoreFailure.noSuchRisk(id)
    }
    try RiskTable(db: db).put(projected)
    return risk
  }
}
