import Testing

@testable import EscalationDomain

/// Taking back in a register: which entries count, and which may be taken back.
@Suite struct `A register's log` {
  static func entry(_ sequence: Int64, _ fact: TeamFact, by actor: String = "ann") -> RegisterEntry<TeamFact> {
    let at: Instant = "03-02 09:00" + sequence * 60
    return RegisterEntry(sequence: sequence, occurred: at, recorded: at, actor: actor, fact: fact)
  }

  static func fill(_ slot: String, _ name: String) -> TeamFact { .slotFilled(slot: slot, by: Contact(name: name)) }

  static func log(_ facts: TeamFact...) -> RegisterLog<TeamFact> {
    RegisterLog(facts.enumerated().map { entry(Int64($0 + 1), $1) })
  }

  static let since = Refusal.changedSince(by: "ann", "03-02 09:00" + 120)

  @Test func `what was taken back counts no longer, until that is taken back`() {
    let one = Self.fill("L1", "Ann")
    #expect(Self.log(one, .takenBack(entry: 1)).effective.isEmpty)
    #expect(Self.log(one, .takenBack(entry: 1), .takenBack(entry: 2)).effective.map(\.sequence) == [1])
    let back = Self.log(one, .takenBack(entry: 1), .takenBack(entry: 2), .takenBack(entry: 1))
    #expect(back.effective.isEmpty)
  }

  static let cases: [(RegisterLog<TeamFact>, Int64, Refusal?)] = [
    (log(fill("L1", "Ann")), 1, nil),
    (log(fill("L1", "Ann")), 9, .nothingToUndo),
    (log(.assigned(.account("Acme"))), 1, .nothingToUndo),
    (log(fill("L1", "Ann"), fill("L1", "Bo")), 1, since),
    (log(fill("L1", "Ann"), fill("L2", "Bo")), 1, nil),
    (log(fill("L1", "Ann"), .takenBack(entry: 1)), 1, since),
    // What came after it went again.
    (log(fill("L1", "Ann"), fill("L1", "Bo"), .takenBack(entry: 2)), 1, nil),
    // Doing again.
    (log(fill("L1", "Ann"), .takenBack(entry: 1)), 2, nil),
    (log(fill("L1", "Ann"), .takenBack(entry: 1), fill("L1", "Cy")), 2, .changedSince(by: "ann", "03-02 09:03")),
    // What came before it was taken back too: that comes again first.
    (
      log(fill("L1", "Ann"), fill("L1", "Bo"), .takenBack(entry: 2), .takenBack(entry: 1)), 3,
      .changedSince(by: "ann", "03-02 09:04")
    ),
    (log(fill("L1", "Ann"), fill("L1", "Bo"), .takenBack(entry: 2), .takenBack(entry: 1)), 4, nil),
    (
      log(fill("L1", "Ann"), fill("L1", "Bo"), .takenBack(entry: 2), .takenBack(entry: 1), .takenBack(entry: 4)), 3, nil
    ),
  ]

  @Test(arguments: cases) func `only what still stands goes back`(
    log: RegisterLog<TeamFact>, entry: Int64, refusal: Refusal?
  ) {
    var thrown: Refusal?
    do { try log.check(takingBack: entry) } catch { thrown = error as? Refusal }
    #expect(thrown == refusal)
  }

  @Test func `a team stands as it did`() throws {
    let facts = [Self.fill("L1", "Ann"), Self.fill("L1", "Bo")]
    let team = Team(facts.enumerated().map { ("desk", Self.entry(Int64($0 + 1), $1)) })
    #expect(
      try team.reversing(2, of: "desk") == [RegisterChange(what: "L1", before: "Bo", after: "Ann")])
  }

  @Test func `a closed risk opens again with the next look it had`() throws {
    let entries = `The Risk Register`.entries(
      .registered(`The Risk Register`.entry), .reviewed(next: `The Risk Register`.today.adding(days: 7), note: nil),
      .closed, .takenBack(entry: 3), .takenBack(entry: 2))
    let risk = try #require(Risk(RiskID("R-1"), entries))
    #expect(risk.status == .open)
    #expect((risk.entry.nextReview, risk.lastReview) == (nil, nil))
    #expect(risk.changed == "03-02 09:04")
    #expect(throws: Refusal.nothingToUndo) { try risk.log.check(takingBack: 1) }
  }
}
