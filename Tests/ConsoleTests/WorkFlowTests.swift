import EscalationDomain
import Screen
import Testing

@testable import Console

/// Keys in the Work pane and in the forms about work, and the facts that they write.
@Suite struct WorkFlowTests {
  private func events(_ store: FakeStore, _ id: String = "C-1") throws -> [Fact] {
    try #require(try store.history(of: EscalationID(id))).events.map(\.fact)
  }

  /// Goes to a line of the Work pane of C-1 and presses keys there.
  private func press(_ keys: String..., on name: WorkItem.Name, in console: Scene) {
    console.press("enter", "tab")
    for _ in 0..<60 where console.model.selectedWork?.name != name { console.press("j") }
    #expect(console.model.selectedWork?.name == name)
    for key in keys { console.press(key) }
  }

  static let room = WorkItem.Name.item(checklist: "room", item: "next")
  static let marks: [(name: WorkItem.Name, keys: [String], fact: Fact)] = [
    (.task("T1"), ["space"], .taskDone(id: "T1", note: nil)),
    (.task("T1"), ["-", "text:too late", "enter"], .taskDropped(id: "T1")),
    (room, ["enter"], .itemDecided(ItemDecision(checklist: "room", item: "next", choice: .done))),
    (
      .item(checklist: "room", item: "progress"), ["space"],
      .itemDecided(ItemDecision(checklist: "room", item: "progress", choice: .open))
    ),
    (
      .item(checklist: "end", item: "thanks"), ["-", "text:they wish no fuss", "enter"],
      .itemDecided(ItemDecision(checklist: "end", item: "thanks", choice: .notNeeded))
    ),
    (.step("plan"), ["space"], .marked("plan")),
    (
      .obligation(stakeholder: "Sponsor", channel: "call"), ["space"],
      .notified(Notification(who: ["Sponsor"], channel: "call"))
    ),
    (
      .obligation(stakeholder: "Legal", channel: nil), ["space", "text:letter", "enter", "text:all of it", "enter"],
      .notified(Notification(who: ["Legal"], channel: "letter", note: "all of it"))
    ),
    (
      .obligation(stakeholder: "Legal", channel: nil), ["-", "text:no contract", "enter"],
      .noticeWaived(NoticeWaived(stakeholder: "Legal"))
    ),
    (
      .path("manager"), ["space", "text:told her", "enter"],
      .pathRaised(PathRaised(path: "manager", to: ["Care manager"], note: "told her"))
    ),
    (
      .gate("cause"), ["space", "text:no training", "ctrl-s"], .resolutionAmended(Resolution(rootCause: "no training"))
    ),
    (.gate("agreed"), ["space", "text:by mail", "enter"], .customerConfirmed(note: "by mail")),
    (.gate("shared"), ["space"], .marked("hand-over")),
    (.gate("shared"), ["-", "text:one team", "enter"], .gateWaived(id: "shared")),
    (
      .gate("healthy"), ["O", "text:head", "tab", "tab", "text:scores lag", "enter"],
      .gateOverridden(GateOverride(gate: "healthy", authority: "Head of care", confirmed: false))
    ),
  ]

  @Test(arguments: marks) func aLineIsMarked(_ mark: (name: WorkItem.Name, keys: [String], fact: Fact)) throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    press(on: mark.name, in: console)
    for key in mark.keys { console.press(key) }
    #expect(try events(store).last == mark.fact)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.kind == .done)
  }

  static let refusals: [(name: WorkItem.Name, key: String, words: String)] = [
    (room, "-", "not needed: it is asked for at this grade; it can be done but not declined"),
    (.step("plan"), "-", "not needed: a step is done or open"),
    (.step("log"), "space", "done: the step is done"),
    (.task("T3"), "space", "done: task T3 is over"),
    (.gate("healthy"), "space", "done: it opens by itself after 30 days, it has 0"),
    (.gate("cause"), "-", "not needed: it is asked for at this grade; it can be passed over with authority only"),
    (room, "O", "pass over: only a gate is passed over"),
  ]

  @Test(arguments: refusals) func whatCannotBeMarkedSaysWhy(
    _ refusal: (name: WorkItem.Name, key: String, words: String)
  ) throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    let before = try store.changeMark()
    press(refusal.key, on: refusal.name, in: console)
    #expect(console.model.toasts.last?.text == refusal.words)
    #expect(console.model.overlay == nil)
    #expect(try store.changeMark() == before)
  }

  @Test func aGateOfDecisionsLeadsToTheFirstOfThem() throws {
    let console = Scene(try Fixture.careStore())
    press("space", on: .gate("decided"), in: console)
    #expect(console.model.selectedWork?.name == .item(checklist: "end", item: "thanks"))
  }

  @Test func aMarkIsTakenBackByUndo() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    press("space", "U", "y", on: Self.room, in: console)
    #expect(console.model.selectedWork?.standing == .open)
    guard case .undone = try events(store).last else {
      Issue.record("nothing was taken back")
      return
    }
  }

  @Test func aMarkOnItsWayIsNotSentTwice() throws {
    let store = try Fixture.careStore()
    var model = Scene(store).model
    let keys = ["enter", "tab", "space", "space"].compactMap { Key(name: $0) }
    var effects: [Effect] = []
    for key in keys {
      let new = update(&model, .keyPressed(key))
      effects += new
      for case .loadRecord(let id) in new {
        if let answer = Effect.loadRecord(id).answer(from: store, actor: "Ann Lee", now: Fixture.now) {
          effects += update(&model, answer)
        }
      }
    }
    let acts = effects.filter { if case .perform = $0 { true } else { false } }
    #expect(acts == [.perform(.finishTask("T1", note: nil), on: EscalationID("C-1"))])
    _ = update(&model, .failed(acts[0], .store(.busy(path: "/data/w.db"))))
    #expect(update(&model, .keyPressed(try #require(Key(name: "space")))) == acts, "what failed may be tried again")
  }

  static let forms: [(keys: [String], fact: Fact)] = [
    (
      ["T", "text:Write the plan", "tab", "text:ann", "tab", "tab", "text:17:00", "enter"],
      .taskAdded(
        ActionItem(id: "T4", title: "Write the plan", owner: "Ann Lee", due: Fixture.at("2026-03-03T16:00:00Z")))
    ),
    (["c", "text:all well", "enter"], .customerConfirmed(note: "all well")),
    (["W", "down", "tab", "text:nobody", "enter"], .roleGiven(RoleGiven(role: "Scribe", to: nil))),
    (["L", "down", "ctrl-s", "y"], .levelEntered("L2")),
    (["E", "down", "tab", "text:no better", "ctrl-s", "y"], .stageEntered("second")),
  ]

  @Test(arguments: forms) func aFormWritesItsFact(_ form: (keys: [String], fact: Fact)) throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    for key in form.keys { console.press(key) }
    #expect(try events(store).last == form.fact)
    #expect(console.model.overlay == nil)
  }

  /// The weakest dimension, relationship, has the menu stand at the champion; the first action is due five working days on,
  /// Thursday being a holiday.
  @Test func aHypothesisBringsItsFirstActionAlong() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("H", "tab", "tab", "tab", "tab", "tab", "text:two people answer", "ctrl-s")
    let due = Fixture.at("2026-03-11T13:05:00Z")
    #expect(
      try events(store).suffix(2) == [
        .hypothesisStated(
          HypothesisStatement(
            hypothesis: "champion", cause: "The champion left", intervention: "Find two other contacts",
            owner: "Ann Lee", deadline: due, success: "two people answer")),
        .taskAdded(
          ActionItem(
            id: "T4", title: "Find two other contacts", owner: "Ann Lee", due: due, origin: "hypothesis:champion")),
      ])
  }

  @Test func aFormThatNobodyTouchedTakesUpWhatTheRecordTells() throws {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 16))
    #expect(console.model.records[EscalationID("C-1")] == nil, "so low a screen has no preview")
    console.press("H")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("no form opened")
      return
    }
    #expect(form.text(.hypothesis) == "champion", "the weakest dimension suggests it")
  }

  @Test func aLevelShowsEveryDeadlineBeforeTheQuestion() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("L", "down", "ctrl-s")
    #expect(console.text.contains("now, L1"))
    #expect(console.text.contains("then, L2"))
    console.press("n")
    #expect(try events(store).last != .levelEntered("L2"))
  }

  @Test func closingIsRefusedWithEachGateAndWhatSatisfiesIt() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    let before = try store.changeMark()
    console.press("C", "ctrl-s")
    #expect(console.text.contains("6 gates are not met: The root cause is known (write down the root cause)"))
    console.press("y")
    #expect(try store.changeMark() == before)
  }

  @Test func closingAsksAndRecordsOutcomeAndSatisfaction() throws {
    let store = try Fixture.careStore()
    let console = Scene(store)
    console.press("j", "c", "enter", "C", "down", "tab")
    // Down chose the next outcome; tab went on to CSAT.
    console.press("text:11", "ctrl-s")
    #expect(console.text.contains("is a number from 1 to 10"))
    console.press("backspace", "tab", "text:they are content", "ctrl-s")
    #expect(console.text.contains("closed as retained-with-loss, CSAT 1"))
    #expect(console.model.scope == .confirmation)
    console.press("y")
    guard case .closed(let closing) = try events(store, "C-2").last else {
      Issue.record("it is not closed")
      return
    }
    #expect(closing.outcome == .retainedWithLoss)
    #expect(closing.csat == 1)
    #expect(closing.passedOver == [GateOverride(gate: "healthy", authority: "Head of care", confirmed: false)])
  }

  @Test func aReasonLeftHalfTypedBelongsToItsLine() throws {
    let console = Scene(try Fixture.careStore())
    press("-", "text:half a rea", "esc", "j", "-", on: .task("T1"), in: console)
    #expect(!console.text.contains("half a rea"))
    console.press("esc", "k", "-")
    #expect(console.text.contains("half a rea"))
  }

  @Test func aReadOnlyConsoleMarksNothing() throws {
    let store = try Fixture.careStore()
    let console = Scene(store, access: .readOnly("this is the past"))
    let before = try store.changeMark()
    for key in ["enter", "tab", "space", "-", "O", "T", "H", "c", "C", "L", "E", "W"] { console.press(key) }
    #expect(try store.changeMark() == before)
    #expect(console.model.overlay == nil)
  }

  @Test func guidanceOpensWithWhatFitsTheSignal() throws {
    let console = Scene(try Fixture.careStore())
    console.press("i")
    let text = console.text
    let first = try #require(text.range(of: "A sponsor is gone"))
    let next = try #require(text.range(of: "Be quick and plain"))
    #expect(first.lowerBound < next.lowerBound)
    #expect(text.contains("fits now: signal The sponsor left"))
    console.press("G", "esc")
    #expect(console.model.overlay == nil)
  }

  @Test func healthHasAPaneOnlyWhereThereAreScores() throws {
    let console = Scene(try Fixture.careStore(), size: Size(columns: 80, rows: 24))
    console.press("enter", "shift-tab", "shift-tab")
    #expect(console.text.contains("Health 46"))
    #expect(console.text.contains("of 30 days above 50"))
    console.press("J")
    #expect(!console.text.contains(" Health "))
    guard case .escalation(let place) = console.model.place else { return }
    #expect(place.pane == .clocks)
  }
}
