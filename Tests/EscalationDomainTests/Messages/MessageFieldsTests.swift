import Testing

@testable import EscalationDomain

@Suite("What a message can say of a record")
struct MessageFieldsTests {
  static let playbook: Playbook = {
    var playbook = Desk.playbook([rule("4h")])
    playbook.signals = [Signal(id: "outage", family: "support", label: "An outage")]
    playbook.room.roles = ["Customer lead"]
    return playbook
  }()

  static func log() -> Log {
    Log(policies: PolicyBook(Desk.policy(playbook)), opened: "03-02 09:00") { opening in
      opening.account = AccountFacts(
        name: "Acme", segment: "Enterprise", arr: Money(minorUnits: 12_000_000, currency: "USD"),
        renewal: LocalDate(iso: "2026-06-30"))
      opening.owner = "bob"
      opening.details = "Orders are lost"
      opening.signal = "outage"
      opening.contacts = [Contact(name: "Ann Lee", role: "sponsor"), Contact(name: "Joe")]
    }
  }

  static func fields(
    _ log: Log, _ now: Instant, _ audience: SentMessage.Audience = .internal, to: [String] = [], next: Instant? = nil,
    given: [String: MessageFields.Value] = [:]
  ) throws -> MessageFields {
    let source = MessageFields.Source(
      try log.record(now), playbook: playbook, history: log.history, actor: "ann", to: to, next: next)
    let template = MessageTemplate(id: "t", label: "T", audience: audience, body: "")
    return MessageFields(source, for: template, given: given, zone: .utc)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var log: Log
    var field: String
    /// None where it is missing.
    var value: String?

    init(_ description: String, _ log: Log, _ field: String, _ value: String?) {
      (testDescription, self.log, self.field, self.value) = (description, log, field, value)
    }
  }

  static let worked = log()
    .then("03-02 09:30", .marked("call"))
    .then("03-02 10:00", .taskAdded(ActionItem(id: "T1", title: "Roll back")))
    .then("03-02 10:00", .taskAdded(ActionItem(id: "T2", title: "Call Ann", owner: "bob", due: "03-03 12:00")))
    .then("03-02 10:00", .taskAdded(ActionItem(id: "T3", title: "Read logs", due: "03-02 12:00")))
    .then("03-02 10:30", .taskDone(id: "T3", note: "a full disk"))
    .then("03-02 10:40", .hypothesisStated(HypothesisStatement(cause: "A full disk", intervention: "Clean up")))
    .then("03-02 10:50", .notified(Notification(who: ["AE", "VP"], channel: "email")))
    .then("03-02 10:51", .notified(Notification(who: ["ae"], channel: "call")))
    .then("03-02 10:52", .roleGiven(RoleGiven(role: "Customer lead", to: "eve")))
    .then(
      "03-02 10:55",
      .scored(
        HealthScore(
          date: Zone.utc.local("03-02 10:55").date, composite: 42,
          dimensions: [.init("usage", 30), .init("support", 55)])))

  static let solved = worked.then(
    "03-02 11:00",
    .resolved(Resolution(summary: "More disk", rootCause: "No alarm", prevention: ["An alarm", "A quota"])))

  /// With a plan: M1 done, M2 late, M3 dropped, M4 without a date.
  static let planned = log()
    .then(
      "03-02 09:10",
      .planWritten(
        PlanChange(
          problem: "Sync loses orders", outcome: "None is lost",
          metric: SuccessMetric(name: "lost orders", baseline: "40", target: "0", now: "12"),
          exitCriteria: ["30 days without", "signed off"], verifier: "Bo"))
    )
    .then("03-02 09:20", .milestoneAdded(Milestone(id: "M1", title: "Find it", owner: "ann", due: "03-02 12:00")))
    .then("03-02 09:20", .milestoneAdded(Milestone(id: "M2", title: "Mend it", owner: "bob", due: "03-02 11:00")))
    .then("03-02 09:20", .milestoneAdded(Milestone(id: "M3", title: "Forget it")))
    .then("03-02 09:20", .milestoneAdded(Milestone(id: "M4", title: "Watch it")))
    .then("03-02 10:00", .milestoneDone(id: "M1", evidence: "the log"))
    .then("03-02 10:00", .milestoneDropped(id: "M3"))
    .then("03-02 10:00", .planLookSet(.review, due: "03-30 09:00"))
    .then("03-02 10:00", .planSignedOff(by: "Ann Lee"))

  static let cases: [Case] = [
    Case("the plan's problem", planned, "problem", "Sync loses orders"),
    Case("without one the title", worked, "problem", "Exports fail"),
    Case("outcome", planned, "outcome", "None is lost"), Case("metric", planned, "metric", "lost orders"),
    Case("baseline", planned, "baseline", "40"), Case("goal", planned, "goal", "0"), Case("now", planned, "now", "12"),
    Case("exit criteria", planned, "exit_criteria", "30 days without; signed off"),
    Case("verifier", planned, "verified_by", "Bo"),
    Case("review", planned, "effectiveness_review", "Mon 2026-03-30 09:00 UTC"),
    Case("sign-off", planned, "customer_sign_off", "Ann Lee, Mon 2026-03-02 10:00 UTC"),
    Case(
      "milestones", planned, "milestones",
      "Find it (done Mon 2026-03-02 10:00 UTC); Mend it (bob, by Mon 2026-03-02 11:00 UTC, late); Watch it"),
    Case("what is ahead", planned, "ahead", "Mend it (bob, by Mon 2026-03-02 11:00 UTC, late); Watch it"),
    Case("the next milestone is the next step", planned, "next_step", "Mend it (bob, by Mon 2026-03-02 11:00 UTC)"),
    Case("no plan, no outcome", worked, "outcome", nil),
    Case("its name is the ticket", log(), "ticket", "W-1"), Case("title", log(), "issue", "Exports fail"),
    Case("grade with its name", log(), "severity", "S1 High"), Case("no level yet", log(), "level", nil),
    Case("account", log(), "customer", "Acme"), Case("ARR in full", log(), "arr", "USD 120,000"),
    Case("renewal", log(), "renewal", "2026-06-30"), Case("segment", log(), "segment", "Enterprise"),
    Case("impact from the details", log(), "impact", "Orders are lost"),
    Case("owner", log(), "point_of_contact", "bob"),
    Case("who writes", log(), "sender", "ann"), Case("the signal's words", log(), "signal", "An outage"),
    Case("first contact", log(), "contact", "Ann Lee"), Case("contacts", log(), "contacts", "Ann Lee (sponsor); Joe"),
    Case("when", log(), "opened", "Mon 2026-03-02 09:00 UTC"), Case("who", log(), "identified_by", "ann"),
    Case("no cause yet", log(), "cause", nil), Case("no cure yet", log(), "fix", nil),
    Case("no task yet", log(), "next_step", nil), Case("nothing tried yet", log(), "tried", nil),
    Case("nobody told yet", log(), "notified", nil), Case("no score yet", log(), "health", nil),
    Case("no time promised", log(), "next_update", nil), Case("no needed-by", log(), "needed_by", nil),
    Case(
      "needed by", log().then("03-02 10:00", .neededBySet("03-04 17:00")), "needed_by", "Wed 2026-03-04 17:00 UTC"),
    Case("what is due first is next", worked, "next_step", "Call Ann (bob, by Tue 2026-03-03 12:00 UTC)"),
    Case("open tasks", worked, "milestones", "Call Ann (bob, by Tue 2026-03-03 12:00 UTC); Roll back"),
    Case("what was done", worked, "tried", "Call the customer; Read logs: a full disk"),
    Case("a supposed cause", worked, "cause", "A full disk"), Case("is no root cause", worked, "root_cause", nil),
    Case("each once", worked, "notified", "AE; VP"), Case("a role", worked, "customer_lead", "eve"),
    Case("health", worked, "health", "42 of 100"), Case("weakest", worked, "weakest", "usage"),
    Case("the root cause goes before", solved, "cause", "No alarm"), Case("cure", solved, "fix", "More disk"),
    Case("prevention", solved, "prevention", "An alarm; A quota"),
    Case("when it was resolved", solved, "resolved", "Mon 2026-03-02 11:00 UTC"),
    Case("status", solved, "status", "resolved"),
  ]

  @Test(arguments: cases)
  func filled(_ row: Case) throws {
    #expect(try Self.fields(row.log, "03-02 12:00").values[row.field]?.text == row.value)
  }

  /// Everything that the team writes for itself.
  @Test(arguments: [
    "details", "impact", "signal", "stage", "segment", "arr", "renewal", "health", "dimensions", "weakest", "cause",
    "hypothesis", "intervention", "next_step", "milestones", "tried", "notified", "timeline", "identified_by",
  ])
  func `what the team wrote for itself is not said to the customer`(_ field: String) throws {
    let solved = Self.solved
    if field != "stage" { #expect(try Self.fields(solved, "03-02 12:00").values[field] != nil) }
    #expect(try Self.fields(solved, "03-02 12:00", .customer).values[field] == nil)
    let given = try Self.fields(solved, "03-02 12:00", .customer, given: [field: .text("as we say it")])
    #expect(given.values[field] == .text("as we say it"))
  }

  @Test(arguments: [
    "outcome", "metric", "baseline", "goal", "now", "exit_criteria", "verified_by", "milestones", "ahead",
  ])
  func `what the plan says is the team's`(_ field: String) throws {
    #expect(try Self.fields(Self.planned, "03-02 12:00").values[field] != nil)
    #expect(try Self.fields(Self.planned, "03-02 12:00", .customer).values[field] == nil)
  }

  @Test func `to the customer the problem is the title`() throws {
    let values = try Self.fields(Self.planned, "03-02 12:00", .customer).values
    #expect(values["problem"] == .text("Exports fail"))
  }

  @Test(arguments: ["title", "account", "contact", "owner", "root_cause", "fix", "prevention", "next_update", "ticket"])
  func `what the customer may read is said`(_ field: String) throws {
    #expect(try Self.fields(Self.solved, "03-02 12:00", .customer, next: "03-02 15:00").values[field] != nil)
  }

  @Test func `what is given goes first, and a blank takes away`() throws {
    let fields = try Self.fields(
      Self.log(), "03-02 12:00", .customer, to: ["Joe"], next: "03-03 09:00",
      given: ["impact": .text("All of Europe"), "owner": .text(" "), "links": .list(["a", ""])])
    #expect(fields.values["impact"] == .text("All of Europe"))
    #expect(fields.values["owner"] == nil)
    #expect(fields.values["links"] == .list(["a"]))
    #expect(fields.values["contact"] == .text("Joe"))
    #expect(fields.values["next_update"] == .text("Tue 2026-03-03 09:00 UTC"))
  }

  @Test func `the customer's contact is not who reads inside`() throws {
    let log = Self.log()
    #expect(try Self.fields(log, "03-02 12:00", to: ["VP"]).values["contact"] == .text("Ann Lee"))
    #expect(try Self.fields(log, "03-02 12:00", .customer, to: ["Joe"]).values["contact"] == .text("Joe"))
  }

  static let risk = RiskEntry(
    title: "R", account: "Acme", category: "people", description: "d", cause: "A new CIO", impact: "No one defends us",
    likelihood: 4, impactScore: 3, response: .reduce, contingency: "Map others", residual: 6,
    identifiedOn: LocalDate(daysSinceEpoch: 20_500), identifiedBy: "eve",
    nextReview: LocalDate(daysSinceEpoch: 20_520), arrExposed: Money(minorUnits: 500, currency: "EUR"))

  @Test func `a record that came from the register says what its entry says`() throws {
    func values(_ log: Log, _ template: MessageTemplate) throws -> [String: MessageFields.Value] {
      var source = MessageFields.Source(
        try log.record("03-02 12:00"), playbook: Self.playbook, history: log.history, actor: "ann")
      source.risk = Self.risk
      return MessageFields(source, for: template, zone: .utc).values
    }
    let names = [
      "category", "cause", "impact", "likelihood", "impact_score", "inherent_score", "residual_score", "response",
      "contingency", "identified_by", "identified_on", "next_review", "arr_exposed", "arr",
    ]
    // Also where the details are told as such: the entry's impact is another text.
    let template = MessageTemplate(id: "t", label: "T", fields: names + ["description"], body: "")
    let expected = [
      "people", "A new CIO", "No one defends us", "4", "3", "12", "6", "reduce", "Map others", "eve", "2026-02-16",
      "2026-03-08", "EUR 5", "USD 120,000",
    ]
    let told = try values(Self.log(), template)
    #expect(names.map { told[$0]?.text } == expected)
    #expect(told["description"]?.text == "Orders are lost")
    // What was found out since goes before.
    #expect(try values(Self.solved, template)["cause"]?.text == "No alarm")
    let customer = MessageTemplate(id: "t", label: "T", audience: .customer, fields: names, body: "")
    #expect(try values(Self.log(), customer).keys.filter(names.contains).sorted() == ["identified_on"])
  }

  @Test func `the details are told once`() throws {
    let source = MessageFields.Source(
      try Self.log().record("03-02 12:00"), playbook: Self.playbook, history: Self.log().history, actor: "ann")
    let template = MessageTemplate(id: "t", label: "T", fields: ["impact"], optional: ["situation"], body: "")
    #expect(MessageFields(source, for: template, zone: .utc).missing(for: template) == ["impact"])
    #expect(MessageFields(source, for: template, zone: .utc).values["situation"] == .text("Orders are lost"))
  }

  @Test func `what was taken back is not told`() throws {
    let log = Self.log().then("03-02 09:30", .noted(text: "a slip")).then("03-02 09:31", .undone(event: 2))
    let timeline = try Self.fields(log, "03-02 12:00").values["timeline"]?.text ?? ""
    #expect(!timeline.contains("2026-03-02 09:30 a slip"))
    #expect(timeline.contains("opened as S1"))
  }

  @Test func `missing is what a template requires and nobody gave, in its order`() throws {
    let template = MessageTemplate(
      id: "t", label: "T", fields: ["ask", "title", "cause"], optional: ["workaround"], body: "")
    #expect(try Self.fields(Self.log(), "03-02 12:00").missing(for: template) == ["ask", "cause"])
    #expect(
      try Self.fields(Self.log(), "03-02 12:00", given: ["ask": .text("Hands")]).missing(for: template) == ["cause"])
  }

  /// A name must mean one thing: two rows of the table would fight over it.
  @Test func `no field has two worths`() {
    let names = MessageFields.Field.all.flatMap(\.names)
    #expect(Set(names).count == names.count)
  }
}
