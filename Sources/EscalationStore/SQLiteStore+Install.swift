import EscalationDomain
import GRDB

/// What installing a policy does to one open escalation.
public struct PolicyEffect: Sendable {
  public var id: EscalationID
  public var moves: [DeadlineMove]
}

extension SQLiteStore {
  /// Which open deadlines would move, without moving any: it only reads.
  public func previewInstall(_ texts: [PolicyText], now: Instant) throws -> [PolicyEffect] {
    try read { db in
      var policies = try policyBook(db)
      policies.add(try policy(after: policies.current, with: texts, now: now))
      return try adoptions(of: texts, policies: policies, now: now, db).map {
        PolicyEffect(id: $0.found.id, moves: $0.adoption.moves)
      }
    }
  }

  /// Installs the texts as the next edition and moves the open deadlines that it moves, both values logged.
  ///
  /// - Throws: ``StoreFailure/busy(path:)`` while an import runs: what it has yet to publish would miss the change.
  public func install(_ texts: [PolicyText], actor: String, now: Instant) throws -> [PolicyEffect] {
    guard let lock = try ImportSession.lock(self) else { throw StoreFailure.busy(path: path) }
    defer { withExtendedLifetime(lock) {} }
    return try write { db in try apply(texts, actor: actor, now: now, db) }
  }

  private func apply(_ texts: [PolicyText], actor: String, now: Instant, _ db: Database) throws -> [PolicyEffect] {
    try insert(texts, edition: try newestEdition(db) + 1, actor: actor, now: now, db)
    // Not the cached book: this edition may yet be rolled back.
    let policies = try readPolicyBook(db)
    return try adoptions(of: texts, policies: policies, now: now, db).map { found, history, adoption in
      let draft = Draft(
        occurred: adoption.occurred, actor: actor, source: .derived, fact: .policyAdopted(adoption.fact))
      let added = try EventTable(db: db).append([draft], to: found.id, key: found.key, recorded: now)
      let projected = try Projected(history.adding(added), policies: policies, now: now)
      try Projection(db: db).write(projected, key: found.key, batch: found.batch)
      return PolicyEffect(id: found.id, moves: adoption.moves)
    }
  }

  /// What the newest of the editions means for each open escalation that it concerns.
  private func adoptions(
    of texts: [PolicyText], policies: PolicyBook, now: Instant, _ db: Database
  ) throws -> [(found: Found, history: History, adoption: PolicyChange.Adoption)] {
    var open: [Found] = []
    // Follow-ups outlive the end, and their deadlines are open too.
    let concerned = "ended IS NULL OR EXISTS (SELECT 1 FROM clock WHERE escalation = key)"
    try db.eachRow("SELECT key, id, batch FROM escalation WHERE (\(concerned)) AND \(SQLiteStore.visible)") {
      open.append(try Found($0))
    }
    return try open.compactMap { found in
      let history = try EventTable(db: db).history(key: found.key, id: found.id)
      return try PolicyChange.adoption(history, policies: policies, texts: texts.map(\.id), now: now)
        .map { (found, history, $0) }
    }
  }
}
