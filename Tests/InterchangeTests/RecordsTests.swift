import EscalationDomain
import Testing

@testable import Interchange

@Suite("One row one escalation, in our own columns")
struct RecordsTests {
  let scratch: Scratch
  let destination = MemoryDestination()

  init() throws { scratch = try Scratch() }

  /// A file of one row, from pairs of column and value.
  private func file(_ cells: KeyValuePairs<String, String>, base: Bool = true) throws -> String {
    var pairs = Array(cells).map { ($0.key, $0.value) }
    if base {
      for (key, value) in [
        ("id", "E-1"), ("title", "Checkout fails"), ("account", "Acme"), ("opened_at", "2026-03-01T09:00:00Z"),
        ("severity", "P2"), ("playbook", "protocol"),
      ] where !pairs.contains(where: { $0.0 == key }) { pairs.append((key, value)) }
    }
    return try scratch.file(
      pairs.map(\.0).joined(separator: ",") + "\n" + pairs.map { "\"\($0.1)\"" }.joined(separator: ",") + "\n")
  }

  private func run(_ cells: KeyValuePairs<String, String>, now: Instant = .utc("2026-06-01 12:00")) throws
    -> ImportReport
  {
    try Importer(
      profile: try .shipped("native"), file: try file(cells), options: .plain(now: now), destination: destination
    ).run()
  }

  /// The events, the opening aside, as `time name`.
  private var events: [String] {
    destination.history("E-1").events.dropFirst().map { "\($0.occurred) \($0.fact.kind)" }
  }

  @Test("every column arrives")
  func everything() throws {
    _ = try run([
      "segment": "Enterprise", "arr": "120000", "currency": "usd", "renewal": "2026-09-30", "qbr": "2026-06-30",
      "calendar": "24x7", "owner": "Ann", "contact": "Bo", "contact_role": "sponsor",
      "contact_email": "bo@acme.example",
      "contact_phone": "+1", "needed_by": "2026-03-05", "tags": "a; b;;c", "details": "Line 1\nLine 2",
      "detection": "Early", "actor": "Cy", "acknowledged_at": "2026-03-01T09:10:00Z",
      "paused_at": "2026-03-01T10:00:00Z", "pause_reason": "Logs", "pause_until": "2026-03-02T10:00:00Z",
      "resumed_at": "2026-03-01T11:00:00Z", "last_update_at": "2026-03-01T12:00:00Z", "last_update": "We are on it",
      "next_update_at": "2026-03-01T18:00:00Z", "resolved_at": "2026-03-02T09:00:00Z", "resolution": "Fixed",
      "root_cause": "Config", "closed_at": "2026-03-03T09:00:00Z", "outcome": "recovered", "csat": "9",
    ])
    let opening = Opening(
      title: "Checkout fails",
      account: AccountFacts(
        name: "Acme", segment: "Enterprise", arr: Money(minorUnits: 12_000_000, currency: "USD"),
        renewal: LocalDate(iso: "2026-09-30"), qbr: LocalDate(iso: "2026-06-30"), calendar: "24x7"),
      playbook: "protocol", edition: 1, severity: "P2", owner: "Ann",
      contacts: [Contact(name: "Bo", role: "sponsor", email: "bo@acme.example", phone: "+1")],
      neededBy: .utc("2026-03-05 23:59:59"), details: "Line 1\nLine 2", tags: ["a", "b", "c"], detection: .early,
      origin: "native")
    let history = destination.history("E-1").events
    #expect(history.first?.fact == .opened(opening))
    #expect(history.allSatisfy { $0.actor == "Cy" && $0.source == .imported })
    #expect(
      history.dropFirst().map { Draft(occurred: $0.occurred, actor: "", fact: $0.fact) }
        == [
          Draft(occurred: .utc("2026-03-01 09:10"), actor: "", fact: .acknowledged(note: nil)),
          Draft(
            occurred: .utc("2026-03-01 10:00"), actor: "",
            fact: .paused(Pause(reason: "Logs", until: .utc("2026-03-02 10:00")))),
          Draft(occurred: .utc("2026-03-01 11:00"), actor: "", fact: .resumed),
          Draft(
            occurred: .utc("2026-03-01 12:00"), actor: "",
            fact: .updated(CustomerUpdate(text: "We are on it", next: .utc("2026-03-01 18:00")))),
          Draft(
            occurred: .utc("2026-03-02 09:00"), actor: "",
            fact: .resolved(Resolution(summary: "Fixed", rootCause: "Config"))),
          Draft(
            occurred: .utc("2026-03-03 09:00"), actor: "", fact: .closed(Closing(outcome: .recovered, csat: 9))),
        ])
  }

  @Test("the least a row may have")
  func least() throws {
    #expect(try run([:]).events == ["opened": 1])
    #expect(try destination.replay("E-1").status == .new)
  }

  @Test("a playbook of levels starts at its first")
  func levels() throws {
    _ = try run(["playbook": "ladder", "severity": ""])
    #expect(try destination.replay("E-1").level == "L1")
  }

  @Test("a pause without a first response is no response")
  func pausedUnanswered() throws {
    _ = try run(["paused_at": "2026-03-01T10:00:00Z"])
    #expect(events == ["2026-03-01T10:00:00Z paused"])
  }

  static let faults: [(KeyValuePairs<String, String>, String, RowProblem)] = [
    (["id": ""], "id", .required(.id)), (["title": " "], "title", .required(.title)),
    (["account": ""], "account", .required(.account)), (["opened_at": ""], "opened_at", .required(.opened)),
    (["opened_at": "soon"], "opened_at", .unreadableTime("soon", formats: ["iso"])),
    (
      ["severity": "P9"], "severity",
      .unknownGrade("P9", .severity, playbook: "protocol", known: ["P1", "P2", "P3", "P4"])
    ),
    (["severity": ""], "severity", .gradeRequired(playbook: "protocol", known: ["P1", "P2", "P3", "P4"])),
    (["level": "L1"], "level", .unknownGrade("L1", .level, playbook: "protocol", known: [])),
    (["playbook": "other"], "playbook", .unknownPlaybook("other", known: ["ladder", "protocol"])),
    (["calendar": "mars"], "calendar", .unknownCalendar("mars", known: ["24x7"])),
    (["arr": "many"], "arr", .unreadableMoney("many")), (["arr": "120000"], "arr", .unreadableMoney("120000")),
    (["csat": "11"], "csat", .outOfRange("11", low: 1, high: 10)),
    (["detection": "late"], "detection", .notOneOf("late", known: ["early", "reactive"])),
    (["title": String(repeating: "x", count: 5000)], "title", .tooLong(.title, bytes: 5000, limit: 4096)),
    (["id": "E\u{7}1"], "id", .controlCharacter(.id)),
    (["acknowledged_at": "2026-02-01"], "acknowledged_at", .outOfOrder(.acknowledged, .opened)),
    (["closed_at": "2026-02-01"], "closed_at", .outOfOrder(.closed, .opened)),
    (
      ["resolved_at": "2026-03-05", "closed_at": "2026-03-04"], "closed_at", .outOfOrder(.closed, .resolved)
    ),
    (["paused_at": "2026-03-05", "resumed_at": "2026-03-04"], "resumed_at", .outOfOrder(.resumed, .paused)),
    (["resumed_at": "2026-03-04"], "resumed_at", .needs(.resumed, other: .paused)),
    (["next_update_at": "2026-03-04"], "next_update_at", .needs(.nextUpdate, other: .lastUpdate)),
  ]

  @Test("each fault is named with its column", arguments: faults.indices)
  func fault(index: Int) throws {
    let (cells, column, problem) = RecordsTests.faults[index]
    #expect {
      _ = try run(cells)
    } throws: { error in
      guard case ImportFailure.refused(let report) = error, let row = report.refused.first else { return false }
      return row.problem == problem && row.line == 2 && row.column?.name == column
    }
  }

  @Test("both closed and cancelled is refused")
  func endedTwice() throws {
    #expect {
      _ = try run(["closed_at": "2026-03-04", "cancelled_at": "2026-03-04"])
    } throws: { error in
      guard case ImportFailure.refused(let report) = error else { return false }
      return report.refused.map(\.problem) == [.endedTwice]
    }
  }

  @Test("a second row of an id is a duplicate if it says the same, and refused if not")
  func secondRow() throws {
    let head = "id,title,account,opened_at,severity,playbook\n"
    let row = "E-1,T,A,2026-03-01,P1,protocol\n"
    func importing(_ text: String) throws -> ImportReport {
      try Importer(
        profile: try .shipped("native"), file: try scratch.file(text), options: .plain(), destination: destination
      ).run()
    }
    #expect(try importing(head + row + row).duplicates == 1)
    #expect {
      _ = try importing(head + row + row.replacing("P1", with: "P2"))
    } throws: { error in
      guard case ImportFailure.refused(let report) = error else { return false }
      return report.refused.map(\.problem) == [.secondRow(id: "E-1", firstLine: 2)]
    }
  }

  @Test("a row that changed gives the difference, and the same row again nothing")
  func reimport() throws {
    _ = try run(["owner": "Ann"])
    #expect(try run(["owner": "Ann"]).newEvents == 0)

    // Without a time of its own a change happened by the time of the import.
    _ = try run(["owner": "Ben", "severity": "P1"], now: .utc("2026-04-01 00:00"))
    #expect(events == ["2026-04-01T00:00:00Z severity-changed", "2026-04-01T00:00:00Z assigned"])
    #expect(try run(["owner": "Ben", "severity": "P1"], now: .utc("2026-04-02 00:00")).newEvents == 0)

    // With one, at that.
    let third: KeyValuePairs = [
      "owner": "Ben", "severity": "P1", "title": "New title", "updated_at": "2026-04-03T00:00:00Z",
      "acknowledged_at": "2026-03-01T09:30:00Z", "resolved_at": "2026-04-02T00:00:00Z",
    ]
    _ = try run(third)
    #expect(
      events == [
        "2026-03-01T09:30:00Z acknowledged", "2026-04-01T00:00:00Z severity-changed", "2026-04-01T00:00:00Z assigned",
        "2026-04-02T00:00:00Z resolved", "2026-04-03T00:00:00Z amended",
      ])
    #expect(try run(third).newEvents == 0)

    // A resolution that is gone is a reopening.
    let fourth: KeyValuePairs = [
      "owner": "", "severity": "P1", "title": "New title", "updated_at": "2026-04-05T00:00:00Z",
      "acknowledged_at": "2026-03-01T09:30:00Z",
    ]
    _ = try run(fourth)
    #expect(events.suffix(2) == ["2026-04-05T00:00:00Z reopened", "2026-04-05T00:00:00Z assigned"])
    #expect(try destination.replay("E-1").status == .active)
    #expect(try destination.replay("E-1").owner == nil)
    #expect(try run(fourth).newEvents == 0)
  }

  @Test("what a later file has no column for stays as it was")
  func fewerColumns() throws {
    _ = try run(["owner": "Ann", "segment": "Enterprise", "tags": "a"])
    #expect(try run([:]).newEvents == 0)
  }

  @Test("up to an instant first, then all of it")
  func until() throws {
    let cells: KeyValuePairs = ["resolved_at": "2026-03-05T00:00:00Z", "acknowledged_at": "2026-03-02T00:00:00Z"]
    let report = try Importer(
      profile: try .shipped("native"), file: try file(cells), options: .plain(until: .utc("2026-03-03 00:00")),
      destination: destination
    ).run()
    #expect(report.leftOutByUntil == 1)
    #expect(try destination.replay("E-1").status == .active)
    #expect(try run(cells).events == ["resolved": 1])
  }
}
