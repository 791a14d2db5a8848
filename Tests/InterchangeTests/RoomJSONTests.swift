import Testing

@testable import EscalationDomain
@testable import Interchange

/// Each field of a session, and of what it came to, says its own.
@Suite("A session of the war room as JSON")
struct RoomJSONTests {
  private static let monday = LocalDate(daysSinceEpoch: 20_514)

  static func at(_ time: String) -> Instant { .utc("2026-03-02 \(time)") }

  static func room(_ facts: [(String, RoomFact, why: String?)]) -> Room {
    let entries = facts.enumerated().map { index, fact in
      RegisterEntry(
        sequence: Int64(index + 1), occurred: at(fact.0), recorded: at(fact.0), actor: "ann", why: fact.why,
        fact: fact.1)
    }
    return Room(RoomID(date: monday), RegisterLog(entries))
  }

  static func id(_ number: Int) -> EscalationID { EscalationID("W-\(number)") }

  private static let facts: [(String, RoomFact, why: String?)] = [
    ("08:00", .added(id(4)), why: "they asked"), ("08:01", .pinned(id(2)), why: nil),
    (
      "09:00",
      .started(
        RoomStart(
          agenda: [id(2), id(1), id(3)], since: .utc("2026-03-01 09:00"), until: .utc("2026-03-03 10:00"),
          timebox: RoomTimebox(each: 5, all: 25), zone: .utc, through: 1)), why: nil
    ), ("09:00", .driven(console: "big screen"), why: nil), ("09:01", .entered(id(2)), why: nil),
    ("09:02", .attended(RoomAttendance(name: "Bo", state: .absent)), why: nil),
    ("09:03", .attended(RoomAttendance(name: "Cy", state: .excused)), why: nil),
    ("09:04", .roleTaken(role: "scribe", by: "Di"), why: nil), ("09:05", .skipped(id(3)), why: "on leave"),
    ("09:06", .skipped(id(1)), why: "no news"), ("09:07", .noted("Thanks"), why: nil),
    ("09:10", .adjourned, why: nil),
  ]

  /// A value in a line where it is short, else each of its parts by the way to it.
  static func lines(_ value: JSONValue, _ way: String = "") -> [String] {
    let line = way + (way.isEmpty ? "" : ": ") + value.terse
    if !way.isEmpty, line.count <= 100 { return [line] }
    switch value {
    case .object(let members): return members.flatMap { lines($0.value, way.isEmpty ? $0.name : "\(way).\($0.name)") }
    case .list(let values): return values.enumerated().flatMap { lines($0.element, "\(way).\($0.offset)") }
    default: return [line]
    }
  }

  @Test func `a session in a break`() {
    let room = Self.room(Self.facts)
    let lines = Self.lines(RoomJSON.room(room, agenda: room.agenda, rows: [:], now: Self.at("09:40")))
    #expect(
      lines == [
        "session: 2026-03-02", "condition: adjourned", "started: 09:00", "started_by: ann", "adjourned: 09:10",
        "ended: –", "lasted_seconds: 600", "since: 2026-03-01T09:00", "until: 2026-03-03T10:00",
        "timebox: {each_minutes 5, all_minutes 25}", "driver: {name ann, console big screen, since 09:00}",
        "roles: {scribe Di}", "attendance: [{name Bo, state absent}; {name Cy, state excused}]", "current: –",
        "next: W-4", "agenda.0.id: W-2", "agenda.0.account: –", "agenda.0.title: –", "agenda.0.owner: –",
        "agenda.0.current: false", "agenda.0.discussed: true", "agenda.0.spent_seconds: 540", "agenda.0.reasons: –",
        "agenda.1.id: W-4", "agenda.1.account: –", "agenda.1.title: –", "agenda.1.owner: –",
        "agenda.1.current: false", "agenda.1.discussed: false", "agenda.1.spent_seconds: 0", "agenda.1.reasons: –",
        "pinned: [W-2]", "added: [{id W-4, by ann, at 08:00, why they asked}]",
        "skipped: [{id W-3, by ann, at 09:05, why on leave}; {id W-1, by ann, at 09:06, why no news}]",
        "notes: [{text Thanks, by ann, at 09:07, why –}]",
      ])
  }

  @Test func `a session that goes on`() {
    let room = Self.room(Self.facts + [("09:30", .continued, why: nil), ("09:31", .entered(Self.id(4)), why: nil)])
    let lines = Self.lines(RoomJSON.room(room, agenda: room.agenda, rows: [:], now: Self.at("09:40")))
    #expect(
      lines == [
        "session: 2026-03-02", "condition: running", "started: 09:00", "started_by: ann", "adjourned: –", "ended: –",
        "lasted_seconds: 1200", "since: 2026-03-01T09:00", "until: 2026-03-03T10:00",
        "timebox: {each_minutes 5, all_minutes 25}", "driver: {name ann, console big screen, since 09:00}",
        "roles: {scribe Di}", "attendance: [{name Bo, state absent}; {name Cy, state excused}]", "current: W-4",
        "next: –", "agenda.0.id: W-2", "agenda.0.account: –", "agenda.0.title: –", "agenda.0.owner: –",
        "agenda.0.current: false", "agenda.0.discussed: true", "agenda.0.spent_seconds: 540", "agenda.0.reasons: –",
        "agenda.1.id: W-4", "agenda.1.account: –", "agenda.1.title: –", "agenda.1.owner: –", "agenda.1.current: true",
        "agenda.1.discussed: true", "agenda.1.spent_seconds: 540", "agenda.1.reasons: –", "pinned: [W-2]",
        "added: [{id W-4, by ann, at 08:00, why they asked}]",
        "skipped: [{id W-3, by ann, at 09:05, why on leave}; {id W-1, by ann, at 09:06, why no news}]",
        "notes: [{text Thanks, by ann, at 09:07, why –}]",
      ])
  }

  /// One log after the other, under one policy.
  struct Shelf: RecordReading {
    var logs: [[Event]]
    var policies: PolicyBook

    func eachHistory(
      touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
    ) throws {
      for log in logs { try body(History(log), policies) }
    }
  }

  private static func log(_ number: Int, _ facts: (String, Fact)...) -> [Event] {
    let opening = Opening(
      title: "Exports fail", account: AccountFacts(name: "Acme"), playbook: "desk", edition: 1, severity: "S1",
      level: "L1", stage: "one", owner: "Ann")
    let all = [("08:00", Fact.opened(opening))] + facts
    return all.enumerated().map { index, fact in
      Event(
        sequence: Int64(index + 1), escalation: id(number), occurred: at(fact.0), recorded: at(fact.0), actor: "bo",
        why: index == 1 ? "agreed" : nil, fact: fact.1)
    }
  }

  @Test func `what it came to`() throws {
    var playbook = Playbook(id: "desk", name: "Desk")
    playbook.severities = [Grade(id: "S1", name: "High", band: 1), Grade(id: "S2", name: "Low", band: 2)]
    playbook.clocks = [
      ClockRule(id: "word", label: "Word", stops: [.customerUpdate], target: .all(try Target(parsing: "20h")))
    ]
    let policy = Policy(
      edition: 1, installed: Instant(0), playbooks: ["desk": Versioned(version: 1, value: playbook)],
      calendars: ["all": Versioned(version: 1, value: WorkingTimeline(.allDay(.utc)))], defaultCalendar: "all")
    let shelf = Shelf(
      logs: [
        Self.log(
          2, ("09:02", .decisionTaken(text: "Roll back")),
          ("09:03", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "cy"))),
          ("09:04", .taskAdded(ActionItem(id: "T2", title: "VPN", owner: "di", due: Self.at("17:00"), kind: .blocker))),
          ("09:05", .severityChanged(to: "S2"))), Self.log(3), Self.log(9, ("09:06", .decisionTaken(text: "Wait"))),
      ], policies: PolicyBook(policy))
    let room = Self.room(Self.facts + [("09:30", .continued, why: nil), ("09:35", .ended(through: 100), why: nil)])
    let minutes = try #require(try shelf.minutes(of: room, zone: .utc, now: Self.at("12:00")))
    let lines = Self.lines(RoomJSON.minutes(minutes))
    #expect(
      lines == [
        "session: 2026-03-02", "condition: ended", "started: 09:00", "started_by: ann", "adjourned: –",
        "ended: 09:35", "lasted_seconds: 900", "since: 2026-03-01T09:00", "until: 2026-03-03T10:00",
        "timebox: {each_minutes 5, all_minutes 25}", "driver: {name ann, console big screen, since 09:00}",
        "roles: {scribe Di}", "attendance: [{name Bo, state absent}; {name Cy, state excused}]", "zone: UTC",
        "now: 09:35", "open: 3", "breached: 0",
        "decisions.0: {text Roll back, by bo, at 09:02, why agreed, id W-2, account Acme}",
        "decisions.1: {text Wait, by bo, at 09:06, why agreed, id W-9, account Acme}",
        "actions.0: {escalation W-2, kind task, id T1, title Call, owner cy, due –}",
        "actions.1: {escalation W-2, kind blocker, id T2, title VPN, owner di, due 17:00}",
        "open_questions: [{escalation W-2, kind task, id T1, title Call, owner cy, due –}]", "items.0.id: W-2",
        "items.0.account: Acme", "items.0.title: Exports fail", "items.0.severity: S2", "items.0.level: L1",
        "items.0.stage: one", "items.0.band: 2", "items.0.status: new", "items.0.owner: Ann",
        "items.0.on_agenda: true", "items.0.discussed: true", "items.0.spent_seconds: 540",
        "items.0.reasons.0.kind: pinned", "items.0.reasons.0.label: ", "items.0.reasons.0.rule: –",
        "items.0.reasons.0.due: –", "items.0.reasons.0.breached_at: –", "items.0.reasons.0.new: false",
        "items.0.reasons.0.owner: –", "items.0.reasons.0.details: []", "items.0.reasons.0.text: pinned",
        "items.0.reasons.1.kind: deadline", "items.0.reasons.1.label: Word", "items.0.reasons.1.rule: word",
        "items.0.reasons.1.due: 2026-03-03T04:00", "items.0.reasons.1.breached_at: –", "items.0.reasons.1.new: false",
        "items.0.reasons.1.owner: –", "items.0.reasons.1.details: []", "items.0.reasons.1.text: Word due Tue 04:00",
        "items.0.decisions: [{text Roll back, by bo, at 09:02, why agreed}]",
        "items.0.actions.0: {escalation W-2, kind task, id T1, title Call, owner cy, due –}",
        "items.0.actions.1: {escalation W-2, kind blocker, id T2, title VPN, owner di, due 17:00}",
        "items.0.acts: [{text severity S1 → S2, by bo, at 09:05, why –}]", "items.0.changes: [opened 08:00]",
        "items.0.at_risk.0.kind: blocker", "items.0.at_risk.0.label: VPN", "items.0.at_risk.0.rule: task:T2",
        "items.0.at_risk.0.due: 17:00", "items.0.at_risk.0.breached_at: –", "items.0.at_risk.0.new: false",
        "items.0.at_risk.0.owner: di", "items.0.at_risk.0.details: []",
        "items.0.at_risk.0.text: blocker “VPN” needed by 17:00, di", "items.0.at_risk.1.kind: deadline",
        "items.0.at_risk.1.label: Word", "items.0.at_risk.1.rule: word", "items.0.at_risk.1.due: 2026-03-03T04:00",
        "items.0.at_risk.1.breached_at: –", "items.0.at_risk.1.new: false", "items.0.at_risk.1.owner: –",
        "items.0.at_risk.1.details: []", "items.0.at_risk.1.text: Word due Tue 04:00", "items.1.id: W-9",
        "items.1.account: Acme", "items.1.title: Exports fail", "items.1.severity: S1", "items.1.level: L1",
        "items.1.stage: one", "items.1.band: 1", "items.1.status: new", "items.1.owner: Ann",
        "items.1.on_agenda: false", "items.1.discussed: false", "items.1.spent_seconds: 0",
        "items.1.reasons.0.kind: deadline", "items.1.reasons.0.label: Word", "items.1.reasons.0.rule: word",
        "items.1.reasons.0.due: 2026-03-03T04:00", "items.1.reasons.0.breached_at: –", "items.1.reasons.0.new: false",
        "items.1.reasons.0.owner: –", "items.1.reasons.0.details: []", "items.1.reasons.0.text: Word due Tue 04:00",
        "items.1.decisions: [{text Wait, by bo, at 09:06, why agreed}]", "items.1.actions: []", "items.1.acts: []",
        "items.1.changes: [opened 08:00]", "items.1.at_risk.0.kind: deadline", "items.1.at_risk.0.label: Word",
        "items.1.at_risk.0.rule: word", "items.1.at_risk.0.due: 2026-03-03T04:00", "items.1.at_risk.0.breached_at: –",
        "items.1.at_risk.0.new: false", "items.1.at_risk.0.owner: –", "items.1.at_risk.0.details: []",
        "items.1.at_risk.0.text: Word due Tue 04:00", "skipped.0.id: W-3", "skipped.0.account: Acme",
        "skipped.0.title: Exports fail", "skipped.0.severity: S1", "skipped.0.level: L1", "skipped.0.stage: one",
        "skipped.0.band: 1", "skipped.0.status: new", "skipped.0.owner: Ann", "skipped.0.by: ann",
        "skipped.0.at: 09:05", "skipped.0.why: on leave",
        "skipped.0.at_risk.0.kind: deadline", "skipped.0.at_risk.0.label: Word", "skipped.0.at_risk.0.rule: word",
        "skipped.0.at_risk.0.due: 2026-03-03T04:00", "skipped.0.at_risk.0.breached_at: –",
        "skipped.0.at_risk.0.new: false", "skipped.0.at_risk.0.owner: –", "skipped.0.at_risk.0.details: []",
        "skipped.0.at_risk.0.text: Word due Tue 04:00", "notes: [{text Thanks, by ann, at 09:07, why –}]",
        "news.since: 2026-03-01T09:00", "news.now: 09:00", "news.opened: 3", "news.reopened: 0", "news.resolved: 0",
        "news.breached: 0", "news.updates: 0", "news.arr_at_risk: {then [], now []}", "news.escalations.0.id: W-2",
        "news.escalations.0.account: Acme", "news.escalations.0.title: Exports fail",
        "news.escalations.0.severity: S1", "news.escalations.0.level: L1", "news.escalations.0.stage: one",
        "news.escalations.0.band: 1", "news.escalations.0.status: new", "news.escalations.0.owner: Ann",
        "news.escalations.0.changes: [{kind opened, text opened 08:00}]", "news.escalations.1.id: W-3",
        "news.escalations.1.account: Acme", "news.escalations.1.title: Exports fail",
        "news.escalations.1.severity: S1", "news.escalations.1.level: L1", "news.escalations.1.stage: one",
        "news.escalations.1.band: 1", "news.escalations.1.status: new", "news.escalations.1.owner: Ann",
        "news.escalations.1.changes: [{kind opened, text opened 08:00}]", "news.escalations.2.id: W-9",
        "news.escalations.2.account: Acme", "news.escalations.2.title: Exports fail",
        "news.escalations.2.severity: S1", "news.escalations.2.level: L1", "news.escalations.2.stage: one",
        "news.escalations.2.band: 1", "news.escalations.2.status: new", "news.escalations.2.owner: Ann",
        "news.escalations.2.changes: [{kind opened, text opened 08:00}]",
      ])
  }
}

extension JSONValue {
  /// On one line, for a table.
  fileprivate var terse: String {
    switch self {
    case .null: "–"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .text(let text): text.replacing("2026-03-02T", with: "").replacing(":00Z", with: "")
    case .list(let values): "[\(values.map(\.terse).joined(separator: "; "))]"
    case .object(let members): "{\(members.map { "\($0.name) \($0.value.terse)" }.joined(separator: ", "))}"
    case .amount, .ratio: pretty
    }
  }
}
