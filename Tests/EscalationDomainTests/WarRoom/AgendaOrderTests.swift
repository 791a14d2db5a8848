import Testing

@testable import EscalationDomain

@Suite("Which escalations the room talks about, and in which order")
struct AgendaOrderTests {
  private static func log(_ id: EscalationID, _ severity: String, _ target: Target = "4h", arr: Money? = nil) -> Log {
    Log([rule(target)], severity: severity) { $0.account.arr = arr }.named(id)
  }

  private func agenda(_ logs: [Log], _ facts: [RoomFact] = [], now: Instant = "03-02 10:00") throws -> Agenda {
    let id = RoomID(date: Zone.utc.local(now).date)
    let entries = facts.enumerated().map { index, fact in
      RegisterEntry(
        sequence: Int64(index + 1), occurred: now, recorded: now, actor: "ann", why: "it burns", fact: fact)
    }
    var shelf = Shelf()
    shelf.logs = logs
    return try shelf.agenda(
      of: Room(id, RegisterLog(entries)), in: RoomWindow(since: now + -86_400, until: now + 86_400),
      policies: logs[0].policies, now: now)
  }

  private func ids(_ logs: [Log], _ facts: [RoomFact] = []) throws -> String {
    try agenda(logs, facts).items.map(\.id.text).joined(separator: " ")
  }

  @Test func `severity goes before the deadline, and the deadline before ARR`() throws {
    let usd = Money(minorUnits: 100, currency: "USD")
    let more = Money(minorUnits: 900, currency: "USD")
    let logs = [
      Self.log("A-low", "S3", "2h"), Self.log("B-later", "S1", "6h", arr: more), Self.log("C-soon", "S1", "4h"),
      Self.log("D-grave", "S0", "20h"), Self.log("E-rich", "S1", "6h", arr: usd),
    ]
    #expect(try ids(logs) == "D-grave C-soon B-later E-rich A-low")
    #expect(try ids(logs.reversed()) == "D-grave C-soon B-later E-rich A-low")
  }

  @Test func `amounts of two currencies are not compared`() throws {
    let logs = [
      Self.log("A-none", "S1"), Self.log("B-usd", "S1", arr: Money(minorUnits: 5, currency: "USD")),
      Self.log("C-idr", "S1", arr: Money(minorUnits: 9_000_000, currency: "IDR")),
      Self.log("D-eur", "S1", arr: Money(minorUnits: 1, currency: "EUR")),
      Self.log("E-usd", "S1", arr: Money(minorUnits: 7, currency: "USD")),
      Self.log("F-usd", "S1", arr: Money(minorUnits: 7, currency: "USD")),
    ]
    #expect(try ids(logs) == "D-eur C-idr E-usd F-usd B-usd A-none")
  }

  @Test func `one whose only clock is far away is not on it, unless somebody puts it there`() throws {
    let logs = [Self.log("A-far", "S0", "14d"), Self.log("B", "S1")]
    #expect(try ids(logs) == "B")
    let added = try agenda(logs, [.added("A-far")])
    #expect(added.items.map(\.id) == ["A-far", "B"])
    #expect(added.items[0].reasons == [AgendaReason(.added, label: "it burns", owner: "ann")])
    #expect(try ids(logs, [.pinned("A-far")]) == "A-far B")
  }

  @Test func `what is pinned stands before all, then the order by hand, then the rest`() throws {
    let logs = [Self.log("A", "S0"), Self.log("B", "S1"), Self.log("C", "S2"), Self.log("D", "S3")]
    #expect(try ids(logs) == "A B C D")
    #expect(try ids(logs, [.pinned("D")]) == "D A B C")
    #expect(try ids(logs, [.pinned("D"), .pinned("C")]) == "D C A B")
    #expect(try ids(logs, [.ordered(["C", "B"])]) == "C B A D")
    #expect(try ids(logs, [.ordered(["C", "B"]), .pinned("D")]) == "D C B A")
    // One that stands in the order by hand too is first all the same.
    #expect(try ids(logs, [.ordered(["C", "B", "D"]), .pinned("D")]) == "D C B A")
    #expect(try ids(logs, [.pinned("D"), .pinned("C"), .ordered(["C", "D"])]) == "C D A B")
    #expect(try ids(logs, [.pinned("D"), .unpinned("D")]) == "A B C D")
    let items = try agenda(logs, [.pinned("D")]).items
    #expect(items.map(\.isPinned) == [true, false, false, false])
    #expect(items[0].reasons.map(\.kind) == [.pinned, .deadline])
  }

  @Test func `what is skipped is kept apart, with who and why`() throws {
    let logs = [Self.log("A", "S0"), Self.log("B", "S1"), Self.log("C", "S2")]
    let agenda = try agenda(logs, [.skipped("C"), .skipped("A"), .pinned("A")])
    #expect(agenda.items.map(\.id) == ["B"])
    #expect(agenda.skipped.map(\.id) == ["A", "C"])
    #expect(agenda.skipped.map(\.stamp.why) == ["it burns", "it burns"])
    #expect(try ids(logs, [.skipped("C"), .unskipped("C")]) == "A B C")
    #expect(try ids(logs, [.skipped("C"), .added("C")]) == "A B C")
  }

  @Test func `the window reaches from the start of the session before to that time of the next one's date`() throws {
    let zone = try Zone("Europe/Berlin")
    // The clocks go forward on Sunday 29 March 2026.
    let now: Instant = "03-28 08:00"
    let policy = Policy(edition: 1, installed: now, playbooks: [:], calendars: [:], defaultCalendar: "none")
    #expect(
      RoomWindow(now: now, zone: zone, last: nil, policy: policy)
        == RoomWindow(since: "03-27 08:00", until: "03-29 07:00"))
    let start = RoomFact.started(
      RoomStart(agenda: [], since: "03-25 08:00", until: "03-27 08:00", timebox: RoomTimebox(each: 5, all: 25)))
    let entry = RegisterEntry(
      sequence: 1, occurred: "03-26 08:05", recorded: "03-26 08:05", actor: "ann", why: nil, fact: start)
    let last = Room(RoomID(date: Zone.utc.local("03-26 08:00").date), RegisterLog([entry]))
    #expect(RoomWindow(now: now, zone: zone, last: last, policy: policy).since == "03-26 08:05")
    let planned = Room(RoomID(date: Zone.utc.local("03-26 08:00").date))
    #expect(RoomWindow(now: now, zone: zone, last: planned, policy: policy).since == "03-27 08:00")
  }
}
