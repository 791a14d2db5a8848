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
    cache.book.withLock { $0 = nil }
    return effects
  }

  /// Installs the texts as the next edition and moves the open deadlines that it moves, both values logged.
  public func install(_ texts: [PolicyText], actor: String, now: Instant) throws -> [PolicyEffect] {
    do {
      return try write { db in try apply(texts, actor: actor, now: now, db) }
    } catch {
      cache.book.withLock { $0 = nil }
      throw error
    }
  }

  private func apply(_ texts: [PolicyText], actor: String, now: Instant, _ db: Database) throws -> [PolicyEffect] {
    let before = try policyBook(db)
    try insert(texts, edition: before.current.edition + 1, actor: actor, now: now, db)
    let after = try policyBook(db)
    let open = try Row.fetchAll(
      db, sql: "SELECT key, id, batch FROM escalation WHERE ended IS NULL AND batch NOT IN (SELECT batch FROM staging)")
    var effects: [PolicyEffect] = []
    for row in open {
      let key = try row.decode(Int64.self, atIndex: 0)
      let id = EscalationID(try row.decode(String.self, atIndex: 1))
      let history = try EventTable(db: db).history(key: key, id: id)
      guard let adoption = try PolicyChange.adoption(history, policies: after, texts: texts.map(\.id), now: now) else {
        continue
      }
      let draft = Draft(
        occurred: adoption.occurred, actor: actor, source: .derived, fact: .policyAdopted(adoption.fact))
      let added = try EventTable(db: db).append([draft], to: id, key: key, recorded: now)
      let projected = try Projected(history.adding(added), policies: after, now: now)
      try Projection(db: db).project(projected, key: key, batch: try row.decode(Int64.self, atIndex: 2))
      effects.append(PolicyEffect(id: id, moves: adoption.moves))
    }
    return effects
  }
}

private struct Rollback: Error {}
