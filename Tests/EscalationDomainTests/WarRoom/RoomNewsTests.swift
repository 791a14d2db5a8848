import Testing

@testable import EscalationDomain

@Suite("What is new since an earlier moment")
struct RoomNewsTests {
  /// What happens after 3 March, 09:00, and what is told of it a day later.
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var changes: [String]

    init(_ description: String, _ log: Log, _ changes: String...) {
      (self.description, self.log, self.changes) = (description, log, changes)
    }
  }

  private static func day(_ text: String) -> LocalDate {
    LocalDate(iso: "2026-\(text)") ?? LocalDate(daysSinceEpoch: 0)
  }

  static let since: Instant = "03-03 09:00"
  static let now: Instant = "03-04 09:00"

  private static func news(_ logs: Log..., since: Instant = since, now: Instant = now) throws -> RoomNews {
    var shelf = Shelf()
    shelf.logs = logs
    return try shelf.news(since: since, now: now)
  }

  private func told(_ news: RoomNews) -> [String] {
    news.records.flatMap(\.changes).map { $0.sentence(zone: .utc, now: news.asOf) }
  }

  static let course: [Case] = {
    let log = Log([])
    return [
      Case("nothing", log),
      Case("severity", log.then("03-03 10:00", .severity("S0")), "severity S1 → S0"),
      Case("there and back", log.then("03-03 10:00", .severity("S0")).then("03-03 11:00", .severity("S1"))),
      Case("level", log.then("03-03 10:00", .levelEntered("L2")), "level none → L2"),
      Case("stage", log.then("03-03 10:00", .stageEntered("stage-2")), "stage none → stage-2"),
      Case("owner", log.then("03-03 10:00", .assigned(owner: "bo")), "owner nobody → bo"),
      Case("resolved", log.then("03-03 10:00", .resolve), "status new → resolved Tue 10:00"),
      Case("paused", log.then("03-03 10:00", .wait("03-06 09:00")), "status new → paused Tue 10:00"),
      Case(
        "updates", log.then("03-03 10:00", .ack).then("03-03 11:00", .told), "status new → active Tue 10:00",
        "2 updates sent, the last Tue 11:00"),
      Case("decided", log.then("03-03 10:00", .decisionTaken(text: "Roll back")), "decided: Roll back"),
      Case("a note is no news", log.then("03-03 10:00", .noted(text: "n"))),
      Case(
        "a note later moves no status", log.then("03-03 10:00", .ack).then("03-03 15:00", .noted(text: "n")),
        "status new → active Tue 10:00", "update sent Tue 10:00"),
      Case(
        "paused, then a note", log.then("03-03 10:00", .wait("03-06 09:00")).then("03-03 15:00", .noted(text: "n")),
        "status new → paused Tue 10:00"),
      Case(
        "the customer came back, and again",
        log.then("03-02 10:00", .ack).then("03-02 11:00", .wait()).then("03-03 10:00", .replied)
          .then("03-03 15:00", .replied), "status paused → active Tue 10:00"),
      Case(
        "taken up and solved again",
        log.then("03-02 10:00", .ack).then("03-02 11:00", .resolve).then("03-03 10:00", .reopen)
          .then("03-03 15:00", .resolve), "status resolved → active Tue 10:00", "status active → resolved Tue 15:00"),
      Case(
        "solved and taken up again",
        log.then("03-02 10:00", .ack).then("03-03 10:00", .resolve).then("03-03 15:00", .reopen)
          .then("03-03 16:00", .wait()), "status active → resolved Tue 10:00", "status resolved → active Tue 15:00",
        "status active → paused Tue 16:00"),
      Case(
        "solved, then closed", log.then("03-03 10:00", .resolve).then("03-03 15:00", .close),
        "status new → closed Tue 15:00"),
      Case(
        "a first response of before taken back",
        log.then("03-02 10:00", .ack).then("03-03 10:00", .undone(event: 2)), "status active → new"),
      Case(
        "health",
        log.then("03-02 10:00", .scored(HealthScore(date: day("03-02"), composite: 40)))
          .then("03-03 10:00", .scored(HealthScore(date: day("03-03"), composite: 55))), "health 40 → 55"),
      Case(
        "a first score", log.then("03-03 10:00", .scored(HealthScore(date: day("03-03"), composite: 55))),
        "health unknown → 55"),
    ]
  }()

  static let clocks: [Case] = {
    let log = Log([rule("36h")])
    let hourly = Log([cadence("1h")], opened: "03-03 08:30")
    return [
      Case("breached", log, "clock breached Tue 21:00"),
      Case("met", log.then("03-03 10:00", .ack), "status new → active Tue 10:00", "clock met", "update sent Tue 10:00"),
      Case(
        "missed", log.then("03-03 22:00", .ack), "status new → active Tue 22:00", "clock missed",
        "update sent Tue 22:00"),
      Case(
        "met twice", hourly.then("03-03 09:20", .told).then("03-03 10:10", .told), "status new → active Tue 09:20",
        "clock breached Tue 11:10",
        "clock met twice", "2 updates sent, the last Tue 10:10"),
      Case("a breach of before", Log([rule("4h")])),
      Case(
        "a breach of before that was stopped", Log([rule("4h")]).then("03-03 10:00", .ack),
        "status new → active Tue 10:00", "clock missed", "update sent Tue 10:00"),
      Case(
        "broken off when it was late",
        Log([rule("36h", stops: [.internalCheck], onResolve: .cancel)]).then("03-03 22:00", .resolve),
        "status new → resolved Tue 22:00", "clock breached Tue 21:00"),
      Case(
        "broken off in time",
        Log([rule("36h", stops: [.internalCheck], onResolve: .cancel)]).then("03-03 20:00", .resolve),
        "status new → resolved Tue 20:00"),
      Case(
        "late before, and broken off since",
        Log([rule("4h", stops: [.internalCheck], onResolve: .cancel)]).then("03-03 20:00", .resolve),
        "status new → resolved Tue 20:00"),
      Case(
        "a watch that ran out",
        Log([rule("7h", "w", starts: [.resolved], stops: [], elapses: true)])
          .then("03-03 08:00", .resolve)),
    ]
  }()

  static let work: [Case] = {
    let plan = Log([]).then(
      "03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", due: "03-03 18:00")))
    let task = Log([]).then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Call", due: "03-05 12:00")))
    let blocker = ActionItem(id: "T2", title: "VPN", owner: "bo", due: "03-04 17:00", kind: .blocker)
    return [
      Case("a milestone late", plan, "milestone “Fix” late since Tue 18:00"),
      Case("done", plan.then("03-03 10:00", .milestoneDone(id: "M1", evidence: nil)), "milestone “Fix” done"),
      Case("dropped", plan.then("03-03 10:00", .milestoneDropped(id: "M1")), "milestone “Fix” dropped"),
      Case(
        "given to somebody", plan.then("03-03 10:00", .milestoneChanged(id: "M1", MilestoneChange(owner: "bo"))),
        "milestone “Fix”: owner nobody → bo", "milestone “Fix” late since Tue 18:00"),
      Case(
        "begun", plan.then("03-03 10:00", .milestoneStarted(id: "M1")), "milestone “Fix” under way",
        "milestone “Fix” late since Tue 18:00"),
      Case(
        "moved",
        plan.then("03-03 10:00", .milestonesShifted([MilestoneShift(id: "M1", start: nil, due: "03-06 18:00")])),
        "milestone “Fix” Tue 18:00 → Fri 18:00"),
      Case(
        "added",
        plan.then("03-03 10:00", .milestoneDone(id: "M1", evidence: nil))
          .then("03-03 11:00", .milestoneAdded(Milestone(id: "M2", title: "Test", due: "03-06 18:00"))),
        "milestone “Fix” done", "milestone “Test” added, due Fri 18:00"),
      Case(
        "taken up again",
        plan.then("03-02 11:00", .milestoneDone(id: "M1", evidence: nil))
          .then("03-03 10:00", .milestoneReopened(id: "M1")),
        "milestone “Fix” taken up again", "milestone “Fix” late since Tue 18:00"),
      Case(
        "taken up again when its time had gone by",
        plan.then("03-02 11:00", .milestoneDone(id: "M1", evidence: nil))
          .then("03-03 20:00", .milestoneReopened(id: "M1")),
        "milestone “Fix” Tue 18:00 → no fixed time", "milestone “Fix” taken up again"),
      Case("a task done", task.then("03-03 10:00", .taskDone(id: "T1", note: nil)), "task “Call” done"),
      Case(
        "a task moved", task.then("03-03 10:00", .taskMoved(id: "T1", due: "03-06 12:00")),
        "task “Call” Thu 12:00 → Fri 12:00"),
      Case(
        "a task moved and done",
        task.then("03-03 10:00", .taskMoved(id: "T1", due: "03-06 12:00"))
          .then("03-03 11:00", .taskDone(id: "T1", note: nil)), "task “Call” done"),
      Case(
        "a task given to another and moved",
        task.then("03-03 10:00", .taskAssigned(id: "T1", owner: "zoe"))
          .then("03-03 11:00", .taskMoved(id: "T1", due: "03-06 12:00")),
        "task “Call”: owner nobody → zoe", "task “Call” Thu 12:00 → Fri 12:00"),
      Case("a task dropped", task.then("03-03 10:00", .taskDropped(id: "T1")), "task “Call” dropped"),
      Case(
        "a blocker", task.then("03-03 10:00", .taskAdded(blocker)), "blocker “VPN” raised, bo, 17:00"),
      Case(
        "a blocker removed",
        task.then("03-03 10:00", .taskAdded(blocker)).then("03-03 11:00", .taskDone(id: "T2", note: nil)),
        "blocker “VPN” removed"),
    ]
  }()

  @Test(arguments: course + clocks + work) func `each change is told once`(row: Case) throws {
    #expect(told(try Self.news(row.log)) == row.changes, "\(row)")
  }

  @Test func `what was taken back is no news, and what was taken back of before is`() throws {
    let graver = Log([]).then("03-02 10:00", .severity("S0"))
    #expect(
      told(try Self.news(Log([]).then("03-03 10:00", .severity("S0")).then("03-03 11:00", .undone(event: 2)))) == [])
    #expect(told(try Self.news(graver.then("03-03 10:00", .undone(event: 2)))) == ["severity S0 → S1"])
    let update = Log([]).then("03-03 10:00", .told).then("03-03 11:00", .undone(event: 2))
    #expect(try Self.news(update).updates == 0)
  }

  @Test func `an act that was written down late is news when the room comes to know of it`() throws {
    let late = Log([rule("4h")]).then("03-02 11:00", .ack, recorded: "03-03 10:00")
    #expect(
      told(try Self.news(late)) == ["status new → active Mon 11:00", "clock met", "update sent Mon 11:00"])
    #expect(try Self.news(late).breached == 0)
    #expect(told(try Self.news(late, since: "03-03 11:00")) == [])
  }

  @Test func `an import stands for a log that was kept as things happened`() throws {
    let log = Log([]).then("03-02 11:00", .ack, recorded: "03-03 10:00", source: .imported)
      .then("03-03 11:00", .resolve, recorded: "03-05 10:00", source: .imported)
    #expect(told(try Self.news(log)) == ["status active → resolved Tue 11:00"])
  }

  @Test func `one that opened is told with what happened to it since`() throws {
    let log = Log([rule("1h")], opened: "03-03 10:00").then("03-03 10:30", .ack)
      .then("03-03 10:40", .milestoneAdded(Milestone(id: "M1", title: "Fix", due: "03-05 18:00")))
      .then("03-03 10:50", .milestoneAdded(Milestone(id: "M2", title: "Test", due: "03-03 18:00")))
    #expect(
      told(try Self.news(log))
        == [
          "opened Tue 10:00", "clock met", "milestone “Fix” added, due Thu 18:00",
          "milestone “Test” added, due Tue 18:00", "milestone “Test” late since Tue 18:00", "update sent Tue 10:30",
        ])
  }

  @Test func `the plan that one opened with is no news beside the opening`() throws {
    let log = Log([], opened: "03-03 10:00")
      .then("03-03 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", due: "03-05 18:00")))
    #expect(told(try Self.news(log)) == ["opened Tue 10:00"])
  }

  @Test func `what was taken up and solved again counts as both`() throws {
    let log = Log([])
    let twice = log.then("03-02 11:00", .resolve).then("03-03 10:00", .reopen).then("03-03 15:00", .resolve)
    let news = try Self.news(twice)
    #expect(news.reopened == 1 && news.resolved == 1)
    let back = try Self.news(log.then("03-03 10:00", .resolve).then("03-03 15:00", .reopen))
    #expect(back.reopened == 1 && back.resolved == 1)
    let called = try Self.news(log.then("03-03 10:00", .cancelled))
    #expect(called.reopened == 0 && called.resolved == 0)
    let undone = try Self.news(log.then("03-02 11:00", .resolve).then("03-03 10:00", .undone(event: 2)))
    #expect(undone.reopened == 1 && undone.resolved == 0)
  }

  @Test func `a breach belongs to one look back, whenever it falls`() throws {
    // Due on Tuesday at 09:00.
    let log = Log([rule("24h")])
    func look(_ since: Instant, _ now: Instant) throws -> (Int, [String]) {
      let news = try Self.news(log, since: since, now: now)
      return (news.breached, told(news))
    }
    for (since, now, count) in [
      ("03-02 10:00", "03-03 09:00", 0), ("03-03 09:00", "03-04 09:00", 1), ("03-03 09:01", "03-04 09:00", 0),
      ("03-02 10:00", "03-03 09:01", 1),
    ] as [(Instant, Instant, Int)] {
      let (breached, told) = try look(since, now)
      #expect(breached == count && told.count == count, "\(since.short) – \(now.short): \(told)")
    }
    // By a graver severity at that second: the room knew.
    let graver = Log([rule(.by(.severity, ["S1": "48h", "S0": "1h"]))]).then("03-03 09:00", .severity("S0"))
    #expect(try Self.news(graver, since: "03-02 10:00", now: "03-03 09:00").breached == 1)
    #expect(try Self.news(graver, since: "03-03 09:00", now: "03-04 09:00").breached == 0)
  }

  @Test func `one that opened and is over is told as both`() throws {
    let news = try Self.news(Log([rule("1h")], opened: "03-03 10:00").then("03-03 10:30", .resolve))
    #expect(told(news).prefix(2) == ["opened Tue 10:00", "status new → resolved Tue 10:30"])
    #expect(news.opened == 1 && news.resolved == 1)
  }

  @Test func `the board is counted as it was and as it is`() throws {
    func log(_ id: EscalationID, _ account: String, _ arr: Money, opened: Instant = "03-02 09:00") -> Log {
      Log([rule("36h")], opened: opened) { ($0.account.name, $0.account.arr) = (account, arr) }.named(id)
    }
    let (usd, idr) = (Money(minorUnits: 100, currency: "USD"), Money(minorUnits: 7000, currency: "IDR"))
    let news = try Self.news(
      log("A", "Acme", usd), log("B", "Acme", usd).then("03-03 10:00", .resolve),
      log("C", "Bolt", idr).then("03-03 10:00", .close), log("D", "Core", usd, opened: "03-03 12:00"),
      log("E", "Dune", usd).then("03-02 12:00", .resolve).then("03-03 10:00", .reopen),
      log("F", "Edge", usd).then("03-02 12:00", .cancelled), log("G", "Flux", idr).then("03-03 10:00", .cancelled))
    #expect(news.opened == 1 && news.reopened == 1 && news.resolved == 2)
    // A's alone: B, C and G were over in time, E's began anew or was over.
    #expect(news.records.map(\.id.text) == ["A", "E", "D", "B", "C", "G"])
    #expect(news.atRiskBefore.byCurrency == ["USD": 100, "IDR": 14_000])
    #expect(news.atRiskNow.byCurrency == ["USD": 300])
    #expect(news.since == Self.since && news.asOf == Self.now)
  }
}
