import Testing

@testable import EscalationDomain

/// The entries of a session, written one after the other. Monday 2 March 2026.
struct RoomLog {
  static let id = RoomID(date: LocalDate(daysSinceEpoch: 20_514))
  var entries: [RegisterEntry<RoomFact>] = []

  func then(_ at: Instant, _ fact: RoomFact, why: String? = nil, by actor: String = "ann") -> RoomLog {
    var log = self
    log.entries.append(
      RegisterEntry(
        sequence: Int64(entries.count + 1), occurred: at, recorded: at, actor: actor, why: why, fact: fact))
    return log
  }

  /// Started at 09:00 with W-1, W-2 and W-3.
  func started(_ agenda: [EscalationID] = ["W-1", "W-2", "W-3"], at: Instant = "03-02 09:00") -> RoomLog {
    then(
      at,
      .started(
        RoomStart(
          agenda: agenda, since: "03-01 09:00", until: "03-03 09:00", timebox: RoomTimebox(each: 5, all: 30))))
  }

  var room: Room { Room(RoomLog.id, RegisterLog(entries)) }

  /// What a rule makes of one more act: the fact as it would be written down.
  func decided(_ fact: RoomFact, why: String? = nil, at: Instant = "03-02 10:00", now: Instant? = nil) throws
    -> RoomFact
  {
    try RoomDecision(room: room, act: Act(actor: "ann", occurred: at, now: now ?? at)).decide(fact, why: why) { id in
      let number = Int(id.text.dropFirst(2)) ?? 0
      return (1...9).contains(number) ? EscalationID("W-\(number)") : nil
    }.0
  }

  /// The same with that fact in it.
  func doing(_ fact: RoomFact, why: String? = nil, at: Instant) throws -> RoomLog {
    then(at, try decided(fact, why: why, at: at), why: why)
  }
}
