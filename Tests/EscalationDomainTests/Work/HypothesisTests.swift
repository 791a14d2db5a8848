import Testing

@testable import EscalationDomain

@Suite("The hypothesis menu: its first action, its deadline, the likely entry")
struct HypothesisTests {
  static func log(calendar: String? = nil) -> Log {
    var log = WorkTests.log { playbook in
      playbook.hypotheses = [
        Hypothesis(id: "champion", label: "The champion left", action: "Map", due: "5bd", dimension: "Relationship"),
        Hypothesis(id: "support", label: "A support issue", action: "Commit", due: "24h", dimension: "support"),
        Hypothesis(id: "renewal", label: "Late renewal", action: "Ask", due: "renewal-30d"),
        Hypothesis(id: "budget", label: "Budget pressure", action: "Talk", dimension: "financial"),
      ]
      playbook.health = HealthPolicy()
    }
    if let calendar { log = log.then("03-02 09:00", .accountChanged(AccountFacts(name: "Acme", calendar: calendar))) }
    return log.then("03-02 09:00", .assigned(owner: "Ann"))
  }

  static func commands(_ log: Log, _ statement: HypothesisStatement, _ now: Instant = "03-02 10:00") throws -> [Command]
  {
    try Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: now)).stating(statement)
  }

  /// From Monday 2 March, 10:00 UTC: New York opens at 14:00 that day, and from Sunday the 8th on at 13:00.
  @Test(
    arguments: [
      ("champion", nil, "03-09 10:00"), ("champion", "new-york", "03-09 13:00"), ("support", nil, "03-03 10:00"),
      ("renewal", nil, nil), ("budget", nil, nil),
    ] as [(String, String?, Instant?)])
  func `the first action is due by the playbook, on the account's calendar`(
    id: String, calendar: String?, due: Instant?
  ) throws {
    let log = Self.log(calendar: calendar)
    let commands = try Self.commands(log, HypothesisStatement(hypothesis: id, cause: " ", success: "s"))
    guard case .stateHypothesis(let statement) = commands.first,
      case .addTask(let title, let owner, let at, let origin) =
        commands.last
    else {
      Issue.record("\(commands)")
      return
    }
    let entry = try #require(log.policies.current.playbooks["desk"]?.value.hypotheses.first { $0.id == id })
    #expect((at, statement.deadline) == (due, due))
    #expect((title, owner, origin) == (entry.action, "Ann", "hypothesis:\(id)"))
    #expect((statement.cause, statement.intervention, statement.owner) == (entry.label, entry.action, "Ann"))
  }

  @Test func `what was said stands before what the menu says`() throws {
    let said = HypothesisStatement(
      hypothesis: "SUPPORT", cause: "Ticket 7", intervention: "Fix it", owner: "Bo", deadline: "03-05 10:00",
      success: "No ticket")
    let commands = try Self.commands(Self.log(), said)
    var filled = said
    filled.hypothesis = "support"
    #expect(commands.first == .stateHypothesis(filled))
    #expect(commands.last == .addTask(title: "Commit", owner: "Bo", due: "03-03 10:00", origin: "hypothesis:support"))
    #expect(throws: Refusal.self) { try Self.commands(Self.log(), HypothesisStatement(hypothesis: "x", cause: "")) }
    let alone = try Decision(
      history: Self.log().history, policies: Self.log().policies, act: Act(actor: "ann", now: "03-02 10:00")
    ).stating(said, addsAction: false)
    #expect(alone == [.stateHypothesis(filled)])
    // Off the menu nothing is added.
    let own = HypothesisStatement(cause: "Ours", owner: "Bo")
    #expect(try Self.commands(Self.log(), own) == [.stateHypothesis(own)])
  }

  @Test func `a first action that is under way is not added twice, one that is done is`() throws {
    let statement = HypothesisStatement(hypothesis: "support", cause: "", success: "s")
    var log = try Self.commands(Self.log(), statement).reduce(Self.log()) { try $0.doing($1, "03-02 10:00") }
    #expect(try log.lines("03-02 11:00", "task:T1") == ["#1 running due 03-03 10:00"])
    #expect(try log.record("03-02 11:00").work.hypotheses.map(\.value.deadline) == ["03-03 10:00"])
    #expect(try Self.commands(log, statement, "03-02 11:00").count == 1)
    log = try log.doing(.finishTask("T1", note: nil), "03-02 12:00")
    #expect(try Self.commands(log, statement, "03-02 12:30").count == 2)
  }

  @Test(
    arguments: [
      ([("support", 20), ("relationship", 30)], "support"), ([("relationship", 20), ("support", 20)], "champion"),
      ([("usage", 5), ("support", 20)], nil), ([], nil),
    ] as [([(String, Int)], String?)])
  func `the weakest dimension suggests the likely one`(scores: [(String, Int)], likely: String?) throws {
    let score = HealthScore(
      date: LocalDate(daysSinceEpoch: 20_514), composite: 40, dimensions: scores.map { .init($0.0, $0.1) })
    let log = Self.log().then("03-02 09:10", .scored(score))
    let playbook = try #require(log.policies.current.playbooks["desk"]).value
    #expect(try log.record("03-02 10:00").likelyHypothesis(of: playbook)?.id == likely)
  }

  @Test func `where health is watched a hypothesis is whole`() throws {
    let log = Self.log()
    var statement = HypothesisStatement(
      cause: "c", intervention: "i", owner: "o", deadline: "03-05 10:00", success: "s")
    #expect(try log.doing(.stateHypothesis(statement), "03-02 10:00").events.count == log.events.count + 1)
    (statement.intervention, statement.owner, statement.deadline, statement.success) = (nil, " ", nil, "")
    let refusal = #expect(throws: Refusal.self) { try log.doing(.stateHypothesis(statement), "03-02 10:00") }
    #expect(
      refusal?.sentence(zone: .utc)
        == "a hypothesis is not whole without the intervention, its owner, its deadline, what success is")
    // Elsewhere the cause is enough.
    #expect(try WorkTests.log().doing(.stateHypothesis(statement), "03-02 10:00").events.count == 2)
  }
}
