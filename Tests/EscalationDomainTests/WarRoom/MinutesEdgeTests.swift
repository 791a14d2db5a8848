import Testing

@testable import EscalationDomain

@Suite("The edges of what a session came to")
struct MinutesEdgeTests {
  /// Started at 09:00 with W-1 and W-2, looking back to 1 March and ahead to 3 March, 09:00; over at 10:00 with the
  /// 100th event.
  private static func room(_ facts: [(Instant, RoomFact)] = [], through: Int64 = 100) -> Room {
    let start = RoomStart(
      agenda: ["W-1", "W-2"], since: "03-01 09:00", until: "03-03 09:00", timebox: RoomTimebox(each: 5, all: 30),
      through: 9)
    return facts.reduce(RoomLog().then("03-02 09:00", .started(start))) { $0.then($1.0, $1.1, why: "on leave") }
      .then("03-02 10:00", .ended(through: through)).room
  }

  /// One that opened before the session, with the events of the session numbered from 10 on.
  private static func log(
    _ rules: [ClockRule] = [], _ id: EscalationID = "W-1", severity: String = "S1", _ before: [(Instant, Fact)] = [],
    _ said: (Instant, Fact)...
  ) -> Log {
    var log = before.reduce(Log(rules, opened: "03-01 10:00", severity: severity)) { $0.then($1.0, $1.1) }
    let count = log.events.count
    log = said.reduce(log) { $0.then($1.0, $1.1) }
    for index in log.events.indices.dropFirst(count) { log.events[index].sequence += Int64(9 - count) }
    return log.named(id)
  }

  private static func minutes(
    _ logs: Log..., of room: Room = room(), zone: Zone = .utc, now: Instant = "03-02 12:00"
  ) throws -> Minutes {
    var shelf = Shelf()
    shelf.logs = logs
    return try #require(try shelf.minutes(of: room, zone: zone, now: now))
  }

  @Test func `an owner or a time that came later in the session answers the question`() throws {
    let minutes = try Self.minutes(
      Self.log(
        [], "W-1", [],
        ("03-02 09:10", .taskAdded(ActionItem(id: "T1", title: "Call", owner: "bo"))),
        ("03-02 09:11", .taskMoved(id: "T1", due: "03-02 17:00")),
        ("03-02 09:12", .taskAdded(ActionItem(id: "T2", title: "VPN", due: "03-02 17:00", kind: .blocker))),
        ("03-02 09:13", .taskAdded(ActionItem(id: "T3", title: "Ask", owner: "cy"))),
        ("03-02 09:14", .milestoneAdded(Milestone(id: "M1", title: "Fix", owner: "bo", due: "03-04 12:00"))),
        ("03-02 09:15", .milestonesShifted([MilestoneShift(id: "M1", start: nil, due: "03-06 12:00")]))))
    let actions = try #require(minutes.items.first).actions
    #expect(actions.map(\.kind) == [.task, .blocker, .task, .milestone])
    #expect(actions.map(\.due) == ["03-02 17:00", "03-02 17:00", nil, "03-06 12:00"])
    // Without an owner, and without a time.
    #expect(minutes.openQuestions.map(\.action.title) == ["VPN", "Ask"])
  }

  @Test func `what time brings about, and what comes from elsewhere, nobody said`() throws {
    var log = Self.log([rule("24h")], "W-1", [], ("03-02 09:10", .noted(text: "ours")))
    log = log.then("03-02 09:20", .noted(text: "theirs"), source: .imported)
    log.events[log.events.count - 1].sequence = 11
    #expect(try Self.minutes(log).items.first?.acts.map(\.stamp.by) == ["ann"])
    let settled = try log.settled("03-02 11:00")
    #expect(settled.events.count > log.events.count)
    #expect(try Self.minutes(settled).items.first?.acts.count == 1)
  }

  @Test func `at risk is what passes before the next session, not a watch that ends`() throws {
    let watch = rule("26h", "watch", starts: [.resolved], stops: [], elapses: true)
    let log = Self.log([rule("40h", "soon"), rule("14d", "far"), rule("5h", "late")])
    let over = Self.log([watch], "W-2", [("03-01 10:00", .resolve)])
    let items = try Self.minutes(log, over).items
    #expect(items.map(\.id) == ["W-1", "W-2"] && items.last?.ahead.atRisk == [])
    #expect(items.last?.reasons.map(\.label) == ["watch"])
    let item = try #require(items.first)
    #expect(item.ahead.atRisk.map(\.label) == ["late", "soon"])
    #expect(item.reasons.map(\.label) == ["late", "soon"])
    #expect(item.reasons.map(\.isNews) == [true, false])
    #expect(item.ahead.atRisk.map(\.isNews) == [false, false], "breached before this session")
  }

  @Test func `written about without having it on the agenda: behind, in the order of the board`() throws {
    func decided(_ id: EscalationID, _ severity: String) -> Log {
      Self.log([], id, severity: severity, [], ("03-02 09:30", .decisionTaken(text: "Wait")))
    }
    let minutes = try Self.minutes(
      decided("W-7", "S2"), decided("W-8", "S0"), decided("W-9", "S1"), Self.log([], "W-2"), Self.log([], "W-1"),
      Self.log([], "W-3", [], ("03-02 09:30", .noted(text: "no decision"))))
    #expect(minutes.items.map(\.id) == ["W-1", "W-2", "W-8", "W-3", "W-9", "W-7"])
    #expect(minutes.items.map(\.isOnAgenda) == [true, true, false, false, false, false])
    #expect(minutes.items.allSatisfy { !$0.wasDiscussed })
  }

  @Test func `what was skipped stands by when it was`() throws {
    let room = Self.room([("03-02 09:05", .skipped("W-2")), ("03-02 09:06", .skipped("W-1"))])
    #expect(try Self.minutes(Self.log(), Self.log([], "W-2"), of: room).skipped.map(\.id) == ["W-2", "W-1"])
  }

  @Test func `the board is that of the end, the news those of the beginning`() throws {
    let resolved = Self.log([rule("84600s")], "W-1", [], ("03-02 09:20", .resolve))
    let late = Self.log([rule("84600s")], "W-2")
    let minutes = try Self.minutes(resolved, late)
    #expect(minutes.totals.open == 1 && minutes.totals.breached == 1)
    #expect(minutes.news.asOf == "03-02 09:00" && minutes.news.opened == 2)
    #expect(minutes.news.breached == 0 && minutes.news.resolved == 0)
    #expect(minutes.items.map(\.row.status) == [.resolved, .new] && minutes.asOf == "03-02 10:00")
  }

  @Test func `they tell the times of where the room met, else of the reader`() throws {
    let tokyo = try Zone("Asia/Tokyo")
    #expect(try Self.minutes(Self.log(), zone: tokyo).zone == tokyo)
    let start = RoomStart(
      agenda: [], since: "03-01 09:00", until: "03-03 09:00", timebox: .init(each: 5, all: 25),
      zone: try Zone("Europe/Berlin"))
    let room = RoomLog().then("03-02 09:00", .started(start)).room
    #expect(try Self.minutes(Self.log(), of: room, zone: tokyo).zone == Zone("Europe/Berlin"))
  }

  @Test func `of one that goes on they are as of now`() throws {
    let room = RoomLog().started(["W-1"]).then("03-02 09:05", .entered("W-1")).room
    let log = Self.log(
      [], "W-1", [], ("03-02 09:10", .decisionTaken(text: "Wait")), ("03-02 09:40", .decisionTaken(text: "Go")))
    let minutes = try Self.minutes(log, of: room, now: "03-02 09:30")
    #expect(minutes.items.first?.decisions.map(\.text) == ["Wait"] && minutes.items.first?.spent == 25 * 60)
  }
}
