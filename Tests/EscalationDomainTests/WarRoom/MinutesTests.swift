import Testing

@testable import EscalationDomain

/// A session on Tuesday 3 March from 09:00 to 09:25, with W-1 on its agenda unless a test says otherwise. The logs open on
/// Monday at 09:00.
@Suite("What the minutes tell of a session")
struct MinutesTests {
  private static let end: Instant = "03-03 09:25"

  private static func room(
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

  private static func minutes(_ logs: Log..., in room: Room = room()) throws -> Minutes {
    var shelf = Shelf()
    shelf.logs = logs
    return try #require(try shelf.minutes(of: room, zone: .utc, now: "03-03 12:00"))
  }

  /// What a page says in one of its sections; below its heads all of it.
  private static func section(_ name: String, _ minutes: Minutes) -> [String] {
    let blocks = MinutesPage(minutes) { $0 }.blocks
    guard let start = blocks.firstIndex(of: .section(name)) else { return [] }
    let rest = blocks[(start + 1)...].prefix { if case .section = $0 { false } else { true } }
    return rest.flatMap { block -> [String] in
      if case .points(let texts) = block { texts } else { [] }
    }
  }

  private static func acts(_ log: Log) throws -> [String] {
    try minutes(log).items.first { $0.id == "W-1" }?.acts.map(\.text) ?? []
  }

  private static let plan = Log([]).then(
    "03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "bo", due: "03-06 17:00"))
  ).then(
    "03-02 10:00", .milestoneAdded(Milestone(id: "M2", title: "Test", owner: "cy", due: "03-09 17:00", after: ["M1"])))
  private static let task = Log([]).then(
    "03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "bo", due: "03-06 10:00")))

  // MARK: Acts

  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var acts: [String]

    init(_ description: String, _ log: Log, _ acts: String...) {
      (self.description, self.log, self.acts) = (description, log, acts)
    }
  }

  static let changes: [Case] = {
    let log = Log([])
    let graver = log.then("03-03 09:05", .severity("S0"))
    let late = log.then("03-02 10:00", .severity("S0"))
    return [
      Case("severity", graver, "severity S1 → S0"),
      Case("severity twice", graver.then("03-03 09:06", .severity("S2")), "severity S1 → S2"),
      Case("there and back", graver.then("03-03 09:06", .severity("S1"))),
      Case("taken back in it", graver.then("03-03 09:06", .undone(event: 2))),
      Case("one of before taken back", late.then("03-03 09:05", .undone(event: 2)), "severity S0 → S1 (taken back)"),
      Case("level", log.then("03-03 09:05", .levelEntered("L2")), "level none → L2"),
      Case("stage", log.then("03-03 09:05", .stageEntered("stage-2")), "stage none → stage-2"),
      Case("owner", log.then("03-03 09:05", .assigned(owner: "bo")), "owner nobody → bo"),
      Case("a note", log.then("03-03 09:05", .noted(text: "n")), "n"),
      Case("an update", log.then("03-03 09:05", .told), "told the customer: Known, unknown, next"),
      Case("resolved", log.then("03-03 09:05", .resolve), "resolved"),
    ]
  }()

  static let works: [Case] = {
    let moved = MilestoneShift(id: "M1", start: nil, due: "03-09 17:00")
    func change(_ change: MilestoneChange) -> Log { plan.then("03-03 09:05", .milestoneChanged(id: "M1", change)) }
    let done = Fact.milestoneDone(id: "M1", evidence: "the log")
    return [
      Case(
        "a milestone moved", plan.then("03-03 09:05", .milestonesShifted([moved])),
        "milestone “Fix” Fri 17:00 → Mon 17:00"),
      Case(
        "two at once",
        plan.then(
          "03-03 09:05", .milestonesShifted([moved, MilestoneShift(id: "M2", start: nil, due: "03-10 17:00")])),
        "milestone “Fix” Fri 17:00 → Mon 17:00", "milestone “Test” Mon 17:00 → 2026-03-10"),
      Case("done", plan.then("03-03 09:05", done), "milestone “Fix” done: the log"),
      Case("under way", plan.then("03-03 09:05", .milestoneStarted(id: "M1")), "milestone “Fix” under way"),
      Case("dropped", plan.then("03-03 09:05", .milestoneDropped(id: "M1")), "milestone “Fix” dropped"),
      Case(
        "done and taken up again", plan.then("03-03 09:05", done).then("03-03 09:06", .milestoneReopened(id: "M1"))),
      Case("another owner", change(MilestoneChange(owner: "cy")), "milestone “Fix”: owner bo → cy"),
      Case("nobody's", change(MilestoneChange(owner: "")), "milestone “Fix”: owner bo → nobody"),
      Case(
        "another name and kind", change(MilestoneChange(title: "Mend", kind: .preventive)),
        "milestone “Fix”: now “Mend”, corrective → preventive"),
      Case(
        "another order", plan.then("03-03 09:05", .milestonesOrdered(["M2", "M1"])),
        "milestones in the order “Test”, “Fix”"),
      Case(
        "a task moved", task.then("03-03 09:05", .taskMoved(id: "T1", due: "03-09 10:00")),
        "task “Call” Fri 10:00 → Mon 10:00"),
      Case(
        "a task done", task.then("03-03 09:05", .taskDone(id: "T1", note: "they said yes")),
        "task “Call” done: they said yes"),
      Case("a task dropped", task.then("03-03 09:05", .taskDropped(id: "T1")), "task “Call” dropped"),
      Case(
        "a task that was done is open again",
        task.then("03-02 11:00", .taskDone(id: "T1", note: nil)).then("03-03 09:05", .undone(event: 3)),
        "task “Call” open again (taken back)"),
      Case(
        "raised and done in it",
        Log([]).then("03-03 09:05", .taskAdded(ActionItem(id: "T1", title: "Call"))).then(
          "03-03 09:06", .taskDone(id: "T1", note: nil)),
        "task “Call” done"),
      Case(
        "raised in it is told as what is to do",
        Log([]).then("03-03 09:05", .taskAdded(ActionItem(id: "T1", title: "Call")))),
    ]
  }()

  static let items: [Case] = {
    func log(_ when: Checklist.When) -> Log {
      var playbook = Desk.playbook([])
      playbook.checklists = [
        Checklist(
          id: "l", label: "L", when: when, items: [ChecklistItem(id: "a", label: "Call them", applies: .always(.yes))])
      ]
      return Log(policies: PolicyBook(Desk.policy(playbook)))
    }
    func decided(_ choice: ItemDecision.Choice) -> Fact {
      .itemDecided(ItemDecision(checklist: "l", item: "a", choice: choice))
    }
    let ticked = log(.once).then("03-03 09:05", decided(.done))
    let before = log(.once).then("03-02 10:00", decided(.done))
    let carried = log(.once).then("03-02 10:00", decided(.carriedOver))
    return [
      Case("ticked", ticked, "done: Call them"),
      Case("ticked and opened again", ticked.then("03-03 09:06", decided(.open))),
      Case(
        "ticked at last", ticked.then("03-03 09:06", decided(.open)).then("03-03 09:07", decided(.done)),
        "done: Call them"),
      Case("ticked before, opened again", before.then("03-03 09:05", decided(.open)), "open again: Call them"),
      Case(
        "ticked before, opened again and ticked",
        before.then("03-03 09:05", decided(.open)).then("03-03 09:06", decided(.done))),
      Case(
        "carried over before and again", carried.then("03-03 09:05", decided(.carriedOver)), "carried over: Call them"),
      Case(
        "ticked the day before, on a daily list",
        log(.daily).then("03-02 10:00", decided(.done)).then("03-03 09:05", decided(.done)), "done: Call them"),
    ]
  }()

  @Test(arguments: changes + works + items) func `each matter is told once, as it was and as it is`(row: Case) throws {
    #expect(try Self.acts(row.log) == row.acts, "\(row)")
  }

  @Test func `an act keeps who, when and why`() throws {
    let log = Log([]).then("03-03 09:05", .severity("S0"), actor: "bo", why: "it spreads")
    #expect(
      Self.section("In the room", try Self.minutes(log)).contains("severity S1 → S0; why: it spreads (bo, 09:05)"))
  }

  @Test func `facts of an account are told once, and are no word about one escalation`() throws {
    let facts = AccountFacts(name: "Acme", segment: "Enterprise")
    let (one, two) = (
      Log([]).then("03-03 09:05", .accountChanged(facts)),
      Log([]).named("W-2").then("03-03 09:05", .accountChanged(facts))
    )
    let both = try Self.minutes(one, two.named("W-2"), in: Self.room(["W-1", "W-2"]))
    #expect(both.items.map(\.acts.count) == [1, 0])
    #expect(try Self.minutes(one, two.named("W-2")).items.map(\.id) == ["W-1"])
  }

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
