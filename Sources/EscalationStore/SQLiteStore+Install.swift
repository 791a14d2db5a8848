import EscalationDomain
import GRDB

/// What installing a policy does to one open escalation.
public struct PolicyEffect: Sendable {
  public var id: EscalationID
  public var moves: [DeadlineMove]
}

extension SQLiteStore {
  /// Which open deadlines would move, without moving any.
  public func previewInstall(_ texts: [PolicyText], actor: String, now: Instant) throws -> [PolicyEffect] {
    var effects: [PolicyEffect] = []
    do {
      try write { db in
        effects = try apply(texts, actor: actor, now: now, db)
        throw Rollback()
      }
    } catch is Rollback {}
    return effects
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
    var open: [Found] = []
    // Follow-ups outlive the end, and their deadlines are open too.
    let concerned = "ended IS NULL OR EXISTS (SELECT 1 FROM clock WHERE escalation = key)"
    try db.eachRow("SELECT key, id, batch FROM escalation WHERE (\(concerned)) AND \(SQLiteStore.visible)") {
      open.append(try Found($0))
    }
    var effects: [PolicyEffect] = []
    for found in open {
      let history = try EventTable(db: db).history(key: found.key, id: found.id)
      guard let adoption = try PolicyChange.adoption(history, policies: policies, texts: texts.map(\.id), now: now)
      else { continue }
      let draft = Draft(
        occurred: adoption.occurred, actor: actor, source: .derived, fact: .policyAdopted(adoption.fact))
      let added = try EventTable(db: db).append([draft], to: found.id, key: found.key, recorded: now)
      let projected = try Projected(history.adding(added), policies: policies, now: now)
      try Projection(db: db).write(projected, key: found.key, batch: found.batch)
      effects.append(PolicyEffect(id: found.id, moves: adoption.moves))
    }
    return effects
  }
}

private struct Rollback: Error {}
