import EscalationDomain
import Screen
import Testing

@testable import Console

/// Typing filters on the board.
@Suite struct FilterFlowTests {
  @Test(arguments: ["3", "5"]) func `another place's filter leaves the board alone`(place: String) throws {
    let console = Scene(try Fixture.store())
    let board = console.model.board.filter
    console.press(place, "/", "text:o", "tab")
    #expect(console.model.board.filter == board)
    #expect(console.model.board.menu == nil)
  }

  private func ids(_ console: Scene) -> Set<String> {
    Set(console.model.board.shown.map { console.model.board.board.rows[$0].id.text })
  }

  private func matching(_ console: Scene, _ body: (BoardRow) -> Bool) -> Set<String> {
    Set(console.model.board.board.rows.filter(body).map(\.id.text))
  }

  @Test func termsNarrowTheRowsAsTheyAreTyped() throws {
    let console = Scene(try Fixture.store())
    let all = ids(console)
    console.press("/", "text:sev:S0..S1")
    #expect(ids(console) == matching(console) { ["S0", "S1"].contains($0.severity) })
    console.press("text: owner:me")
    let mine = matching(console) { ["S0", "S1"].contains($0.severity) && $0.owner == "Ann Lee" }
    #expect(ids(console) == mine && !mine.isEmpty && mine != all)
    console.press("enter")
    #expect(console.model.board.filter == .set("sev:S0..S1 owner:me"))
    console.press("/", "ctrl-u", "text:paused", "enter")
    #expect(ids(console) == matching(console) { $0.status == .paused })
    console.press("esc")
    #expect(ids(console) == all && console.model.board.applied == .everything)
  }

  @Test func whatCannotBeUnderstoodHidesNothingAndIsMarked() throws {
    let console = Scene(try Fixture.store(), size: Size(columns: 80, rows: 24))
    console.press("/", "text:dana")
    let before = ids(console)
    console.press("text: duee<4h")
    #expect(ids(console) == before)
    #expect(console.model.board.problem == FilterError(.unknownField("duee", nearest: "due"), 5..<9))
    #expect(console.text.contains("there is no “duee”; did you mean due?"))
    let wrong = runs(console.frame)[2].runs.first { $0.style.role == .error }
    #expect(wrong?.text == "duee")
    console.press("enter")
    guard case .typing = console.model.board.filter else {
      Issue.record("a wrong filter is not kept")
      return
    }
    #expect(console.model.toasts.last?.text.contains("at “duee” (column 6)") ?? false)
    console.press("esc")
    #expect(console.model.board.problem == nil && ids(console).count == 11)
  }

  /// Behind a mistake nothing that is typed narrows the rows, and what stood before it still does.
  @Test(arguments: [
    ("", "sev:S0..S9"), ("", "kind:risk"), ("dana", "sev:S0..S9"), ("", "clock:nonsense"), ("", "arr>100kXYZ"),
  ])
  func aMistakeLeavesTheRowsAsTheyWereWhateverFollows(before: String, mistake: String) throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:\(before)")
    let rows = ids(console)
    console.press("text: \(mistake)")
    #expect(console.model.board.problem != nil && ids(console) == rows)
    for letter in [" ", "f", "o", "o", " ", "*", "backspace", "backspace"] {
      console.press(letter.count == 1 ? "text:\(letter)" : letter)
      #expect(ids(console) == rows, "after \(letter)")
    }
    #expect(console.model.board.problem != nil)
    // Behind a good one it counts again.
    console.press("ctrl-u", "text:zzzz")
    #expect(ids(console).isEmpty)
  }

  @Test(arguments: [("3", "sev:S9"), ("5", "kind:nonsense")]) func elsewhereToo(place: String, mistake: String) throws {
    let console = Scene(try Fixture.careStore())
    console.press(place)
    func shown() -> Int { place == "3" ? console.model.plans.shown.count : console.model.register.rows.count }
    let rows = shown()
    console.press("/", "text:\(mistake)", "text: zzzz")
    #expect(console.model.filterLine?.problem != nil && shown() == rows)
  }

  @Test func whatIsWrongInFrontOfAGoodTermLeavesThatOne() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:owner:me")
    let mine = ids(console)
    console.press("home", "text: ", "home", "text:sev:S9")
    #expect(ids(console) == mine && console.model.board.problem != nil)
  }

  @Test func anUnknownGradeIsAnErrorAndNoEmptyList() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:sev:S9")
    #expect(ids(console).count == 11)
    #expect(console.text.contains("no playbook has the severity “S9”; known: "))
  }

  @Test func whatWasTypedBeforeTheRowsCameIsLookedAtAgain() throws {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 80, rows: 24))
    _ = model.start()
    for key in "/sev:s" { _ = update(&model, .keyPressed(.character(key))) }
    #expect(model.board.menu == nil)
    let store = try Fixture.store()
    _ = update(&model, .boardLoaded(try store.board(now: Fixture.now)))
    _ = update(&model, .policyLoaded(Fixture.policies))
    #expect(model.board.menu?.completion.choices.isEmpty == false)
    guard case .unknownGrade = model.board.problem?.problem else {
      Issue.record("no playbook has it")
      return
    }
    #expect(model.board.shown.count == 11)
  }

  @Test func tabTakesWhatIsOfferedAndArrowsChoose() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:ow", "tab")
    #expect(console.model.board.filter.text == "owner:")
    console.press("text:dan", "down", "enter")
    #expect(console.model.board.filter.text == "owner:\"Dana Ruiz\" ")
    #expect(ids(console) == matching(console) { $0.owner == "Dana Ruiz" })
    console.press("text:sev:", "down", "down", "up", "tab")
    let first = try #require(console.model.board.vocabulary?.severities.first)
    #expect(console.model.board.filter.text == "owner:\"Dana Ruiz\" sev:\(first) ")
    // Without anything typed, the fields.
    console.press("ctrl-u", "tab")
    #expect(console.model.board.menu?.completion.choices.first?.text == "sev:")
    // In the midst of a text, behind it stays what stood there.
    console.press("text:br or acme", "home", "right", "right", "tab")
    #expect(console.model.board.filter.text == "breached or acme")
  }

  @Test func downGoesToTheRowsWhereNothingIsOffered() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "down", "down")
    #expect(console.model.board.cursor == 2)
    console.press("text:zz", "backspace", "backspace", "down")
    #expect(console.model.board.cursor > 0)
  }

  @Test func otherClocksAreReadWhenTheyAreAskedFor() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:clock:first-response")
    let store = console.store
    let expected = try store.histories().map { try Escalation.replay($0, policies: Fixture.policies, now: Fixture.now) }
      .filter { $0.status.isOpen && $0.openClocks.contains { $0.rule == "first-response" } }
    #expect(ids(console) == Set(expected.map(\.id.text)) && !expected.isEmpty)
    #expect(console.model.board.facts.known.kinds == [.clocks])
    // They follow the rows.
    let id = try #require(expected.first?.id)
    _ = try store.perform(.acknowledge(note: nil), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    console.send(.storeChanged)
    #expect(!ids(console).contains(id.text))
  }

  @Test func rowsStayUntilWhatIsAskedAboutIsRead() throws {
    let console = Scene(try Fixture.store())
    console.store.fail(.busy(path: "x"))
    console.press("/", "text:tag:none")
    #expect(ids(console).count == 11, "what is not known hides nothing")
    #expect(console.text.contains("reading …"))
    console.store.fail(nil)
    console.send(.storeChanged)
    #expect(console.model.board.awaiting == nil)
  }

  @Test func timeAloneBringsRowsIn() throws {
    let console = Scene(try Fixture.store())
    console.press("/", "text:breached", "enter")
    let before = ids(console)
    let next = try #require(
      console.model.board.board.rows.compactMap(\.clock).filter { $0.state(at: Fixture.now) == .running }
        .compactMap(\.deadline).filter { $0 > Fixture.now }.min())
    console.wait(next - Fixture.now + 1)
    #expect(ids(console).isStrictSuperset(of: before))
  }
}
