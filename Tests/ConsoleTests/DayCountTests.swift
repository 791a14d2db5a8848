import EscalationDomain
import Screen
import Testing

@testable import Console

/// What today's checklists leave open, on the board.
@Suite struct DayCountTests {
  @Test func aRowTellsHowMuchIsOpenAndAnActChangesIt() throws {
    let store = try Fixture.roomStore()
    let console = Scene(store, size: Size(columns: 140, rows: 40))
    #expect(console.text.contains("Today"))
    let before = try #require(console.model.day[EscalationID("W-1")])
    #expect(before.open == 6 && before.carried == 3)
    #expect(console.model.day[EscalationID("W-2")] == nil, "its playbook asks nothing")
    let act = Act(actor: "Bo Chen", now: Fixture.now)
    _ = try store.perform(
      .decideItem(ItemDecision(checklist: "room", item: "progress", choice: .done), reason: nil),
      on: EscalationID("W-1"), act: act)
    console.send(.storeChanged)
    #expect(console.model.day[EscalationID("W-1")]?.open == 5)
  }

  @Test func aNarrowBoardTellsItOfTheSelectedRow() throws {
    let console = Scene(try Fixture.roomStore(), size: Size(columns: 80, rows: 24))
    #expect(!console.text.contains("Today"))
    for _ in 0..<5 where console.model.board.selected?.id.text != "W-1" { console.press("j") }
    #expect(console.text.contains("6 open today"))
  }

  @Test func whereNoPlaybookAsksNothingIsReadAndNoColumnKept() throws {
    let console = Scene(try Fixture.plannedStore(), size: Size(columns: 200, rows: 40))
    #expect(!console.model.day.isShown && !console.text.contains("Today"))
  }

  /// Every log is replayed for the counts: a board of thousands does without.
  @Test func aLargeBoardAsksForNone() throws {
    var model = Model(now: Fixture.now, viewer: Fixture.viewer, size: Size(columns: 200, rows: 40))
    _ = update(&model, .policyLoaded(Fixture.roomPolicies))
    let few = try Fixture.roomStore().board(now: Fixture.now)
    #expect(update(&model, .boardLoaded(few)).contains(.loadDay))
    #expect(!update(&model, .boardLoaded(few)).contains(.loadDay), "one request at a time")
    _ = update(&model, .boardLoaded(Fixture.manyRows(10_000)))
    #expect(!model.day.isShown)
  }
}
