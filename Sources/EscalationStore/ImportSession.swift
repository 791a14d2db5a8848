import EscalationDomain
import Foundation
import GRDB

/// An import in progress. New escalations are written in short transactions under a batch that nobody sees yet; what
/// is new about escalations that exist waits in memory. Publishing makes both visible in one short transaction, so
/// that other consoles are locked out for moments only, however long the import is.
public final class ImportSession: ImportDestination {
  public let policy: Policy
  let store: SQLiteStore
  let policies: PolicyBook
  let now: Instant
  let batch: Int64
  private let lock: FileLock
  private var updates: [StagedUpdate] = []

  /// How much goes into one transaction; between two of them other writers get their turn.
  static let slice = 400

  private struct StagedUpdate {
    var key: Int64
    var id: EscalationID
    var batch: Int64
    var drafts: [Draft]
  }

  /// - Throws: ``StoreFailure/busy(path:)`` while another import runs.
  public init(_ store: SQLiteStore, source: String, now: Instant) throws {
    guard let lock = try FileLock(path: store.path + ".import", wait: false) else {
      throw StoreFailure.busy(path: store.path)
    }
    self.lock = lock
    self.store = store
    self.now = now
    try store.clearLeftovers()
    policies = try store.policies()
    policy = policies.current
    batch = try store.write { db in
      try db.execute(sql: "INSERT INTO staging (source, started) VALUES (?, ?)", arguments: [source, now.seconds])
      return db.lastInsertedRowID
    }
  }

  public func histories(of ids: [EscalationID]) throws -> [EscalationID: History] { try store.histories(of: ids) }

  public func stage(_ records: [ImportedRecord]) throws {
    for record in records where !record.isNew {
      guard let found = try store.read({ try store.find(record.id, $0) }) else {
        throw StoreFailure.noSuchEscalation(record.id)
      }
      updates.append(.init(key: found.key, id: found.id, batch: found.batch, drafts: record.drafts))
    }
    let new = records.filter(\.isNew)
    for start in stride(from: 0, to: new.count, by: ImportSession.slice) {
      let slice = new[start..<min(new.count, start + ImportSession.slice)]
      let prepared = try slice.map { try prepare($0.id, History([]), $0.drafts) }
      try store.write { db in
        for item in prepared {
          guard try Int.fetchOne(db, sql: "SELECT 1 FROM escalation WHERE id = ?", arguments: [item.id.text]) == nil
          else { throw StoreFailure.idTaken(item.id) }
          let key = try Projection(db: db).insert(item.id, batch: batch)
          _ = try EventTable(db: db).append(item.drafts, to: item.id, key: key, recorded: now)
          try Projection(db: db).project(item.projected, key: key, batch: batch)
        }
      }
      yieldToOthers()
    }
  }

  public func publish() throws {
    try store.write { db in
      for update in updates {
        let history = try EventTable(db: db).history(key: update.key, id: update.id)
        let item = try prepare(update.id, history, update.drafts)
        _ = try EventTable(db: db).append(item.drafts, to: update.id, key: update.key, recorded: now)
        try Projection(db: db).project(item.projected, key: update.key, batch: update.batch)
      }
      try db.execute(sql: "DELETE FROM staging WHERE batch = ?", arguments: [batch])
    }
    updates = []
  }

  public func abandon() throws {
    updates = []
    try store.clear(batch: batch)
  }

  private struct Prepared {
    var id: EscalationID
    var drafts: [Draft]
    var projected: Projected
  }

  /// Works out, outside any transaction, what the log and the projections will hold: what time brought included.
  private func prepare(_ id: EscalationID, _ history: History, _ drafts: [Draft]) throws -> Prepared {
    let trial = history.adding(
      drafts.enumerated().map { $1.event(.max - Int64(drafts.count) + Int64($0), of: id, recorded: now) })
    let settled = try Escalation.replayIfOpened(trial, policies: policies, now: now)?.unstored(in: trial) ?? []
    return Prepared(
      id: id, drafts: drafts + settled, projected: try Projected(trial, policies: policies, now: now))
  }

  private func yieldToOthers() {
    var pause = timespec(tv_sec: 0, tv_nsec: 8_000_000)
    nanosleep(&pause, nil)
  }
}

extension SQLiteStore {
  /// The logs of those escalations that are there.
  func histories(of ids: [EscalationID]) throws -> [EscalationID: History] {
    try read { db in
      var found: [EscalationID: History] = [:]
      for id in ids {
        if let row = try find(id, db) { found[id] = try EventTable(db: db).history(key: row.key, id: row.id) }
      }
      return found
    }
  }

  /// Removes what an import that died left behind; nobody has seen it. Call while holding the import lock.
  func clearLeftovers() throws {
    let batches = try read { try Int64.fetchAll($0, sql: "SELECT batch FROM staging") }
    for batch in batches { try clear(batch: batch) }
  }

  /// In slices, so that no transaction grows long; the batch's mark goes last, so that it stays unseen until then.
  func clear(batch: Int64) throws {
    var left = true
    while left {
      left = try write { db in
        let keys = try Int64.fetchAll(
          db, sql: "SELECT key FROM escalation WHERE batch = ? LIMIT \(ImportSession.slice)", arguments: [batch])
        for key in keys {
          for table in ["clock", "board", "event"] {
            try db.execute(sql: "DELETE FROM \(table) WHERE escalation = ?", arguments: [key])
          }
          try db.execute(sql: "DELETE FROM escalation WHERE key = ?", arguments: [key])
        }
        if keys.isEmpty { try db.execute(sql: "DELETE FROM staging WHERE batch = ?", arguments: [batch]) }
        return !keys.isEmpty
      }
    }
  }
}
