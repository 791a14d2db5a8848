import EscalationDomain
import Screen
import Testing

@testable import Console

/// What is done on a risk from the screen: the same facts as the command line writes.
@Suite struct RiskFlowTests {
  /// In the register, on the open risk R-1, or on another.
  private func risk(_ id: String = "R-1", _ store: FakeStore, access: Access = .full) -> Scene {
    let console = Scene(store, access: access)
    console.press("5", "A", "g")
    for _ in 0..<40 where console.model.register.selectedRow?.id.text != id { console.press("j") }
    #expect(console.model.register.selectedRow?.id.text == id)
    return console
  }

  @Test func `everything of it shows, and what became an escalation leads there`() throws {
    let store = try Fixture.registerStore()
    let console = risk("R-1", store)
    console.press("enter")
    #expect(console.model.scope == .risk)
    for words in ["The champion may leave", "16: likelihood 4 × impact 4", "2026-02-20, overdue", "USD 830,000"] {
      #expect(console.text.contains(words), "\(words)")
    }
    console.press("esc")
    #expect(console.model.scope == .register)
    let other = risk("R-2", store)
    other.press("enter", "enter")
    #expect(other.model.place == .escalation(EscalationPlace(id: EscalationID("W-6"))))
  }

  @Test func `a review is recorded with the next look`() throws {
    let store = try Fixture.registerStore()
    let console = risk("R-1", store)
    console.press("w", "ctrl-u", "text:+14d", "tab", "text:still there", "ctrl-s")
    #expect(store.riskFacts.last == .reviewed(next: LocalDate(iso: "2026-03-17"), note: "still there"))
    #expect(console.model.register.risk?.row.nextReview == LocalDate(iso: "2026-03-17"))
    #expect(console.model.drafts.isEmpty && console.model.overlay == nil)
  }

  @Test(arguments: [
    (["w", "ctrl-u", "text:soon"], FormField.ID.review), (["w", "ctrl-u", "text:2026-01-01"], .review),
    (["C"], .reason), (["P"], .neededBy),
    (["e"] + Array(repeating: "shift-tab", count: 4) + ["ctrl-u", "text:26"], .residual),
    (["e"] + Array(repeating: "shift-tab", count: 2) + ["ctrl-u", "text:much"], .exposed),
  ])
  func `what is wrong is said at its field, and nothing is written`(keys: [String], field: FormField.ID) throws {
    let store = try Fixture.registerStore()
    let before = store.riskFacts.count
    let console = risk("R-1", store)
    for key in keys { console.press(key) }
    console.press("ctrl-s")
    guard case .form(let form) = console.model.overlay else {
      Issue.record("no form")
      return
    }
    #expect(form.problems[field] != nil, "\(form.problems)")
    #expect(store.riskFacts.count == before)
  }

  @Test func `an assessment changes what was changed and nothing else`() throws {
    let store = try Fixture.registerStore()
    let before = try #require(try store.risk(RiskID("R-1"), now: Fixture.now)).risk.entry
    let console = risk("R-1", store)
    console.press("e", "right", "ctrl-s")
    var after = before
    after.likelihood = 5
    #expect(store.riskFacts.last == .revised(after))
    #expect(console.model.register.risk?.row.inherent == 20)
    console.press("e", "ctrl-s")
    #expect(console.model.toasts.contains { $0.kind == .failed }, "the same again is refused with its reason")
  }

  @Test func `closing takes it off the open ones with the reason`() throws {
    let store = try Fixture.registerStore()
    let console = risk("R-1", store)
    console.press("C", "text:They signed", "ctrl-s")
    #expect(try store.risk(RiskID("R-1"), now: Fixture.now)?.entries.last?.why == "They signed")
    console.press("C")
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text.contains("it is closed") ?? false)
  }

  @Test func `a promotion shows every deadline before it opens anything`() throws {
    let store = try Fixture.registerStore()
    let console = risk("R-1", store)
    console.press("P", "text:fri 17:00", "ctrl-s")
    #expect(console.model.scope == .confirmation, "\(console.text)")
    #expect(console.text.contains("It opens for Contoso Bank"))
    #expect(try store.history(of: EscalationID("W-7")) == nil, "nothing before yes")
    console.press("y")
    let events = try #require(try store.history(of: EscalationID("W-7"))).events
    guard case .opened(let opening) = events.first?.fact else {
      Issue.record("no opening")
      return
    }
    #expect((opening.title, opening.risk, opening.playbook) == ("The champion may leave", "R-1", "risk"))
    #expect((opening.owner, opening.signal) == ("Bo Chen", "sponsor-left"))
    #expect(opening.account == (try store.account("Contoso Bank")))
    #expect(opening.neededBy == Fixture.at("2026-03-06T16:00:00Z"))
    #expect(store.riskFacts.last == .promoted(EscalationID("W-7")))
    #expect(console.model.board.row(EscalationID("W-7")) != nil, "it is on the board")
    console.press("P")
    #expect(console.model.toasts.last?.text == "promote: it is W-7 already")
  }

  @Test func `a new risk is put into the register`() throws {
    let store = try Fixture.registerStore()
    let console = Scene(store)
    console.press("5", "N", "text:Wingtip", "tab", "text:Budget is frozen", "tab", "5", "tab", "4", "ctrl-s")
    guard case .registered(let entry) = store.riskFacts.last else {
      Issue.record("nothing was registered: \(console.text)")
      return
    }
    #expect((entry.account, entry.title, entry.likelihood, entry.impactScore) == ("Wingtip", "Budget is frozen", 5, 4))
    #expect((entry.identifiedBy, entry.identifiedOn) == ("Ann Lee", LocalDate(iso: "2026-03-03")))
    #expect(console.model.register.rows.contains { $0.id.text == "R-4" })
  }

  @Test func `what was typed and left is offered again`() throws {
    let console = risk("R-1", try Fixture.registerStore())
    console.press("w", "tab", "text:half a thought", "esc", "w")
    #expect(console.text.contains("half a thought"))
    #expect(console.text.contains("Your draft is back"))
  }

  @Test(arguments: ["e", "w", "C", "P", "N"]) func `whoever only looks is told so`(key: String) throws {
    let store = try Fixture.registerStore()
    let before = store.riskFacts
    let console = risk("R-1", store, access: .readOnly("looking only"))
    console.press(key)
    #expect(console.model.overlay == nil)
    #expect(console.model.toasts.last?.text.contains("looking only") ?? false)
    #expect(store.riskFacts == before)
  }
}
