import Testing

@testable import EscalationDomain
@testable import Interchange

/// What programs read of an agenda, of what is new, of a handover and of the day's checklist.
@Suite("Agenda, news, handover and checklist as JSON")
struct DailyJSONTests {
  typealias Room = RoomJSONTests

  /// W-1 is late, W-2 is late and waits for the customer, W-3 was answered too late and resolved.
  private static func shelf() throws -> Room.Shelf {
    var playbook = Playbook(id: "desk", name: "Desk")
    playbook.severities = [Grade(id: "S1", name: "High", band: 2), Grade(id: "S2", name: "Low", band: 3)]
    playbook.checklists = [
      Checklist(id: "day", label: "Day", when: .daily, items: [ChecklistItem(id: "look", label: "Look")])
    ]
    playbook.clocks = [
      ClockRule(id: "word", label: "Word", stops: [.customerUpdate], target: .all(try Target(parsing: "90m"))),
      ClockRule(id: "cause", label: "Cause", stops: [.internalCheck], target: .all(try Target(parsing: "6h"))),
    ]
    let policy = Policy(
      edition: 1, installed: Instant(0), playbooks: ["desk": Versioned(version: 1, value: playbook)],
      calendars: ["all": Versioned(version: 1, value: WorkingTimeline(.allDay(.utc)))], defaultCalendar: "all")
    func log(_ number: Int, _ arr: Int64, _ facts: (String, Fact)...) -> [Event] {
      let account = AccountFacts(name: "Acme \(number)", arr: Money(minorUnits: arr * 100, currency: "EUR"))
      let opening = Opening(
        title: "Exports fail", account: account, playbook: "desk", edition: 1, severity: "S1", owner: "Ann")
      return ([("08:00", Fact.opened(opening))] + facts).enumerated().map { index, fact in
        Event(
          sequence: Int64(index + 1), escalation: Room.id(number), occurred: Room.at(fact.0),
          recorded: Room.at(fact.0), actor: "bo", fact: fact.1)
      }
    }
    return Room.Shelf(
      logs: [
        log(
          1, 10,
          ("08:10", .itemDecided(ItemDecision(checklist: "day", item: "look", choice: .carriedOver))),
          ("08:20", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "cy", due: Room.at("13:00"))))),
        log(2, 20, ("08:30", .paused(Pause(reason: "Logs", until: Room.at("15:00"))))),
        log(
          3, 40, ("09:40", .updated(CustomerUpdate(text: "Known"))), ("09:50", .checked(note: nil)),
          ("09:55", .resolved(Resolution()))),
      ], policies: PolicyBook(policy))
  }

  /// Those of its lines that begin so.
  private static func lines(_ value: JSONValue, _ ways: String...) -> [String] {
    Room.lines(value).filter { line in ways.contains { line.hasPrefix($0) } }
  }

  private static let now = Room.at("10:00")
  private static let window = RoomWindow(since: Room.at("09:00"), until: Room.at("14:00"))

  @Test func `an agenda gives the reasons, the pin and what was skipped`() throws {
    let shelf = try Self.shelf()
    let room = Room.room([("09:00", .pinned(Room.id(2)), why: nil), ("09:01", .skipped(Room.id(1)), why: "on leave")])
    let agenda = try shelf.agenda(of: room, in: Self.window, policies: shelf.policies, now: Self.now)
    let value = AgendaJSON.agenda(agenda, zone: .utc) { _ in nil }
    #expect(
      Self.lines(value, ".0.id", ".0.pinned", ".0.skipped", ".2.id", ".2.pinned", ".2.skipped", ".2.reasons")
        == [
          ".0.id: W-2", ".0.pinned: true", ".0.skipped: –", ".2.id: W-1", ".2.reasons.0.kind: deadline",
          ".2.reasons.0.label: Word", ".2.reasons.0.rule: word", ".2.reasons.0.due: 09:30",
          ".2.reasons.0.breached_at: 09:30", ".2.reasons.0.new: true", ".2.reasons.0.owner: –",
          ".2.reasons.0.details: []", ".2.reasons.0.text: Word breached 09:30", ".2.reasons.1.kind: task",
          ".2.reasons.1.label: Call", ".2.reasons.1.rule: task:T1", ".2.reasons.1.due: 13:00",
          ".2.reasons.1.breached_at: –", ".2.reasons.1.new: false", ".2.reasons.1.owner: cy",
          ".2.reasons.1.details: []", ".2.reasons.1.text: task “Call” due 13:00, cy", ".2.reasons.2.kind: deadline",
          ".2.reasons.2.label: Cause", ".2.reasons.2.rule: cause", ".2.reasons.2.due: 14:00",
          ".2.reasons.2.breached_at: –", ".2.reasons.2.new: false", ".2.reasons.2.owner: –",
          ".2.reasons.2.details: []", ".2.reasons.2.text: Cause due 14:00", ".2.pinned: false",
          ".2.skipped: {by ann, at 09:01, why on leave}",
        ])
  }

  @Test func `news give the figures then and now, and each change by its kind`() throws {
    let value = AgendaJSON.news(try Self.shelf().news(since: Self.window.since, now: Self.now), zone: .utc)
    #expect(
      Self.lines(value, "") == [
        "since: 09:00", "now: 10:00", "opened: 0", "reopened: 0", "resolved: 1", "breached: 3", "updates: 1",
        "arr_at_risk: {then [{amount 70, currency EUR}], now [{amount 30, currency EUR}]}", "escalations.0.id: W-1",
        "escalations.0.account: Acme 1", "escalations.0.title: Exports fail", "escalations.0.severity: S1",
        "escalations.0.level: –", "escalations.0.stage: –", "escalations.0.band: 2", "escalations.0.status: new",
        "escalations.0.owner: Ann", "escalations.0.changes: [{kind breached, text Word breached 09:30}]",
        "escalations.1.id: W-2", "escalations.1.account: Acme 2", "escalations.1.title: Exports fail",
        "escalations.1.severity: S1", "escalations.1.level: –", "escalations.1.stage: –", "escalations.1.band: 2",
        "escalations.1.status: paused", "escalations.1.owner: Ann",
        "escalations.1.changes: [{kind breached, text Word breached 09:30}]", "escalations.2.id: W-3",
        "escalations.2.account: Acme 3", "escalations.2.title: Exports fail", "escalations.2.severity: S1",
        "escalations.2.level: –", "escalations.2.stage: –", "escalations.2.band: 2",
        "escalations.2.status: resolved", "escalations.2.owner: Ann",
        "escalations.2.changes.0: {kind status, text status new → resolved 09:55}",
        "escalations.2.changes.1: {kind missed, text Word missed}",
        "escalations.2.changes.2: {kind met, text Cause met}",
        "escalations.2.changes.3: {kind updates, text update sent 09:40}",
      ])
  }

  @Test func `a handover gives fires with their reasons and each wait with its owner and times`() throws {
    let shelf = try Self.shelf()
    let brief = try shelf.brief(until: Room.at("18:00"), policies: shelf.policies, now: Self.now)
    let value = DailyJSON.brief(brief, zone: .utc) { _ in nil }
    #expect(
      Self.lines(value, "now", "until", "open", "breached", "paused", "on_fire.0.id", "on_fire.0.reasons", "waiting")
        == [
          "now: 10:00", "until: 18:00", "open: 2", "breached: 2", "paused: 1", "on_fire.0.id: W-1",
          "on_fire.0.reasons.0.kind: deadline", "on_fire.0.reasons.0.label: Word", "on_fire.0.reasons.0.rule: word",
          "on_fire.0.reasons.0.due: 09:30", "on_fire.0.reasons.0.breached_at: 09:30",
          "on_fire.0.reasons.0.new: false", "on_fire.0.reasons.0.owner: –", "on_fire.0.reasons.0.details: []",
          "on_fire.0.reasons.0.text: Word breached 09:30", "waiting.0.kind: customer", "waiting.0.id: W-2",
          "waiting.0.account: Acme 2", "waiting.0.title: Exports fail", "waiting.0.owner: Acme 2",
          "waiting.0.what: Logs", "waiting.0.since: 08:30", "waiting.0.due: 15:00",
          "waiting.0.text: we wait for the customer since 08:30 until 15:00: Logs", "waiting.1.kind: task",
          "waiting.1.id: W-1", "waiting.1.account: Acme 1", "waiting.1.title: Exports fail", "waiting.1.owner: cy",
          "waiting.1.what: Call", "waiting.1.since: –", "waiting.1.due: 13:00",
          "waiting.1.text: task “Call” waits for cy, due 13:00",
        ])
  }

  @Test func `the day's checklist gives since when and who left it`() throws {
    let value = DailyJSON.checklist(try Self.shelf().dailyChecklist(now: Self.now + 86_400)) { _ in nil }
    #expect(
      Self.lines(value, ".0.id", ".0.items") == [
        ".0.id: W-1", ".0.items.0.checklist: day", ".0.items.0.checklist_label: Day", ".0.items.0.when: daily",
        ".0.items.0.item: look", ".0.items.0.label: Look", ".0.items.0.need: yes", ".0.items.0.since: 2026-03-02",
        ".0.items.0.days_carried: 1", ".0.items.0.carried_by: bo", ".0.items.0.carried_at: 08:10",
        ".0.items.0.reason: –",
      ])
  }
}
