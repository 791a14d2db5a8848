import Testing

@testable import EscalationDomain

@Suite("A pause")
struct PauseTests {
  static func log(_ target: Target, opened: Instant = "03-02 09:00", calendar: String = "utc") -> Log {
    Log([rule(target, pausable: true)], opened: opened, calendar: calendar)
  }

  struct Row: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var paused: Instant
    var left: Int64
    var resumed: Instant
    var due: Instant

    init(_ description: String, _ log: Log, _ paused: Instant, _ left: Int64, _ resumed: Instant, _ due: Instant) {
      (self.description, self.log, self.paused, self.left) = (description, log, paused, left)
      (self.resumed, self.due) = (resumed, due)
    }
  }

  @Test(
    "freezes what remains; on resuming, the deadline is later by the time lost",
    arguments: [
      Row("2h", log("2h"), "03-02 10:00", 3600, "03-02 15:30", "03-02 16:30"),
      Row("24h over a night", log("24h"), "03-02 10:00", 82_800, "03-02 22:00", "03-03 21:00"),
      Row("90bm", log("90bm"), "03-02 09:30", 3600, "03-02 10:00", "03-02 11:00"),
      Row("4bh within a day", log("4bh"), "03-02 11:00", 7200, "03-02 12:00", "03-02 14:00"),
      Row("4bh across closing: 6h + 1h lost", log("4bh"), "03-02 11:00", 7200, "03-03 10:00", "03-03 12:00"),
      Row("12bh, paused while closed: nothing lost", log("12bh"), "03-02 18:00", 14_400, "03-03 08:00", "03-03 13:00"),
      // Tuesday 10 March 15:00 + 4bh is Thursday 11:00, since Wednesday is a holiday; 1h + 1h lost.
      Row(
        "4bh across a holiday", log("4bh", opened: "03-10 15:00"), "03-10 16:00", 10_800, "03-12 10:00", "03-12 13:00"),
      Row(
        "1bd: 1h + 1h of working time lost", log("1bd", opened: "03-02 11:00"), "03-02 16:00", 10_800, "03-03 10:00",
        "03-03 13:00"),
      Row("1bd over a weekend", log("1bd", opened: "03-06 15:00"), "03-06 16:00", 25_200, "03-09 09:30", "03-09 16:30"),
      Row("2d", log("2d"), "03-02 10:00", 169_200, "03-02 11:00", "03-04 10:00"),
      Row("same-day", log("same-day"), "03-02 10:00", 50_399, "03-02 12:00", "03-03 01:59:59"),
      // 3d over the spring change in New York: 10:00 local, 15:00 and then 14:00 UTC; 71 hours in all.
      Row(
        "3d across a clock change", log("3d", opened: "03-06 15:00", calendar: "new-york"), "03-07 12:00", 180_000,
        "03-08 12:00", "03-10 14:00"),
      // 4bh: 2h on Friday to 22:00, 2h on Monday from 13:00; 1h + 1h lost.
      Row(
        "4bh across a clock change", log("4bh", opened: "03-06 20:00", calendar: "new-york"), "03-06 21:00", 10_800,
        "03-09 14:00", "03-09 17:00"),
      // Kolkata is open 04:30–12:30 UTC: 3h30 on Monday, the rest by 05:00; 30 + 15 minutes lost.
      Row("4bh in Kolkata", log("4bh", calendar: "kolkata"), "03-02 12:00", 3600, "03-03 04:45", "03-03 05:45"),
      Row("at the very deadline", log("4h"), "03-02 13:00", 0, "03-02 15:00", "03-02 15:00"),
      Row(
        "at a deadline at closing, for a while of the next day", log("8bh"), "03-02 17:00", 0, "03-03 10:00",
        "03-03 10:00"),
      // A deadline never lies inside the pause that moved it.
      Row(
        "at a deadline at closing, until before the opening", log("8bh"), "03-02 17:00", 0, "03-03 08:00", "03-03 09:00"
      ),
      Row(
        "with no working time left, over a whole day", log("1bd", opened: "02-28 10:00"), "03-02 20:00", 0,
        "03-04 08:00", "03-04 09:00"),
      Row("of no length", log("4h"), "03-02 10:00", 10_800, "03-02 10:00", "03-02 13:00"),
      Row("of both edges of a window", log("24h..48h"), "03-02 10:00", 169_200, "03-02 12:00", "03-04 11:00"),
      Row("of a window in business days", log("1bd..2bd"), "03-02 16:00", 32_400, "03-03 10:00", "03-04 11:00"),
      Row(
        "of the earlier of two business targets", log("min(4bh, 1bd)"), "03-02 11:00", 7200, "03-03 10:00",
        "03-03 12:00"),
    ])
  func lost(_ row: Row) throws {
    let paused = row.log.then(row.paused, .wait())
    let clock = try #require(try paused.clock(row.paused))
    #expect(clock.deadline == nil)
    #expect(clock.state(at: row.paused) == .paused)
    #expect(clock.remaining(at: row.paused) == row.left)
    let resumed = try #require(try paused.then(row.resumed, .resumed).clock(row.resumed))
    #expect(resumed.deadline == row.due)
    #expect(resumed.breach == nil)
    #expect(resumed.pausedSeconds(at: row.due) == row.resumed - row.paused)
    // Time alone does not move what is frozen.
    let later = try #require(try paused.clock("06-01 00:00"))
    #expect(later.state(at: "06-01 00:00") == .paused && later.remaining(at: "06-01 00:00") == row.left)
  }

  static let four = log("4h")

  @Test(arguments: [
    ClockCase(
      "twice loses both",
      four.then("03-02 10:00", .wait()).then("03-02 11:00", .resumed).then("03-02 12:00", .wait())
        .then("03-02 14:00", .resumed), "03-02 14:00", "#1 running due 03-02 16:00"),
    ClockCase(
      "never touches a clock that is not pausable",
      Log([rule("4h")]).then("03-02 10:00", .wait()).then("03-02 12:00", .resumed), "03-02 12:00",
      "#1 running due 03-02 13:00"),
    ClockCase(
      "does not stop a clock that is not pausable from breaching", Log([rule("4h")]).then("03-02 10:00", .wait()),
      "03-02 14:00", "#1 breached due 03-02 13:00 breach 03-02 13:00"),
    ClockCase(
      "does not pause what is breached", four.then("03-02 14:00", .wait()).then("03-02 16:00", .resumed), "03-02 16:00",
      "#1 breached due 03-02 13:00 breach 03-02 13:00"),
    ClockCase(
      "holds a clock that starts during it",
      Log([rule("4h", starts: [.notified], pausable: true)]).then("03-02 10:00", .wait())
        .then("03-02 11:00", .notified(Notification(who: ["Bo"]))), "03-02 11:30", "#1 paused left 14400"),
    ClockCase(
      "that began before the clock costs it only its own time",
      Log([rule("4h", starts: [.notified], pausable: true)]).then("03-02 10:00", .wait())
        .then("03-02 11:00", .notified(Notification(who: ["Bo"]))).then("03-02 12:00", .resumed), "03-02 12:00",
      "#1 running due 03-02 16:00"),
    ClockCase(
      "ends with what the customer does", four.then("03-02 10:00", .wait()).then("03-02 12:00", .replied),
      "03-02 12:00",
      "#1 running due 03-02 15:00"),
    ClockCase(
      "on top of a pause changes nothing",
      four.then("03-02 10:00", .wait()).then("03-02 11:00", .wait(), source: .imported).then("03-02 12:00", .resumed),
      "03-02 12:00", "#1 running due 03-02 15:00"),
    ClockCase(
      "that is over does not end twice",
      four.then("03-02 10:00", .wait()).then("03-02 12:00", .resumed)
        .then("03-02 13:00", .replied), "03-02 13:00", "#1 running due 03-02 15:00"),
    ClockCase(
      "does not keep a clock from being met, with the deadline it would have had",
      four.then("03-02 10:00", .wait()).then("03-02 20:00", .ack), "03-03 00:00",
      "#1 met due 03-02 23:00 ended 03-02 20:00"),
    ClockCase(
      "ends with resolving",
      Log([rule("4h", pausable: true)]).then("03-02 10:00", .wait()).then("03-02 12:00", .resolve),
      "03-02 12:00", "#1 running due 03-02 15:00"),
    ClockCase(
      "taken back never was", four.then("03-02 10:00", .wait()).then("03-02 12:00", .undone(event: 2)), "03-02 12:00",
      "#1 running due 03-02 13:00"),
    ClockCase(
      "taken back too late: the clock had breached at its deadline",
      four.then("03-02 10:00", .wait()).then("03-02 14:00", .undone(event: 2)), "03-02 14:00",
      "#1 breached due 03-02 13:00 breach 03-02 13:00"),
    ClockCase(
      "goes on when its end is taken back",
      four.then("03-02 10:00", .wait()).then("03-02 12:00", .resumed).then("03-02 12:30", .undone(event: 3)),
      "03-02 18:00", "#1 paused left 10800"),
    ClockCase(
      "leaves a clock alone that waits for a date",
      log("renewal-30d").then("03-02 10:00", .wait()).then("03-02 12:00", .resumed), "03-02 12:00", "#1 pending"),
    ClockCase(
      "holds a clock that gets its date meanwhile, from then on",
      log("renewal").then("03-02 10:00", .wait())
        .then("03-02 12:00", .accountChanged(AccountFacts(name: "Acme", renewal: LocalDate(iso: "2026-03-02")))),
      "03-02 15:00", "#1 paused left 43199"),
  ])
  func rules(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("An import's pause needs no resume time, and the record shows since when it stands still")
  func imported() throws {
    let log = Self.four.then("03-02 10:00", .wait(), source: .imported).then(
      "03-02 11:00", .wait("03-03 09:00"), source: .imported)
    guard case .paused(let pause, let since) = try log.record("03-09 00:00").condition else {
      Issue.record("not paused")
      return
    }
    #expect(since == "03-02 10:00")
    #expect(pause.until == "03-03 09:00")
  }
}
