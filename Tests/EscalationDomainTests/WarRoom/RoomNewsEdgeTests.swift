import Testing

@testable import EscalationDomain

@Suite("What is new since an earlier moment, where it is easily told twice or not at all")
struct RoomNewsEdgeTests {
  struct Case: Sendable, CustomStringConvertible {
    var description: String
    var log: Log
    var changes: [String]

    init(_ description: String, _ log: Log, _ changes: String...) {
      (self.description, self.log, self.changes) = (description, log, changes)
    }
  }

  private static func news(_ log: Log, since: Instant = "03-03 09:00", now: Instant = "03-04 09:00") throws -> RoomNews
  {
    try Shelf(log).news(since: since, now: now)
  }

  private static func message(_ audience: SentMessage.Audience) -> Fact {
    .messageSent(SentMessage(audience: audience, body: "Known, unknown, next"))
  }

  static let table: [Case] = {
    let log = Log([])
    let task = ActionItem(id: "T1", title: "Call", due: "03-05 12:00")
    let plan = log.then("03-02 10:00", .milestoneAdded(Milestone(id: "M1", title: "Fix", due: "03-02 18:00")))
    let checked = rule("36h", stops: [.internalCheck], onResolve: .cancel)
    let served = Log([cadence("36h")]).then("03-02 20:00", .told).then("03-03 20:00", .told)
    func put(right log: Log) -> Log {
      (try? log.settled("03-03 22:00").then("03-03 20:00", .checked(note: nil), recorded: "03-03 23:00")) ?? log
    }
    return [
      Case(
        "resolved, and a word later", log.then("03-03 10:00", .resolve).then("03-03 11:00", .noted(text: "n")),
        "status new → resolved Tue 10:00"),
      Case(
        "a message to the customer", log.then("03-03 10:00", message(.customer)), "status new → active Tue 10:00",
        "update sent Tue 10:00"),
      Case("a message within the house", log.then("03-03 10:00", message(.internal))),
      Case(
        "a task added and dropped",
        log.then("03-03 10:00", .taskAdded(task)).then("03-03 11:00", .taskDropped(id: "T1")),
        "task “Call” dropped"),
      Case("each cycle of a rule is known again", served, "clock met", "update sent Tue 20:00"),
      Case("a milestone that was late before", plan),
      Case("a stored breach that was put right", put(right: Log([checked])), "clock met"),
      Case(
        "broken off in time, as was written down late",
        (try? Log([checked]).settled("03-03 22:00").then("03-03 20:00", .resolve, recorded: "03-03 23:00"))
          ?? Log([checked]), "status new → resolved Tue 20:00"),
      Case(
        "put right, and over", put(right: Log([checked])).then("03-03 23:30", .resolve),
        "status new → resolved Tue 23:30", "clock met"),
    ]
  }()

  @Test(arguments: table) func `each change is told once`(row: Case) throws {
    let news = try Self.news(row.log)
    #expect(news.records.flatMap(\.changes).map { $0.sentence(zone: .utc, now: news.asOf) } == row.changes, "\(row)")
  }

  @Test func `another playbook is told`() throws {
    var other = Desk.playbook([])
    other.id = "other"
    var policy = Desk.policy(Desk.playbook([]))
    policy.playbooks["other"] = Versioned(version: 1, value: other)
    let log = Log(policies: PolicyBook(policy))
      .then("03-03 12:00", .playbookChanged(PlaybookMove(playbook: "other", edition: 1, severity: "S1")))
    #expect(try Self.news(log).records.flatMap(\.changes) == [.playbook(from: "desk", to: "other")])
  }

  @Test func `each word to the customer counts`() throws {
    let log = Log([]).then("03-03 10:00", .ack).then("03-03 11:00", .told).then("03-03 12:00", .told)
    #expect(try Self.news(log).updates == 3)
  }

  /// In the second of its deadline a clock is still in time.
  @Test func `a breach counts in one session and not in the next`() throws {
    let log = Log([rule("4h")])
    let late = log.then("03-02 14:00", .ack)
    for log in [log, late, try log.settled("03-02 15:00")] {
      for (since, now, count) in [
        ("03-02 12:00", "03-02 13:00", 0), ("03-02 13:00", "03-02 15:00", 1), ("03-02 13:00:01", "03-02 15:00", 0),
        ("03-02 12:00", "03-02 15:00", 1),
      ] as [(Instant, Instant, Int)] {
        let news = try Self.news(log, since: since, now: now)
        #expect(news.breached == count, "\(since.short) to \(now.short)")
      }
    }
    let graver = Log([rule(.by(.severity, ["S0": "15m", "S1": "14d"]))]).then("03-02 10:00", .severity("S0"))
    #expect(try Self.news(graver, since: "03-02 10:00").breached == 0)
    #expect(try Self.news(graver, since: "03-02 09:59:59").breached == 1)
  }

  @Test func `a breach that was put right is none`() throws {
    let log = try Log([rule("4h")]).settled("03-02 14:00").then("03-02 12:00", .ack, recorded: "03-02 15:00")
    #expect(try Self.news(log, since: "03-02 10:00").breached == 0)
  }
}
