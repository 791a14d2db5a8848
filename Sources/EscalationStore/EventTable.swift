import EscalationDomain
import Foundation
import GRDB

/// The log: appended to and read, never changed.
struct EventTable {
  let db: Database
  private static let encoder: JSONEncoder = {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return encoder
  }()
  private static let decoder = JSONDecoder()

  func append(_ drafts: [Draft], to id: EscalationID, key: Int64, recorded: Instant) throws -> [Event] {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO event (escalation, occurred, recorded, actor, why, source, fact) VALUES (?, ?, ?, ?, ?, ?, ?)")
    return try drafts.map { draft in
      let fact = String(decoding: try EventTable.encoder.encode(draft.fact), as: UTF8.self)
      try statement.execute(arguments: [
        key, draft.occurred.seconds, recorded.seconds, draft.actor, draft.why, draft.source.rawValue, fact,
      ])
      return draft.event(db.lastInsertedRowID, of: id, recorded: recorded)
    }
  }

  /// O(events of that escalation).
  func history(key: Int64, id: EscalationID) throws -> History {
    let statement = try db.cachedStatement(
      sql: "SELECT sequence, occurred, recorded, actor, why, source, fact FROM event WHERE escalation = ?")
    let rows = try Row.fetchCursor(statement, arguments: [key])
    var events: [Event] = []
    while let row = try rows.next() {
      let source = try row.decode(String.self, atIndex: 5)
      let text = try row.decode(String.self, atIndex: 6)
      guard let source = Event.Source(rawValue: source),
        let fact = try? EventTable.decoder.decode(Fact.self, from: Data(text.utf8))
      else { throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "an event of \(id) cannot be read: \(text)") }
      events.append(
        Event(
          sequence: try row.decode(Int64.self, atIndex: 0), escalation: id,
          occurred: Instant(try row.decode(Int64.self, atIndex: 1)),
          recorded: Instant(try row.decode(Int64.self, atIndex: 2)), actor: try row.decode(String.self, atIndex: 3),
          why: try row.decode(String?.self, atIndex: 4), source: source, fact: fact))
    }
    return History(events)
  }
}
