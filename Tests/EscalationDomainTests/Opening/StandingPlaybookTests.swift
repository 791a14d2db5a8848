import Testing

@testable import EscalationDomain

/// The playbook that is set for where nothing else decides.
@Suite struct StandingPlaybookTests {
  @Test(
    arguments: [
      (nil, nil, "ladder"), (nil, "sponsor-left", "ladder"), ("critical", nil, "desk"), (nil, "legal", "ladder"),
    ] as [(String?, String?, String)])
  func decidesLast(grade: String?, signal: String?, id: String) throws {
    let playbook = try OpeningDesk.policy.governing(
      asked: nil, account: AccountFacts(name: "Beta"), team: Team(), grade: grade, signal: signal, standing: "ladder")
    #expect(playbook.id == id)
  }

  @Test func anUnknownOneIsSaid() {
    #expect(throws: Refusal.unknownPlaybook("none", known: ["desk", "ladder"])) {
      try OpeningDesk.policy.governing(
        asked: nil, account: AccountFacts(name: "Beta"), team: Team(), grade: nil, signal: nil, standing: "none")
    }
  }
}
