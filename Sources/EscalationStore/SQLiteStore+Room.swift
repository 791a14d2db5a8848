import EscalationDomain
import GRDB

extension SQLiteStore: RoomStoring {
  public func room(_ id: RoomID, now: Instant) throws -> Room { try read { db in try room(id, now: now, db) } }

  public func rooms(atMost limit: Int, now: Instant) throws -> [RoomID] {
    try read { db in
      var rooms: [RoomID] = []
      // From date to date along the index, so that older ones cost nothing; of a date all sessions.
      let known = "kind = ?1 AND occurred <= ?2 AND recorded <= ?3"
      try db.eachRow(
        """
        WITH RECURSIVE met (date) AS (
          SELECT (SELECT substr(subject, 1, 10) FROM register WHERE \(known) ORDER BY subject DESC LIMIT 1)
          UNION ALL
          SELECT (
            SELECT substr(subject, 1, 10) FROM register WHERE \(known) AND subject < met.date
            ORDER BY subject DESC LIMIT 1)
          FROM met WHERE met.date IS NOT NULL LIMIT ?4
        )
        SELECT DISTINCT subject FROM register WHERE \(known) AND subject >= (SELECT min(date) FROM met)
        """,
        [
          RegisterKind.room.rawValue.databaseValue, now.seconds.databaseValue,
          (knownAt ?? .max).seconds.databaseValue, limit.databaseValue,
        ]
      ) { row in
        let text = try row.text(0)
        guard let id = RoomID(text) else {
          throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "“\(text)” is no session of the war room")
        }
        rooms.append(id)
      }
      return Array(rooms.sorted(by: >).prefix(limit))
    }
  }

  public func write(_ facts: [RoomFact], in room: RoomID, why: String?, act: Act) throws -> Room {
    try write { db in
      let before = try self.room(room, now: nil, db)
      let decided = try RoomDecision.decide(facts, of: before, act: act, why: why) { try find($0, db)?.id }
      var last: Int64 = 0
      try db.eachRow("SELECT coalesce(max(sequence), 0) FROM event", []) { last = try $0.int(0) }
      for (fact, why) in decided {
        let line = RegisterTable.Line(fact: fact.marked(through: last), occurred: act.occurred, why: why)
        _ = try RegisterTable(db: db).append(line, to: .room, room.text, actor: act.actor, recorded: act.now)
      }
      return try self.room(room, now: act.now, db)
    }
  }

  /// - Parameter now: leaves out what happened later; nil takes everything.
  private func room(_ id: RoomID, now: Instant?, _ db: Database) throws -> Room {
    let entries = try RegisterTable(db: db).entries(of: id.text, .room, as: RoomFact.self, knownAt: knownAt)
    return Room(id, RegisterLog(entries.filter { entry in now.map { entry.occurred <= $0 } ?? true }))
  }
}
