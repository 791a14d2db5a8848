import EscalationDomain
import GRDB

extension SQLiteStore: TeamStoring {
  public func team(now: Instant) throws -> Team { try read { db in try team(now: now, db) } }

  public func write(_ fact: TeamFact, of playbook: String, why: String?, act: Act) throws -> Team {
    try write { db in
      let team = try team(now: nil, db)
      let fact = try TeamDecision.decide(fact, of: playbook, policy: policyBook(db).current, team: team, act: act)
      _ = try RegisterTable(db: db).append(
        .init(fact: fact, occurred: act.occurred, why: why?.nonEmpty), to: .team, playbook, actor: act.actor,
        recorded: act.now)
      return try self.team(now: act.now, db)
    }
  }

  /// - Parameter now: leaves out what happened later; nil takes everything.
  func team(now: Instant?, _ db: Database) throws -> Team {
    let table = RegisterTable(db: db)
    return Team(
      try table.subjects(.team).flatMap { playbook in
        try table.entries(of: playbook, .team, as: TeamFact.self, knownAt: knownAt)
          .filter { entry in now.map { entry.occurred <= $0 } ?? true }.map { (playbook, $0) }
      })
  }
}

extension SQLiteStore: OpeningStoring {
  public func open(_ opening: Opening, id: EscalationID?, why: String?, act: Act) throws -> Performed {
    try write { db in try open(opening, id: id, act: act, why: why, db) }
  }
}
