import EscalationDomain
import Testing

@testable import Interchange

/// A few columns of an incident log, as rows are told apart by them.
struct IncidentLog {
  var rows: [String] = []

  /// - Parameter minute: of 1 March 2016, 10 o'clock.
  mutating func add(
    _ minute: Int, _ state: String, count: Int, id: String = "INC1", priority: String = "3 - Moderate",
    owner: String = "Ann", place: String = "Location 1", symptom: String = "?", caller: String = "Caller 1"
  ) {
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    rows.append(
      "\(id),\(state),\(count),\(caller),1/3/2016 09:30,by \(count),1/3/2016 10:\(minutes),\(place),Cat,Sub,\(symptom),"
        + "\(priority),\(owner)")
  }

  var text: String {
    "number,incident_state,sys_mod_count,caller_id,opened_at,sys_updated_by,sys_updated_at,location,category,"
      + "subcategory,u_symptom,priority,assigned_to\n" + rows.map { $0 + "\n" }.joined()
  }
}

@Suite("An incident log's rows as events")
struct ServiceNowTests {
  /// The events of the log's one incident after its opening, as `minute name detail`.
  private func events(_ build: (inout IncidentLog) -> Void) throws -> [String] {
    var log = IncidentLog()
    build(&log)
    let destination = try imported(log)
    return destination.history("INC1").events.dropFirst().map { event in
      "\((event.occurred - .utc("2016-03-01 10:00")) / 60) \(event.fact.kind)\(detail(event.fact))"
    }
  }

  private func imported(_ log: IncidentLog, into destination: MemoryDestination = MemoryDestination()) throws
    -> MemoryDestination
  {
    let scratch = try Scratch()
    _ = try Importer(
      profile: try .shipped("servicenow"), file: try scratch.file(log.text), options: .plain(),
      destination: destination
    ).run()
    return destination
  }

  private func detail(_ fact: Fact) -> String {
    switch fact {
    case .assigned(let owner): " \(owner ?? "nobody")"
    case .severityChanged(let severity): " \(severity)"
    case .paused(let pause): " \(pause.reason) \(pause.until.map(\.description) ?? "open")"
    case .amended(let amendment): " \(amendment.title ?? "-")"
    case .accountChanged(let account): " \(account.name)"
    default: ""
    }
  }

  @Test("it opens at opened_at with what its first row says, and without an owner")
  func opening() throws {
    var log = IncidentLog()
    log.add(5, "New", count: 0, priority: "1 - Critical", symptom: "Slow")
    let first = try #require(try imported(log).history("INC1").events.first)
    #expect(first.occurred == .utc("2016-03-01 09:30"))
    #expect(first.source == .imported)
    #expect(first.actor == "by 0")
    #expect(
      first.fact
        == .opened(
          Opening(
            title: "Cat · Sub · Slow", account: AccountFacts(name: "Location 1"), playbook: "protocol", edition: 1,
            severity: "P1", contacts: [Contact(name: "Caller 1")], origin: "servicenow")))
  }

  static let transitions: [(from: String, to: String, events: [String])] = [
    ("New", "New", []),
    ("New", "Active", ["acknowledged"]),
    ("New", "Awaiting Vendor", ["acknowledged"]),
    ("New", "Awaiting User Info", ["acknowledged", "paused Awaiting User Info open"]),
    ("New", "Resolved", ["acknowledged", "resolved"]),
    ("New", "Closed", ["acknowledged", "closed"]),
    ("Active", "New", []),
    ("Active", "Active", []),
    ("Active", "Awaiting Problem", []),
    ("Active", "Awaiting Evidence", []),
    ("Active", "Awaiting User Info", ["paused Awaiting User Info open"]),
    ("Active", "Resolved", ["resolved"]),
    ("Active", "Closed", ["closed"]),
    ("Awaiting User Info", "Awaiting User Info", []),
    ("Awaiting User Info", "Active", ["resumed"]),
    ("Awaiting User Info", "Awaiting Vendor", ["resumed"]),
    ("Awaiting User Info", "New", ["resumed"]),
    ("Awaiting User Info", "Resolved", ["resolved"]),
    ("Awaiting User Info", "Closed", ["closed"]),
    ("Resolved", "Resolved", []),
    ("Resolved", "Closed", ["closed"]),
    ("Resolved", "Active", ["reopened", "acknowledged"]),
    ("Resolved", "New", ["reopened"]),
    ("Resolved", "Awaiting User Info", ["reopened", "acknowledged", "paused Awaiting User Info open"]),
    ("Closed", "Closed", []),
    ("Closed", "Resolved", []),
    ("Closed", "Active", ["reopened", "acknowledged"]),
    ("Closed", "Awaiting Problem", ["reopened", "acknowledged"]),
  ]

  @Test("each step from state to state", arguments: transitions)
  func transition(from: String, to: String, expected: [String]) throws {
    let found = try events {
      $0.add(1, from, count: 1)
      $0.add(2, to, count: 2)
    }
    #expect(found.filter { $0.hasPrefix("2 ") } == expected.map { "2 \($0)" })
  }

  @Test("what else changes between rows")
  func changes() throws {
    let found = try events {
      $0.add(1, "New", count: 1, owner: "?")
      $0.add(2, "New", count: 2, owner: "Ann")
      $0.add(3, "New", count: 3, priority: "1 - Critical", owner: "Ben")
      $0.add(4, "New", count: 4, priority: "1 - Critical", owner: "?", symptom: "Slow")
      $0.add(5, "Active", count: 5, priority: "4 - Low", owner: "?", place: "Location 2", symptom: "Slow")
      $0.add(6, "Active", count: 6, priority: "4 - Low", owner: "?", place: "Location 2", symptom: "Slow", caller: "B")
    }
    #expect(
      found == [
        "2 assigned Ann", "3 severity-changed P1", "3 assigned Ben", "4 assigned nobody", "4 amended Cat · Sub · Slow",
        "5 severity-changed P4", "5 account-changed Location 2", "5 acknowledged", "6 contact-removed",
        "6 contact-added",
      ])
  }

  @Test("rows of one minute go by their count, wherever they stand")
  func order() throws {
    let found = try events {
      $0.add(2, "Resolved", count: 4)
      $0.add(2, "Awaiting User Info", count: 2)
      $0.add(2, "Active", count: 3)
      $0.add(1, "New", count: 1)
    }
    #expect(
      found == [
        "1 assigned Ann", "2 acknowledged", "2 paused Awaiting User Info open", "2 resumed", "2 resolved",
      ])
  }

  @Test("rows the same in number, count and time are one update, whichever stands first")
  func duplicates() throws {
    var log = IncidentLog()
    log.add(1, "New", count: 1)
    log.add(2, "Active", count: 2, owner: "Ben")
    log.add(2, "Active", count: 2, owner: "Cal")
    log.add(2, "Active", count: 3, owner: "Cal")
    let once = try imported(log).history("INC1").events.map(\.fact)
    log.rows.reverse()
    #expect(try imported(log).history("INC1").events.map(\.fact) == once)
    #expect(once.filter { $0.kind == "acknowledged" }.count == 1)
  }

  @Test("what no row says has a word of its own, and other columns do not matter")
  func gaps() throws {
    let scratch = try Scratch()
    let text = """
      extra,assigned_to,priority,u_symptom,subcategory,category,location,sys_updated_at,sys_updated_by,opened_at,\
      caller_id,sys_mod_count,incident_state,number
      x,?,2 - High,?,?,?,?,1/3/2016 10:00,?,?,?,0,New,INC9

      """
    let destination = MemoryDestination()
    _ = try Importer(
      profile: try .shipped("servicenow"), file: try scratch.file(text), options: .plain(), destination: destination
    ).run()
    let record = try destination.replay("INC9")
    #expect(record.title == "No category")
    #expect(record.account.name == "Unknown location")
    #expect(record.contacts.isEmpty)
    #expect(record.owner == nil)
    #expect(record.opened == .utc("2016-03-01 10:00"))
    #expect(destination.history("INC9").events.first?.actor == "importer")
  }

  @Test("a row dated before its opening moves the opening")
  func early() throws {
    var log = IncidentLog()
    log.rows.append("INC1,New,0,C,1/3/2016 11:00,by,1/3/2016 10:00,L,Cat,Sub,?,1 - Critical,?")
    #expect(try imported(log).history("INC1").events.map(\.occurred) == [.utc("2016-03-01 10:00")])
  }

  @Test("what the profile does not know is refused with its place")
  func unknown() throws {
    for (state, priority, column, word) in [
      ("Open", "3 - Moderate", 2, "status"), ("New", "5 - None", 12, "severity"),
    ] {
      var log = IncidentLog()
      log.add(1, "New", count: 1)
      log.add(2, state, count: 2, priority: priority)
      #expect {
        _ = try imported(log)
      } throws: { error in
        guard case ImportFailure.refused(let report) = error, let row = report.refused.first else { return false }
        return row.line == 3 && row.column?.number == column && row.reason.contains("map of \(word)")
      }
    }
  }
}
