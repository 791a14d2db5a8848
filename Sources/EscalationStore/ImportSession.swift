import EscalationDomain
import Foundation
import GRDB
import Synchronization

/// An import in progress.
///
/// New escalations are written in short transactions under a batch that nobody sees yet; what is new about escalations
/// that exist waits in tables of this connection alone. Publishing makes both visible in one short transaction, so
/// that other consoles are locked out for moments only, however long the import is.
public final class ImportSession: ImportDestination {
  public let policy: Policy
  let store: SQLiteStore
  let policies: PolicyBook
  let now: Instant
  let batch: Int64
  private let lock: FileLock
  /// New escalations that fill no slice yet, and the slice before them, worked out but not written.
  private var pending: [ImportedRecord] = []
  private var ready: [Prepared] = []
  private var slice = Slice()
  private var updates: StagedUpdates

  /// The lock that one import holds; none while another process has it.
  static func lock(_ store: SQLiteStore) throws -> FileLock? {
    try FileLock(path: store.path + ".import", wait: false)
  }

  /// - Throws: ``StoreFailure/busy(path:)`` while another import runs.
  public init(_ store: SQLiteStore, source: String, now: Instant) throws {
    guard let lock = try ImportSession.lock(store) else { throw StoreFailure.busy(path: store.path) }
    self.lock = lock
    self.store = store
    self.now = now
    try store.clearLeftovers()
    let policies = try store.policies()
    self.policies = policies
    policy = policies.current
    batch = try store.write { db in
      try db.run(
        "INSERT INTO staging (source, started) VALUES (?, ?)", [source.databaseValue, now.seconds.databaseValue])
      return db.lastInsertedRowID
    }
    updates = StagedUpdates(batch: batch, policies: policies, now: now)
    try store.unlocked { db in
      // Pages that do not fit are written early, and that locks readers out.
      try db.execute(sql: "PRAGMA cache_size = -96000")
      try updates.makeTables(db)
    }
  }

  public func histories(of ids: [EscalationID]) throws -> [EscalationID: History] { try store.histories(of: ids) }

  public func stage(_ records: [ImportedRecord]) throws {
    let known = records.filter { !$0.isNew }
    if !known.isEmpty {
      try store.unlocked { db in
        for record in known {
          guard let found = try store.find(record.id, db) else { throw StoreFailure.noSuchEscalation(record.id) }
          try updates.stage(found, record.drafts, db)
        }
      }
    }
    for record in records where record.isNew {
      pending.append(record)
      if pending.count >= slice.size { try writeReady() }
    }
  }

  /// What others write meanwhile stays: an update that no longer fits changes nothing when the log is replayed.
  public func publish() throws {
    while !pending.isEmpty || !ready.isEmpty { try writeReady() }
    var tries = 0
    while true {
      let outdated = try store.write { db in
        let outdated = try updates.outdated(db)
        // Others have been at many: those are worked out again outside, so that nobody waits for it.
        if outdated.count > 20, tries < 5 { return outdated }
        for found in outdated { try updates.prepareAgain(found, db) }
        try updates.publish(db)
        try db.run("DELETE FROM staging WHERE batch = ?", [batch.databaseValue])
        return []
      }
      if outdated.isEmpty { return }
      tries += 1
      try store.unlocked { db in for found in outdated { try updates.prepareAgain(found, db) } }
    }
  }

  public func abandon() throws {
    (pending, ready) = ([], [])
    try store.unlocked { db in try updates.clear(db) }
    try store.clear(batch: batch)
  }

  /// Writes the slice that is ready while the other cores work out the next: encoding and replaying cost more than
  /// writing.
  private func writeReady() throws {
    let (store, policies, now, batch) = (store, policies, now, batch)
    let (items, records, piece) = (ready, pending, 50)
    (ready, pending) = ([], [])
    let pieces = (records.count + piece - 1) / piece
    let taken = Mutex<Result<Duration, any Error>>(.success(.zero))
    let prepared = Mutex<[Int: Result<[Prepared], any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: pieces + 1) { number in
      if number == 0 {
        let result = Result { try ImportSession.write(items, to: store) }
        taken.withLock { $0 = result }
      } else {
        let some = records[((number - 1) * piece)..<min(records.count, number * piece)]
        let result = Result { try some.map { try Prepared($0, policies: policies, now: now, batch: batch) } }
        prepared.withLock { $0[number] = result }
      }
    }
    if !items.isEmpty { slice.adapt(to: try taken.withLock { $0 }.get(), for: items.count) }
    ready = try prepared.withLock { $0 }.sorted { $0.key < $1.key }.flatMap { try $0.value.get() }
  }

  private static func write(_ items: [Prepared], to store: SQLiteStore) throws -> Duration {
    guard !items.isEmpty else { return .zero }
    return try Slice.timed {
      try store.write { db in
        for item in items {
          guard try !store.isTaken(item.id, db) else { throw StoreFailure.idTaken(item.id) }
          let key = try Projection(db: db).insert(item.rows)
          for line in item.lines { try EventTable(db: db).append(line, key: key) }
        }
      }
    }
  }

  /// A new escalation ready to be written: its log, what time brought included, and its projections.
  private struct Prepared: Sendable {
    var id: EscalationID
    var lines: [EventTable.Line]
    var rows: ProjectedRows

    init(_ record: ImportedRecord, policies: PolicyBook, now: Instant, batch: Int64) throws {
      let trial = TrialHistory(History([]), adding: record.drafts, to: record.id, policies: policies, now: now)
      let (settled, projected) = try trial.project()
      id = record.id
      lines = try (record.drafts + settled).map { try EventTable.Line($0, recorded: now) }
      rows = ProjectedRows(projected, batch: batch)
    }
  }
}

/// How much goes into one transaction: as much as is written in a quarter of a second.
struct Slice {
  private(set) var size = 500
  private static let aim = Duration.milliseconds(250)

  /// Runs one slice's work and lets other processes have their turn.
  static func timed(_ work: () throws -> Void) rethrows -> Duration {
    let taken = try ContinuousClock().measure(work)
    var pause = timespec(tv_sec: 0, tv_nsec: 8_000_000)
    nanosleep(&pause, nil)
    return taken
  }

  mutating func adapt(to taken: Duration, for count: Int) {
    let fitting = Int(Double(count) * (Slice.aim / max(taken, .milliseconds(1))))
    size = min(max(fitting, size / 2, 100), size * 2, 4000)
  }
}

/// A log with drafts that have no numbers yet.
struct TrialHistory {
  let history: History
  let policies: PolicyBook
  let now: Instant

  init(_ history: History, adding drafts: [Draft], to id: EscalationID, policies: PolicyBook, now: Instant) {
    self.policies = policies
    self.now = now
    self.history = history.adding(
      drafts.enumerated().map { $1.event(.max - Int64(drafts.count) + Int64($0), of: id, recorded: now) })
  }

  /// What time has brought by `now` and nobody has written down, and what the projections will hold.
  func project() throws -> ([Draft], Projected) {
    let end = try Projected(history, policies: policies, now: now)
    let record =
      end.record.asOf == now
      ? end.record : try Escalation.replayIfOpened(history, policies: policies, now: now)
    return (record?.unstored(in: history) ?? [], end)
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
    var slice = Slice()
    var left = true
    while left {
      let size = slice.size
      let taken = try Slice.timed {
        left = try write { db in
          let some = "(SELECT key FROM escalation WHERE batch = ?1 AND batch <> 0 ORDER BY key LIMIT ?2)"
          let values = [batch.databaseValue, size.databaseValue]
          for table in ["milestone", "clock", "board", "event"] {
            try db.run("DELETE FROM \(table) WHERE escalation IN \(some)", values)
          }
          try db.run("DELETE FROM escalation WHERE key IN \(some)", values)
          if db.changesCount > 0 { return true }
          try db.run("DELETE FROM staging WHERE batch = ?", [batch.databaseValue])
          return false
        }
      }
      slice.adapt(to: taken, for: size)
    }
  }
}
