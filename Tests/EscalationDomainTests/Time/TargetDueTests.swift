import Testing

@testable import EscalationDomain

@Suite("Targets: from a start to a deadline")
struct TargetDueTests {
  /// 2026-03-02 is a Monday.
  @Test(
    "On 09–17 UTC",
    arguments: [
      // Elapsed time knows no hours.
      ("90s", "2026-03-01T23:59:00Z", "2026-03-02T00:00:30Z"),
      ("15m", "2026-03-02T16:50:00Z", "2026-03-02T17:05:00Z"),
      ("2h", "2026-02-28T23:00:00Z", "2026-03-01T01:00:00Z"),
      ("0m", "2026-03-01T03:00:00Z", "2026-03-01T03:00:00Z"),
      // Working time.
      ("8bh", "2026-03-02T09:00:00Z", "2026-03-02T17:00:00Z"),
      ("4bh", "2026-03-02T15:00:00Z", "2026-03-03T11:00:00Z"),
      ("4bh", "2026-02-28T10:00:00Z", "2026-03-02T13:00:00Z"),
      ("30bm", "2026-03-02T08:59:59Z", "2026-03-02T09:30:00Z"),
      ("30bm", "2026-03-02T17:00:00Z", "2026-03-03T09:30:00Z"),
      ("40bh", "2026-03-02T09:00:00Z", "2026-03-06T17:00:00Z"),
      ("41bh", "2026-03-02T09:00:00Z", "2026-03-09T10:00:00Z"),
      ("0bh", "2026-03-02T12:34:56Z", "2026-03-02T12:34:56Z"),
      ("0bh", "2026-03-02T17:00:00Z", "2026-03-03T09:00:00Z"),
      // Business days.
      ("1bd", "2026-02-28T10:00:00Z", "2026-03-03T09:00:00Z"),
      ("1bd", "2026-03-02T11:22:33Z", "2026-03-03T11:22:33Z"),
      ("2bd", "2026-03-05T16:59:59Z", "2026-03-09T16:59:59Z"),
      ("1bd", "2026-03-02T17:00:00Z", "2026-03-04T09:00:00Z"),
      ("0bd", "2026-03-02T12:00:00Z", "2026-03-02T12:00:00Z"),
      ("0bd", "2026-03-01T12:00:00Z", "2026-03-02T09:00:00Z"),
      ("5bd", "2026-03-06T12:00:00Z", "2026-03-13T12:00:00Z"),
      // Dates.
      ("14d", "2026-03-02T17:30:00Z", "2026-03-16T17:30:00Z"),
      ("0d", "2026-03-02T17:30:00Z", "2026-03-02T17:30:00Z"),
      ("1d", "2024-02-28T12:00:00Z", "2024-02-29T12:00:00Z"),
      ("same-day", "2026-03-02T00:00:00Z", "2026-03-02T23:59:59Z"),
      ("2026-03-01T12:00:00+02:00", "2026-03-02T00:00:00Z", "2026-03-01T10:00:00Z"),
      ("min(24h, 4bh)", "2026-03-02T09:00:00Z", "2026-03-02T13:00:00Z"),
      ("min(24h, 4bh)", "2026-02-28T10:00:00Z", "2026-03-01T10:00:00Z"),
      // Slots: the first after the start's date.
      ("daily", "2026-03-06T12:00:00Z", "2026-03-07T23:59:59Z"),
      ("daily", "2026-03-08T12:00:00Z", "2026-03-09T17:00:00Z"),
      ("working-days", "2026-03-06T12:00:00Z", "2026-03-09T17:00:00Z"),
      ("mon,wed,fri", "2026-03-02T08:00:00Z", "2026-03-04T17:00:00Z"),
      ("sat", "2026-03-02T08:00:00Z", "2026-03-09T17:00:00Z"),
      ("weekly", "2026-03-02T08:00:00Z", "2026-03-09T17:00:00Z"),
      ("weekly", "2026-02-28T08:00:00Z", "2026-03-09T17:00:00Z"),
      ("every 14d", "2026-03-02T08:00:00Z", "2026-03-16T17:00:00Z"),
    ])
  func standardWeek(target: String, start: String, deadline: String) throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    let due = try Target(parsing: target).due(from: instant(start), on: timeline)
    #expect(due == .at(try instant(deadline)))
  }

  @Test(
    "On the example of CLOCKS, a zone west of UTC",
    arguments: [
      // Tuesday 11:00 local + 2bh leaps the lunch hour.
      ("2bh", "2026-03-03T16:00:00Z", "2026-03-03T19:00:00Z"),
      // Exactly at the lunch closing.
      ("1bh", "2026-03-03T16:00:00Z", "2026-03-03T17:00:00Z"),
      // Monday 12:30 + 1bd lands in Tuesday's lunch: the last working moment is 12:00.
      ("1bd", "2026-03-02T17:30:00Z", "2026-03-03T17:00:00Z"),
      // Thursday 16:30 + 1bd lands after Friday's closing at 16:00.
      ("1bd", "2026-03-05T21:30:00Z", "2026-03-06T21:00:00Z"),
      // Wednesday 23 December 15:00 + 1bd: the short day closes at 13:00.
      ("1bd", "2026-12-23T20:00:00Z", "2026-12-24T18:00:00Z"),
      // + 2bd: Christmas is no working date, so Monday 28th.
      ("2bd", "2026-12-23T20:00:00Z", "2026-12-28T20:00:00Z"),
      // 24 December 12:00 + 2bh crosses Christmas and the weekend.
      ("2bh", "2026-12-24T17:00:00Z", "2026-12-28T15:00:00Z"),
      // The local date counts, not UTC's: 2 March 23:30 local.
      ("same-day", "2026-03-03T04:30:00Z", "2026-03-03T04:59:59Z"),
      // Fridays: the 25th is closed and moves to Monday 28th.
      ("fri", "2026-12-21T15:00:00Z", "2026-12-28T22:00:00Z"),
      ("every 1d", "2026-12-24T15:00:00Z", "2026-12-28T22:00:00Z"),
      ("daily", "2026-12-24T15:00:00Z", "2026-12-26T04:59:59Z"),
      // Across the spring change (8 March 2026): the same local time.
      ("7d", "2026-03-05T15:00:00Z", "2026-03-12T14:00:00Z"),
      ("1bd", "2026-03-06T15:00:00Z", "2026-03-09T14:00:00Z"),
    ])
  func usEast(target: String, start: String, deadline: String) throws {
    let timeline = try WorkingTimeline(Calendars.usEast())
    let due = try Target(parsing: target).due(from: instant(start), on: timeline)
    #expect(due == .at(try instant(deadline)))
  }

  @Test("A window opens at the first and is late at the second")
  func window() throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    let due = try Target(parsing: "24h..48h").due(from: instant("2026-03-02T09:00:00Z"), on: timeline)
    #expect(due == .window(opens: try instant("2026-03-03T09:00:00Z"), late: try instant("2026-03-04T09:00:00Z")))
  }

  @Test("An account's date counts to the end of its local date, and waits while there is none")
  func accountDates() throws {
    let timeline = try WorkingTimeline(Calendars.usEast())
    let start = try instant("2026-03-02T09:00:00Z")
    let renewal = try Target(parsing: "renewal-30d")
    #expect(try renewal.due(from: start, on: timeline) == .waiting(.accountDate(.renewal)))
    let known = TargetContext(renewal: try date("2026-07-31"), qbr: try date("2026-12-31"))
    #expect(try renewal.due(from: start, on: timeline, context: known) == .at(instant("2026-07-02T03:59:59Z")))
    #expect(
      try Target(parsing: "qbr").due(from: start, on: timeline, context: known) == .at(instant("2027-01-01T04:59:59Z")))
    #expect(try Target.neededBy.due(from: start, on: timeline) == .waiting(.neededBy))
    #expect(try Target.promised.due(from: start, on: timeline) == .waiting(.promised))
    let given = TargetContext(neededBy: start + 60, promised: start + 120)
    #expect(try Target.neededBy.due(from: start, on: timeline, context: given) == .at(start + 60))
    #expect(try Target.promised.due(from: start, on: timeline, context: given) == .at(start + 120))
    #expect(
      try Target(parsing: "renewal..48h").due(from: start, on: timeline) == .waiting(.accountDate(.renewal)))
  }

  @Test("The earliest is taken among what is known")
  func earliest() throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    let start = try instant("2026-03-02T09:00:00Z")
    let target = try Target(parsing: "min(24h, first-response)")
    #expect(try target.due(from: start, on: timeline) == .at(start + 86_400))
    let response = TargetContext(deadlineOfRule: { $0 == "first-response" ? start + 7200 : nil })
    #expect(try target.due(from: start, on: timeline, context: response) == .at(start + 7200))
    let waiting = try Target(parsing: "min(renewal, first-response)")
    #expect(try waiting.due(from: start, on: timeline) == .waiting(.accountDate(.renewal)))
  }

  @Test("What leaves the years 0001…9999 is an error")
  func beyondRange() throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    let start = try instant("2026-03-02T09:00:00Z")
    for target in ["80000000h", "24000000bh", "3000000d", "2500000bd"] {
      let target = try Target(parsing: target)
      #expect(throws: CalendarError.beyondRange(from: start)) { try target.due(from: start, on: timeline) }
    }
  }
}
