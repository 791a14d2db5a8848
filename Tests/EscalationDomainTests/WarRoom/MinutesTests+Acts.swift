import Testing

@testable import EscalationDomain

extension MinutesTests {
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
}
