import Testing

@testable import EscalationDomain

@Suite("A sent message does to clocks what it counts as")
struct SendingTests {
  static let rules = [
    rule("2h", "first-response", stops: [.acknowledged]), rule("4h", "substance", stops: [.substantiveUpdate]),
    rule("4h", "told", stops: [.notified]),
    rule("daily", "cadence", stops: [.customerUpdate], repeats: true),
    rule("promise" as Target, "promise", starts: [.promised], stops: [.customerUpdate]),
  ]

  static func message(
    _ audience: SentMessage.Audience, _ countsAs: [SentMessage.Effect] = [], to: [String] = ["AE"],
    next: Instant? = nil
  ) -> Command {
    .send(SentMessage(audience: audience, channel: "email", to: to, body: "Text", next: next, countsAs: countsAs))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var command: Command
    /// The clocks that it meets; the others run on.
    var met: [String]
    var promised: Instant?
    var isAcknowledged: Bool

    init(_ description: String, _ command: Command, met: [String], promised: Instant? = nil, acknowledged: Bool) {
      (testDescription, self.command, self.met) = (description, command, met)
      (self.promised, isAcknowledged) = (promised, acknowledged)
    }
  }

  static let cases = [
    Case("a word to the team", message(.internal), met: [], acknowledged: false),
    Case("notice", message(.internal, [.notification]), met: ["told"], acknowledged: false),
    Case("a time told to the team", message(.internal, next: "03-02 12:00"), met: [], acknowledged: false),
    Case("a word to the customer", message(.customer), met: ["cadence"], acknowledged: true),
    Case(
      "first response", message(.customer, [.acknowledgement]), met: ["first-response", "cadence"], acknowledged: true),
    Case("of substance", message(.customer, [.substantive]), met: ["substance", "cadence"], acknowledged: true),
    Case(
      "with a promise", message(.customer, next: "03-02 12:00"), met: ["cadence"], promised: "03-02 12:00",
      acknowledged: true),
    Case(
      "all of it", message(.customer, [.acknowledgement, .substantive, .notification], next: "03-02 12:00"),
      met: ["first-response", "substance", "told", "cadence"], promised: "03-02 12:00", acknowledged: true),
  ]

  @Test(arguments: cases)
  func effects(_ row: Case) throws {
    let log = try Log(Self.rules).doing(row.command, "03-02 10:00")
    let record = try log.record("03-02 10:00")
    #expect(record.clocks.filter { $0.ended == "03-02 10:00" }.map(\.rule).sorted() == row.met.sorted())
    #expect(record.clock("promise")?.deadline == row.promised)
    #expect((record.acknowledged != nil) == row.isAcknowledged)
    #expect(record.work.messages.count == 1)
  }

  @Test func `a promise is met by the next word`() throws {
    let log = try Log(Self.rules).doing(Self.message(.customer, next: "03-02 12:00"), "03-02 10:00")
      .doing(Self.message(.customer), "03-02 11:59")
    #expect(try log.lines("03-02 13:00", "promise") == ["#1 met due 03-02 12:00 ended 03-02 11:59"])
  }

  @Test func `notice goes to somebody, and its blanks are nobody`() {
    #expect(throws: Refusal.textRequired("whom it tells")) {
      try Log(Self.rules).doing(Self.message(.internal, [.notification], to: [" "]), "03-02 10:00")
    }
  }

  @Test func `nothing goes to the customer of a closed record, and to the team it does`() throws {
    let log = Log(Self.rules).then("03-02 09:30", .close)
    #expect(throws: Refusal.notOpen(.closed)) { try log.doing(Self.message(.customer), "03-02 10:00") }
    #expect(try log.doing(Self.message(.internal), "03-02 10:00").record("03-02 10:00").work.messages.count == 1)
  }

  @Test func `a promise lies ahead and a message says something`() {
    #expect(throws: Refusal.notAhead("03-02 10:00", what: "the promised time")) {
      try Log(Self.rules).doing(Self.message(.customer, next: "03-02 10:00"), "03-02 10:00")
    }
    #expect(throws: Refusal.textRequired("the message")) {
      try Log(Self.rules).doing(.send(SentMessage(audience: .internal, body: " \n")), "03-02 10:00")
    }
  }
}
