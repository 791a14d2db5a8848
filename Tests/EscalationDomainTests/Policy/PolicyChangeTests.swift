import Testing

@testable import EscalationDomain

@Suite("A newer policy")
struct PolicyChangeTests {
  /// Edition 2 of the playbook over the first.
  static func book(_ first: [ClockRule], _ second: [ClockRule], calendars: [BusinessCalendar]? = nil) -> PolicyBook {
    var book = PolicyBook(Desk.policy(Desk.playbook(first)))
    book.add(Desk.policy(Desk.playbook(second), edition: 2, calendars: calendars))
    return book
  }

  static func adopting(_ log: Log, _ now: Instant) throws -> Log {
    let adoption = try #require(
      try PolicyChange.adoption(log.history, policies: log.policies, texts: ["desk", "utc"], now: now))
    return log.then(adoption.occurred, .policyAdopted(adoption.fact), recorded: now, source: .derived)
  }

  static let shorter = book([rule("4h"), rule("8h", "same")], [rule("2h"), rule("8h", "same")])

  @Test("moves open deadlines, says which, and logs both values")
  func moves() throws {
    let log = Log(policies: Self.shorter)
    let adoption = try #require(
      try PolicyChange.adoption(log.history, policies: log.policies, texts: ["desk"], now: "03-02 10:00"))
    #expect(
      adoption.fact
        == PolicyAdoption(
          edition: 2, moves: [.init(rule: "clock", cycle: 1, from: "03-02 13:00", to: "03-02 11:00")]))
    #expect(adoption.moves.map(\.rule) == ["clock"])
    let after = try Self.adopting(log, "03-02 10:00")
    let clock = try #require(try after.clock("03-02 10:00"))
    #expect(clock.line("03-02 10:00") == "#1 running due 03-02 11:00")
    #expect((clock.policyVersion, clock.edition) == (2, 2))
    #expect(try after.record("03-02 10:00").edition == 2)
    // Before it, everything is as it was.
    let before = try #require(try after.clock("03-02 09:59:59"))
    #expect((before.policyVersion, before.edition) == (1, 1))
    #expect(before.line("03-02 09:59:59") == "#1 running due 03-02 13:00")
  }

  @Test("leaves what ended as it was")
  func ended() throws {
    let log = try Self.adopting(Log(policies: Self.shorter).then("03-02 09:30", .ack), "03-02 12:00")
    let clock = try #require(try log.clock("03-02 12:00"))
    #expect(clock.line("03-02 12:00") == "#1 met due 03-02 13:00 ended 03-02 09:30")
    #expect(clock.policyVersion == 1)
  }

  @Test(arguments: [
    ClockCase(
      "that puts a deadline into the past breaches at that moment, by reclassification",
      Log(policies: shorter), "03-02 12:00", "#1 breached due 03-02 11:00 breach 03-02 12:00 by reclassification"),
    ClockCase(
      "with a longer target un-breaches nothing", Log(policies: book([rule("2h")], [rule("8h")])), "03-02 12:00",
      "#1 breached due 03-02 17:00 breach 03-02 11:00"),
    ClockCase(
      "without the rule cancels", Log(policies: book([rule("4h"), rule("1h", "other")], [rule("1h", "other")])),
      "03-02 10:00", "#1 cancelled due 03-02 13:00 ended 03-02 10:00"),
    ClockCase(
      "with a new rule starts nothing on what is open", Log(policies: book([rule("1h", "other")], [rule("4h")])),
      "03-02 10:00"),
    ClockCase(
      "with a target for a grade that had none counts from the original start",
      Log(policies: book([rule(.by(.severity, ["S0": "1h"]))], [rule(.by(.severity, ["S1": "4h"]))])), "03-02 10:00",
      "#1 running due 03-02 13:00"),
    ClockCase(
      "counts from the start even where severity counts from the change",
      Log(policies: book([rule("4h")], [rule("2h", severityChange: .fromChange)])), "03-02 10:00",
      "#1 running due 03-02 11:00"),
    ClockCase(
      "that no longer lets a paused clock stand still lets it run, later by the pause so far",
      Log(policies: book([rule("4h", pausable: true)], [rule("4h")])).then("03-02 10:00", .wait()), "03-02 12:00",
      "#1 running due 03-02 15:00"),
    ClockCase(
      "that lets a clock stand still pauses it from then on",
      Log(policies: book([rule("4h")], [rule("4h", pausable: true)])).then("03-02 10:00", .wait()), "03-02 12:00",
      "#1 paused left 3600"),
    ClockCase(
      "moves what lives on after resolving",
      Log(
        policies: book(
          [rule("24h..48h", starts: [.resolved], stops: [.done("call")])],
          [rule("24h..72h", starts: [.resolved], stops: [.done("call")])])
      ).then("03-02 10:00", .resolve), "03-02 12:00", "#1 pending opens 03-03 10:00 due 03-05 10:00"),
  ])
  func adoption(_ row: ClockCase) throws {
    let log = try Self.adopting(row.log, row.now)
    #expect(try log.lines(row.now, row.rule) == row.lines)
  }

  @Test("concerns only those that work by what changed, and only once")
  func concerned() throws {
    func adoption(_ log: Log, _ texts: [String]) throws -> PolicyChange.Adoption? {
      try PolicyChange.adoption(log.history, policies: log.policies, texts: texts, now: "03-02 10:00")
    }
    let log = Log(policies: Self.shorter)
    #expect(try adoption(log, ["another"]) == nil)
    #expect(try adoption(log, ["kolkata"]) == nil)
    #expect(try adoption(log, ["utc"]) != nil)
    #expect(try adoption(Log(policies: Self.shorter, calendar: "kolkata"), ["kolkata"]) != nil)
    #expect(try adoption(log.then("03-02 09:30", .close), ["desk"]) == nil)
    #expect(try adoption(try Self.adopting(log, "03-02 10:00"), ["desk"]) == nil)
    #expect(try adoption(Log(policies: Self.shorter, opened: "03-02 10:01"), ["desk"]) == nil)
  }

  @Test("A calendar's new holiday moves the deadline and shows its version")
  func calendar() throws {
    let day = [try DayInterval(parsing: "09:00-17:00")]
    let utc = try BusinessCalendar(
      id: "utc", name: "utc", zone: .utc, hours: [.mon: day, .tue: day, .wed: day],
      holidays: [Holiday(date: date("2026-03-03"), name: "Founders")])
    let log = try Self.adopting(
      Log(policies: Self.book([rule("12bh")], [rule("12bh")], calendars: [utc])), "03-02 12:00")
    // 8 hours on Monday, 4 on Wednesday.
    #expect(try log.lines("03-02 12:00") == ["#1 running due 03-04 13:00"])
  }

  @Test("A reopening follows the edition it names")
  func reopened() throws {
    let log = Log(policies: Self.shorter).then("03-02 10:00", .close).then("03-03 10:00", .reopened(edition: 2))
    #expect(
      try log.lines("03-03 10:00") == ["#1 cancelled due 03-02 13:00 ended 03-02 10:00", "#2 running due 03-03 12:00"])
    #expect(try log.record("03-03 10:00").clocks.filter { $0.rule == "clock" }.map(\.policyVersion) == [1, 2])
  }

  @Test("There is no way back to an older edition, whatever an import says")
  func forwardOnly() throws {
    let log = try Self.adopting(Log(policies: Self.shorter), "03-02 09:30").then("03-02 10:00", .close)
      .then("03-03 10:00", .reopened(edition: 1), source: .imported)
    #expect(try log.lines("03-03 10:00").last == "#2 running due 03-03 12:00")
    #expect(try log.record("03-03 10:00").edition == 2)
  }

  @Test("A policy that is not there is an error that names it")
  func missing() throws {
    #expect(throws: ReplayError.policy(.unknownEdition(7))) {
      try Log([rule("4h")]).then("03-02 10:00", .policyAdopted(.init(edition: 7, moves: []))).record("03-02 10:00")
    }
    #expect(throws: ReplayError.policy(.unknownPlaybook("none", edition: 1))) {
      try Log([]) { $0.playbook = "none" }.record("03-02 10:00")
    }
  }
}
