import EscalationDomain
import Foundation
import GRDB

/// The registers: appended to and read, never changed.
struct RegisterTable {
  let db: Database
  private static let decoder = JSONDecoder()

  /// What is to be written down about a subject.
  struct Line<Fact: Codable & Hashable & Sendable> {
    var fact: Fact
    var occurred: Instant
    var why: String?
    var source = Event.Source.act
  }

  func append<Fact>(
    _ line: Line<Fact>, to kind: RegisterKind, _ subject: String, actor: String, recorded: Instant
  ) throws -> RegisterEntry<Fact> {
    try db.run(
      "INSERT INTO register (kind, subject, occurred, recorded, actor, why, source, fact) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [
        kind.rawValue.databaseValue, subject.databaseValue, line.occurred.seconds.databaseValue,
        recorded.seconds.databaseValue, actor.databaseValue, line.why?.databaseValue ?? .null,
        line.source.rawValue.databaseValue, try CompactJSON.text(line.fact).databaseValue,
      ])
    return RegisterEntry(
      sequence: db.lastInsertedRowID, occurred: line.occurred, recorded: recorded, actor: actor, why: line.why,
      source: line.source, fact: line.fact)
  }

  /// By when it happened, then by number. O(entries of that subject).
  ///
  /// - Parameters:
  ///   - condition: SQL that leaves some out.
  ///   - knownAt: leaves out what was recorded later.
  func entries<Fact>(
    of subject: String, _ kind: RegisterKind, as type: Fact.Type, where condition: String = "1", knownAt: Instant? = nil
  ) throws -> [RegisterEntry<Fact>] {
    var entries: [RegisterEntry<Fact>] = []
    try db.eachRow(
      """
      SELECT sequence, occurred, recorded, actor, why, source, fact FROM register
      WHERE kind = ? AND subject = ? AND \(condition) ORDER BY occurred, sequence
      """, [kind.rawValue.databaseValue, subject.databaseValue]
    ) { row in
      let sequence = try row.int(0)
      guard let source = Event.Source(rawValue: try row.text(5)),
        let fact = try? RegisterTable.decoder.decode(Fact.self, from: Data(try row.text(6).utf8))
      else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT, message: "entry \(sequence) of \(kind.rawValue) \(subject) cannot be read")
      }
      entries.append(
        RegisterEntry(
          sequence: sequence, occurred: Instant(try row.int(1)), recorded: Instant(try row.int(2)),
          actor: try row.text(3), why: try row.maybeText(4), source: source, fact: fact))
    }
    guard let knownAt else { return entries }
    return entries.filter { $0.occurred <= knownAt && $0.known <= knownAt }
  }

  /// Every subject of a kind, as it was spelled first, in the order of names.
  func subjects(_ kind: RegisterKind) throws -> [String] {
    var subjects: [String] = []
    try db.eachRow(
      "SELECT subject FROM register WHERE kind = ? GROUP BY subject ORDER BY subject", [kind.rawValue.databaseValue]
    ) { subjects.append(try $0.text(0)) }
    return subjects
  }
}
