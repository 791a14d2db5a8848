import Testing

@testable import EscalationDomain

/// Which session is meant at a moment, and what it looks back and ahead to. Monday 2 March 2026; the store's calendar is
/// closed at weekends and on Wednesday 11 March.
@Suite("The sessions around a moment")
struct RoomSessionsTests {
  private static let policy = Desk.policy(Desk.playbook([]))

  private static func room(_ id: String, started: Instant?, ended: Instant? = nil) throws -> Room {
    var log = RoomLog().then(started.map { $0 + -600 } ?? "03-02 08:00", .noted("plan"))
    if let started { log = log.started(["W-1"], at: started) }
    if let ended { log = log.then(ended, .ended()) }
    return Room(try #require(RoomID("2026-" + id)), RegisterLog(log.entries))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var met: [(id: String, started: Instant?, ended: Instant?)] = []
    var now: Instant
    var zone = "UTC"
    var room: String
    var last: String?
    var starting: String
    var since: Instant?
    var until: Instant?
  }

  static let cases: [Case] = [
    Case(
      testDescription: "nothing on record: today's", now: "03-02 09:00", room: "03-02", starting: "03-02",
      since: "03-01 09:00", until: "03-03 09:00"),
    Case(
      testDescription: "on a Friday it looks over the weekend", met: [("03-05", "03-05 09:00", "03-05 09:20")],
      now: "03-06 09:00", room: "03-06", last: "03-05", starting: "03-06", since: "03-05 09:00", until: "03-09 09:00"),
    Case(
      testDescription: "a weekend's session looks ahead to Monday", met: [("03-06", "03-06 09:00", "03-06 09:20")],
      now: "03-07 11:00", room: "03-07", last: "03-06", starting: "03-07", since: "03-06 09:00", until: "03-09 11:00"),
    Case(
      testDescription: "once today's has ended the next one is planned, for its own time",
      met: [("03-03", "03-03 09:00", "03-03 09:25")], now: "03-03 18:00", room: "03-04", last: "03-03",
      starting: "03-03.2", since: "03-03 09:00", until: "03-05 09:00"),
    Case(
      testDescription: "Tuesday's successor is on Thursday where Wednesday is closed",
      met: [("03-10", "03-10 09:00", "03-10 09:25")], now: "03-10 09:30", room: "03-12", last: "03-10",
      starting: "03-10.2", since: "03-10 09:00", until: "03-13 09:00"),
    Case(
      testDescription: "what was said of the next one is there the next day",
      met: [("03-03", "03-03 09:00", "03-03 09:25"), ("03-04", nil, nil)], now: "03-04 09:00", room: "03-04",
      last: "03-03", starting: "03-04", since: "03-03 09:00", until: "03-05 09:00"),
    Case(
      testDescription: "a plan that nobody took up is the next one's",
      met: [("03-03", "03-03 09:00", "03-03 09:25"), ("03-04", nil, nil)], now: "03-05 09:00", room: "03-04",
      last: "03-03", starting: "03-05", since: "03-03 09:00", until: "03-06 09:00"),
    Case(
      testDescription: "a plan from before the last session is over with it",
      met: [("03-03", nil, nil), ("03-04", "03-04 09:00", "03-04 09:25")], now: "03-05 09:00", room: "03-05",
      last: "03-04", starting: "03-05"),
    Case(
      testDescription: "one that goes on is it, whatever was planned",
      met: [("03-03", "03-03 09:00", "03-03 09:25"), ("03-04", nil, nil), ("03-03.2", "03-03 15:00", nil)],
      now: "03-03 16:00", room: "03-03.2", last: "03-03", starting: "03-03.3"),
    Case(
      testDescription: "one that somebody forgot goes on the next day",
      met: [("03-03", "03-03 09:00", nil)], now: "03-05 09:00", room: "03-03", starting: "03-05"),
    Case(
      testDescription: "the last is who met last, though its zone's date is earlier",
      met: [("03-03", "03-02 23:30", "03-02 23:50"), ("03-02", "03-02 23:58", "03-03 00:10")], now: "03-03 01:00",
      zone: "America/New_York", room: "03-03.2", last: "03-02", starting: "03-02.2"),
  ]

  @Test("The session of a moment", arguments: cases)
  func sessions(_ row: Case) throws {
    let rooms = try row.met.map { try Self.room($0.id, started: $0.started, ended: $0.ended) }
    let zone = try Zone(row.zone)
    for order in [rooms, rooms.reversed()] {
      let sessions = RoomSessions(order, zone: zone, policy: Self.policy, now: row.now)
      #expect(sessions.room.id.text == "2026-" + row.room)
      #expect(sessions.last?.id.text == row.last.map { "2026-" + $0 })
      #expect(sessions.starting.text == "2026-" + row.starting)
      let window = RoomWindow(
        now: row.now, date: sessions.room.id.date, zone: zone, last: sessions.last, policy: Self.policy)
      if let since = row.since { #expect(window.since == since) }
      if let until = row.until { #expect(window.until == until) }
    }
  }

  @Test func `without a calendar that ever opens the next session is on the next date`() {
    var policy = Self.policy
    policy.defaultCalendar = "never"
    let friday = LocalDate(daysSinceEpoch: 20_518)
    #expect(policy.nextMeeting(after: friday) == friday.adding(days: 1))
    #expect(Self.policy.nextMeeting(after: friday) == friday.adding(days: 3))
  }
}
