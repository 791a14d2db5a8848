import EscalationDomain
import GRDB
import Synchronization

/// A policy file to put into the store.
public struct PolicyText: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    case playbook
    case calendar
    /// The text is the id of the calendar where nothing else names one.
    case defaultCalendar = "default-calendar"
  }
  public var kind: Kind
  public var id: String
  public var text: String

  public init(_ kind: Kind, id: String, text: String) {
    self.kind = kind
    self.id = id
    self.text = text
  }
}

/// The editions as last read, so that only a new installation is parsed.
final class PolicyCache: Sendable {
  private let book = Mutex<PolicyBook?>(nil)

  func book(upTo edition: Int) -> PolicyBook? {
    book.withLock { book in book?.current.edition == edition ? book : nil }
  }

  /// The same, read where it is not there; whoever asks while another parses it waits for that one.
  func book(upTo edition: Int, _ read: () throws -> PolicyBook) rethrows -> PolicyBook {
    try book.withLock { book in
      if let book, book.current.edition == edition { return book }
      let new = try read()
      book = new
      return new
    }
  }
}

extension SQLiteStore {
  /// New texts are parsed beside other calls: rows can be read meanwhile.
  public func policies() throws -> PolicyBook {
    let (newest, known, texts) = try read { db in
      let newest = try newestEdition(db)
      let known = cache.book(upTo: newest)
      return (newest, known, known == nil ? try PolicyReader.texts(db) : [])
    }
    return try known ?? translating(path) { try cache.book(upTo: newest) { try reader.book(texts) } }
  }

  /// The installed texts of the newest edition.
  public func policyTexts() throws -> [(kind: String, id: String, version: Int, text: String, installed: Instant)] {
    try read { db in
      try Row.fetchAll(
        db, sql: "SELECT kind, id, max(version), text, installed FROM policy GROUP BY kind, id ORDER BY kind, id"
      ).map { row in
        (
          try row.decode(String.self, atIndex: 0), try row.decode(String.self, atIndex: 1),
          try row.decode(Int.self, atIndex: 2), try row.decode(String.self, atIndex: 3),
          Instant(try row.decode(Int64.self, atIndex: 4))
        )
      }
    }
  }

  func newestEdition(_ db: Database) throws -> Int {
    try Int.fetchOne(db, sql: "SELECT max(edition) FROM policy") ?? 0
  }

  /// Every committed edition; read anew only when another one was installed.
  func policyBook(_ db: Database) throws -> PolicyBook {
    try cache.book(upTo: newestEdition(db)) { try readPolicyBook(db) }
  }

  func readPolicyBook(_ db: Database) throws -> PolicyBook { try reader.book(PolicyReader.texts(db)) }

  /// The edition that installing texts would make.
  func policy(after current: Policy, with texts: [PolicyText], now: Instant) throws -> Policy {
    var policy = current
    (policy.edition, policy.installed) = (current.edition + 1, now)
    for text in texts {
      let version = policy.playbooks[text.id]?.version ?? 0
      let calendar = policy.calendars[text.id]?.version ?? 0
      try reader.add(
        text.kind, id: text.id, version: 1 + (text.kind == .playbook ? version : calendar), text: text.text, to: &policy
      )
    }
    return policy
  }

  /// Makes a store with its first policy edition; an existing store stays as it is.
  ///
  /// The file is made under another name and renamed once it is whole, so that nobody ever opens half of one.
  /// - Returns: whether it was made.
  public static func create(
    path: String, reader: PolicyReader, policy: [PolicyText], actor: String, now: Instant
  ) throws -> Bool {
    if StoreFile.isFolder(path) { throw StoreFailure.isFolder(path: path) }
    try StoreFile.makeFolder(of: path)
    let lock = try FileLock(path: path + ".lock", wait: true)
    defer { withExtendedLifetime(lock) {} }
    guard StoreFile.isMissingOrEmpty(path) else {
      try SQLiteStore(path: path, reader: reader).close()
      return false
    }
    let draft = path + ".new"
    try StoreFile.createEmpty(draft)
    let store = try SQLiteStore(path: draft, reader: reader, options: Options(), schema: .current, isNew: true)
    do {
      try store.write { db in
        try store.insert(policy, edition: 1, actor: actor, now: now, db)
        _ = try store.readPolicyBook(db)
      }
      try store.close()
    } catch {
      try? store.close()
      StoreFile.remove(draft)
      throw error
    }
    try StoreFile.rename(draft, to: path)
    return true
  }

  func insert(_ texts: [PolicyText], edition: Int, actor: String, now: Instant, _ db: Database) throws {
    for text in texts {
      let version =
        try Int.fetchOne(
          db, sql: "SELECT max(version) FROM policy WHERE kind = ? AND id = ?",
          arguments: [text.kind.rawValue, text.id]) ?? 0
      try db.execute(
        sql: "INSERT INTO policy (edition, kind, id, version, text, installed, actor) VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [edition, text.kind.rawValue, text.id, version + 1, text.text, now.seconds, actor])
    }
  }
}
