import EscalationDomain
import Screen
import Testing

@testable import Console

/// Tuesday 3 March 2026, in a week whose Thursday is closed.
@Suite struct SlotRemarkTests {
  @Test func `a cadence says how far it came this week, also where only open clocks show`() throws {
    let store = FakeStore(Fixture.policies)
    let opening = Opening(
      title: "Slow reports", account: AccountFacts(name: "Acme"), playbook: "risk", edition: 1, severity: "S3")
    _ = try store.open(
      opening, id: EscalationID("W-1"), act: Act(actor: "ann", now: Fixture.at("2026-02-16T10:00:00Z")))
    // Weekly from a Monday: this serves Monday 2 March, the next is a week later.
    _ = try store.perform(
      .update(CustomerUpdate(text: "Nearly there")), on: EscalationID("W-1"),
      act: Act(actor: "ann", now: Fixture.at("2026-02-27T10:00:00Z")))
    let console = Scene(store, size: Size(columns: 240, rows: 60))
    #expect(console.text.contains("1 of 1 serv"), "in the preview")
    console.press("enter")
    #expect(console.text.contains("1 of 1 served, 3 w"))
  }
}
