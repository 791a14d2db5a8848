import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys in the Plan pane and in the forms about a plan, and the facts that they write.
@Suite struct PlanFlowTests {
  private static let id = EscalationID("C-1")

  private func events(_ store: FakeStore) throws -> [Fact] {
    try #require(try store.history(of: Self.id)).events.map(\.fact)
  }

  private func plan(_ store: FakeStore) throws -> Plan {
    let history = try #require(try store.history(of: Self.id))
    return try Escalation.replay(history, policies: Fixture.policies, now: Fixture.now + 600).work.plan
  }

  /// Five in the afternoon in Berlin on a day of March 2026.
  private static func five(_ day: Int) -> Instant { Fixture.at("2026-03-\(day < 10 ? "0" : "")\(day)T16:00:00Z") }

  static let acts: [(name: PlanItem.Name, keys: [String], fact: Fact)] = [
    (
      .milestone("M1"), ["space", "text:mail of Tuesday", "enter"],
      .milestoneDone(id: "M1", evidence: "mail of Tuesday")
    ),
    (.milestone("M1"), ["enter", "enter"], .milestoneDone(id: "M1", evidence: nil)),
    (.milestone("M7"), ["space"], .milestoneReopened(id: "M7")),
    (.milestone("M6"), ["enter"], .milestoneReopened(id: "M6")),
    (.milestone("M1"), ["."], .milestoneStarted(id: "M1")),
    (.milestone("M3"), ["-", "text:they hired trainers", "enter"], .milestoneDropped(id: "M3")),
    (.milestone("M3"), ["("], .milestonesOrdered(["M1", "M3", "M2", "M4", "M5", "M6", "M7"])),
    (.milestone("M3"), [")"], .milestonesOrdered(["M1", "M2", "M4", "M3", "M5", "M6", "M7"])),
    (
      .milestone("M1"),
      [
        "+", "text:Weekly call", "tab", "d", "tab", "text:dana", "tab", "tab", "text:mon 9:00", "tab", "text:mon 17:00",
        "tab", "text:m2 M3", "ctrl-s",
      ],
      .milestoneAdded(
        Milestone(
          id: "M8", title: "Weekly call", kind: .detective, owner: "Dana Ruiz",
          start: Fixture.at("2026-03-09T08:00:00Z"),
          due: five(9), after: ["M2", "M3"]))
    ),
    (.newMilestone, ["enter", "text:Thank them", "ctrl-s"], .milestoneAdded(Milestone(id: "M8", title: "Thank them"))),
    (
      .milestone("M2"), ["e", "text: at once", "ctrl-s"],
      .milestoneChanged(id: "M2", MilestoneChange(title: "Mend the nightly export at once"))
    ),
    (
      .milestone("M3"), ["e", "tab", "c", "tab", "ctrl-u", "ctrl-s"],
      .milestoneChanged(id: "M3", MilestoneChange(kind: .corrective, owner: ""))
    ),
    (
      .milestone("M3"), ["e", "tab", "tab", "tab", "tab", "ctrl-u", "text:M1", "ctrl-s"],
      .milestoneChanged(id: "M3", MilestoneChange(after: ["M1"]))
    ),
    (
      .milestone("M3"), ["e", "tab", "tab", "tab", "text:none", "ctrl-s"],
      .milestonesShifted([MilestoneShift(id: "M3", start: nil, due: five(6))])
    ),
    (
      .milestone("M2"), ["d", "text:thu 17:00", "tab", "down", "ctrl-s", "y"],
      .milestonesShifted([MilestoneShift(id: "M2", start: nil, due: five(5))])
    ),
    (
      .milestone("M2"), ["d", "text:none", "ctrl-s", "y"],
      .milestonesShifted([MilestoneShift(id: "M2", start: nil, due: nil)])
    ),
    (
      .text(.problem), ["enter", "ctrl-u", "text:No sponsor", "ctrl-s"], .planWritten(PlanChange(problem: "No sponsor"))
    ),
    (.text(.outcome), ["e", "ctrl-u", "enter"], .planWritten(PlanChange(outcome: ""))),
    (
      .text(.rootCause), ["enter", "text:, who left", "enter"],
      .resolutionAmended(Resolution(rootCause: "The rollout hung on one person, who left"))
    ),
    (.text(.verifier), ["enter", "ctrl-u", "text:ann", "tab", "enter"], .planWritten(PlanChange(verifier: "Ann Lee"))),
    (
      .metric, ["enter", "tab", "tab", "ctrl-u", "tab", "ctrl-u", "text:70", "enter"],
      .planWritten(PlanChange(metric: SuccessMetric(target: "", now: "70")))
    ),
    (
      .exitCriteria, ["enter", "tab", "ctrl-u", "tab", "text:No open Sev-1", "tab", "text:A QBR was held", "ctrl-s"],
      .planWritten(PlanChange(exitCriteria: ["Two sponsors are named", "No open Sev-1", "A QBR was held"]))
    ),
    (
      .look(.review), ["d", "text:2026-06-01", "enter"], .planLookSet(.review, due: Fixture.at("2026-06-01T21:59:59Z"))
    ),
    (.look(.verification), ["d", "text:none", "enter"], .planLookSet(.verification, due: nil)),
    (
      .look(.verification), ["enter", "down", "tab", "text:users fall again", "enter"],
      .planLooked(PlanFinding(look: .verification, holds: false, note: "users fall again"))
    ),
    (.look(.review), ["enter", "ctrl-s"], .planLooked(PlanFinding(look: .review, holds: true))),
    (.signOff, ["enter", "text:Maria Vogel", "enter"], .planSignedOff(by: "Maria Vogel")),
  ]

  @Test(arguments: acts) func aLineIsActedOn(_ act: (name: PlanItem.Name, keys: [String], fact: Fact)) throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: act.name)
    #expect(console.model.selectedPlanItem?.name == act.name)
    let before = try events(store).count
    for key in act.keys { console.press(key) }
    let facts = try events(store)
    #expect(facts.count == before + 1)
    #expect(facts.last == act.fact)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .done)
    #expect(console.model.drafts.isEmpty)
    var goal = act.name
    if case .milestoneAdded(let milestone) = act.fact { goal = .milestone(milestone.id) }
    #expect(console.model.selectedPlanItem?.name == goal, "the cursor stays, or goes to what was added")
  }

  static let refusals: [(name: PlanItem.Name, key: String, words: String)] = [
    (.milestone("M1"), "(", "move up: it is the first already"),
    (.milestone("M7"), ")", "move down: it is the last already"),
    (.milestone("M2"), ".", "start: milestone M2 is under way already"),
    (.milestone("M6"), "e", "edit: milestone M6 is over; space opens it again"),
    (.milestone("M6"), "d", "shift: milestone M6 is over; space opens it again"),
    (.milestone("M7"), "-", "drop: milestone M7 is over; space opens it again"),
    (.text(.problem), "d", "shift: only milestones, the verification and the review are due"),
    (.signOff, "-", "drop: only a milestone is dropped"), (.metric, ".", "start: only a milestone is started"),
    (.exitCriteria, "(", "move up: only milestones have an order"),
  ]

  @Test(arguments: refusals) func whatCannotBeDoneSaysWhy(
    _ refusal: (name: PlanItem.Name, key: String, words: String)
  ) throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene.plan(store, on: refusal.name)
    console.press(refusal.key)
    #expect(console.model.toasts.last?.text == refusal.words)
    #expect(console.model.overlay == nil)
    #expect(try events(store) == before)
  }

  static let problems: [(name: PlanItem.Name, keys: [String], field: FormField.ID, words: String)] = [
    (
      .milestone("M2"), ["e", "tab", "tab", "tab", "tab", "text:M4"], .after,
      "each would wait for the other: M2 after M4 after M2"
    ),
    (
      .milestone("M2"), ["e", "tab", "tab", "tab", "tab", "text:M9"], .after,
      "there is no milestone “M9”; known: M1, M2, M3, M4, M5, M6, M7"
    ),
    (
      .milestone("M3"), ["e", "tab", "tab", "tab", "text:mon 9:00"], .start,
      "it would start Mon 2026-03-09 09:00 Berlin, after"
    ),
    (.milestone("M1"), ["+", "tab", "tab"], .title, "is missing"),
    (.milestone("M2"), ["d", "text:mon 25:00"], .by, "\"mon 25:00\" is no time"),
    (.milestone("M2"), ["d", "text:2026-03-01"], .by, "Sun 2026-03-01 23:59 Berlin is not ahead"),
    (.milestone("M2"), ["d", "text:2026-03-04 17:00"], .by, "is due then already"),
    (.milestone("M5"), ["d", "text:none"], .by, "has no due time already"),
    (.milestone("M2"), ["-"], .reason, "is missing"), (.signOff, ["enter"], .name, "is missing"),
    (.text(.rootCause), ["enter", "ctrl-u"], .text, "is missing"),
  ]

  @Test(arguments: problems) func aProblemIsSaidAtItsField(
    _ problem: (name: PlanItem.Name, keys: [String], field: FormField.ID, words: String)
  ) throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene.plan(store, on: problem.name)
    for key in problem.keys + ["ctrl-s"] { console.press(key) }
    let said = console.problems[problem.field] ?? ""
    #expect(said.hasPrefix(problem.words), "\(console.problems)")
    #expect(try events(store) == before)
  }

  @Test func aShiftShowsEveryMilestoneThatMovesBeforeItHappens() throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene.plan(store, on: .milestone("M2"))
    console.press("d", "text:fri 12:00")
    #expect(console.text.contains("= Fri 2026-03-06 12:00 Berlin, in 2d 21h"))
    console.press("tab", "tab", "text:the supplier is late", "ctrl-s")
    let text = console.text
    for words in [
      "M2 Mend the nightly export", "Wed 2026-03-04 17:00", "Fri 2026-03-06 12:00", "M3 Train the new team",
      "Sun 2026-03-08 17:00", "Fri 2026-03-06 09:00", "Wed 2026-03-18 17:00", "y  move them",
    ] { #expect(text.contains(words), "\(words)") }
    #expect(try events(store) == before)
    console.press("y")
    let facts = try events(store)
    #expect(
      Array(facts.dropFirst(before.count)) == [
        .milestonesShifted([
          MilestoneShift(id: "M2", start: nil, due: Fixture.at("2026-03-06T11:00:00Z")),
          MilestoneShift(id: "M3", start: Fixture.at("2026-03-06T08:00:00Z"), due: Self.five(8)),
          MilestoneShift(id: "M4", start: nil, due: Self.five(18)),
        ])
      ])
    #expect(try #require(try store.history(of: Self.id)).events.last?.why == "the supplier is late")
  }

  @Test func undoTakesAWholeShiftBack() throws {
    let store = try Fixture.planStore()
    let before = try plan(store)
    let console = Scene.plan(store, on: .milestone("M2"))
    console.press("d", "text:fri 12:00", "ctrl-s", "y")
    #expect(try plan(store) != before)
    console.press("U", "y")
    #expect(try plan(store) == before)
  }

  @Test func whatWasLookedAtIsWhatIsDone() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M1"))
    console.press("d", "text:+4h", "ctrl-s")
    console.wait(120)
    console.press("y")
    #expect(try plan(store).milestone("M1")?.milestone.due == Fixture.now + 4 * 3600)
  }

  @Test func aShiftIsLeftForTheFormAndIsKeptAsADraft() throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene.plan(store, on: .milestone("M2"))
    console.press("d", "text:fri 12:00", "ctrl-s", "n", "esc")
    #expect(console.model.drafts.count == 1)
    console.press("j", "d")
    guard case .form(let other) = console.model.overlay else { throw Missing() }
    #expect(!other.isDraft, "another milestone has a form of its own")
    console.press("esc", "k", "d")
    guard case .form(let form) = console.model.overlay else { throw Missing() }
    #expect(form.isDraft && form.text(.by) == "fri 12:00")
    #expect(try events(store) == before)
  }

  @Test func anEditOfTwoKindsIsOneAct() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M3"))
    console.press("e", "text:s", "tab", "tab", "tab", "text:thu 10:00", "ctrl-s")
    #expect(
      try events(store).suffix(2) == [
        .milestoneChanged(id: "M3", MilestoneChange(title: "Train the new teams")),
        .milestonesShifted([
          MilestoneShift(id: "M3", start: Fixture.at("2026-03-05T09:00:00Z"), due: Self.five(6))
        ]),
      ])
    let said = try #require(console.model.toasts.last?.text)
    #expect(said.contains("now “Train the new teams”") && said.contains("milestone M3 is due"))
  }

  @Test func theOutlineIsShownBeforeItIsAdded() throws {
    let store = try Fixture.careStore()
    let before = try events(store)
    let console = Scene.plan(store, on: .newMilestone)
    #expect(console.text.contains("O starts from the playbook's"))
    console.press("O")
    for words in ["M1   Agree on the cause", "M3   Watch the weekly users", "after M2", "y  add all 3"] {
      #expect(console.text.contains(words), "\(words)")
    }
    console.press("esc")
    #expect(console.model.overlay == nil)
    #expect(try events(store) == before)
    console.press("O", "y")
    #expect(try plan(store).milestones.map(\.milestone.title) == Fixture.care.outline.map(\.title))
    #expect(console.model.toasts.last?.text == "C-1: 3 milestones added, M1 to M3")
    console.press("O")
    #expect(console.model.toasts.last?.text == "outline: the plan has all of the outline")
  }

  @Test func anOutlineThatCannotBeAddedLeavesNoForm() throws {
    let store = try Fixture.careStore()
    let console = Scene.plan(store, on: .newMilestone)
    store.fail(.busy(path: "/data/w.db"))
    console.press("O")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .failed)
    store.fail(nil)
    console.press("O")
    store.fail(.busy(path: "/data/w.db"))
    console.press("y")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .failed)
  }

  @Test func aPlaybookWithoutAnOutlineSaysSo() throws {
    let console = Scene.plan(try Fixture.store(), on: .newMilestone)
    console.press("O")
    #expect(console.model.toasts.last?.text == "outline: its playbook has no outline of a plan")
  }

  @Test func theCursorStaysOnItsMilestoneWhateverAnotherConsoleDoes() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M3"))
    for command in [
      PlanCommand.place("M3", at: 7), .finish("M3", evidence: nil), .add(MilestonePlan(title: "x")),
      .place("M8", at: 1),
    ] {
      _ = try store.perform(.plan(command), on: Self.id, act: Act(actor: "bo", now: Fixture.now))
      console.send(.storeChanged)
      #expect(console.model.selectedPlanItem?.name == .milestone("M3"))
    }
  }

  @Test func aFormThatNobodyTouchedFollowsTheRecord() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M1"))
    console.press("e")
    _ = try store.perform(
      .plan(.change("M1", MilestoneChange(title: "Find two sponsors"))), on: Self.id,
      act: Act(actor: "bo", now: Fixture.now))
    console.send(.storeChanged)
    guard case .form(let form) = console.model.overlay else { throw Missing() }
    #expect(form.text(.title) == "Find two sponsors")
  }

  @Test func aDueTimeIsAClockThatExplainsItself() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M5"))
    console.press("d", "text:tomorrow 9:00", "ctrl-s", "y", "shift-tab", "shift-tab")
    let clocks = try #require(console.model.records[Self.id]?.clocks)
    let index = try #require(clocks.firstIndex { $0.rule == "milestone:M5" })
    for _ in 0..<index { console.press("j") }
    console.press("enter")
    #expect(console.text.contains("請求書の集計を直す"))
    guard case .explanation(let panel) = console.model.overlay else { throw Missing() }
    #expect(panel.clock?.rule == "milestone:M5")
  }

  @Test func aReadOnlyConsoleChangesNothing() throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene.plan(store, access: .readOnly("this is the past"))
    for _ in 0..<18 {
      for key in ["enter", "space", "+", "e", "d", ".", "-", "(", ")", "O"] { console.press(key) }
      #expect(console.model.overlay == nil)
      #expect(console.model.toasts.last?.text.hasSuffix("this is the past") ?? false)
      console.press("j")
    }
    #expect(try events(store) == before)
  }

  @Test func keysOfThePlanLeadThereFromOtherPanes() throws {
    let store = try Fixture.planStore()
    let before = try events(store)
    let console = Scene(store)
    console.press("enter")
    for key in ["d", "(", ")"] {
      console.press(key)
      #expect(console.model.overlay == nil && !console.model.toasts.isEmpty)
      #expect(console.model.selectedPlanItem != nil)
      console.press("shift-tab", "shift-tab")
    }
    #expect(try events(store) == before)
  }
}
