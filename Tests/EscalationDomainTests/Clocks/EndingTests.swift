import Testing

@testable import EscalationDomain

@Suite("Resolving, closing, cancelling and reopening")
struct EndingTests {
  static func log(_ onResolve: ClockRule.OnResolve) -> Log { Log([rule("4h", onResolve: onResolve)]) }
  static let both = Log([
    rule("4h"), rule("24h..48h", "call", starts: [.resolved], stops: [.done("call")]),
    rule("30d", "review", starts: [.closed], stops: [.done("review")]),
  ])

  @Test(arguments: [
    ClockCase("resolving keeps", log(.keep).then("03-02 11:00", .resolve), "03-02 12:00", "#1 running due 03-02 13:00"),
    ClockCase(
      "resolving stops in time", log(.stop).then("03-02 11:00", .resolve), "03-02 12:00",
      "#1 met due 03-02 13:00 ended 03-02 11:00"),
    ClockCase(
      "resolving stops too late", log(.stop).then("03-02 14:00", .resolve), "03-02 15:00",
      "#1 missed due 03-02 13:00 ended 03-02 14:00 breach 03-02 13:00"),
    ClockCase(
      "resolving cancels", log(.cancel).then("03-02 11:00", .resolve), "03-02 12:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 11:00"),
    ClockCase(
      "resolving is what stops it",
      Log([rule("4h", stops: [.resolved], onResolve: .cancel)]).then("03-02 13:00", .resolve),
      "03-02 15:00", "#1 met due 03-02 13:00 ended 03-02 13:00"),
    ClockCase(
      "resolving ends a cadence for good",
      Log([rule("1h", stops: [.customerUpdate, .resolved], repeats: true)]).then("03-02 09:30", .resolve),
      "03-03 00:00",
      "#1 met due 03-02 10:00 ended 03-02 09:30"),
    ClockCase(
      "a cadence that is kept goes on after resolving",
      Log([cadence("1h")]).then("03-02 09:30", .resolve).then("03-02 09:40", .told), "03-02 09:50",
      "#1 met due 03-02 10:00 ended 03-02 09:40", "#2 running due 03-02 10:40"),
    ClockCase(
      "resolving twice changes nothing",
      log(.stop).then("03-02 11:00", .resolve).then("03-02 14:00", .resolve, source: .imported), "03-02 15:00",
      "#1 met due 03-02 13:00 ended 03-02 11:00"),
    ClockCase(
      "closing cancels what resolving kept", log(.keep).then("03-02 11:00", .resolve).then("03-02 12:00", .close),
      "03-02 15:00", "#1 cancelled due 03-02 13:00 ended 03-02 12:00"),
    ClockCase(
      "closing at once resolves first: what resolving stops is met", log(.stop).then("03-02 11:00", .close),
      "03-02 15:00", "#1 met due 03-02 13:00 ended 03-02 11:00"),
    ClockCase(
      "closing at once cancels the rest", log(.keep).then("03-02 11:00", .close), "03-02 15:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 11:00"),
    ClockCase(
      "what resolving starts lives through closing",
      both.then("03-02 12:00", .resolve).then("03-02 13:00", .close), "03-03 13:00",
      "#1 running opens 03-03 12:00 due 03-04 12:00", rule: "call"),
    ClockCase(
      "closing at once starts what resolving starts", both.then("03-02 12:00", .close), "03-03 13:00",
      "#1 running opens 03-03 12:00 due 03-04 12:00", rule: "call"),
    ClockCase(
      "what closing starts, counts from the closing",
      both.then("03-02 12:00", .resolve).then("03-02 13:00", .close), "03-02 13:00", "#1 running due 04-01 13:00",
      rule: "review"),
    ClockCase(
      "what lives on is served on a closed record",
      both.then("03-02 12:00", .close).then("03-03 13:00", .marked("call")),
      "03-05 00:00", "#1 met opens 03-03 12:00 due 03-04 12:00 ended 03-03 13:00", rule: "call"),
    ClockCase(
      "cancelling ends even what lives on", both.then("03-02 12:00", .resolve).then("03-02 13:00", .cancelled),
      "03-05 00:00", "#1 cancelled opens 03-03 12:00 due 03-04 12:00 ended 03-02 13:00", rule: "call"),
    ClockCase(
      "nothing starts on what is closed",
      Log([rule("promise", starts: [.promised])]).then("03-02 12:00", .close)
        .then("03-02 13:00", .promise("03-02 15:00"), source: .imported), "03-02 16:00"),
    ClockCase(
      "nothing starts on what is cancelled",
      Log([rule("promise", starts: [.promised])]).then("03-02 12:00", .cancelled)
        .then("03-02 13:00", .promise("03-02 15:00"), source: .imported), "03-02 16:00"),
    ClockCase(
      "a promise after resolving is a promise",
      Log([rule("promise", starts: [.promised])]).then("03-02 12:00", .resolve)
        .then("03-02 13:00", .promise("03-02 15:00")), "03-02 14:00", "#1 running due 03-02 15:00"),
  ])
  func ending(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test(arguments: [
    ClockCase(
      "starts a new cycle and keeps the old",
      log(.stop).then("03-02 11:00", .resolve).then("03-03 10:00", .reopen), "03-03 10:00",
      "#1 met due 03-02 13:00 ended 03-02 11:00", "#2 running due 03-03 14:00"),
    ClockCase(
      "lets what resolving kept run on",
      log(.keep).then("03-02 11:00", .resolve).then("03-02 12:00", .reopen), "03-02 12:30", "#1 running due 03-02 13:00"
    ),
    ClockCase(
      "of a closed one", log(.keep).then("03-02 11:00", .close).then("03-03 10:00", .reopen), "03-03 10:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 11:00", "#2 running due 03-03 14:00"),
    ClockCase(
      "ends what lived on", both.then("03-02 12:00", .close).then("03-02 18:00", .reopen), "03-03 13:00",
      "#1 cancelled opens 03-03 12:00 due 03-04 12:00 ended 03-02 18:00", rule: "call"),
    ClockCase(
      "counts slots from its own date",
      Log([rule("every 14d", stops: [.customerUpdate], repeats: true, onResolve: .cancel)])
        .then("03-03 10:00", .resolve).then("03-05 10:00", .reopen), "03-05 10:00",
      "#1 cancelled due 03-16 17:00 ended 03-03 10:00", "#2 running due 03-19 17:00"),
    ClockCase(
      "counts anew what slept",
      Log([rule(.by(.severity, ["S0": "2h"]))]).then("03-02 10:00", .resolve)
        .then("03-03 10:00", .reopen).then("03-03 11:00", .severity("S0")), "03-03 11:00", "#1 running due 03-03 12:00"),
    ClockCase(
      "of an open one changes nothing", log(.stop).then("03-02 11:00", .reopen, source: .imported), "03-02 12:00",
      "#1 running due 03-02 13:00"),
  ])
  func reopening(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test(
    "Undoing an act reopens the same cycle",
    arguments: [
      ClockCase(
        "a first response", log(.stop).then("03-02 10:00", .ack).then("03-02 10:05", .undone(event: 2)), "03-02 12:00",
        "#1 running due 03-02 13:00"),
      ClockCase(
        "a first response, too late", log(.stop).then("03-02 10:00", .ack).then("03-02 14:00", .undone(event: 2)),
        "03-02 15:00", "#1 breached due 03-02 13:00 breach 03-02 13:00"),
      ClockCase(
        "and taking that back ends it again",
        log(.stop).then("03-02 10:00", .ack).then("03-02 10:05", .undone(event: 2)).then(
          "03-02 10:10", .undone(event: 3)),
        "03-02 15:00", "#1 met due 03-02 13:00 ended 03-02 10:00"),
      ClockCase(
        "a resolution", log(.stop).then("03-02 10:00", .resolve).then("03-02 10:05", .undone(event: 2)), "03-02 12:00",
        "#1 running due 03-02 13:00"),
      ClockCase(
        "a closing", log(.keep).then("03-02 10:00", .close).then("03-02 10:05", .undone(event: 2)), "03-02 12:00",
        "#1 running due 03-02 13:00"),
      ClockCase(
        "a cancelling", log(.keep).then("03-02 10:00", .cancelled).then("03-02 10:05", .undone(event: 2)),
        "03-02 12:00", "#1 running due 03-02 13:00"),
      ClockCase(
        "a reopening: its cycle is gone",
        log(.stop).then("03-02 10:00", .resolve).then("03-02 11:00", .reopen).then("03-02 11:05", .undone(event: 3)),
        "03-02 12:00", "#1 met due 03-02 13:00 ended 03-02 10:00"),
      ClockCase(
        "an update: the cadence stands where it stood",
        Log([cadence("1h")]).then("03-02 09:30", .told).then("03-02 09:35", .undone(event: 2)), "03-02 09:45",
        "#1 running due 03-02 10:00"),
      ClockCase(
        "a promise",
        Log([rule("promise", starts: [.promised])]).then("03-02 10:00", .promise("03-02 12:00"))
          .then("03-02 10:05", .undone(event: 2)), "03-02 12:30"),
    ])
  func undo(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("Where the record stands after each act")
  func status() throws {
    let log = Self.log(.keep)
    for (log, status) in [
      (log, .new), (log.then("03-02 10:00", .ack), .active), (log.then("03-02 10:00", .told), .active),
      (log.then("03-02 10:00", .wait()), .paused), (log.then("03-02 10:00", .resolve), .resolved),
      (log.then("03-02 10:00", .close), .closed), (log.then("03-02 10:00", .cancelled), .cancelled),
      (log.then("03-02 10:00", .resolve).then("03-02 11:00", .reopen), .new),
    ] as [(Log, Status)] {
      #expect(try log.record("03-02 12:00").status == status)
    }
  }
}

@Suite("Levels and stages")
struct LevelTests {
  static let table = TargetTable.by(.level, ["L1": "4h", "L2": "2h"])
  static let log = Log([rule(table, starts: [.levelEntered])], severity: nil) { $0.level = "L1" }

  @Test(arguments: [
    ClockCase("opens at its level", log, "03-02 09:00", "#1 running due 03-02 13:00"),
    ClockCase(
      "entering a level starts its clock anew; levels are not added up", log.then("03-02 12:00", .levelEntered("L2")),
      "03-02 12:00", "#1 cancelled due 03-02 13:00 ended 03-02 12:00", "#2 running due 03-02 14:00"),
    ClockCase(
      "a level that was late keeps its breach", log.then("03-02 14:00", .levelEntered("L2")), "03-02 14:00",
      "#1 cancelled due 03-02 13:00 ended 03-02 14:00 breach 03-02 13:00", "#2 running due 03-02 16:00"),
    ClockCase(
      "a clock by level that opening starts is moved, not started anew",
      Log([rule(table)], severity: nil) { $0.level = "L1" }.then("03-02 10:00", .levelEntered("L2")), "03-02 10:00",
      "#1 running due 03-02 11:00"),
    ClockCase(
      "reopening enters the level again",
      Log([rule(table, starts: [.levelEntered], onResolve: .stop)], severity: nil) { $0.level = "L2" }
        .then("03-02 10:00", .resolve).then("03-03 10:00", .reopen), "03-03 10:00",
      "#1 met due 03-02 11:00 ended 03-02 10:00", "#2 running due 03-03 12:00"),
    ClockCase(
      "a stage counts from when it is entered",
      Log([rule(.by(.stage, ["stage-2": "21d"]), starts: [.stageEntered])], severity: nil) { $0.stage = "stage-1" }
        .then("03-10 09:00", .stageEntered("stage-2")), "03-10 09:00", "#1 running due 03-31 09:00"),
  ])
  func levels(_ row: ClockCase) throws { #expect(try row.actual() == row.lines) }

  @Test("The band is the most pressing of the grades; without any the last")
  func band() throws {
    #expect(try Self.log.record("03-02 09:00").band == 3)
    #expect(try Self.log.then("03-02 10:00", .levelEntered("L2")).record("03-02 10:00").band == 2)
    #expect(try Log([]).then("03-02 10:00", .severity("S0")).record("03-02 10:00").band == 1)
    #expect(try Log([], severity: nil).record("03-02 10:00").band == 4)
  }

  @Test("A group of steps is done when each of its steps is, since the opening or the reopening")
  func allDone() throws {
    var playbook = Desk.playbook([rule("4h", stops: [.allDone(group: "triage")])])
    playbook.process = ["log", "owner"].map {
      var step = ProcessStep(id: $0, label: $0)
      step.group = "triage"
      return step
    }
    let log = Log(policies: PolicyBook(Desk.policy(playbook))).then("03-02 10:00", .marked("owner"))
    #expect(try log.lines("03-02 11:00") == ["#1 running due 03-02 13:00"])
    let done = log.then("03-02 11:00", .marked("log"))
    #expect(try done.lines("03-02 11:00") == ["#1 met due 03-02 13:00 ended 03-02 11:00"])
    let again = done.then("03-02 12:00", .resolve).then("03-03 10:00", .reopen).then("03-03 11:00", .marked("log"))
    #expect(try again.lines("03-03 11:00").last == "#2 running due 03-03 14:00")
  }
}
