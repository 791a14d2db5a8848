import Testing

@testable import EscalationDomain

/// A session on Tuesday 3 March from 09:00 to 09:25, with W-1 on its agenda unless a test says otherwise. The logs open on
/// Monday at 09:00.
@Suite("What the minutes tell of a session")
struct MinutesTests {
  static let end: Instant = "03-03 09:25"

  static func room(
    _ agenda: [EscalationID] = ["W-1"], until end: Instant? = end, _ more: [(Instant, RoomFact)] = []
  ) -> Room {
    var log = RoomLog().then(
      "03-03 09:00",
      .started(
        RoomStart(
          agenda: agenda, since: "03-02 09:00", until: "03-04 09:00", timebox: RoomTimebox(each: 5, all: 25),
          zone: .utc)))
    for (at, fact) in more { log = log.then(at, fact, why: "on leave") }
    return (end.map { log.then($0, .ended()) } ?? log).room
  }

  static func minutes(_ logs: Log..., in room: Room = room()) throws -> Minutes {
    var shelf = Shelf()
    shelf.logs = logs
    return try #require(try shelf.minutes(of: room, zone: .utc, now: "03-03 12:00"))
  }

  /// What a page says in one of its sections; below its heads all of it.
  static func section(_ name: String, _ minutes: Minutes) -> [String] {
    let blocks = MinutesPage(minutes) { $0 }.blocks
    guard let start = blocks.firstIndex(of: .section(name)) else { return [] }
    let rest = blocks[(start + 1)...].prefix { if case .section = $0 { false } else { true } }
    return rest.flatMap { block -> [String] in
      if case .points(let texts) = block { texts } else { [] }
    }
  }

  static func acts(_ log: Log) throws -> [String] {
    try minutes(log).items.first { $0.id == "W-1" }?.acts.map(\.text) ?? []
  }

  static let plan = Log([]).then(
    "03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "bo", due: "03-06 17:00"))
  ).then(
    "03-02 10:00", .milestoneAdded(Milestone(id: "M2", title: "Test", owner: "cy", due: "03-09 17:00", after: ["M1"])))
  static let task = Log([]).then(
    "03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "bo", due: "03-06 10:00")))

  // MARK: Who is in the minutes

  @Test func `what was captured about one that was not on the agenda is in them`() throws {
    let blocker = ActionItem(id: "T1", title: "VPN", owner: "bo", due: "03-03 17:00", kind: .blocker)
    let opened = Log([], opened: "03-03 09:05").then("03-03 09:06", .taskAdded(blocker)).named("W-8")
    let noted = Log([]).then("03-03 09:07", .noted(text: "n")).named("W-9")
    let minutes = try Self.minutes(Log([]), opened, noted, Log([]).named("W-7"))
    #expect(
      minutes.items.map(\.id) == ["W-1", "W-8", "W-9"] && minutes.items.map(\.isOnAgenda) == [true, false, false])
    #expect(
      Self.section("Who does what by when", minutes) == [
        "bo – blocker: VPN – needed by Tue 2026-03-03 17:00 UTC (W-8 Acme)"
      ])
    let room = Self.section("In the room", minutes)
    #expect(room.contains("opened as S1 (ann, 09:05)") && room.contains("n (ann, 09:07)"))
    #expect(room.count { $0 == "was not on the agenda" } == 2)
  }

  @Test func `one that was skipped and written about says so`() throws {
    let room = Self.room(["W-1"], [("03-03 09:02", .skipped("W-1"))])
    let minutes = try Self.minutes(Log([]).then("03-03 09:05", .noted(text: "n")), in: room)
    #expect(Self.section("In the room", minutes) == ["n (ann, 09:05)", "was skipped"])
  }

  @Test func `one is not talked about only where nothing was written about it`() throws {
    let decided = Log([]).then("03-03 09:05", .decisionTaken(text: "Roll back"))
    let noted = Log([]).then("03-03 09:05", .noted(text: "n")).named("W-2")
    let raised = Log([]).then("03-03 09:05", .taskAdded(ActionItem(id: "T1", title: "Call"))).named("W-3")
    let minutes = try Self.minutes(
      decided, noted, raised, Log([]).named("W-4"), in: Self.room(["W-1", "W-2", "W-3", "W-4"]))
    #expect(Self.section("Not talked about", minutes) == ["S1 W-4 Acme: Exports fail (nobody)"])
  }

  // MARK: What is to do

  private static func todo(_ log: Log) throws -> [String] {
    try minutes(log).items.flatMap(\.actions).map { "\($0.owner ?? "nobody") \($0.title) \($0.due?.short ?? "-")" }
  }

  @Test func `what is done or dropped is nobody's any more`() throws {
    let raised = Log([]).then("03-03 09:01", .taskAdded(ActionItem(id: "T1", title: "Call")))
      .then("03-03 09:02", .milestoneAdded(Milestone(id: "M1", title: "Fix")))
    #expect(try Self.todo(raised) == ["nobody Call -", "nobody Fix -"])
    let over = raised.then("03-03 09:03", .taskDropped(id: "T1")).then(
      "03-03 09:04", .milestoneDone(id: "M1", evidence: nil))
    #expect(try Self.todo(over) == [])
    #expect(try Self.minutes(over).openQuestions == [])
    #expect(try Self.acts(over) == ["task “Call” dropped", "milestone “Fix” done"])
  }

  @Test func `what was moved or taken up is somebody's to do`() throws {
    #expect(try Self.todo(Self.task) == [])
    #expect(
      try Self.todo(Self.task.then("03-03 09:05", .taskMoved(id: "T1", due: "03-09 10:00"))) == ["bo Call 03-09 10:00"])
    let back = Self.task.then("03-03 09:05", .taskMoved(id: "T1", due: "03-09 10:00"))
      .then("03-03 09:06", .taskMoved(id: "T1", due: "03-06 10:00"))
    #expect(try Self.todo(back) == [])
    #expect(
      try Self.todo(Self.plan.then("03-03 09:05", .milestoneChanged(id: "M1", MilestoneChange(owner: "cy")))) == [
        "cy Fix 03-06 17:00"
      ])
    let taken = Self.plan.then("03-02 11:00", .milestoneDone(id: "M1", evidence: nil)).then(
      "03-03 09:05", .milestoneReopened(id: "M1"))
    #expect(try Self.todo(taken) == ["bo Fix 03-06 17:00"])
  }

  @Test func `what nobody has, or has no time, is a question until it is settled`() throws {
    let old = Log([]).then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "VPN", kind: .blocker)))
      .then("03-02 10:01", .taskAdded(ActionItem(id: "T2", title: "Call", owner: "bo")))
      .then("03-02 10:02", .taskAdded(ActionItem(id: "T3", title: "Done")))
      .then("03-02 10:03", .taskDone(id: "T3", note: nil))
      .then("03-02 10:04", .milestoneAdded(Milestone(id: "M1", title: "Fix", due: "03-06 17:00")))
    let skipped = Log([]).then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Ask", due: "03-06 17:00"))).named(
      "W-2")
    let room = Self.room(["W-1", "W-2"], [("03-03 09:02", .skipped("W-2"))])
    let minutes = try Self.minutes(old, skipped, old.named("W-3"), in: room)
    #expect(
      Self.section("Open questions", minutes) == [
        "W-1 Acme: blocker “VPN” needs an owner and a time", "W-1 Acme: task “Call” needs a time",
        "W-1 Acme: milestone “Fix” needs an owner", "W-2 Acme: task “Ask” needs an owner",
      ])
    #expect(try Self.todo(old) == [], "nothing of it is new")
    #expect(try Self.minutes(old.then("03-03 09:05", .close)).openQuestions == [])
  }

  // MARK: At risk

  @Test func `a deadline that came too late is over, and at risk is what runs`() throws {
    let log = Log([rule("87000s", "first")])
    #expect(Self.section("At risk", try Self.minutes(log)) == ["W-1 Acme: first breached 09:10"])
    #expect(Self.section("At risk", try Self.minutes(log.then("03-03 09:12", .ack))) == [])
    let hourly = Log([cadence("1h")]).then("03-03 08:10", .told)
    #expect(Self.section("At risk", try Self.minutes(hourly)) == ["W-1 Acme: clock breached 09:10"])
    #expect(
      Self.section("At risk", try Self.minutes(hourly.then("03-03 09:12", .told))) == ["W-1 Acme: clock due 10:12"])
  }

  @Test func `what was skipped is at risk all the same`() throws {
    let room = Self.room(["W-1", "W-2"], [("03-03 09:02", .skipped("W-2"))])
    let minutes = try Self.minutes(Log([]), Log([rule("4h", "first")]).named("W-2"), in: room)
    #expect(Self.section("At risk", minutes) == ["W-2 Acme: first breached Mon 13:00"])
  }

  @Test func `money is told as people read it, then and now apart`() throws {
    let log = Log([]) { $0.account.arr = Money(minorUnits: 102_000_000, currency: "EUR") }
    let other = Log([], opened: "03-02 10:00") {
      ($0.account.name, $0.account.arr) = ("Bolt", Money(minorUnits: 830_000_000_000, currency: "IDR"))
    }.named("W-2")
    let blocks = MinutesPage(try Self.minutes(log, other)) { $0 }.blocks
    guard case .points(let head)? = blocks.dropFirst().first else {
      Issue.record("\(blocks)")
      return
    }
    #expect(
      head.suffix(3) == [
        "Board: 2 open, 0 breached", "At risk: EUR 1,020,000, IDR 8,300,000,000",
        "At risk at the session before: EUR 1,020,000",
      ])
  }
}
