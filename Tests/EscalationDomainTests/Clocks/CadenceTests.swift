import Testing

@testable import EscalationDomain

@Suite("Repeating clocks")
struct CadenceTests {
  static let hourly = Log([cadence("1h")])

  @Test(
    "An elapsed cadence counts from the event that serves it",
    arguments: [
      ClockCase(
        "served in time", hourly.then("03-02 09:40", .told), "03-02 10:00",
        "#1 met due 03-02 10:00 ended 03-02 09:40", "#2 running due 03-02 10:40"),
      ClockCase(
        "served late", hourly.then("03-02 10:30", .told), "03-02 11:00",
        "#1 missed due 03-02 10:00 ended 03-02 10:30 breach 03-02 10:00", "#2 running due 03-02 11:30"),
      ClockCase(
        "unserved: one clock, counting up", hourly, "03-05 00:00", "#1 breached due 03-02 10:00 breach 03-02 10:00"),
      ClockCase(
        "without a target it counts from the last serving event once it has one",
        Log([cadence(["S0": "1h"])]).then("03-02 10:00", .told).then("03-02 10:30", .severity("S0")), "03-02 10:30",
        "#1 running due 03-02 11:00"),
    ])
  func elapsed(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  /// Opened Monday 2 March: the first slot is Tuesday 17:00.
  static let days = Log([cadence("working-days", pausable: true)])
  static let tuesday = "#1 met due 03-03 17:00 ended 03-03 10:00"

  @Test(
    "A calendar cadence is served once a slot",
    arguments: [
      ClockCase("first slot", days, "03-02 09:00", "#1 running due 03-03 17:00"),
      ClockCase(
        "unserved slots are missed cycles", days, "03-05 12:00",
        "#1 missed due 03-03 17:00 ended 03-03 17:00 breach 03-03 17:00",
        "#2 missed due 03-04 17:00 ended 03-04 17:00 breach 03-04 17:00", "#3 running due 03-05 17:00"),
      ClockCase("not missed at the slot itself", days, "03-03 17:00", "#1 running due 03-03 17:00"),
      ClockCase("served early", days.then("03-03 10:00", .told), "03-03 11:00", tuesday, "#2 running due 03-04 17:00"),
      ClockCase(
        "served twice in one window", days.then("03-03 10:00", .told).then("03-03 16:00", .told), "03-03 16:30",
        tuesday,
        "#2 running due 03-04 17:00"),
      ClockCase(
        "served exactly at the slot", days.then("03-03 17:00", .told), "03-03 18:00",
        "#1 met due 03-03 17:00 ended 03-03 17:00", "#2 running due 03-04 17:00"),
      ClockCase(
        "served early and again at the slot", days.then("03-03 10:00", .told).then("03-03 17:00", .told), "03-03 18:00",
        tuesday, "#2 running due 03-04 17:00"),
      ClockCase(
        "a second too late serves the next", days.then("03-03 17:00:01", .told), "03-03 18:00",
        "#1 missed due 03-03 17:00 ended 03-03 17:00 breach 03-03 17:00",
        "#2 met due 03-04 17:00 ended 03-03 17:00:01", "#3 running due 03-05 17:00"),
      ClockCase(
        "served on the opening date serves the first slot", days.then("03-02 10:00", .told), "03-02 11:00",
        "#1 met due 03-03 17:00 ended 03-02 10:00", "#2 running due 03-04 17:00"),
      ClockCase(
        "after a miss", days.then("03-05 10:00", .told), "03-06 18:00",
        "#1 missed due 03-03 17:00 ended 03-03 17:00 breach 03-03 17:00",
        "#2 missed due 03-04 17:00 ended 03-04 17:00 breach 03-04 17:00",
        "#3 met due 03-05 17:00 ended 03-05 10:00",
        "#4 missed due 03-06 17:00 ended 03-06 17:00 breach 03-06 17:00", "#5 running due 03-09 17:00"),
      ClockCase(
        "daily on a weekend ends with the date", Log([cadence("daily")], opened: "03-06 09:00"), "03-08 12:00",
        "#1 missed due 03-07 23:59:59 ended 03-07 23:59:59 breach 03-07 23:59:59", "#2 running due 03-08 23:59:59"),
      ClockCase(
        "a slot on a holiday moves to the next open date", Log([cadence("mon,wed,fri")], opened: "03-09 09:00"),
        "03-12 18:00", "#1 missed due 03-12 17:00 ended 03-12 17:00 breach 03-12 17:00", "#2 running due 03-13 17:00"),
      ClockCase(
        "slots that fall on one date are one", Log([cadence("wed,thu")], opened: "03-09 09:00"), "03-12 18:00",
        "#1 missed due 03-12 17:00 ended 03-12 17:00 breach 03-12 17:00", "#2 running due 03-18 17:00"),
      ClockCase(
        "weekly repeats the opening date's weekday", Log([cadence("weekly")], opened: "03-04 09:00"), "03-12 18:00",
        "#1 missed due 03-12 17:00 ended 03-12 17:00 breach 03-12 17:00", "#2 running due 03-18 17:00"),
      ClockCase(
        "every 14d counts dates from the opening", Log([cadence("every 14d")]), "03-17 00:00",
        "#1 missed due 03-16 17:00 ended 03-16 17:00 breach 03-16 17:00", "#2 running due 03-30 17:00"),
      ClockCase(
        "in New York the slot is at 17:00 there",
        Log([cadence("working-days")], opened: "03-06 15:00", calendar: "new-york"), "03-06 15:00",
        "#1 running due 03-09 21:00"),
      ClockCase(
        "that does not repeat is one deadline", Log([rule("fri")]), "03-09 12:00",
        "#1 breached due 03-06 17:00 breach 03-06 17:00"),
      ClockCase(
        "that does not repeat is missed once", Log([rule("fri")]).then("03-09 10:00", .ack), "03-20 12:00",
        "#1 missed due 03-06 17:00 ended 03-09 10:00 breach 03-06 17:00"),
    ])
  func slots(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test(
    "Slots that fall into a pause are nobody's",
    arguments: [
      ClockCase("frozen", days.then("03-03 12:00", .wait()), "03-05 12:00", "#1 paused left 18000"),
      ClockCase(
        "two slots inside", days.then("03-03 12:00", .wait()).then("03-05 12:00", .resumed), "03-05 12:00",
        "#1 running due 03-05 17:00"),
      ClockCase(
        "none inside", days.then("03-03 10:00", .wait()).then("03-03 12:00", .resumed), "03-03 12:00",
        "#1 running due 03-03 17:00"),
      ClockCase(
        "a slot served before stays served",
        days.then("03-03 10:00", .told).then("03-03 11:00", .wait()).then("03-03 12:00", .resumed), "03-03 12:00",
        tuesday, "#2 running due 03-04 17:00"),
      ClockCase(
        "served, then the next one inside",
        days.then("03-03 10:00", .told).then("03-03 11:00", .wait()).then("03-04 18:00", .resumed), "03-04 18:00",
        tuesday, "#2 running due 03-05 17:00"),
      ClockCase(
        "served during the pause",
        days.then("03-03 10:00", .wait()).then("03-03 11:00", .told)
          .then("03-03 12:00", .resumed), "03-03 12:00", "#1 met due 03-03 17:00 ended 03-03 11:00",
        "#2 running due 03-04 17:00"),
    ])
  func pauses(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  static let table: [String: Target] = ["S0": "daily", "S1": "mon,wed,fri", "S2": "weekly", "S3": "1h"]
  static let three = Log([cadence(table)])

  @Test(
    "A change of severity",
    arguments: [
      ClockCase(
        "between slots, a later slot becomes an earlier one", three.then("03-03 12:00", .severity("S0")), "03-03 12:00",
        "#1 running due 03-03 17:00"),
      ClockCase(
        "keeps the slot that was served, in the new cadence",
        three.then("03-03 10:00", .told).then("03-03 12:00", .severity("S0")), "03-03 12:00",
        "#1 met due 03-04 17:00 ended 03-03 10:00", "#2 running due 03-04 17:00"),
      ClockCase(
        "to a slot that is past is one miss, at the change", three.then("03-04 12:00", .severity("S0")), "03-04 12:00",
        "#1 missed due 03-03 17:00 ended 03-04 12:00 breach 03-04 12:00 by reclassification",
        "#2 running due 03-04 17:00"),
      ClockCase(
        "from slots to hours counts from the serving event",
        three.then("03-04 10:00", .told).then("03-04 10:30", .severity("S3")), "03-04 10:30",
        "#1 met due 03-04 17:00 ended 03-04 10:00", "#2 running due 03-04 11:00"),
      ClockCase(
        "from slots to hours that are past", three.then("03-03 12:00", .severity("S3")), "03-03 13:00",
        "#1 breached due 03-02 10:00 breach 03-03 12:00 by reclassification"),
      ClockCase(
        "from hours to slots: what was said since the previous slot serves the next one",
        Log([cadence(table)], severity: "S3").then("03-02 09:50", .told).then("03-03 10:00", .told)
          .then("03-03 10:30", .severity("S0")), "03-03 10:30", "#1 met due 03-02 10:00 ended 03-02 09:50",
        "#2 missed due 03-02 10:50 ended 03-03 10:00 breach 03-02 10:50", "#3 running due 03-04 17:00"),
      ClockCase(
        "from hours that were over to slots un-breaches nothing",
        Log([cadence(table)], severity: "S3").then("03-02 12:00", .severity("S0")), "03-02 13:00",
        "#1 breached due 03-03 17:00 breach 03-02 10:00"),
      ClockCase(
        "from hours that were over to slots: the slot passes, the breach stays what it was",
        Log([cadence(table)], severity: "S3").then("03-02 12:00", .severity("S0")), "03-04 13:00",
        "#1 missed due 03-03 17:00 ended 03-03 17:00 breach 03-02 10:00", "#2 running due 03-04 17:00"),
      ClockCase(
        "from hours to slots without a word",
        Log([cadence(table)], severity: "S3").then("03-02 09:30", .severity("S0")),
        "03-02 09:30", "#1 running due 03-03 17:00"),
      ClockCase(
        "through a grade without a cadence forgets no slot that was served",
        Log([cadence(["S1": "working-days"])]).then("03-03 10:00", .told).then("03-03 11:00", .severity("S3"))
          .then("03-03 12:00", .severity("S1")), "03-03 12:00", "#1 met due 03-03 17:00 ended 03-03 10:00",
        "#2 cancelled due 03-04 17:00 ended 03-03 11:00", "#3 running due 03-04 17:00"),
      ClockCase(
        "through a grade without a cadence owes no slot of that time",
        Log([cadence(["S1": "working-days"])]).then("03-03 11:00", .severity("S3")).then(
          "03-05 12:00", .severity("S1")),
        "03-05 12:00", "#1 cancelled due 03-03 17:00 ended 03-03 11:00", "#2 running due 03-05 17:00"),
    ])
  func severity(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("Missed slots are not stored one by one; a miss by reclassification is, and stays when it is taken back")
  func stored() throws {
    #expect(try Self.days.settled("04-01 00:00").events == Self.days.events)
    let raised = try Self.three.then("03-04 12:00", .severity("S0")).settled("03-04 12:00")
    #expect(raised.events.count == 3)
    #expect(try raised.settled("03-05 00:00").events == raised.events)
    #expect(
      try raised.then("03-04 12:30", .undone(event: 2)).lines("03-04 13:00")
        == ["#1 running due 03-04 17:00 breach 03-04 12:00 by reclassification corrected"])
  }
}
