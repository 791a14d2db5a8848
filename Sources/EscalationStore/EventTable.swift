import EscalationDomain
import Foundation
import GRDB

/// The log: appended to and read, never changed.
struct EventTable {
  let db: Database
  private static let decoder = JSONDecoder()

  /// A draft as it will stand in the log, but for whose and which it is. Making one is the costly part of writing it,
  /// so an import makes them outside any transaction.
  struct Line: Sendable {
    let values: [DatabaseValue]

    init(_ draft: Draft, recorded: Instant) throws {
      let fact = EventTable.spelled(try CompactJSON.text(draft.fact), isPart: draft.isPart)
      values = [
        draft.occurred.seconds.databaseValue, recorded.seconds.databaseValue, draft.actor.databaseValue,
        draft.why?.databaseValue ?? .null, draft.source.rawValue.databaseValue, fact.databaseValue,
      ]
    }
  }

  static let columns = "escalation, occurred, recorded, actor, why, source, fact"
  private static let insert = "INSERT INTO event (\(columns)) VALUES (?, ?, ?, ?, ?, ?, ?)"

  func append(_ line: Line, key: Int64) throws {
    try db.run(EventTable.insert, [key.databaseValue] + line.values)
  }

  func append(_ drafts: [Draft], to id: EscalationID, key: Int64, recorded: Instant) throws -> [Event] {
    try drafts.map { draft in
      try append(Line(draft, recorded: recorded), key: key)
      return draft.event(db.lastInsertedRowID, of: id, recorded: recorded)
    }
  }

  /// O(events of that escalation).
  func history(key: Int64, id: EscalationID) throws -> History {
    var events: [Event] = []
    try db.eachRow(
      "SELECT \(EventTable.draftColumns), sequence, recorded FROM event WHERE escalation = ?", [key.databaseValue]
    ) { row in
      let sequence = try row.int(5)
      guard let draft = try EventTable.draft(row) else {
        throw DatabaseError(
          resultCode: .SQLITE_CORRUPT,
          message: "event \(sequence) of \(id) cannot be read: \(try row.text(4).prefix(80))")
      }
      events.append(draft.event(sequence, of: id, recorded: Instant(try row.int(6))))
    }
    return History(events)
  }

  /// Drafts that a table of like columns holds.
  func drafts(_ source: String, _ values: [DatabaseValue]) throws -> [Draft] {
    var drafts: [Draft] = []
    try db.eachRow("SELECT \(EventTable.draftColumns) FROM \(source)", values) { row in
      guard let draft = try EventTable.draft(row) else {
        throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a staged event cannot be read")
      }
      drafts.append(draft)
    }
    return drafts
  }

  private static let draftColumns = "occurred, actor, why, source, fact"

  private static func draft(_ row: Columns) throws -> Draft? {
    guard let source = Event.Source(rawValue: try row.text(3)),
      let fact = try? EventTable.decoder.decode(Fact.self, from: Data(try row.text(4).utf8))
    else { return nil }
    return Draft(
      occurred: Instant(try row.int(0)), actor: try row.text(1), why: try row.maybeText(2), source: source, fact: fact,
      isPart: try row.text(4).hasSuffix(part))
  }

  /// Behind the fact's own key, where whoever reads the fact alone passes it over.
  private static let part = #","part":true}"#

  private static func spelled(_ fact: String, isPart: Bool) -> String {
    isPart && fact.hasSuffix("}") ? fact.dropLast() + part : fact
  }
}
