import Testing

@testable import EscalationDomain

@Suite("Which words fit where a record stands")
struct FitTests {
  static let playbook: Playbook = {
    var playbook = Desk.playbook([rule("4h")])
    playbook.templates = [
      MessageTemplate(id: "alert", label: "Alert", countsAs: [.notification], body: "b"),
      MessageTemplate(
        id: "done", label: "Done", audience: .customer, countsAs: [.substantive], fields: ["root_cause"], body: "b"),
      MessageTemplate(id: "status", label: "Status", audience: .customer, countsAs: [.substantive], body: "b"),
      MessageTemplate(id: "later", label: "Later", audience: .customer, body: "b"),
      MessageTemplate(id: "hello", label: "Hello", audience: .customer, countsAs: [.acknowledgement], body: "b"),
    ]
    playbook.signals = [Signal(id: "outage", family: "support", label: "An outage")]
    playbook.guidance = [
      GuidanceCard(id: "elsewhere", title: "E", fits: ["something-else"]), GuidanceCard(id: "anywhere", title: "A"),
      GuidanceCard(id: "words", title: "W", fits: ["hello"]), GuidanceCard(id: "calling", title: "C", fits: ["call"]),
      GuidanceCard(id: "outages", title: "O", fits: ["hello", "outage"]),
    ]
    return playbook
  }()

  static let log = Log(policies: PolicyBook(Desk.policy(playbook))) { $0.signal = "outage" }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var log: Log
    var templates: [String]
    var cards: [String]
  }

  static let cases = [
    Case(
      testDescription: "new: the first response, and what goes with the signal, the open step, the message", log: log,
      templates: ["hello", "alert", "done", "status", "later"],
      cases: "outages calling words anywhere elsewhere"),
    Case(
      testDescription: "under way: an update", log: log.then("03-02 10:00", .ack),
      templates: ["status", "alert", "done", "later", "hello"], cases: "outages calling anywhere elsewhere words"),
    Case(
      testDescription: "the step done", log: log.then("03-02 10:00", .ack).then("03-02 10:01", .marked("call")),
      templates: ["status", "alert", "done", "later", "hello"], cases: "outages anywhere elsewhere words calling"),
    Case(
      testDescription: "resolved: how it was", log: log.then("03-02 10:00", .ack).then("03-02 11:00", .resolve),
      templates: ["done", "alert", "status", "later", "hello"], cases: "outages calling anywhere elsewhere words"),
    Case(
      testDescription: "the customer knows how: a later word",
      log: log.then("03-02 10:00", .ack).then("03-02 11:00", .resolve)
        .then("03-02 11:30", .messageSent(SentMessage(template: "done", audience: .customer, body: "b"))),
      templates: ["later", "alert", "done", "status", "hello"], cases: "outages calling anywhere elsewhere words"),
    Case(
      testDescription: "reopened: the first response again",
      log: log.then("03-02 10:00", .ack).then("03-02 10:30", .resolve).then("03-02 11:00", .reopen),
      templates: ["hello", "alert", "done", "status", "later"], cases: "outages calling words anywhere elsewhere"),
    Case(
      testDescription: "reopened and answered: an update",
      log: log.then("03-02 10:00", .ack).then("03-02 10:30", .resolve).then("03-02 11:00", .reopen)
        .then("03-02 11:30", .ack),
      templates: ["status", "alert", "done", "later", "hello"], cases: "outages calling anywhere elsewhere words"),
    Case(
      testDescription: "reopened and resolved again: how it was this time",
      log: log.then("03-02 10:00", .resolve)
        .then("03-02 10:30", .messageSent(SentMessage(template: "done", audience: .customer, body: "b")))
        .then("03-02 11:00", .reopen).then("03-02 11:30", .resolve),
      templates: ["done", "alert", "status", "later", "hello"], cases: "outages calling anywhere elsewhere words"),
    Case(
      testDescription: "closed: nothing to the customer", log: log.then("03-02 11:00", .close), templates: ["alert"],
      cases: "outages anywhere elsewhere words calling"),
  ]

  @Test(arguments: cases)
  func order(_ row: Case) throws {
    let record = try row.log.record("03-02 12:00")
    #expect(record.templates(of: Self.playbook).map(\.id) == row.templates)
    #expect(record.guidance(of: Self.playbook).map(\.card.id) == row.cards)
  }

  @Test func `a card says why it fits`() throws {
    let cards = try Self.log.record("03-02 12:00").guidance(of: Self.playbook)
    #expect(
      cards[0].reasons == [.signal(id: "outage", label: "An outage"), .template(id: "hello", label: "Hello")])
    #expect(cards[1].reasons == [.step(id: "call", label: "Call the customer")])
    #expect(cards[3].reasons == [])
  }

  @Test func `where the cause is competition, the toolkit for that competitor comes first`() throws {
    var playbook = Self.playbook
    playbook.toolkits = [
      Toolkit(competitor: "any", weaknesses: ["Slow"], migration: ["A month"]),
      Toolkit(competitor: "Rival Inc.", objections: ["Cheaper: no"]),
    ]
    let log = Log(policies: PolicyBook(Desk.policy(playbook))) { $0.signal = "outage" }
    func first(_ competitors: String?...) throws -> String {
      let told = competitors.reduce(log) { log, name in
        log.then("03-02 10:00", .hypothesisStated(HypothesisStatement(cause: "c", competitor: name)))
      }
      let fit = try #require(try told.record("03-02 11:00").guidance(of: playbook).first)
      let parts = fit.card.parts.map { "\($0.heading): \($0.lines.joined(separator: "; "))" }
      return ([fit.card.id, fit.card.title] + parts).joined(separator: " | ")
    }
    #expect(try first() == "outages | O")
    #expect(try first(nil) == "outages | O")
    #expect(try first("rival inc.") == "toolkit-rival-inc | Against rival inc. | What customers object: Cheaper: no")
    #expect(try first("Rival Inc.") == "toolkit-rival-inc | Against Rival Inc. | What customers object: Cheaper: no")
    #expect(
      try first("Newcomer")
        == "toolkit | Against Newcomer | Where they are weak: Slow | What a move asks of them: A month")
    // The latest hypothesis holds.
    #expect(try first("Newcomer", nil) == "outages | O")
    #expect(playbook.cards.map(\.id).suffix(2) == ["toolkit", "toolkit-rival-inc"])
    #expect(playbook.cards.last?.title == "Against Rival Inc.")
    playbook.toolkits.removeFirst()
    #expect(playbook.toolkit(for: "Newcomer") == nil)
  }
}

extension FitTests.Case {
  init(testDescription: String, log: Log, templates: [String], cases: String) {
    self.init(
      testDescription: testDescription, log: log, templates: templates,
      cards: cases.split(separator: " ").map(String.init))
  }
}
