import Testing

@testable import EscalationDomain

@Suite("A session of the war room, as its register tells it")
struct RoomTests {
  struct OrderCase: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var facts: [RoomFact]
    var agenda: [EscalationID]
    var next: EscalationID?
    var previous: EscalationID?
  }

  static let orders: [OrderCase] = [
    OrderCase(testDescription: "as it was frozen", facts: [], agenda: ["W-1", "W-2", "W-3"], next: "W-1"),
    OrderCase(
      testDescription: "the first is before the room", facts: [.entered("W-1")], agenda: ["W-1", "W-2", "W-3"],
      next: "W-2"),
    OrderCase(
      testDescription: "after a jump it goes on from there", facts: [.entered("W-2")],
      agenda: ["W-1", "W-2", "W-3"], next: "W-3", previous: "W-1"),
    OrderCase(
      testDescription: "what was jumped over comes at the end", facts: [.entered("W-2"), .entered("W-3")],
      agenda: ["W-1", "W-2", "W-3"], next: "W-1", previous: "W-2"),
    OrderCase(
      testDescription: "all were talked about", facts: [.entered("W-1"), .entered("W-2"), .entered("W-3")],
      agenda: ["W-1", "W-2", "W-3"], next: nil, previous: "W-2"),
    OrderCase(
      testDescription: "nothing is before the room: back is to the last one", facts: [.entered("W-2"), .left],
      agenda: ["W-1", "W-2", "W-3"], next: "W-3", previous: "W-2"),
    OrderCase(
      testDescription: "skipped while it is before the room", facts: [.entered("W-2"), .skipped("W-2")],
      agenda: ["W-1", "W-3"], next: "W-3", previous: "W-1"),
    OrderCase(
      testDescription: "skipped, and back", facts: [.skipped("W-1"), .unskipped("W-1")],
      agenda: ["W-1", "W-2", "W-3"], next: "W-1"),
    OrderCase(
      testDescription: "skipped, and added again", facts: [.skipped("W-1"), .added("W-1")],
      agenda: ["W-1", "W-2", "W-3"], next: "W-1"),
    OrderCase(
      testDescription: "added late", facts: [.added("W-5"), .added("W-4")],
      agenda: ["W-1", "W-2", "W-3", "W-5", "W-4"], next: "W-1"),
    OrderCase(
      testDescription: "pinned comes next", facts: [.entered("W-1"), .pinned("W-3")], agenda: ["W-1", "W-3", "W-2"],
      next: "W-3"),
    OrderCase(
      testDescription: "pinned before anything is talked about", facts: [.pinned("W-3")],
      agenda: ["W-3", "W-1", "W-2"], next: "W-3"),
    OrderCase(
      testDescription: "the pinned one is before the room", facts: [.entered("W-2"), .pinned("W-2")],
      agenda: ["W-1", "W-2", "W-3"], next: "W-3", previous: "W-1"),
    OrderCase(
      testDescription: "ordered by hand, the rest behind, what is not there left out",
      facts: [.ordered(["W-3", "W-9", "W-1"])], agenda: ["W-3", "W-1", "W-2"], next: "W-3"),
  ]

  @Test("The agenda of a running session", arguments: orders)
  func order(_ row: OrderCase) {
    let room = row.facts.reduce(RoomLog().started()) { $0.then("03-02 09:10", $1, why: "why") }.room
    #expect(room.agenda == row.agenda)
    #expect(room.next == row.next)
    #expect(room.previous == row.previous)
  }

  @Test func `before its start there is no agenda, and what was added by then follows the frozen one`() {
    let planned = RoomLog().then("03-02 08:00", .added("W-7"), why: "ask")
      .then("03-02 08:01", .timeboxed(.init(each: 9, all: 9)))
    #expect(planned.room.agenda.isEmpty && planned.room.condition == .planned)
    #expect(planned.room.next == nil && planned.room.previous == nil && planned.room.lasted(now: "03-02 09:00") == nil)
    let room = planned.started().room
    #expect(room.agenda == ["W-1", "W-2", "W-3", "W-7"])
    #expect(room.timebox == RoomTimebox(each: 5, all: 30), "the start says how long")
  }

  @Test func `time is counted while something is before the room, not in a break`() {
    let log = RoomLog().started().then("03-02 09:02", .entered("W-1")).then("03-02 09:07", .entered("W-2"))
      .then("03-02 09:10", .entered("W-1")).then("03-02 09:12", .adjourned)
    let room = log.room
    #expect(room.condition == .adjourned(since: "03-02 09:12"))
    #expect(room.current == nil && room.last == "W-1")
    #expect(room.spent(on: "W-1", now: "03-02 13:00") == 7 * 60)
    #expect(room.spent(on: "W-2", now: "03-02 13:00") == 3 * 60)
    #expect(room.spent(on: "W-3", now: "03-02 13:00") == 0)
    #expect(room.lasted(now: "03-02 13:00") == 720)
    let resumed = log.then("03-02 13:00", .continued).then("03-02 13:01", .entered("W-1"))
    #expect(resumed.room.condition == .running && resumed.room.current == "W-1")
    #expect(resumed.room.spent(on: "W-1", now: "03-02 13:03") == 9 * 60)
    #expect(resumed.room.lasted(now: "03-02 13:03") == 900)
    let ended = resumed.then("03-02 13:05", .ended(through: 8)).room
    #expect(ended.isOver && ended.ended == "03-02 13:05" && ended.current == nil && ended.through == 8)
    #expect(ended.spent(on: "W-1", now: "03-05 09:00") == 11 * 60)
    #expect(ended.lasted(now: "03-05 09:00") == 1020)
    #expect(ended.discussed == ["W-1", "W-2"])
    let over = log.then("03-02 15:00", .ended()).room
    #expect(over.lasted(now: "03-02 15:00") == 720, "ended out of a break")
  }

  @Test func `who leads, who is there and who does what`() {
    let room = RoomLog().started().then("03-02 09:00", .driven(console: "one"))
      .then("03-02 09:01", .driven(console: "two"), by: "bo")
      .then("03-02 09:02", .attended(.init(name: "Cy", state: .absent)))
      .then("03-02 09:02", .attended(.init(name: "Di", state: .excused)))
      .then("03-02 09:03", .attended(.init(name: "cy", state: .present)))
      .then("03-02 09:04", .roleTaken(role: "scribe", by: "Cy")).then("03-02 09:04", .roleTaken(role: "lead", by: "Di"))
      .then("03-02 09:05", .roleTaken(role: "lead", by: nil)).then("03-02 09:06", .noted("n"), by: "bo").room
    #expect(room.driver == Room.Driver(name: "bo", console: "two", since: "03-02 09:01"))
    #expect(room.attendance == [.init(name: "cy", state: .present), .init(name: "Di", state: .excused)])
    #expect(room.roles == ["scribe": "Cy"])
    #expect(room.notes == [.init(text: "n", stamp: .init(at: "03-02 09:06", by: "bo"))])
  }

  @Test func `one that was talked about and then skipped is not lost`() {
    let room = RoomLog().started().then("03-02 09:01", .entered("W-2"))
      .then("03-02 09:03", .skipped("W-2"), why: "gone").then("03-02 09:04", .skipped("W-3"), why: "no").room
    #expect(room.agenda == ["W-1"])
    #expect(room.tabled == ["W-1", "W-2"])
    #expect(room.spent(on: "W-2", now: "03-02 09:30") == 120)
  }

  @Test func `what was taken back leaves it as it was`() {
    let log = RoomLog().started().then("03-02 09:01", .skipped("W-2"), why: "no").then("03-02 09:02", .noted("n"))
    let back = log.then("03-02 09:03", .takenBack(entry: 2)).then("03-02 09:04", .takenBack(entry: 3))
    #expect(back.room.agenda == ["W-1", "W-2", "W-3"] && back.room.notes.isEmpty)
    let again = back.then("03-02 09:05", .takenBack(entry: 4))
    #expect(again.room.agenda == ["W-1", "W-3"])
  }

  static let monday = LocalDate(daysSinceEpoch: 20_514)

  static let names: [(String, RoomID?)] = [
    ("2026-03-02", RoomID(date: monday)), ("2026-03-02.2", RoomID(date: monday, number: 2)),
    ("2026-03-02.10", RoomID(date: monday, number: 10)), ("2026-03-02.1", nil), ("2026-03-02.0", nil),
    ("2026-03-02.-2", nil), ("2026-03-02.02", nil), ("2026-03-02.", nil), ("2026-03-02.2.3", nil), ("2026-02-30", nil),
    ("", nil), ("today", nil), ("2026-03-02.x", nil), ("2026-03-02.+2", nil),
  ]

  @Test("The name of a session, read and written the same", arguments: names)
  func name(_ text: String, _ id: RoomID?) {
    #expect(RoomID(text) == id)
    if let id { #expect(id.text == text) }
  }

  @Test func `sessions stand by date, then number`() {
    let sorted = ["2026-03-02.10", "2026-03-02", "2026-03-01.3", "2026-03-02.2"].compactMap { RoomID($0) }.sorted()
    #expect(sorted.map(\.text) == ["2026-03-01.3", "2026-03-02", "2026-03-02.2", "2026-03-02.10"])
  }
}

extension RoomTests {
  @Test func `what was skipped before the start comes behind the rest once it is put back`() {
    let room = RoomLog().then("03-02 08:00", .skipped("W-2"), why: "on leave").started(["W-1", "W-3"])
    #expect(room.room.agenda == ["W-1", "W-3"])
    let back = room.then("03-02 09:05", .entered("W-1")).then("03-02 09:06", .unskipped("W-2")).room
    #expect(back.agenda == ["W-1", "W-3", "W-2"] && back.tabled == back.agenda && back.next == "W-3")
  }

  @Test func `what was added before the start follows by when it was`() {
    let room = RoomLog().then("03-02 08:00", .added("W-9"), why: "ask").then("03-02 08:01", .added("W-7"), why: "ask")
      .started().room
    #expect(room.agenda == ["W-1", "W-2", "W-3", "W-9", "W-7"])
  }
}
