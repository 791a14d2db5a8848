import Testing

@testable import EscalationDomain

@Suite struct `A corrective action plan` {
  /// Opened Monday 2026-03-02 09:00 UTC at a desk with an outline.
  static func log() -> Log {
    var playbook = Desk.playbook([])
    playbook.outline = [
      OutlineItem(id: "cause", title: "Find the cause", kind: .corrective, due: "1bd"),
      OutlineItem(id: "fix", title: "Fix it", kind: .corrective, due: "5bd", after: ["cause"]),
      OutlineItem(id: "watch", title: "Watch for it", kind: .detective, after: ["fix"]),
    ]
    return Log(policies: PolicyBook(Desk.policy(playbook)))
  }

  /// M1 due Tuesday, M2 after it on Thursday, M3 after M2 on Friday, M4 apart.
  static func planned() throws -> Log {
    try log()
      .doing(.plan(.add(MilestonePlan(title: "A", owner: "ann", due: "03-03 12:00"))), "03-02 10:00")
      .doing(
        .plan(.add(MilestonePlan(title: "B", start: "03-04 09:00", due: "03-05 12:00", after: ["m1"]))), "03-02 10:00"
      )
      .doing(
        .plan(.add(MilestonePlan(title: "C", kind: .preventive, due: "03-06 17:30", after: ["M2"]))), "03-02 10:00"
      )
      .doing(.plan(.add(MilestonePlan(title: "D", due: "03-06 18:00"))), "03-02 10:00")
  }

  private func clocks(_ log: Log, _ now: Instant) throws -> [String] {
    try log.record(now).clocks.filter(\.isOwn).map {
      "\($0.rule) \($0.label) \($0.state(at: now).rawValue) \($0.deadline?.description ?? "-")"
    }
  }

  private func refusal(_ log: Log, _ command: PlanCommand, _ at: Instant = "03-02 11:00") -> Refusal? {
    #expect(throws: Refusal.self) { try log.doing(.plan(command), at) }
  }

  @Test func `what is written stays until it is written anew or taken back`() throws {
    var log = try Self.log().doing(
      .plan(
        .write(
          PlanChange(
            problem: "Sync loses orders", metric: SuccessMetric(name: "Lost orders", baseline: "40", target: "0"),
            exitCriteria: ["30 days without a loss", " "], verifier: "Bo"),
          rootCause: "A race in the queue")), "03-02 10:00")
    log = try log.doing(
      .plan(.write(PlanChange(outcome: "None lost", metric: SuccessMetric(now: "12"), verifier: ""), rootCause: nil)),
      "03-02 11:00")
    let record = try log.record("03-02 12:00")
    var expected = Plan()
    expected.problem = "Sync loses orders"
    expected.outcome = "None lost"
    expected.metric = SuccessMetric(name: "Lost orders", baseline: "40", target: "0", now: "12")
    expected.exitCriteria = ["30 days without a loss"]
    #expect(record.work.plan == expected)
    #expect(record.resolution?.rootCause == "A race in the queue")
    #expect(refusal(log, .write(PlanChange(outcome: "None lost"), rootCause: " "), "03-02 12:00") == .nothingToChange)
  }

  @Test func `each due time is a clock: it runs, breaches, is met, moves and goes`() throws {
    let log = try Self.planned()
    #expect(
      try clocks(log, "03-03 13:00") == [
        "milestone:M1 A breached 2026-03-03T12:00:00Z", "milestone:M2 B running 2026-03-05T12:00:00Z",
        "milestone:M3 C running 2026-03-06T17:30:00Z", "milestone:M4 D running 2026-03-06T18:00:00Z",
      ])
    let done = try log.doing(.plan(.finish("M1", evidence: "the report")), "03-03 11:00")
      .doing(.plan(.drop("M4", reason: "no use")), "03-03 11:00")
      .doing(.plan(.shift("M3", due: nil, withDependents: true, reason: nil)), "03-03 11:00")
      .doing(.plan(.change("M2", MilestoneChange(title: "B2", owner: "bo"))), "03-03 11:00")
    #expect(
      try clocks(done, "03-03 13:00") == [
        "milestone:M1 A met 2026-03-03T12:00:00Z", "milestone:M2 B2 running 2026-03-05T12:00:00Z",
        "milestone:M3 C cancelled 2026-03-06T17:30:00Z", "milestone:M4 D cancelled 2026-03-06T18:00:00Z",
      ])
    let plan = try done.record("03-03 13:00").work.plan
    #expect(plan.milestones.map(plan.status) == [.done, .planned, .blocked, .dropped])
    #expect(plan.progress == (1, 3))
    #expect(plan.next?.id == "M2")
    #expect(plan.milestones[0].completion?.evidence == "the report")
    // Late after the due time, not at it; what is over never is.
    #expect(plan.milestones.map { $0.isLate(at: "03-05 12:00") } == [false, false, false, false])
    #expect(plan.milestones.map { $0.isLate(at: "03-05 12:01") } == [false, true, false, false])
  }

  @Test func `a shift takes what depends on it along by as many dates, each at its own time of day`() throws {
    let log = try Self.planned()
    let decision = Decision(
      history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 11:00"))
    let shifts = try decision.preview(shift: "M1", due: "03-05 15:00", withDependents: true)
    let expected = [
      MilestoneShift(id: "M1", start: nil, due: "03-05 15:00"),
      MilestoneShift(id: "M2", start: "03-06 09:00", due: "03-07 12:00"),
      MilestoneShift(id: "M3", start: nil, due: "03-08 17:30"),
    ]
    #expect(shifts == expected)
    #expect(try decision.preview(shift: "M1", due: "03-05 15:00", withDependents: false) == [expected[0]])
    // Within the day nobody else has to move.
    #expect(try decision.preview(shift: "M1", due: "03-03 18:00", withDependents: true).map(\.id) == ["M1"])
    let moved = try log.doing(
      .plan(.shift("M1", due: "03-05 15:00", withDependents: true, reason: "waits for parts")), "03-02 11:00")
    let plan = try moved.record("03-02 12:00").work.plan
    #expect(
      plan.milestones.compactMap(\.milestone.due) == ["03-05 15:00", "03-07 12:00", "03-08 17:30", "03-06 18:00"])
    // One act, taken back at once.
    let back = try moved.doing(.undo(event: nil), "03-02 12:00")
    #expect(try back.record("03-02 12:00").work.plan == log.record("03-02 12:00").work.plan)
  }

  @Test func `what is over stays where it was, and what waits for it moves all the same`() throws {
    let log = try Self.planned().doing(.plan(.finish("M2", evidence: nil)), "03-02 10:30")
      .doing(.plan(.add(MilestonePlan(title: "E", start: "03-09 09:00", after: ["M3"]))), "03-02 10:30")
    let decision = Decision(
      history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 11:00"))
    let shifts = try decision.preview(shift: "M1", due: "03-04 12:00", withDependents: true)
    #expect(
      shifts == [
        MilestoneShift(id: "M1", start: nil, due: "03-04 12:00"),
        MilestoneShift(id: "M3", start: nil, due: "03-07 17:30"),
        // Without a due time its start moves.
        MilestoneShift(id: "M5", start: "03-10 09:00", due: nil),
      ])
  }

  @Test func `a shift by dates counts midnights, not hours`() throws {
    let log = try Self.planned()
    let decision = Decision(
      history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 11:00"))
    // Twelve hours on, and yet the next day; then a day less an hour.
    for (due, day) in [("03-04 00:30", 6), ("03-04 11:00", 6), ("03-05 11:00", 7)] as [(Instant, Int)] {
      let shifts = try decision.preview(shift: "M1", due: due, withDependents: true)
      #expect(shifts.dropFirst().first?.due == Instant(stringLiteral: "03-0\(day) 12:00"))
    }
  }

  @Test func `a shift keeps the time of day across a clock change`() throws {
    let zone = try Zone("America/New_York")
    // Both at 17:00 there; the clocks go forward on 8 March.
    #expect(zone.moved("03-06 22:00", days: 3) == "03-09 21:00")
  }

  static let refused: [(PlanCommand, Refusal)] = [
    (.change("M1", MilestoneChange(after: ["M3"])), .circle(["M1", "M3", "M2", "M1"])),
    (.change("M1", MilestoneChange(after: ["M1"])), .circle(["M1", "M1"])),
    (.change("M9", MilestoneChange(title: "X")), .unknownMilestone("M9", known: ["M1", "M2", "M3", "M4"])),
    (.change("M1", MilestoneChange()), .nothingToChange),
    (.change("M1", MilestoneChange(title: " ")), .textRequired("what the milestone is")),
    (.add(MilestonePlan(title: "")), .textRequired("what the milestone is")),
    (.add(MilestonePlan(title: "X", due: "03-02 09:30")), .notAhead("03-02 09:30", what: "the due time")),
    (
      .add(MilestonePlan(title: "X", start: "03-05 00:00", due: "03-04 00:00")),
      .startAfterDue(start: "03-05 00:00", due: "03-04 00:00")
    ),
    (.setStart("M1", "03-04 00:00"), .startAfterDue(start: "03-04 00:00", due: "03-03 12:00")),
    (.shift("M1", due: "03-03 12:00", withDependents: true, reason: nil), .nothingToChange),
    (
      .shift("M1", due: "03-02 10:30", withDependents: true, reason: nil),
      .notAhead("03-02 10:30", what: "the due time")
    ),
    (.drop("M1", reason: " "), .reasonRequired),
    (.reopen("M1", reason: nil), .milestoneNotOver("M1")),
    (.place("M1", at: 5), .outOfRange("the place", 5, 1...4)),
    (.place("M1", at: 1), .nothingToChange),
    (.signOff(by: ""), .textRequired("who signed it off")),
  ]

  @Test(arguments: refused)
  func `what cannot be is refused`(command: PlanCommand, expected: Refusal) throws {
    #expect(refusal(try Self.planned(), command) == expected)
  }

  @Test func `a due time before its start is refused where the start does not come along`() throws {
    // On the same date nothing moves along, and neither does it where there was no due time before.
    let log = try Self.planned()
      .doing(.plan(.add(MilestonePlan(title: "E", start: "03-09 09:00"))), "03-02 10:30")
      .doing(.plan(.add(MilestonePlan(title: "F", start: "03-09 09:00", due: "03-09 17:00"))), "03-02 10:30")
    for (id, due) in [("M5", "03-06 12:00"), ("M6", "03-09 08:00")] as [(String, Instant)] {
      #expect(
        refusal(log, .shift(id, due: due, withDependents: true, reason: nil))
          == .startAfterDue(start: "03-09 09:00", due: due))
    }
  }

  @Test func `what is over stays over until it is opened again`() throws {
    let log = try Self.planned().doing(.plan(.start("m1")), "03-02 11:00")
    #expect(refusal(log, .start("M1")) == .milestoneStarted("M1"))
    let done = try log.doing(.plan(.finish("M1", evidence: nil)), "03-02 12:00")
    #expect(refusal(done, .finish("M1", evidence: nil), "03-02 12:00") == .milestoneIsOver("M1"))
    let again = try done.doing(.plan(.reopen("M1", reason: "it came back")), "03-02 13:00")
    #expect(
      try clocks(again, "03-02 14:00").filter { $0.contains("M1") }
        == ["milestone:M1 A met 2026-03-03T12:00:00Z", "milestone:M1 A running 2026-03-03T12:00:00Z"])
    // Its time has gone by: it is open without one.
    let late = try done.doing(.plan(.reopen("M1", reason: nil)), "03-04 13:00").record("03-04 14:00")
    #expect(late.work.plan.milestone("M1")?.milestone.due == nil)
    #expect(late.clock("milestone:M1")?.isOpen == false)
  }

  @Test func `milestones stand in the order that people give them`() throws {
    let log = try Self.planned().doing(.plan(.place("M4", at: 1)), "03-02 11:00")
      .doing(.plan(.place("M1", at: 4)), "03-02 11:00")
    #expect(try log.record("03-02 12:00").work.plan.milestones.map(\.id) == ["M4", "M2", "M3", "M1"])
    // A number is never used again, whatever was taken back.
    let more = try log.doing(.plan(.add(MilestonePlan(title: "E"))), "03-02 11:00")
      .doing(.undo(event: nil), "03-02 11:00").doing(.plan(.add(MilestonePlan(title: "F"))), "03-02 11:00")
    #expect(try more.record("03-02 12:00").work.plan.milestones.last?.id == "M6")
  }

  @Test func `the outline gives a plan its milestones, once`() throws {
    let log = try Self.log().doing(.plan(.addOutline), "03-02 10:00")
    let plan = try log.record("03-02 11:00").work.plan
    #expect(
      plan.milestones.map(\.milestone) == [
        Milestone(id: "M1", title: "Find the cause", due: "03-03 10:00"),
        Milestone(id: "M2", title: "Fix it", due: "03-09 10:00", after: ["M1"]),
        Milestone(id: "M3", title: "Watch for it", kind: .detective, after: ["M2"]),
      ])
    #expect(refusal(log, .addOutline) == .nothingToChange)
    var bare = Desk.playbook([])
    bare.outline = []
    #expect(refusal(Log(policies: PolicyBook(Desk.policy(bare))), .addOutline) == .noOutline(playbook: "desk"))
  }

  @Test func `looks at the plan are clocks, and the review outlives closing`() throws {
    let log = try Self.planned().doing(.plan(.setLook(.verification, due: "03-10 12:00")), "03-02 11:00")
      .doing(.plan(.setLook(.review, due: "04-10 12:00")), "03-02 11:00")
      .doing(.plan(.look(PlanFinding(look: .verification, holds: true, note: "seen"))), "03-03 09:00")
      .doing(.plan(.signOff(by: "Ms Okafor")), "03-03 09:00")
      .doing(.resolve(Resolution(summary: "done")), "03-03 10:00")
    #expect(
      try clocks(log, "03-03 11:00").filter { $0.contains("running") }.count == 5, "milestones outlive resolving")
    let closed = try log.doing(.close(Closing(outcome: .recovered), reason: nil), "03-03 11:00")
    #expect(
      try clocks(closed, "03-03 12:00").filter { !$0.contains("cancelled") } == [
        "plan:verification Verify the plan met 2026-03-10T12:00:00Z",
        "plan:review Effectiveness review running 2026-04-10T12:00:00Z",
      ])
    #expect(try closed.record("03-03 12:00").work.plan.signedOff?.value == "Ms Okafor")
    // What is still to be done and due runs again once it is open again.
    let again = try closed.doing(.reopen(reason: "it came back"), "03-04 09:00")
    #expect(
      try clocks(again, "03-04 10:00").filter { $0.contains("running") } == [
        "plan:review Effectiveness review running 2026-04-10T12:00:00Z",
        "milestone:M2 B running 2026-03-05T12:00:00Z", "milestone:M3 C running 2026-03-06T17:30:00Z",
        "milestone:M4 D running 2026-03-06T18:00:00Z",
      ])
  }
}
