import Testing

@testable import EscalationDomain

@Suite struct `Which playbook governs a new escalation` {
  static func team(_ facts: [(String, TeamFact)]) -> Team {
    Team(
      facts.enumerated().map { index, fact in
        let at = Instant(Int64(index))
        return (
          fact.0,
          RegisterEntry(sequence: Int64(index + 1), occurred: at, recorded: at, actor: "ann", fact: fact.1)
        )
      })
  }

  static let assigned = team([
    ("ladder", .assigned(.account("acme"))), ("desk", .assigned(.segment("Enterprise"))),
    ("ladder", .assigned(.segment("SMB"))), ("ladder", .unassigned(.segment("smb"))),
  ])

  struct Row: Sendable, CustomTestStringConvertible {
    var asked: String?
    var account: String
    var segment: String?
    var grade: String?
    var signal: String?
    var id: String
    var testDescription: String { "\(asked ?? "-") \(account) \(segment ?? "-") \(grade ?? "-") \(signal ?? "-")" }
  }

  @Test(arguments: [
    Row(account: "ACME", segment: "Enterprise", grade: "S1", id: "ladder"),
    Row(asked: "desk", account: "Acme", id: "desk"),
    Row(account: "Beta", segment: "enterprise", grade: "L1", id: "desk"),
    Row(account: "Beta", segment: "SMB", grade: "l2", id: "ladder"),
    Row(account: "Beta", grade: "critical", id: "desk"),
    Row(account: "Beta", signal: "legal", id: "ladder"),
    Row(account: "Beta", signal: "disputed payment", id: "ladder"),
    Row(account: "Beta", grade: "S3", signal: "sponsor-left", id: "desk"),
    Row(account: "Beta", signal: "renewal", id: "desk"),
  ])
  func `the asked, the account's, the segment's, the one that has the words`(row: Row) throws {
    let playbook = try OpeningDesk.policy.governing(
      asked: row.asked, account: AccountFacts(name: row.account, segment: row.segment), team: Self.assigned,
      grade: row.grade, signal: row.signal)
    #expect(playbook.id == row.id)
  }

  @Test(
    arguments: [
      (nil, nil, .playbookUnclear(known: ["S0", "S1", "S2", "S3"])),
      ("P1", nil, .noPlaybookHas("P1", known: ["desk", "ladder"])),
      (nil, "sponsor-left", .severalPlaybooksHave("sponsor-left", ["desk", "ladder"])),
      ("S1", "legal", .unknownSignal("legal", known: OpeningDesk.desk.signals.map(\.id).sorted())),
    ] as [(String?, String?, Refusal)])
  func `what does not tell is refused`(grade: String?, signal: String?, refusal: Refusal) {
    #expect(throws: refusal) {
      try OpeningDesk.policy.governing(
        asked: nil, account: AccountFacts(name: "Beta"), team: Team(), grade: grade, signal: signal)
    }
  }
}

@Suite struct `What the team says about itself` {
  static var policy: Policy {
    var policy = OpeningDesk.policy
    policy.playbooks["desk"]?.value.contactMatrix = [ContactSlot(id: "L1", role: "CSM")]
    return policy
  }

  func decide(_ fact: TeamFact, _ playbook: String = "desk", _ team: Team = Team(), at now: Instant = "03-02 09:00")
    throws -> TeamFact
  {
    try TeamDecision.decide(fact, of: playbook, policy: Self.policy, team: team, act: Act(actor: "ann", now: now))
  }

  @Test func `a line is filled by its name in any case`() throws {
    let ann = Contact(name: " Ann ", role: "x", phone: "1")
    #expect(
      try decide(.slotFilled(slot: "l1", by: ann)) == .slotFilled(slot: "L1", by: Contact(name: "Ann", phone: "1")))
  }

  @Test func `the newest word counts`() {
    let bo = Contact(name: "Bo")
    let team = `Which playbook governs a new escalation`.team([
      ("desk", .slotFilled(slot: "L1", by: Contact(name: "Ann"))), ("desk", .slotFilled(slot: "L1", by: bo)),
      ("desk", .assigned(.account("Acme"))), ("ladder", .assigned(.account("ACME"))),
    ])
    #expect(team.filled("L1", of: "desk")?.contact == bo)
    #expect(team.filled("L1", of: "ladder") == nil)
    #expect(team.assignments.map(\.playbook) == ["ladder"])
  }

  @Test func refusals() {
    let team = `Which playbook governs a new escalation`.team([
      ("desk", .slotFilled(slot: "L1", by: Contact(name: "Ann"))), ("desk", .assigned(.account("Acme"))),
    ])
    let rows: [(TeamFact, String, Refusal)] = [
      (.slotFilled(slot: "L9", by: Contact(name: "Ann")), "desk", .unknownSlot("L9", known: ["L1"])),
      (.slotFilled(slot: "L1", by: Contact(name: " ")), "desk", .textRequired("a name")),
      (.slotFilled(slot: "L1", by: Contact(name: "Ann")), "desk", .nothingToChange),
      (.slotFilled(slot: "L1", by: Contact(name: "A\0")), "desk", .unreadableText("A\0")),
      (.slotCleared(slot: "L1"), "ladder", .unknownSlot("L1", known: [])),
      (.assigned(.account("acme")), "desk", .nothingToChange),
      (.assigned(.segment(" ")), "desk", .textRequired("an account or a segment")),
      (.assigned(.account("Acme")), "none", .unknownPlaybook("none", known: ["desk", "ladder"])),
      (.unassigned(.account("Acme")), "ladder", .notAssigned(.account("Acme"))),
      (.unassigned(.segment("Acme")), "desk", .notAssigned(.segment("Acme"))),
    ]
    for (fact, playbook, refusal) in rows {
      #expect(throws: refusal) { try decide(fact, playbook, team) }
    }
    #expect(throws: Refusal.laterActExists(Instant(1))) {
      try decide(.slotCleared(slot: "L1"), "desk", team, at: Instant(0))
    }
  }
}

@Suite struct `A grade that is an id here and a name there` {
  static let policy: Policy = {
    var policy = OpeningDesk.policy
    policy.playbooks["ladder"]?.value.severities = [
      Grade(id: "High", name: "High", band: 2), Grade(id: "Low", name: "Low", band: 4),
    ]
    policy.playbooks["desk"]?.value.severities = [
      Grade(id: "S1", name: "High", band: 2), Grade(id: "S9", name: "Grave", band: 1),
    ]
    return policy
  }()

  @Test(arguments: [("High", "ladder"), ("high", "ladder"), ("LOW", "ladder"), ("S1", "desk"), ("grave", "desk")])
  func `the id decides`(grade: String, playbook: String) throws {
    let found = try Self.policy.governing(
      asked: nil, account: AccountFacts(name: "Beta"), team: Team(), grade: grade, signal: nil)
    #expect(found.id == playbook)
  }

  @Test func `two ids alike are still asked about`() {
    var policy = Self.policy
    policy.playbooks["desk"]?.value.severities.append(Grade(id: "high", name: "h", band: 3))
    #expect(throws: Refusal.severalPlaybooksHave("High", ["desk", "ladder"])) {
      try policy.governing(asked: nil, account: AccountFacts(name: "Beta"), team: Team(), grade: "High", signal: nil)
    }
  }
}
