import EscalationDomain
import Screen
import Testing

@testable import Console

/// Two writers at one line of the Risk Register.
@Suite struct RiskConflictTests {
  private static let risk = RiskID("R-1")

  private func onRisk(_ store: FakeStore) -> Scene {
    let console = Scene(store)
    console.press("5", "A", "g")
    for _ in 0..<40 where console.model.register.selectedRow?.id.text != "R-1" { console.press("j") }
    return console
  }

  private func theirs(_ store: FakeStore, _ command: RiskCommand) throws {
    _ = try store.perform(
      command, on: Self.risk, zone: Fixture.berlin, act: Act(actor: "Dana Ruiz", now: Fixture.now))
  }

  private func entry(_ store: FakeStore) throws -> RiskEntry {
    try #require(try store.risk(Self.risk, now: Fixture.now)).risk.entry
  }

  private func conflicts(_ console: Scene) -> [Conflict] {
    guard case .form(let form) = console.model.overlay, case .settling(let conflicts, _) = form.phase else { return [] }
    return conflicts
  }

  private var change: RiskChange {
    var change = RiskChange()
    change.likelihood = 2
    change.title = "The champion has left"
    change.owner = .set("Chidi Okafor")
    return change
  }

  @Test func `of an assessment each field is asked for, and what was not touched is theirs`() throws {
    let store = try Fixture.registerStore()
    let console = onRisk(store)
    console.press("e", "right")
    try theirs(store, .revise(change, reason: nil))
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(conflicts(console).map(\.label) == ["Likelihood", "Title", "Owner"], "\(console.text)")
    #expect(conflicts(console).map(\.choice) == [.mine, .theirs, .theirs])
    console.press("enter")
    #expect((try entry(store).likelihood, try entry(store).title) == (5, "The champion has left"))
    #expect(try entry(store).owner == "Chidi Okafor")
  }

  /// Nothing told this console of it: the store does.
  @Test(arguments: [["e", "right"], ["w", "tab", "text:seen"], ["C", "text:over"]])
  func `what this console has not seen is noticed where it is written`(keys: [String]) throws {
    let store = try Fixture.registerStore()
    let console = onRisk(store)
    for key in keys { console.press(key) }
    var change = change
    change.nextReview = .set(LocalDate(iso: "2026-05-01"))
    try theirs(store, keys[0] == "C" ? .close(reason: "theirs") : .revise(change, reason: nil))
    let before = store.riskFacts
    console.press("ctrl-s")
    #expect(store.riskFacts == before)
    #expect(console.text.contains("somebody changed it"), "\(console.text)")
    console.press("ctrl-s")
    #expect(console.model.scope == .conflict, "\(console.text)")
  }

  @Test func `a next look that another set is asked about`() throws {
    let store = try Fixture.registerStore()
    let console = onRisk(store)
    console.press("w", "ctrl-u", "text:+14d", "tab", "text:seen")
    try theirs(store, .review(next: LocalDate(iso: "2026-05-01"), note: nil))
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(conflicts(console).map { [$0.was, $0.theirs, $0.yours] } == [["2026-02-20", "2026-05-01", "2026-03-17"]])
    console.press("t", "enter")
    #expect(store.riskFacts.last == .reviewed(next: LocalDate(iso: "2026-05-01"), note: "seen"))
  }

  @Test func `one that another closed is not closed again`() throws {
    let store = try Fixture.registerStore()
    let console = onRisk(store)
    console.press("C", "text:They signed")
    try theirs(store, .close(reason: "theirs"))
    let before = store.riskFacts
    console.send(.storeChanged)
    console.press("ctrl-s")
    #expect(console.text.contains("closed"))
    #expect(console.model.scope == .conflict)
    console.press("t", "enter")
    #expect(console.model.overlay == nil)
    #expect(store.riskFacts == before)
  }
}
