import EscalationDomain
import PolicyFiles
import Testing

/// The shipped playbooks in the engine: what a record that opens on Wednesday 2026-03-04 at 15:00 UTC owes, and when,
/// on a week of Monday to Friday 09:00–17:00 UTC. Figures worked out by hand.
@Suite("Deadlines of the shipped playbooks")
struct PlaybookDeadlineTests {
  static let opened = Instant(iso8601: "2026-03-04T15:00:00Z")

  struct Case: Sendable, CustomTestStringConvertible {
    var playbook: String
    var severity: String
    var due: [String: String]
    var testDescription: String { "\(playbook) \(severity)" }
  }

  static let cases = [
    Case(
      playbook: "risk", severity: "S0",
      due: [
        "first-response": "2026-03-04T17:00:00Z", "notify": "2026-03-04T23:59:59Z", "triage": "2026-03-04T17:00:00Z",
        "customer-update": "2026-03-05T17:00:00Z", "internal-check": "2026-03-05T17:00:00Z", "needed-by": "",
      ]),
    Case(
      playbook: "risk", severity: "S1",
      due: [
        "first-response": "2026-03-05T11:00:00Z", "notify": "2026-03-04T19:00:00Z", "triage": "2026-03-05T15:00:00Z",
        "customer-update": "2026-03-06T17:00:00Z", "internal-check": "2026-03-05T17:00:00Z", "needed-by": "",
        "renewal": "2026-05-31T23:59:59Z",
      ]),
    Case(
      playbook: "risk", severity: "S2",
      due: [
        "first-response": "2026-03-05T15:00:00Z", "notify": "2026-03-05T15:00:00Z", "triage": "2026-03-05T15:00:00Z",
        "customer-update": "2026-03-11T17:00:00Z", "internal-check": "2026-03-05T17:00:00Z", "needed-by": "",
        "renewal": "2026-05-31T23:59:59Z",
      ]),
    Case(
      playbook: "risk", severity: "S3",
      due: [
        "first-response": "2026-03-06T15:00:00Z", "notify": "2026-03-06T15:00:00Z", "triage": "2026-03-05T15:00:00Z",
        "customer-update": "2026-03-18T17:00:00Z", "internal-check": "2026-03-05T17:00:00Z", "needed-by": "",
        "renewal": "2026-05-31T23:59:59Z",
      ]),
    Case(
      playbook: "protocol", severity: "P1",
      due: [
        "acknowledge": "2026-03-04T15:15:00Z", "notify": "2026-03-04T15:15:00Z",
        "customer-update": "2026-03-04T16:00:00Z",
      ]),
    Case(
      playbook: "protocol", severity: "P2",
      due: [
        "acknowledge": "2026-03-04T16:00:00Z", "notify": "2026-03-04T16:00:00Z",
        "customer-update": "2026-03-05T17:00:00Z",
      ]),
    Case(playbook: "protocol", severity: "P3", due: ["acknowledge": "2026-03-04T19:00:00Z"]),
    Case(playbook: "protocol", severity: "P4", due: ["acknowledge": "2026-03-05T15:00:00Z"]),
  ]

  @Test("At the opening", arguments: cases)
  func opening(aCase: Case) throws {
    let record = try Self.record(aCase.playbook, aCase.severity, until: "2026-03-04T15:00:00Z")
    let due = record.openClocks.map { ($0.rule, $0.deadline.map(\.description) ?? "") }
    #expect(Dictionary(uniqueKeysWithValues: due) == aCase.due)
  }

  @Test("After resolving and closing: the watch and the call live on, what runs until closing ends there")
  func afterResolution() throws {
    let acts: [(String, Fact)] = [
      ("2026-03-04T15:10:00Z", .acknowledged(note: nil)), ("2026-03-04T16:00:00Z", .resolved(Resolution())),
    ]
    let risk = try Self.record("risk", "S0", acts, until: "2026-03-04T17:00:00Z")
    #expect(risk.openClocks.map(\.rule) == ["notify", "customer-update"])
    for (severity, watch) in [
      ("P1", "2026-04-03T16:00:00Z"), ("P2", "2026-03-18T16:00:00Z"), ("P3", "2026-03-11T16:00:00Z"), ("P4", nil),
    ] {
      let closed = acts + [("2026-03-04T16:30:00Z", .closed(Closing()))]
      let record = try Self.record("protocol", severity, closed, until: "2026-03-04T17:00:00Z")
      #expect(record.openClocks.map(\.rule) == (watch == nil ? ["follow-up"] : ["follow-up", "watch"]))
      #expect(record.clock("watch")?.deadline?.description == watch)
      #expect(record.clock("follow-up")?.deadline?.description == "2026-03-06T16:00:00Z")
    }
  }

  @Test("P1's hour counts from the last update; an acknowledgement is none")
  func hourly() throws {
    let acts: [(String, Fact)] = [
      ("2026-03-04T15:10:00Z", .acknowledged(note: nil)),
      ("2026-03-04T15:40:00Z", .updated(CustomerUpdate(text: "We look into it."))),
    ]
    let before = try Self.record("protocol", "P1", acts, until: "2026-03-04T15:20:00Z")
    #expect(before.clock("customer-update")?.deadline?.description == "2026-03-04T16:00:00Z")
    let after = try Self.record("protocol", "P1", acts, until: "2026-03-04T15:50:00Z")
    #expect(after.clock("customer-update")?.deadline?.description == "2026-03-04T16:40:00Z")
  }

  @Test("Waiting on the customer stops only protocol's customer update")
  func pausing() throws {
    let pause = Fact.paused(Pause(reason: "Logs asked for", until: Instant(iso8601: "2026-03-05T09:00:00Z")))
    let acts = [("2026-03-04T15:05:00Z", pause)]
    func paused(_ playbook: String, _ severity: String) throws -> [String] {
      let record = try Self.record(playbook, severity, acts, until: "2026-03-04T15:10:00Z")
      return record.openClocks.filter { if case .paused = $0.phase { true } else { false } }.map(\.rule)
    }
    #expect(try paused("protocol", "P1") == ["customer-update"])
    #expect(try paused("risk", "S1") == [])
  }

  static func record(
    _ playbook: String, _ severity: String, _ acts: [(String, Fact)] = [], until now: String
  ) throws -> Escalation {
    let opened = try #require(Self.opened)
    let calendars = try BuiltinCalendars.all.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }
    let text = try #require(BuiltinPlaybooks.all.first { $0.id == playbook }).text
    let policy = Policy(
      edition: 1, installed: opened,
      playbooks: [playbook: Versioned(version: 1, value: try PlaybookFile.parse(text, file: playbook))],
      calendars: Dictionary(uniqueKeysWithValues: calendars), defaultCalendar: "standard")
    let account = AccountFacts(name: "Acme", renewal: LocalDate(iso: "2026-06-30"))
    let opening = Fact.opened(
      Opening(title: "Trouble", account: account, playbook: playbook, edition: 1, severity: severity))
    let events = try ([("2026-03-04T15:00:00Z", opening)] + acts).enumerated().map { index, act in
      let at = try #require(Instant(iso8601: act.0))
      return Event(
        sequence: Int64(index + 1), escalation: EscalationID("E-1"), occurred: at, recorded: at, actor: "ada",
        fact: act.1)
    }
    return try Escalation.replay(
      History(events), policies: PolicyBook(policy), now: try #require(Instant(iso8601: now)))
  }
}
