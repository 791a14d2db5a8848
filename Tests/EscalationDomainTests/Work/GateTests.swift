import Testing

@testable import EscalationDomain

@Suite("Gates: what stands in the way of closing")
struct GateTests {
  static let log = WorkTests.log { playbook in
    playbook.checklists = [
      Checklist(
        id: "after", label: "After", when: .afterResolution,
        items: [
          ChecklistItem(id: "review", label: "Review"),
          ChecklistItem(id: "visit", label: "Visit", applies: .by(.severity, ["S0": .yes])),
        ])
    ]
    playbook.gates = [
      Gate(id: "lists", label: "Decided", needs: .checklistsDecided),
      Gate(id: "cause", label: "Root cause", needs: .rootCause, overriddenBy: ["VP CS"]),
    ]
  }

  static func open(_ log: Log, _ now: Instant) throws -> [String] {
    let playbook = try #require(log.policies.current.playbooks["desk"]).value
    return try log.record(now).gates(of: playbook, zone: .utc, now: now).filter(\.blocks).map(\.sentence)
  }

  @Test func `closing at once does not pass by what is asked after the resolution`() throws {
    let cause = "Root cause (write down the root cause)"
    #expect(
      try Self.open(Self.log, "03-02 10:00") == ["Decided (undecided: after (once it is resolved): Review)", cause])
    var log = Self.log.then("03-02 10:00", .resolve)
    #expect(try Self.open(log, "03-02 10:30") == ["Decided (undecided: after: Review)", cause])
    log = try log.doing(
      .decideItem(ItemDecision(checklist: "after", item: "review", choice: .done), reason: nil), "03-02 11:00")
    #expect(try Self.open(log, "03-02 11:30") == [cause])
    // A reopening asks again.
    #expect(try Self.open(log.then("03-02 12:00", .reopen), "03-02 12:30").count == 2)
  }

  @Test func `closing says which gates were passed over, and by whose authority`() throws {
    var log = try Self.log.then("03-02 10:00", .resolve)
      .doing(.decideItem(ItemDecision(checklist: "after", item: "review", choice: .done), reason: nil), "03-02 11:00")
      .doing(.overrideGate(GateOverride(gate: "cause", authority: "vp cs"), reason: "Theirs"), "03-02 11:10")
    let passed = GateOverride(gate: "cause", authority: "VP CS")
    let closing = try log.drafts(.close(Closing(csat: 8), reason: nil), "03-02 12:00")
    #expect(closing.map(\.fact) == [.closed(Closing(csat: 8, passedOver: [passed]))])
    #expect(closing[0].fact.sentence(zone: .utc) == "closed · CSAT 8 · passed over the gate cause as VP CS")
    // What was passed over and then met all the same is not told.
    log = try log.doing(.amendResolution(Resolution(rootCause: "A full disk")), "03-02 11:20")
    #expect(try log.drafts(.close(Closing(), reason: nil), "03-02 12:00").map(\.fact) == [.closed(Closing())])
  }

  @Test(
    arguments: [
      (.step("fax"), .unknownStep("fax", known: ["call"])), (.step("call"), nil),
      (.healthStreak(days: 3), .playbookHasNoHealth("desk")), (.prevention(atLeast: 2), nil),
    ] as [(Gate.Condition, Refusal?)])
  func `a gate that nothing could meet is not added`(needs: Gate.Condition, refusal: Refusal?) {
    let add = Command.addGate(id: "own", label: "Own", needs: needs)
    if let refusal {
      #expect(throws: refusal) { try Self.log.doing(add, "03-02 10:00") }
    } else {
      #expect(throws: Never.self) { try Self.log.doing(add, "03-02 10:00") }
    }
  }

  @Test(
    arguments: [
      .addGate(id: "own", label: "Own", needs: .rootCause), .waiveGate("cause", reason: "r"),
      .overrideGate(GateOverride(gate: "cause", authority: "VP CS"), reason: "r"),
    ] as [Command])
  func `what is closed has no gates to change`(command: Command) {
    #expect(throws: Refusal.notOpen(.closed)) {
      try Self.log.then("03-02 10:00", .close).doing(command, "03-02 11:00")
    }
  }

  @Test(
    arguments: [
      ("nobody is known in the role", [:], "ann", .success(false)),
      ("the matrix names the actor", ["vp": "Ann"], "ann", .success(true)),
      ("it names somebody else", ["vp": "Bo"], "ann", .failure(.notInRole("VP CS", holders: ["Bo"]))),
      ("another line names somebody", ["lead": "Bo"], "ann", .success(false)),
    ] as [(String, [String: String], String, Result<Bool, Refusal>)])
  func `authority is checked against the contact matrix`(
    _ name: String, filled: [String: String], actor: String, expected: Result<Bool, Refusal>
  ) throws {
    let log = WorkTests.log { playbook in
      playbook.gates = [Gate(id: "cause", label: "Root cause", needs: .rootCause, overriddenBy: ["VP CS"])]
      playbook.contactMatrix = [
        ContactSlot(id: "lead", role: "CS team lead"), ContactSlot(id: "vp", role: "L3 VP CS"),
      ]
    }
    let team = GoverningTeam.team(filled)
    let decision = Decision(
      history: log.history, policies: log.policies, act: Act(actor: actor, now: "03-02 10:00"), team: team)
    let override = Command.overrideGate(GateOverride(gate: "cause", authority: "vp cs"), reason: "r")
    switch expected {
    case .failure(let refusal): #expect(throws: refusal) { try decision.decide(override) }
    case .success(let confirmed):
      #expect(
        try decision.decide(override).map(\.fact) == [
          .gateOverridden(GateOverride(gate: "cause", authority: "VP CS", confirmed: confirmed))
        ])
    }
  }
}

/// Lines of the contact matrix and who fills them.
private enum GoverningTeam {
  static func team(_ filled: [String: String]) -> Team {
    Team(
      filled.sorted { $0.key < $1.key }.enumerated().map { index, line in
        let at = Instant(Int64(index))
        let fact = TeamFact.slotFilled(slot: line.key, by: Contact(name: line.value))
        return ("desk", RegisterEntry(sequence: Int64(index + 1), occurred: at, recorded: at, actor: "bo", fact: fact))
      })
  }
}
