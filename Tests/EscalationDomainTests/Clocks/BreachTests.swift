import Testing

@testable import EscalationDomain

@Suite("A breach happens at the deadline and is never erased")
struct BreachTests {
  static let log = Log([rule("4h"), rule("2h", "other")])

  @Test("What time brought is the same whoever works it out and whenever")
  func unstored() throws {
    let looks = try (["03-02 14:00", "03-03 00:00", "04-01 00:00"] as [Instant]).map { now in
      try Self.log.record(now).unstored(in: Self.log.history)
    }
    #expect(looks[0].map(\.occurred) == ["03-02 11:00", "03-02 13:00"])
    #expect(looks[0].map(\.actor) == ["clock", "clock"])
    #expect(looks[0].map(\.source) == [.derived, .derived])
    #expect(
      looks[0].last?.fact
        == .breached(ClockBreach(rule: "clock", cycle: 1, deadline: "03-02 13:00", byReclassification: false)))
    #expect(looks[1] == looks[0] && looks[2] == looks[0])
  }

  @Test("Once stored it is not stored again, and nothing else changes")
  func idempotent() throws {
    let once = try Self.log.settled("03-02 14:00")
    #expect(once.events.count == Self.log.events.count + 2)
    #expect(try once.settled("03-05 00:00").events == once.events)
    #expect(try once.record("03-05 00:00") == Self.log.record("03-05 00:00"))
    // Also once the clock has ended, late.
    let late = once.then("03-02 15:00", .ack)
    #expect(try late.settled("03-05 00:00").events == late.events)
  }

  @Test("Before the deadline has passed there is nothing to store")
  func nothingYet() throws {
    #expect(try Self.log.settled("03-02 11:00").events == Self.log.events)
  }

  @Test("An act recorded late corrects the clock; the breach stays as corrected")
  func corrected() throws {
    let log = try Log([rule("4h")]).settled("03-02 14:00").then("03-02 12:00", .ack, recorded: "03-02 14:30")
    #expect(
      try log.lines("03-02 15:00") == ["#1 met due 03-02 13:00 ended 03-02 12:00 breach 03-02 13:00 corrected"])
    #expect(try log.settled("03-05 00:00").events == log.events)
    let entries = try log.record("03-02 15:00").timeline(log.history, now: "03-02 15:00")
    #expect(entries.map(\.mark) == [nil, nil, .corrected])
    // A look at what was known before the correction.
    let past = log.history.known(at: "03-02 14:10")
    let then = try Escalation.replay(past, policies: log.policies, now: "03-02 14:10")
    #expect(then.clocks.map { $0.line("03-02 14:10") } == ["#1 breached due 03-02 13:00 breach 03-02 13:00"])
  }

  @Test("A corrected clock that breaches after all has both breaches")
  func correctedAndBreachedAgain() throws {
    // Raised in error, breached by that, taken back; then it really runs out at 13:00.
    var log = Log([rule(.by(.severity, ["S0": "1h", "S1": "4h"]))]).then("03-02 11:00", .severity("S0"))
    log = try log.settled("03-02 11:00").then("03-02 11:05", .undone(event: 2))
    #expect(
      try log.lines("03-02 12:00") == ["#1 running due 03-02 13:00 breach 03-02 11:00 by reclassification corrected"])
    log = try log.settled("03-02 14:00")
    #expect(try log.lines("03-02 14:00") == ["#1 breached due 03-02 13:00 breach 03-02 13:00"])
    let breaches = log.events.compactMap { if case .breached = $0.fact { $0.occurred } else { nil } }
    #expect(breaches == ["03-02 11:00", "03-02 13:00"])
    let record = try log.record("03-02 14:00")
    #expect(record.correctedBreaches.map(\.deadline) == ["03-02 10:00"])
    let marks = record.timeline(log.history, now: "03-02 14:00").filter {
      if case .breached = $0.fact { true } else { false }
    }
    #expect(marks.map(\.mark) == [.corrected, .derived])
    #expect(try log.settled("03-05 00:00").events == log.events)
  }

  @Test("A breach whose cycle is no more stays among the corrected ones")
  func cycleGone() throws {
    // Told hourly; the reopening that began cycle 2 is taken back after cycle 2 had breached.
    var log = Log([cadence("1h")]).then("03-02 09:30", .told)
    log = try log.settled("03-02 11:00")
    #expect(try log.lines("03-02 11:00").last == "#2 breached due 03-02 10:30 breach 03-02 10:30")
    log = log.then("03-02 11:05", .undone(event: 2))
    #expect(try log.lines("03-02 11:10") == ["#1 breached due 03-02 10:00 breach 03-02 10:00"])
    let record = try log.record("03-02 11:10")
    #expect(record.correctedBreaches.map(\.cycle) == [2])
    let marks = record.timeline(log.history, now: "03-02 11:10").filter {
      if case .breached = $0.fact { true } else { false }
    }
    #expect(marks.map(\.mark) == [.derived, .corrected])
  }

  @Test("The next change by time alone is the next deadline or opening of a window")
  func nextChange() throws {
    #expect(try Self.log.record("03-02 10:00").nextChange == "03-02 11:00")
    #expect(try Self.log.record("03-02 12:00").nextChange == "03-02 13:00")
    #expect(try Self.log.record("03-02 14:00").nextChange == nil)
    let window = Log([rule("24h..48h")])
    #expect(try window.record("03-02 10:00").nextChange == "03-03 09:00")
    #expect(try window.record("03-03 10:00").nextChange == "03-04 09:00")
  }
}
