import EscalationDomain
import Screen
import Testing

@testable import Console

/// A session of the war room by its keys: what shows, and what is written.
@Suite struct RoomFlowTests {
  let store: FakeStore
  let console: Scene
  static let id = RoomID(date: LocalDate(daysSinceEpoch: 20_515))

  init() throws {
    store = try Fixture.roomStore()
    console = Scene(store)
    console.press("4")
  }

  /// Another console before the same store.
  private func other(_ name: String = "pts/9", at now: Instant? = nil) -> Scene {
    let other = Scene(store, now: now ?? console.model.now, console: name)
    other.press("4")
    return other
  }

  private func names(_ console: Scene) -> [String] { console.model.room.file?.items.map(\.id.text) ?? [] }
  private var room: Room? { console.model.room.room }
  private var facts: [RoomFact] { Array(store.roomFacts.dropFirst(4)) }
  private func start() { console.press("S", "ctrl-s") }
  private func log(_ id: String) throws -> [Fact] {
    try #require(try store.history(of: EscalationID(id))).events.filter { $0.source == .act }.map(\.fact)
  }

  @Test func theAgendaIsThereBeforeAnybodyStarts() throws {
    #expect(names(console) == ["W-1", "W-2", "W-5", "W-3", "W-6"])
    #expect(facts.isEmpty)
    #expect(console.text.contains("not started, 5 on the agenda"))
    let reasons = try #require(console.model.room.file?[EscalationID("W-3")]).reasons
    #expect(reasons.contains { $0.kind == .milestone && $0.breached != nil })
  }

  @Test func startingFreezesTheAgendaAndPutsTheFirstBeforeTheRoom() throws {
    start()
    let agenda = ["W-1", "W-2", "W-5", "W-3", "W-6"].map { EscalationID($0) }
    guard case .started(let begin) = facts.first else {
      Issue.record("\(facts)")
      return
    }
    #expect(begin.agenda == agenda && begin.since == Fixture.at("2026-03-02T08:00:00Z"))
    #expect(begin.until == Fixture.at("2026-03-04T13:05:00Z") && begin.zone == Fixture.berlin)
    #expect(
      Array(facts.dropFirst()) == [
        .driven(console: "console"), .attended(RoomAttendance(name: "Ann Lee", state: .present)), .entered(agenda[0]),
      ])
    #expect(console.text.contains("1 of 5") && console.text.contains("you lead"))
    #expect(console.model.subject?.id == agenda[0])
    // A graver one comes up: the order stands, and it is told.
    _ = try store.perform(
      .changeSeverity(to: "S0", reason: nil), on: agenda[3], act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(names(console) == agenda.map(\.text))
  }

  @Test func eachCaptureIsOneKeyAndGoesToWhatIsBeforeTheRoom() throws {
    start()
    console.press("d", "text:We wait no longer", "ctrl-s")
    console.press("b", "text:No contract", "tab", "text:Legal", "tab", "text:17:00", "ctrl-s")
    console.press("T", "text:Call them", "tab", "text:Bo Chen", "tab", "text:+4h", "ctrl-s")
    console.press("+", "text:A new sponsor", "ctrl-s")
    console.press("n", "text:They were calm", "ctrl-s")
    let acts = try log("W-1").suffix(5)
    #expect(acts.contains(.decisionTaken(text: "We wait no longer")))
    #expect(
      acts.contains { if case .taskAdded(let item) = $0 { item.isBlocker && item.owner == "Legal" } else { false } })
    #expect(
      acts.contains {
        if case .taskAdded(let item) = $0 { !item.isBlocker && item.title == "Call them" } else { false }
      })
    #expect(acts.contains { if case .milestoneAdded(let item) = $0 { item.title == "A new sponsor" } else { false } })
    #expect(acts.contains(.noted(text: "They were calm")))
    #expect(console.text.contains("We wait no longer"), "what was said shows at once")
    #expect(console.model.place == .room)
    // Taken back as any other act.
    console.press("z", "y")
    #expect(try log("W-1").contains { if case .undone = $0 { true } else { false } })
  }

  @Test func theChecklistIsAnsweredInTheMeeting() throws {
    start()
    let items = console.model.room.keys(.meeting)
    #expect(items.count >= 3)
    console.press("space")
    console.press("j", "j", ".")
    let decisions = try log("W-1").compactMap { fact -> ItemDecision? in
      if case .itemDecided(let decision) = fact { decision } else { nil }
    }
    #expect(decisions.map(\.choice) == [.done, .carriedOver])
    #expect(console.text.contains("[x]") && console.text.contains("[>]"), "answered ones stay listed")
    // What may be declined asks why.
    let may = try #require(
      console.model.room.file?.checklist(of: EscalationID("W-1")).firstIndex { $0.need == .ifNeeded })
    for _ in 0..<20 { console.press("k") }
    for _ in 0..<may { console.press("j") }
    console.press("-", "text:she called us", "ctrl-s")
    #expect(
      try log("W-1").contains {
        if case .itemDecided(let decision) = $0 { decision.choice == .notNeeded } else { false }
      })
    // Again: it is open as before.
    console.press("space")
    #expect(
      try log("W-1").contains { if case .itemDecided(let decision) = $0 { decision.choice == .open } else { false } })
  }

  @Test func theQuestionsOfAStageReviewAreAnsweredTogether() throws {
    start()
    console.press("v", "text:Yes, two calls", "tab", "text:It does", "tab", "text:It stays", "ctrl-s")
    let acts = try log("W-1")
    let answers = acts.filter {
      if case .itemDecided(let decision) = $0 { decision.checklist == "stage" } else { false }
    }
    #expect(answers.count == 3)
    #expect(acts.contains { if case .checked = $0 { true } else { false } }, "with all answered the look is on record")
    console.press("J", "v")
    #expect(console.text.contains("its playbook asks no look at a stage"))
  }

  @Test func skipAddPinAndOrder() throws {
    console.press("j", "y", "text:no news", "ctrl-s")
    #expect(names(console) == ["W-1", "W-5", "W-3", "W-6"])
    #expect(facts == [.skipped(EscalationID("W-2"))])
    #expect(console.text.contains("no news"))
    console.press("G", "y")
    #expect(names(console).contains("W-2"))
    console.press("g", "G", "*")
    #expect(names(console).first == "W-6")
    console.press("*")
    #expect(names(console).last == "W-6")
    console.press("(")
    #expect(names(console) == ["W-1", "W-2", "W-5", "W-6", "W-3"])
    // One that nothing asks for, by its id.
    _ = try store.open(
      Opening(
        title: "Quiet", account: AccountFacts(name: "Fabrikam"), playbook: "risk", edition: 1, severity: "S3",
        owner: nil), id: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    console.press("A", "text:w-9", "tab", "tab", "text:they asked", "ctrl-s")
    #expect(names(console).contains("W-9"))
    #expect(facts.last == .added(EscalationID("W-9")))
  }

  @Test func whatComesUpMeanwhileIsTold() throws {
    start()
    _ = try store.open(
      Opening(
        title: "All is down", account: AccountFacts(name: "Adatum"), playbook: "risk", edition: 1, severity: "S0",
        owner: nil), id: EscalationID("W-9"), act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(!names(console).contains("W-9"))
    #expect(console.text.contains("S0 came up"))
    console.press("tab", "G", "A")
    #expect(names(console).last == "W-9")
  }

  @Test func oneLeadsTheOthersFollowAndAllMayCapture() throws {
    start()
    let other = other()
    #expect(other.text.contains("you lead elsewhere"))
    console.press("J")
    other.send(.storeChanged)
    #expect(other.model.room.room?.current == EscalationID("W-2"))
    let before = store.roomFacts
    other.press("J")
    #expect(store.roomFacts == before && other.text.contains("w takes the lead"))
    other.press("d", "text:Both may write", "ctrl-s")
    #expect(try log("W-2").contains(.decisionTaken(text: "Both may write")))
    other.press("w", "J")
    #expect(store.roomFacts.suffix(2) == [.driven(console: "pts/9"), .entered(EscalationID("W-5"))])
    console.send(.storeChanged)
    #expect(room?.current == EscalationID("W-5"))
    console.press("J")
    #expect(console.text.contains("w takes the lead"))
  }

  /// A crash, a lost terminal, lunch: what was written is all there is, and it is enough.
  @Test func atEveryStepAConsoleThatComesAnewIsWhereTheOthersAre() throws {
    let steps: [[String]] = [
      ["j", "y", "text:no news", "ctrl-s"], ["S", "ctrl-s"], ["d", "text:A", "ctrl-s"], ["space"], ["J"],
      ["N", "text:all", "ctrl-s"],
      ["e", "ctrl-u", "text:7", "ctrl-s"], ["I", "text:Ann Lee", "ctrl-s"], ["B"], ["B"], ["J"],
    ]
    for step in steps {
      for key in step { console.press(key) }
      let anew = other("console")
      #expect(anew.model.room.file == console.model.room.file, "after \(step)")
      #expect(anew.model.room.look == (anew.model.room.hasStarted ? .meeting : .agenda))
    }
    #expect(room?.current != nil && room?.timebox?.each == 7 && room?.roles["commander"] == "Ann Lee")
  }

  @Test func noTimeCountsInABreak() throws {
    start()
    console.wait(120)
    console.press("B")
    #expect(console.text.contains("A break"))
    console.wait(3600)
    console.press("B")
    #expect(room?.current == EscalationID("W-1"), "it goes on where it was")
    #expect(room?.lasted(now: console.model.now) == 120)
    console.wait(60)
    #expect(console.text.contains("3:00/"))
  }

  @Test func theTimeboxRunsOverInAQuietWord() throws {
    start()
    let each = Int64(try #require(room?.timebox).each)
    console.wait(each * 60)
    #expect(!console.text.contains(":00 over"))
    console.wait(1)
    #expect(console.text.contains("\(each):01/\(each):00 over"))
  }

  @Test func whatHasNoOwnerOrNoTimeIsSaidAsItEnds() throws {
    start()
    console.press("Q")
    #expect(!console.text.contains("open:"))
    console.press("esc", "T", "text:Call them", "ctrl-s", "b", "text:No contract", "tab", "text:Legal", "ctrl-s", "Q")
    #expect(console.text.contains("2 questions are open:"))
    #expect(console.text.contains("W-1 task “Call them”: nobody, no time"))
    #expect(console.text.contains("W-1 blocker “No contract”: Legal, no time"))
    console.press("esc")
    for number in 1...3 { console.press("T", "text:More \(number)", "ctrl-s") }
    console.press("Q")
    #expect(console.text.contains("5 questions are open:") && console.text.contains("and 2 more"))
  }

  @Test func theMinutesAreThereAsItEnds() throws {
    start()
    console.press("d", "text:We wait no longer", "ctrl-s", "J", "Q")
    #expect(console.text.contains("3 on the agenda were not talked about"))
    console.press("y")
    #expect(facts.last == .ended(through: store.histories().flatMap { $0.events.map(\.sequence) }.max()))
    #expect(console.model.room.look == .minutes)
    #expect(console.text.contains("We wait no longer"))
    let minutes = try #require(console.model.room.minutes)
    console.press("Y", "|", "f", "ctrl-s")
    #expect(
      console.requests.compactMap { effect -> MinutesOut? in
        if case .minutesOut(minutes, let way) = effect { way } else { nil }
      } == [.copy, .file("war-room-2026-03-03.md", over: false)], "no command is set")
    console.send(.minutesFileIsThere("war-room-2026-03-03.md"))
    console.press("y")
    #expect(console.requests.last == .minutesOut(minutes, .file("war-room-2026-03-03.md", over: true)))
    console.send(.minutesGone("written"))
    #expect(console.model.overlay == nil)
    // The next agenda is there already.
    let tomorrow = other(at: Fixture.now + 68_000)
    #expect(tomorrow.model.room.room?.id.text == "2026-03-04")
    #expect(tomorrow.text.contains("since Tue") || tomorrow.text.contains("since 14:05"))
  }

  @Test func whoOnlyLooksChangesNothing() throws {
    let looker = Scene(store, access: .readOnly("it is another's"))
    looker.press("4")
    let before = store.roomFacts
    for key in ["S", "ctrl-s", "y", "*", "(", "A", "J", "w", "B", "Q", "y", "space", "d", "N"] { looker.press(key) }
    #expect(store.roomFacts == before)
  }
}
