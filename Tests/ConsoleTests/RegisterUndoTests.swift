import EscalationDomain
import Screen
import Testing

@testable import Console

/// What this console wrote into a register goes back and comes again, in the order of all it did.
@Suite struct RegisterUndoTests {
  private func people(_ store: FakeStore, on name: PeopleItem.Name) -> Scene {
    let console = Scene(store)
    console.press("enter", "tab", "tab", "tab", "tab")
    for _ in 0..<40 where console.model.selectedPerson?.name != name { console.press("j") }
    #expect(console.model.selectedPerson?.name == name)
    return console
  }

  private func risk(_ store: FakeStore) -> Scene {
    let console = Scene(store)
    console.press("5", "A", "g")
    for _ in 0..<40 where console.model.register.selectedRow?.id.text != "R-1" { console.press("j") }
    return console
  }

  /// What stands in the registers, whatever was written to come there.
  private struct Standing: Equatable {
    var executives: [Executive]
    var filled: [String: [Team.Filled]]
    var risk: RiskRow?
    var entry: RiskEntry?
    var lastReview: Work.Stamp?

    init(_ store: FakeStore) throws {
      executives = try store.register(ofAccount: "Northwind Trading").executives
      filled = try store.team(now: Fixture.now).filled.filter { !$0.value.isEmpty }.mapValues {
        $0.sorted { $0.slot < $1.slot }
      }
      let risk = try store.risk(RiskID("R-1"), now: Fixture.now)?.risk
      self.risk = risk.map { RiskRow($0) }
      (entry, lastReview) = (risk?.entry, risk?.lastReview)
    }
  }

  private func check(_ store: FakeStore, _ console: Scene, _ keys: [String], shown: String) throws {
    let before = try Standing(store)
    for key in keys { console.press(key) }
    let after = try Standing(store)
    #expect(after != before)
    let mark = try store.changeMark()
    console.press("z")
    #expect(console.text.contains("Undo?"))
    #expect(console.text.contains(shown), "\(console.text)")
    #expect(try Standing(store) == after, "nothing before the answer")
    console.press("y")
    #expect(try Standing(store) == before)
    #expect(console.model.toasts.last?.text.hasPrefix("took back: ") ?? false)
    console.press("Z", "y")
    #expect(try Standing(store) == after)
    #expect(console.model.toasts.last?.text.hasPrefix("did again: ") ?? false)
    console.press("z", "y")
    #expect(try Standing(store) == before)
    #expect(try store.changeMark() == mark, "no escalation hears of it")
  }

  @Test(arguments: PeopleFlowTests.lines.map { ($0.slot, $0.keys) })
  func `a line of the contact matrix`(slot: String, keys: [String]) throws {
    let store = try Fixture.peopleStore()
    try check(store, people(store, on: .line(playbook: "crowd", slot: slot)), keys, shown: slot)
  }

  @Test(arguments: PeopleFlowTests.accounts.map { ($0.name, $0.keys) })
  func `an executive of the account`(name: PeopleItem.Name, keys: [String]) throws {
    let store = try Fixture.peopleStore()
    try check(store, people(store, on: name), keys, shown: "→")
  }

  @Test(arguments: [
    (["w", "ctrl-u", "text:+14d", "tab", "text:still there", "ctrl-s"], "2026-03-17"),
    (["e", "right", "ctrl-s"], "likelihood"), (["C", "text:They signed", "ctrl-s"], "closed → open"),
  ]) func `an act on a risk`(keys: [String], shown: String) throws {
    let store = try Fixture.registerStore()
    try check(store, risk(store), keys, shown: shown)
  }

  @Test func `the timeline of a risk tells of both`() throws {
    let store = try Fixture.registerStore()
    let console = risk(store)
    console.press("C", "text:They signed", "ctrl-s", "z", "y", "enter")
    #expect(console.text.contains("took back: closed"))
    #expect(console.text.contains("closed — taken back"))
    #expect(console.model.register.selectedRisk?.status == .open)
  }

  @Test func `what another changed since stays, and says who`() throws {
    let store = try Fixture.registerStore()
    let console = risk(store)
    console.press("w", "ctrl-u", "text:+14d", "ctrl-s")
    var change = RiskChange()
    change.owner = .set("Zoe")
    _ = try store.perform(
      .revise(change, reason: nil), on: RiskID("R-1"), zone: .utc, act: Act(actor: "Cy", now: Fixture.now))
    let before = store.riskFacts
    console.press("z")
    #expect(console.text.contains("Cy changed it since"))
    console.press("y")
    #expect(store.riskFacts == before)
    #expect(console.model.session.done.count == 1, "it is not lost")
  }

  @Test func `who comes between question and answer is seen`() throws {
    let store = try Fixture.registerStore()
    let console = risk(store)
    console.press("w", "ctrl-u", "text:+14d", "ctrl-s", "z")
    _ = try store.perform(
      .close(reason: "gone"), on: RiskID("R-1"), zone: .utc, act: Act(actor: "Cy", now: Fixture.now))
    let before = store.riskFacts
    console.press("y")
    #expect(store.riskFacts == before)
    #expect(console.model.toasts.last?.text.contains("Cy changed it since") ?? false)
    #expect(console.model.overlay == nil)
  }

  @Test func `one list holds both kinds in the order they were done`() throws {
    let store = try Fixture.registerStore()
    let console = risk(store)
    console.press("w", "ctrl-u", "text:+14d", "ctrl-s", "1", "n", "text:a note", "ctrl-s", "5")
    console.press("C", "text:They signed", "ctrl-s")
    #expect(console.model.session.done.count == 3)
    console.press("z", "y")
    #expect(store.riskFacts.count { $0.takesBack != nil } == 1)
    console.press("z")
    #expect(console.text.contains("a note"))
    console.press("y", "z", "y")
    #expect(store.riskFacts.count { $0.takesBack != nil } == 2)
    #expect(console.model.session.undone.count == 3)
    console.press("Z", "y", "Z", "y", "Z", "y")
    #expect(try store.risk(RiskID("R-1"), now: Fixture.now)?.risk.status == .closed)
  }

  @Test func `what is never taken back names the way out`() throws {
    let store = try Fixture.registerStore()
    let console = risk(store)
    console.press("P", "text:fri 17:00", "ctrl-s", "y", "z")
    #expect(console.text.contains("X on W-7 cancels it"), "\(console.text)")
    let before = store.riskFacts
    console.press("y")
    #expect(store.riskFacts == before)
  }

  @Test func `all that show in the register are selected, and acted on`() throws {
    let store = try Fixture.registerStore()
    let console = Scene(store)
    console.press("5", "*")
    let ids = console.model.selection
    let open = try store.rows(.open, now: Fixture.now).map(\.id)
    #expect(ids == Set(open) && ids.count > 1)
    #expect(console.text.contains("\(ids.count) selected"))
    console.press("o", "text:Bo Chen", "ctrl-s", "y")
    let owners = try store.rows(.open, now: Fixture.now).map(\.owner)
    #expect(owners.allSatisfy { $0 == "Bo Chen" })
    #expect(
      console.model.register.rows.allSatisfy { row in
        if case .escalation(let row, _) = row { row.owner == "Bo Chen" } else { true }
      }, "the rows are read again")
    console.press("z", "y")
    #expect(try store.rows(.open, now: Fixture.now).map(\.owner) != owners)
    console.press("*")
    #expect(console.model.selection.isEmpty)
  }
}
