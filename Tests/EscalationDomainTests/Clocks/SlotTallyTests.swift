import Testing

@testable import EscalationDomain

/// The week of Monday 2 March and the next, whose Wednesday is closed; slots at 17:00.
@Suite("How far a cadence came this week")
struct SlotTallyTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var log: Log
    var now: Instant
    var words: String?

    init(_ description: String, _ log: Log, _ now: Instant, _ words: String?) {
      (testDescription, self.log, self.now, self.words) = (description, log, now, words)
    }
  }

  static let thrice = Log([cadence("mon,wed,fri", pausable: true)], opened: "02-27 09:00")
  static let told = thrice.then("03-02 10:00", .told)
  static let daily = Log([cadence("daily")], opened: "03-05 09:00")

  static let rows = [
    Row("nothing yet", thrice, "03-02 09:00", "0 of 3 served, 5 working days left"),
    Row("Monday's served", told, "03-02 10:00", "1 of 3 served, 5 working days left"),
    Row("today counts until it closes", told, "03-04 16:59:59", "1 of 3 served, 3 working days left"),
    Row("Wednesday's missed", told, "03-04 17:00:01", "1 of 3 served, 2 working days left"),
    Row(
      "served at its very end", told.then("03-04 17:00", .told), "03-04 17:00", "2 of 3 served, 2 working days left"),
    Row(
      "Friday's served on Thursday", told.then("03-05 10:00", .told), "03-05 10:00",
      "2 of 3 served, 2 working days left"),
    Row("the weekend looks back", told, "03-07 10:00", "1 of 3 served, no working day left"),
    Row("Wednesday's falls on Thursday", told, "03-09 09:00", "0 of 3 served, 4 working days left"),
    Row(
      "Monday's served on Saturday", told.then("03-07 10:00", .told), "03-09 09:00",
      "1 of 3 served, 4 working days left"),
    Row("the first week has what is left of it", daily, "03-05 09:00", "0 of 3 served, 2 working days left"),
    Row("daily on a weekend", daily, "03-07 09:00", "0 of 3 served, no working day left"),
    Row("daily in a whole week", daily, "03-09 09:00", "0 of 7 served, 4 working days left"),
    Row("weekly", Log([cadence("weekly")]), "03-09 09:00", "0 of 1 served, 4 working days left"),
    Row("weekly in its first week", Log([cadence("weekly")]), "03-03 09:00", nil),
    Row("every 14 days, not this week", Log([cadence("every 14d")]), "03-10 09:00", nil),
    Row("hours", Log([cadence("4h")]), "03-02 09:00", nil),
    Row("paused", told.then("03-02 11:00", .wait("03-06 09:00")), "03-02 12:00", nil),
    Row("over", told.then("03-02 11:00", .close), "03-02 12:00", nil),
    Row(
      "begun anew after a closing", told.then("03-02 11:00", .close).then("03-02 12:00", .reopen), "03-02 12:00",
      "0 of 2 served, 5 working days left"),
  ]

  @Test(arguments: rows)
  func tally(_ row: Row) throws {
    let record = try row.log.record(row.now)
    let cycle = try #require(record.clocks.last)
    let timeline = try #require(row.log.policies.current.calendars[cycle.calendar]?.value)
    #expect(cycle.slotTally(among: record.clocks, on: timeline, now: row.now)?.words == row.words)
  }

  @Test func `the week is that of the calendar's own wall`() throws {
    // Sunday 23:00 in UTC is Monday 04:30 in Kolkata.
    let rule = rule("mon,fri", stops: [.customerUpdate], calendar: "kolkata", repeats: true)
    let log = Log([rule], opened: "02-27 09:00")
    let record = try log.record("03-01 23:00")
    let timeline = try #require(log.policies.current.calendars["kolkata"]?.value)
    #expect(
      try #require(record.clocks.last).slotTally(among: record.clocks, on: timeline, now: "03-01 23:00")?.words
        == "0 of 2 served, 5 working days left")
  }
}
