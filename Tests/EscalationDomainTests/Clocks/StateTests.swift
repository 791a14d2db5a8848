import Testing

@testable import EscalationDomain

@Suite("A clock's states")
struct StateTests {
  static let fourHours = Log([rule("4h")])

  @Test(arguments: [
    ClockCase("runs", fourHours, "03-02 09:00", "#1 running due 03-02 13:00"),
    ClockCase("is not breached at the deadline itself", fourHours, "03-02 13:00", "#1 running due 03-02 13:00"),
    ClockCase(
      "is breached a second later, at the deadline", fourHours, "03-02 13:00:01",
      "#1 breached due 03-02 13:00 breach 03-02 13:00"),
    ClockCase(
      "is met before the deadline", fourHours.then("03-02 10:00", .ack), "03-05 00:00",
      "#1 met due 03-02 13:00 ended 03-02 10:00"),
    ClockCase(
      "is met at the deadline", fourHours.then("03-02 13:00", .ack), "03-05 00:00",
      "#1 met due 03-02 13:00 ended 03-02 13:00"),
    ClockCase(
      "is missed after the deadline", fourHours.then("03-02 13:00:01", .ack), "03-05 00:00",
      "#1 missed due 03-02 13:00 ended 03-02 13:00:01 breach 03-02 13:00"),
    ClockCase(
      "is cancelled with its escalation", fourHours.then("03-02 10:00", .cancelled), "03-05 00:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 10:00"),
    ClockCase(
      "keeps its breach when it is cancelled", fourHours.then("03-02 14:00", .cancelled), "03-05 00:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 14:00 breach 03-02 13:00"),
    ClockCase("waits for a date", Log([rule("renewal-30d")]), "03-05 00:00", "#1 pending"),
    ClockCase(
      "waits where the calendar never opens", Log([rule("4bh", calendar: "never")]), "03-05 00:00", "#1 pending"),
    ClockCase(
      "is cancelled where it ends without ever having had a deadline",
      Log([rule("renewal-30d")]).then("03-02 10:00", .ack), "03-05 00:00", "#1 cancelled ended 03-02 10:00"),
    ClockCase(
      "has not happened: an event later than now", fourHours.then("03-02 12:00", .ack), "03-02 11:00",
      "#1 running due 03-02 13:00"),
  ])
  func life(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("What remains counts down to the deadline and up past it")
  func remaining() throws {
    let clock = try #require(try Self.fourHours.clock("03-02 09:00"))
    for (now, left) in [("03-02 09:00", 14_400), ("03-02 13:00", 0), ("03-02 15:00", -7200)] as [(Instant, Int64)] {
      #expect(clock.remaining(at: now) == left)
    }
  }

  @Test("Working time remains for business targets alone")
  func workingRemaining() throws {
    let log = Log([rule("4bh")], opened: "03-02 15:00")
    let clock = try #require(try log.clock("03-02 15:00"))
    let timeline = try #require(log.policies.current.calendars["utc"]).value
    // Due Tuesday 11:00.
    for (now, left) in [
      ("03-02 16:00", 10_800), ("03-02 20:00", 7200), ("03-03 10:30", 1800), ("03-03 18:00", -21_600),
    ] as [(Instant, Int64)] {
      #expect(clock.workingRemaining(at: now, on: timeline) == left)
    }
    let elapsed = try #require(try Self.fourHours.clock("03-02 09:00"))
    #expect(elapsed.workingRemaining(at: "03-02 10:00", on: timeline) == nil)
  }

  @Test("A clock that an earlier look left running is breached as soon as now is past its deadline")
  func staleLook() throws {
    let clock = try #require(try Self.fourHours.clock("03-02 09:00"))
    #expect(clock.state(at: "03-02 13:00:01") == .breached)
    #expect(clock.breached(at: "03-02 13:00") == nil)
    #expect(clock.breached(at: "03-02 13:00:01") == "03-02 13:00")
  }

  @Test("Without an opening by now there is nothing to see")
  func notOpened() throws {
    #expect(throws: ReplayError.notOpenedYet) { try Self.fourHours.record("03-02 08:59:59") }
    #expect(
      try Escalation.replayIfOpened(Self.fourHours.history, policies: Self.fourHours.policies, now: "03-01 00:00")
        == nil)
  }
}
