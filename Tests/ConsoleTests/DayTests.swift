import EscalationDomain
import Screen
import Testing

@testable import Console

/// One morning at one console, from place to place. Which flow shows what else:
///
/// | what | where |
/// |---|---|
/// | plan: add, edit, reorder, done, drop, reopen, texts, looks, sign-off | `PlanFlowTests.aLineIsActedOn` |
/// | plan: a shift with its dependents shown first, a circle refused | `PlanFlowTests.aShiftShows…`, `.aProblemIsSaid…` |
/// | plan: its due time is a clock, warns, breaches, is on the board | `.aDueTimeIsAClock…`, `aDueTimeComesAndPasses` here |
/// | plan: from the playbook's outline | `PlanFlowTests.theOutlineIsShownBeforeItIsAdded` |
/// | plans: list by due time, chart, acts on the selected one | `PlansFlowTests` |
/// | register: rows, columns, order, kept; risks and promotion | `RegisterFlowTests`, `RiskFlowTests` |
/// | filter: terms, completion, errors that hide nothing | `FilterFlowTests`; as a verb `FilterVerbTests` |
/// | saved views, their keys and counts | `ViewFlowTests` |
/// | palette, disabled commands with their reason | `PaletteTests` |
/// | command line | `CommandLineTests`; with the program `FindingTerminalTests` |
/// | help that narrows | `CommandTableTests.helpNarrowsAsItIsTyped` |
/// | keys that can be chosen, clashes | `KeymapTests` |
/// | mouse | `MouseTests` |
/// | several at once, one look | `SelectionTests`, `BulkFlowTests` |
/// | undo and redo across the session | `SessionFlowTests` |
/// | back and forward | `TrailTests`, `JumpTests` |
/// | pickers, long text, the editor | `SuggestionTests`; with an editor `DeskTests` |
/// | times echoed as they are typed | `PlanFlowTests.aShiftShows…`, `PeopleFlowTests.aWrongDay…` |
/// | drafts: escape, the next run, a signal | `DraftTests`; the signal `DeskTests` |
/// | another's change, field by field | `ConflictTests` |
/// | change marks, follow, freeze, three zones, density, last place | `GlanceTests` |
/// | ARR at risk by currency | `BoardTests.theHeaderCutsNothingInSilence` |
/// | settings and themes read anew, where each comes from, first run | `SettingsTests`, `SetupTests` |
/// | one line a change, the cursor, nothing blinks | `PlainSpeechTests`, `CursorTests`, `BlinkTests` |
/// | slow links, tmux, sixteen colours, light grounds | `SlowReaderTests`, `TerminalTests`, `GalleryTests` |
@Suite struct DayTests {
  private func facts(_ store: FakeStore, _ id: String) throws -> [Fact] {
    try #require(try store.history(of: EscalationID(id))).events.map(\.fact)
  }

  @Test func fromTheFilterToTheRegisterAndBack() throws {
    let store = try Fixture.plannedStore()
    let before = try store.changeMark()
    let console = Scene(store)

    // Two of one owner get another one, after one look; then it is taken back, and done again.
    console.press("/", "text:owner:dana", "enter", "*", "o", "text:Bo Chen", "ctrl-s")
    #expect(try store.changeMark() == before, "looking writes nothing")
    #expect(console.text.contains("W-4") && console.text.contains("Bo Chen"))
    let selected = console.model.selected.map(\.text)
    #expect(selected.count == 3)
    console.press("y")
    for id in selected { #expect(try facts(store, id).last == .assigned(owner: "Bo Chen")) }
    console.press("z", "y")
    for id in selected {
      guard case .undone = try facts(store, id).last else {
        Issue.record("\(id) was not taken back")
        continue
      }
    }
    console.press("Z", "y", "esc", "esc")
    let owners = try store.rows(.open, now: console.model.now).filter { selected.contains($0.id.text) }.map(\.owner)
    #expect(owners == ["Bo Chen", "Bo Chen", "Bo Chen"])

    // The plans: what is late first; its escalation opens, and `<` leads back.
    console.press("3")
    #expect(console.text.contains("Overdue"))
    console.press("enter")
    #expect(console.text.contains("Northwind Trading"))
    console.press("<")
    guard case .plans = console.model.place else { throw Missing() }

    // The palette acts on the selected milestone's escalation.
    console.press("ctrl-p", "text:note", "enter", "text:They know", "ctrl-s")
    #expect(try facts(store, "W-1").last == .noted(text: "They know"))

    // The register holds what was done too, and the board is where it was left.
    console.press("5", "A", "/", "text:tailspin", "enter")
    #expect(console.text.contains("W-2"))
    console.press("1")
    #expect(console.model.board.selected?.id != nil)
    let actors = store.histories().flatMap(\.events).filter { $0.sequence > before }.map(\.actor)
    #expect(Set(actors) == ["Ann Lee"])
  }

  @Test func aDueTimeComesAndPasses() throws {
    let store = try Fixture.planStore()
    let console = Scene.plan(store, on: .milestone("M5"))
    console.press("d", "text:+1h", "ctrl-s", "y", "1")
    func clock() throws -> ClockCycle {
      let history = try #require(try store.history(of: EscalationID("C-1")))
      let record = try Escalation.replay(history, policies: Fixture.policies, now: console.model.now)
      return try #require(record.clocks.last { $0.rule == "milestone:M5" })
    }
    #expect(try clock().deadline == Fixture.now + 3600)
    let due = try #require(console.model.board.row(EscalationID("C-1"))?.plan?.next?.due)
    #expect(due <= Fixture.now + 3600)
    console.wait(3601)
    #expect(try clock().state(at: console.model.now) == .breached)
    console.send(.storeChanged)
    #expect(console.text.contains("✗"))
  }
}
