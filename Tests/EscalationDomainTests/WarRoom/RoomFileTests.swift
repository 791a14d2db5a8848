import Testing

@testable import EscalationDomain

/// Logs and sessions as a store would read them.
struct RoomShelf: RecordReading, RoomStoring {
  var logs: [Log]
  var rooms: [RoomID: RoomLog] = [:]

  func eachHistory(
    touching window: Range<Instant>, now: Instant, _ body: (History, PolicyBook) throws -> Void
  ) throws {
    for log in logs { try body(log.history, log.policies) }
  }

  func room(_ id: RoomID, now: Instant) -> Room {
    Room(id, RegisterLog((rooms[id]?.entries ?? []).filter { $0.occurred <= now }))
  }

  func rooms(atMost limit: Int, now: Instant) -> [RoomID] {
    Array(rooms.keys.filter { !room($0, now: now).log.entries.isEmpty }.sorted(by: >).prefix(limit))
  }

  func write(_ facts: [RoomFact], in room: RoomID, why: String?, act: Act) throws -> Room {
    throw Refusal.nothingToChange
  }
}

@Suite("A session with all that is known for it, read in one pass")
struct RoomFileTests {
  static let monday = RoomLog.id
  static let tuesday = RoomID(date: RoomLog.id.date.adding(days: 1))

  /// One of each kind, under a playbook with an hourly word, a decision, a daily list and a call after the end; edition
  /// 2, which none of them follows, knows none of it.
  static let logs: [Log] = {
    var playbook = Desk.playbook([cadence("1h"), rule("1h", "call", starts: [.resolved], stops: [.internalCheck])])
    playbook.room = RoomPlan(minutesEach: 7, minutesAll: 35)
    playbook.checklists = [
      Checklist(id: "day", label: "Day", when: .daily, items: [ChecklistItem(id: "look", label: "Look")]),
      Checklist(id: "list", label: "List", items: [ChecklistItem(id: "a", label: "A", applies: .always(.ifNeeded))]),
    ]
    var book = PolicyBook(Desk.policy(playbook))
    book.add(Desk.policy(Desk.playbook([]), edition: 2))
    let log = Log(policies: book)
    let answered = log.then("03-02 16:00", .itemDecided(ItemDecision(checklist: "list", item: "a", choice: .notNeeded)))
    return [
      log.then("03-02 10:00", .told).then("03-02 11:00", .decisionTaken(text: "Wait")),
      log.then("03-02 12:00", .severity("S0")), answered.then("03-03 08:30", .told).then("03-03 09:10", .told),
      log.then("03-02 08:30", .told, recorded: "03-02 09:30"), log.then("03-02 10:00", .resolve),
      log.then("03-02 10:00", .close), answered.then("03-02 17:00", .wait("03-09 09:00")),
      log.then("03-02 09:30", .cancelled),
    ].enumerated().map { $1.named(EscalationID("W-\($0 + 1)")) }
  }()

  static let shelf: RoomShelf = {
    let held = RoomLog().started(["W-1"], at: "03-02 09:05").then("03-02 09:25", .ended())
    let planned = RoomLog().then("03-03 08:00", .pinned("W-4")).then("03-03 08:01", .skipped("W-2"), why: "on leave")
      .then("03-03 08:02", .added("W-6"), why: "they wrote")
    return RoomShelf(logs: logs, rooms: [monday: held, tuesday: planned])
  }()

  private static func file(_ shelf: RoomShelf, _ now: Instant) throws -> RoomFile {
    try shelf.roomFile(zone: .utc, policies: logs[0].policies, now: now)
  }

  @Test(arguments: ["03-02 10:30", "03-03 09:00", "03-03 18:00", "03-20 09:00"] as [Instant])
  func `of one that has not started it is what each pass of its own tells`(now: Instant) throws {
    let file = try Self.file(Self.shelf, now)
    let policy = Self.logs[0].policies.current
    let sessions = try Self.shelf.sessions(around: now, zone: .utc, policy: policy)
    let (room, last) = (sessions.room, sessions.last)
    let window = RoomWindow(now: now, date: room.id.date, zone: .utc, last: last, policy: policy)
    let agenda = try Self.shelf.agenda(of: room, in: window, policies: Self.logs[0].policies, now: now)
    #expect(file.room == room && file.last == last && file.window == window && file.asOf == now)
    #expect(file.items == agenda.items && file.skipped == agenda.skipped && file.arrivals.isEmpty)
    #expect(try file.news == Self.shelf.news(since: window.since, now: now))
    #expect(try file.checklist == Self.shelf.dailyChecklist(now: now))
    #expect(!file.items.isEmpty && !file.checklist.groups.isEmpty)
  }

  @Test func `from the start on its window, agenda and order stand`() throws {
    var shelf = Self.shelf
    shelf.rooms[Self.tuesday] = RoomLog().started(["W-8", "W-1"], at: "03-03 09:00")
      .then("03-03 09:05", .timeboxed(.init(each: 3, all: 11)))
    let file = try Self.file(shelf, "03-03 09:20")
    #expect(file.window == RoomWindow(since: "03-01 09:00", until: "03-03 09:00"))
    // Nothing asks for W-8 any more.
    #expect(file.items.map(\.id) == ["W-8", "W-1"] && file["W-8"]?.reasons == [])
    #expect(Set(file.arrivals.map(\.id)) == ["W-2", "W-3", "W-4", "W-5", "W-6", "W-7"])
    #expect(file.timebox == RoomTimebox(each: 3, all: 11))
    shelf.rooms[Self.tuesday] = nil
    #expect(try Self.file(shelf, "03-03 09:20").timebox == RoomTimebox(each: 5, all: 25), "by the present edition")
  }

  @Test func `what it has answered stays listed, what was answered before does not`() throws {
    var shelf = Self.shelf
    func done(_ at: Instant) -> Log {
      Self.logs[0].then(at, .itemDecided(ItemDecision(checklist: "day", item: "look", choice: .done)))
    }
    shelf.rooms[Self.tuesday] = RoomLog().started(["W-1"], at: "03-03 09:00")
    for (at, listed) in [("03-03 08:59", ["a"]), ("03-03 09:01", ["look", "a"])] as [(Instant, [String])] {
      shelf.logs = [done(at)]
      #expect(try Self.file(shelf, "03-03 09:20").checklist(of: "W-1").map(\.item.id) == listed, "\(at.short)")
    }
  }
}
