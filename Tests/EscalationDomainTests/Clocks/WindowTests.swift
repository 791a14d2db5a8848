import Testing

@testable import EscalationDomain

@Suite("Windows, periods, promises, needed-by and account dates")
struct WindowTests {
  static let followUp = Log([rule("24h..48h", starts: [.resolved], stops: [.done("call")])]).then(
    "03-02 12:00", .resolve)
  static let open = "opens 03-03 12:00 due 03-04 12:00"

  @Test(
    "A window opens at the first and is late at the second",
    arguments: [
      ClockCase("before it opens", followUp, "03-03 11:59:59", "#1 pending \(open)"),
      ClockCase("open", followUp, "03-03 12:00", "#1 running \(open)"),
      ClockCase("at its end", followUp, "03-04 12:00", "#1 running \(open)"),
      ClockCase("late", followUp, "03-04 12:00:01", "#1 breached \(open) breach 03-04 12:00"),
      ClockCase(
        "what comes early does not serve", followUp.then("03-03 10:00", .marked("call")), "03-03 13:00",
        "#1 running \(open)"),
      ClockCase(
        "served as it opens", followUp.then("03-03 12:00", .marked("call")), "03-05 00:00",
        "#1 met \(open) ended 03-03 12:00"),
      ClockCase(
        "served late", followUp.then("03-04 13:00", .marked("call")), "03-05 00:00",
        "#1 missed \(open) ended 03-04 13:00 breach 03-04 12:00"),
    ])
  func window(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  static let watch = Log([rule("7d", starts: [.resolved], stops: [], elapses: true)]).then("03-02 12:00", .resolve)

  @Test(
    "A period ends by itself, met",
    arguments: [
      ClockCase("while it lasts", watch, "03-09 11:59:59", "#1 running due 03-09 12:00"),
      ClockCase("at its end", watch, "03-09 12:00", "#1 met due 03-09 12:00 ended 03-09 12:00"),
      ClockCase("long after", watch, "05-01 00:00", "#1 met due 03-09 12:00 ended 03-09 12:00"),
      ClockCase(
        "lives through closing", watch.then("03-03 12:00", .close), "03-04 00:00", "#1 running due 03-09 12:00"),
      ClockCase(
        "starts anew with a new resolution", watch.then("03-04 12:00", .reopen).then("03-05 12:00", .resolve),
        "03-06 00:00", "#1 cancelled due 03-09 12:00 ended 03-04 12:00", "#2 running due 03-12 12:00"),
    ])
  func period(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("At its very end a period is met for an earlier look, too; it is never a breach")
  func periodSeenEarlier() throws {
    let clock = try #require(try Self.watch.clock("03-05 00:00"))
    #expect(clock.state(at: "03-09 12:00") == .met)
    #expect(clock.breached(at: "03-10 00:00") == nil)
    #expect(try Self.watch.settled("05-01 00:00").events == Self.watch.events)
  }

  static let promise = rule("promise", starts: [.promised], stops: [.customerUpdate])
  static let promised = Log([promise]).then("03-02 10:00", .promise("03-02 12:00"))

  @Test(
    "Each promised time is a clock of its own",
    arguments: [
      ClockCase("promised", promised, "03-02 10:00", "#1 running due 03-02 12:00"),
      ClockCase("kept", promised.then("03-02 11:00", .told), "03-02 13:00", "#1 met due 03-02 12:00 ended 03-02 11:00"),
      ClockCase(
        "kept, with the next promise", promised.then("03-02 11:00", .promise("03-02 15:00")), "03-02 13:00",
        "#1 met due 03-02 12:00 ended 03-02 11:00", "#2 running due 03-02 15:00"),
      ClockCase("broken", promised, "03-02 12:00:01", "#1 breached due 03-02 12:00 breach 03-02 12:00"),
      ClockCase(
        "kept late", promised.then("03-02 13:00", .told), "03-02 14:00",
        "#1 missed due 03-02 12:00 ended 03-02 13:00 breach 03-02 12:00"),
      ClockCase(
        "replaced by a new one where an update alone does not keep it",
        Log([rule("promise", starts: [.promised], stops: [.done("call")])])
          .then("03-02 10:00", .promise("03-02 12:00")).then("03-02 11:00", .promise("03-02 15:00")), "03-02 11:00",
        "#1 cancelled due 03-02 12:00 ended 03-02 11:00", "#2 running due 03-02 15:00"),
      ClockCase(
        "never pauses", promised.then("03-02 10:30", .wait()).then("03-02 11:00", .resumed), "03-02 11:00",
        "#1 running due 03-02 12:00"),
      ClockCase(
        "does not move with severity", promised.then("03-02 10:30", .severity("S0")), "03-02 11:00",
        "#1 running due 03-02 12:00"),
      ClockCase(
        "imported for a time that was past already is broken from its start",
        Log([promise]).then("03-02 10:00", .promise("03-02 09:30"), source: .imported), "03-02 11:00",
        "#1 breached due 03-02 09:30 breach 03-02 10:00"),
    ])
  func promises(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  static let need = rule("needed-by", starts: [.opened, .neededBySet], stops: [.resolved])
  static let needed = Log([need]) { $0.neededBy = "03-04 12:00" }

  @Test(
    "A needed-by time",
    arguments: [
      ClockCase("not set", Log([need]), "03-02 10:00", "#1 pending"),
      ClockCase("set at the opening", needed, "03-02 10:00", "#1 running due 03-04 12:00"),
      ClockCase(
        "set later", Log([need]).then("03-02 10:00", .neededBySet("03-04 12:00")), "03-02 10:00",
        "#1 running due 03-04 12:00"),
      ClockCase(
        "set later, where setting it starts the clock",
        Log([rule("needed-by", starts: [.neededBySet])]).then("03-02 10:00", .neededBySet("03-04 12:00")),
        "03-02 10:00", "#1 running due 03-04 12:00"),
      ClockCase(
        "changed", needed.then("03-03 10:00", .neededBySet("03-06 12:00")), "03-03 10:00", "#1 running due 03-06 12:00"),
      ClockCase(
        "changed after it was missed", needed.then("03-05 10:00", .neededBySet("03-06 12:00")), "03-05 10:00",
        "#1 breached due 03-06 12:00 breach 03-04 12:00"),
      ClockCase(
        "taken back", needed.then("03-03 10:00", .neededBySet(nil)), "03-03 10:00",
        "#1 cancelled due 03-04 12:00 ended 03-03 10:00"),
      ClockCase(
        "set again", needed.then("03-03 10:00", .neededBySet(nil)).then("03-03 11:00", .neededBySet("03-05 09:00")),
        "03-03 11:00", "#1 cancelled due 03-04 12:00 ended 03-03 10:00", "#2 running due 03-05 09:00"),
      ClockCase(
        "met by resolving", needed.then("03-03 10:00", .resolve), "03-09 10:00",
        "#1 met due 03-04 12:00 ended 03-03 10:00"),
      ClockCase(
        "starts anew with a reopening",
        needed.then("03-03 10:00", .resolve).then("03-03 11:00", .reopen), "03-03 11:00",
        "#1 met due 03-04 12:00 ended 03-03 10:00", "#2 running due 03-04 12:00"),
      ClockCase(
        "starts anew with a reopening, where setting it starts the clock",
        Log([rule("needed-by", starts: [.neededBySet], stops: [.resolved])]) { $0.neededBy = "03-04 12:00" }
          .then("03-03 10:00", .resolve).then("03-03 11:00", .reopen), "03-03 11:00",
        "#1 met due 03-04 12:00 ended 03-03 10:00", "#2 running due 03-04 12:00"),
    ])
  func neededBy(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  static let renewal = Log([rule("renewal-30d")], calendar: "new-york")
  static func renews(_ date: String?) -> Fact {
    .accountChanged(
      AccountFacts(name: "Acme", renewal: date.flatMap(LocalDate.init(iso:)), calendar: "new-york"))
  }

  @Test(
    "An account's date",
    arguments: [
      ClockCase("is waited for", renewal, "12-01 00:00", "#1 pending"),
      // 30 June less 30 dates is 31 May; its end in New York is 03:59:59 UTC.
      ClockCase(
        "gives the deadline", renewal.then("03-03 10:00", renews("2026-06-30")), "03-03 10:00",
        "#1 running due 06-01 03:59:59"),
      ClockCase(
        "moves it", renewal.then("03-03 10:00", renews("2026-06-30")).then("03-04 10:00", renews("2026-07-30")),
        "03-04 10:00", "#1 running due 07-01 03:59:59"),
      ClockCase(
        "taken away waits again", renewal.then("03-03 10:00", renews("2026-06-30")).then("03-04 10:00", renews(nil)),
        "03-04 10:00", "#1 pending"),
      ClockCase(
        "that is past when it becomes known breaches then, apart from what time breached",
        renewal.then("03-10 10:00", renews("2026-04-01")), "03-11 10:00",
        "#1 breached due 03-03 04:59:59 breach 03-10 10:00 by reclassification"),
      ClockCase(
        "that is past at the opening breaches there",
        Log([rule("renewal-30d")]) { $0.account.renewal = LocalDate(iso: "2026-03-20") }, "03-03 00:00",
        "#1 breached due 02-18 23:59:59 breach 03-02 09:00"),
    ])
  func accountDate(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("Another calendar of the account moves the open deadlines")
  func calendarChange() throws {
    let log = Log([rule("4bh")]).then("03-02 10:00", .accountChanged(AccountFacts(name: "Acme", calendar: "kolkata")))
    // From 09:00 UTC: 3h30 to 12:30, 30 minutes from 04:30.
    let clock = try #require(try log.clock("03-02 10:00"))
    #expect(clock.line("03-02 10:00") == "#1 running due 03-03 05:00")
    #expect(clock.calendar == "kolkata")
  }
}
