import EscalationDomain
import Foundation
import Screen
import Testing

@testable import Console

/// Drafts of plans and risks find back to their lines.
@Suite struct ResumingTests {
  private func kept(_ console: Scene) throws -> Desk {
    let asked = console.requests.last { if case .keepDesk = $0 { true } else { false } }
    guard case .keepDesk(let desk)? = asked else { return Desk() }
    return try JSONDecoder().decode(Desk.self, from: JSONEncoder().encode(desk))
  }

  private func form(_ console: Scene) throws -> Form {
    guard case .form(let form) = console.model.overlay else {
      throw Missing(text: console.text)
    }
    return form
  }

  private struct Missing: Error { var text: String }

  static let begun: [(name: PlanItem.Name, keys: [String], shows: String)] = [
    (.milestone("M3"), ["e", "text: soon"], "Train the new team soon"),
    (.milestone("M1"), ["space", "text:their mail"], "their mail"),
    (.milestone("M2"), ["d", "text:fri 17:00"], "fri 17:00"),
    (.text(.outcome), ["e", "text: again"], "as in January again"),
    (.metric, ["e", "text: a day"], "daily users a day"),
    (.milestone("M1"), ["+", "text:One more"], "One more"),
  ]

  @Test(arguments: begun) func `a draft about a plan comes back on its line`(
    _ draft: (name: PlanItem.Name, keys: [String], shows: String)
  ) throws {
    let store = try Fixture.planStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("enter", "tab", "tab")
    for _ in 0..<40 where first.model.selectedPlanItem?.name != draft.name { first.press("j") }
    for key in draft.keys { first.press(key) }
    let part = try form(first).part?.name
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("esc", "D", "enter")
    #expect(next.text.contains(draft.shows), "\(next.text)")
    #expect(next.text.contains("Your draft is back"))
    #expect(try form(next).part?.name == part)
    next.press("esc")
    if let part { #expect(next.model.selectedPlanItem?.name == part, "the cursor is on the line") }
  }

  @Test func `a draft about a line that is gone stays to be read`() throws {
    let store = try Fixture.planStore()
    let first = Scene.plan(store, on: .milestone("M1"))
    var desk = Desk()
    first.press("space", "text:a mail")
    let draft = SavedDraft(try form(first), at: Fixture.now)
    var gone = draft
    gone.line = SavedDraft.key(PlanItem.Name.milestone("M99"))
    desk.drafts = ["a/x": gone]
    let next = Scene(store, desk: desk, run: "b")
    next.press("D", "enter")
    #expect(next.model.scope == .drafts)
    #expect(next.model.toasts.last?.kind == .failed)
  }

  @Test(arguments: [
    ["e", "tab", "tab", "text: soon"], ["w", "tab", "text:seen"], ["C", "text:over"], ["N", "text:Cont"],
  ])
  func `a draft about a risk comes back in the register`(keys: [String]) throws {
    let store = try Fixture.registerStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("5", "A", "g")
    for _ in 0..<40 where first.model.register.selectedRow?.id.text != "R-1" { first.press("j") }
    for key in keys { first.press(key) }
    let before = try form(first)
    let next = Scene(store, desk: try kept(first), run: "b")
    #expect(!next.text.contains("off the board"))
    next.press("1", "D", "enter")
    #expect(next.model.place == .register)
    let after = try form(next)
    #expect(after.texts == before.texts)
    #expect((after.kind, after.subject.id) == (before.kind, before.subject.id))
    #expect(after.isDraft)
  }

  @Test func `a draft asks about what another changed since`() throws {
    let store = try Fixture.planStore()
    let first = Scene(store, desk: Desk(), run: "a")
    first.press("enter", "tab", "tab", "e", "tab", "tab", "ctrl-u", "text:Zoe")
    let id = EscalationID("C-1")
    _ = try store.perform(
      .plan(.change("M1", MilestoneChange(title: "Theirs"))), on: id, act: Act(actor: "Bo Chen", now: Fixture.now))
    let next = Scene(store, desk: try kept(first), run: "b")
    next.press("esc", "D", "enter", "ctrl-s")
    #expect(next.model.scope == .conflict, "\(next.text)")
    next.press("enter")
    let record = try Escalation.replay(
      try #require(try store.history(of: id)), policies: store.policyBook, now: Fixture.now)
    let milestone = try #require(record.work.plan.milestone("M1")).milestone
    #expect((milestone.title, milestone.owner) == ("Theirs", "Zoe"))
  }
}
