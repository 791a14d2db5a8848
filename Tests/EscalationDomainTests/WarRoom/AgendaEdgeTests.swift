import Testing

@testable import EscalationDomain

@Suite("Why the room has to talk about an escalation, at the edges of its window")
struct AgendaEdgeTests {
  typealias Case = AgendaReasonTests.Case

  static let breaches: [Case] = {
    let first = Log([rule("4h")])
    let three = Log([cadence("mon,wed,fri")])
    // 15 minutes since the opening, asked for at 10:00.
    let graver = Log([rule(.by(.severity, ["S0": "15m", "S1": "14d"]))]).then("03-02 10:00", .severity("S0"))
    func corrected(_ log: Log) -> Log {
      (try? log.settled("03-02 14:00").then("03-02 12:00", .ack, recorded: "03-02 15:00")) ?? log
    }
    return [
      Case(
        "still due in the second of the session before, breached right after it", first, since: "03-02 13:00",
        "03-03 09:00", "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case(
        "the same, and stopped since", first.then("03-02 14:00", .ack), since: "03-02 13:00", "03-03 09:00",
        "deadline clock due 03-02 13:00 breached 03-02 13:00 new"),
      Case(
        "late by another severity in the second of the session before, which saw it", graver, since: "03-02 10:00",
        "03-03 09:00", "deadline clock due 03-02 09:15 breached 03-02 10:00"),
      Case(
        "by another severity since", graver, since: "03-02 09:59:59", "03-03 09:00",
        "deadline clock due 03-02 09:15 breached 03-02 10:00 new"),
      Case(
        "of several slots missed since, the last", three, since: "03-03 09:00", "03-09 09:00",
        "update clock due 03-09 17:00 breached 03-06 17:00 new"),
      Case("a stored breach that was put right", corrected(first), since: "03-02 09:00", "03-03 09:00"),
    ]
  }()

  static let others: [Case] = {
    let paused = Log([cadence("1h", pausable: true)]).then("03-02 09:10", .wait("03-05 09:00"))
    let look = Log([]).then("03-02 10:00", .planLookSet(.review, due: "03-04 12:00"))
    var playbook = Desk.playbook([])
    playbook.checklists = [
      Checklist(
        id: "list", label: "List", items: [ChecklistItem(id: "a", label: "Call", applies: .always(.ifNeeded))])
    ]
    playbook.paths = [InternalPath(id: "vp", label: "VP", to: ["VP CS"])]
    let asked = Log(policies: PolicyBook(Desk.policy(playbook))).then(
      "03-02 10:00", .pathCalled(PathCalled(path: "vp")))
    return [
      Case(
        "a pause that is over as the next session begins", paused, since: "03-03 09:00", "03-04 09:00",
        "returns Waiting for logs due 03-05 09:00 new"),
      Case("a second later", paused, since: "03-03 09:00", "03-04 08:59:59"),
      Case(
        "a look at the plan", look, since: "03-03 09:00", "03-04 09:00", "review Effectiveness review due 03-04 12:00"),
      Case(
        "a path and a decision, by when they came up", asked, since: "03-02 09:00", "03-02 11:00",
        "path VP breached 03-02 10:00 new [VP CS]", "decision List [Call]"),
      Case(
        "what is resolved still asks for the decision", asked.then("03-02 12:00", .resolve), since: "03-02 09:00",
        "03-03 09:00", "decision List [Call]"),
      Case(
        "what was resolved two weeks ago asks for nothing", asked.then("03-02 12:00", .resolve), since: "03-15 09:00",
        "03-16 12:00"),
      Case(
        "a second before it did", asked.then("03-02 12:00", .resolve), since: "03-15 09:00", "03-16 11:59:59",
        "decision List [Call]"),
    ]
  }()

  @Test(arguments: breaches + others) func `each at its edge`(row: Case) throws {
    #expect(try row.actual() == row.reasons, "\(row)")
  }

  @Test func `a record is asked by the edition that it follows`() throws {
    let log = try Self.twoEditions()
    let agenda = try Shelf(log).agenda(
      of: Room(RoomLog.id), in: RoomWindow(since: "03-01 09:00", until: "03-03 09:00"), policies: log.policies,
      now: "03-02 09:30")
    #expect(agenda.items.flatMap(\.reasons).map(\.kind) == [.update, .decision])
  }

  /// One that follows edition 1 with an hourly word and a decision; edition 2 knows neither.
  static func twoEditions() throws -> Log {
    var playbook = Desk.playbook([cadence("1h")])
    playbook.checklists = [
      Checklist(
        id: "list", label: "List", items: [ChecklistItem(id: "a", label: "Call", applies: .always(.ifNeeded))])
    ]
    var book = PolicyBook(Desk.policy(playbook))
    book.add(Desk.policy(Desk.playbook([]), edition: 2))
    return Log(policies: book)
  }

  @Test func `what somebody put there and what is pinned are told first, what was skipped in the agenda's order`()
    throws
  {
    let logs = [("B", "S1"), ("A", "S0"), ("C", "S0")].map { Log([rule("4h")], severity: $1).named(EscalationID($0)) }
    var shelf = Shelf()
    shelf.logs = logs
    let room = RoomLog().then("03-02 08:00", .added("C"), why: "ask").then("03-02 08:00", .pinned("C"))
      .then("03-02 08:01", .skipped("B"), why: "no").then("03-02 08:02", .skipped("A"), why: "no").room
    let agenda = try shelf.agenda(
      of: room, in: RoomWindow(since: "03-01 09:00", until: "03-03 09:00"), policies: logs[0].policies,
      now: "03-02 10:00")
    #expect(agenda.items.map { $0.reasons.map(\.kind) } == [[.pinned, .added, .deadline]])
    #expect(agenda.skipped.map(\.id) == ["A", "B"])
  }

  @Test func `a local day back is 23 hours where the clocks went forward`() throws {
    var policy = Desk.policy(Desk.playbook([]))
    policy.defaultCalendar = "never"
    let window = RoomWindow(now: "03-29 08:00", zone: try Zone("Europe/Berlin"), last: nil, policy: policy)
    #expect(window == RoomWindow(since: "03-28 09:00", until: "03-30 08:00"))
  }
}
