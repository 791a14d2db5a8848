import Testing

@testable import EscalationDomain

@Suite("What a session of the war room allows")
struct RoomDecisionTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var log: RoomLog
    var fact: RoomFact
    var why: String?
    var refusal: Refusal?

    init(_ log: RoomLog, _ fact: RoomFact, why: String? = nil, _ refusal: Refusal?) {
      testDescription = "\(log.entries.map(\.fact.sentence).joined(separator: ", ")) | \(fact.sentence)"
      (self.log, self.fact, self.why, self.refusal) = (log, fact, why, refusal)
    }
  }

  static let id = RoomLog.id
  static let planned = RoomLog()
  static let running = RoomLog().started()
  static let talking = running.then("03-02 09:05", .entered("W-1"))
  static let adjourned = running.then("03-02 09:05", .adjourned)
  static let over = running.then("03-02 09:30", .ended())
  static let start = RoomFact.started(
    RoomStart(agenda: ["W-1"], since: "03-01 09:00", until: "03-03 09:00", timebox: .init(each: 5, all: 30)))
  static let isOver = Refusal.roomIsOver(id, at: "03-02 09:30")

  static let hasStarted = Refusal.roomStarted(id, since: "03-02 09:00")

  static let table: [Case] = [
    Case(planned, start, nil), Case(running, start, hasStarted), Case(adjourned, start, hasStarted),
    Case(over, start, isOver),
    Case(
      planned,
      .started(
        RoomStart(agenda: ["W-77"], since: "03-01 09:00", until: "03-03 09:00", timebox: .init(each: 5, all: 30))),
      .noSuchOnAgenda("W-77")),
    Case(
      planned,
      .started(RoomStart(agenda: [], since: "03-01 09:00", until: "03-03 09:00", timebox: .init(each: 0, all: 30))),
      .timeboxOutOfRange),

    Case(planned, .skipped("W-1"), why: "no", nil), Case(planned, .skipped("W-1"), .reasonRequired),
    Case(planned, .skipped("W-1"), why: " ", .reasonRequired), Case(running, .skipped("W-1"), why: "no", nil),
    Case(running, .skipped("W-9"), why: "no", .notOnAgenda("W-9", id)),
    Case(planned.then("03-02 08:00", .skipped("W-1"), why: "no"), .skipped("W-1"), why: "no", .nothingToChange),
    Case(over, .skipped("W-1"), why: "no", isOver), Case(planned, .skipped("W-77"), why: "no", .noSuchOnAgenda("W-77")),
    Case(planned, .unskipped("W-1"), .nothingToChange),
    Case(planned.then("03-02 08:00", .skipped("W-1"), why: "no"), .unskipped("W-1"), nil),

    Case(planned, .added("W-1"), why: "ask", nil), Case(planned, .added("W-1"), .reasonRequired),
    Case(running, .added("W-9"), why: "ask", nil), Case(running, .added("W-1"), why: "ask", .nothingToChange),
    Case(running.then("03-02 09:01", .skipped("W-1"), why: "no"), .added("W-1"), why: "ask", nil),
    Case(planned.then("03-02 08:00", .added("W-1"), why: "a"), .added("W-1"), why: "b", .nothingToChange),

    Case(planned, .pinned("W-9"), nil), Case(running, .pinned("W-2"), nil),
    Case(running, .pinned("W-9"), .notOnAgenda("W-9", id)),
    Case(running.then("03-02 09:01", .pinned("W-2")), .pinned("W-2"), .nothingToChange),
    Case(running, .unpinned("W-2"), .nothingToChange),
    Case(running, .ordered(["W-2"]), nil), Case(running, .ordered([]), .nothingToChange),
    Case(running.then("03-02 09:01", .ordered(["W-2"])), .ordered(["W-2", "W-2"]), .nothingToChange),

    Case(planned, .entered("W-1"), .roomNotStarted(id)), Case(running, .entered("W-1"), nil),
    Case(talking, .entered("W-1"), .nothingToChange), Case(running, .entered("W-9"), .notOnAgenda("W-9", id)),
    Case(adjourned, .entered("W-1"), .roomAdjourned(id)), Case(over, .entered("W-1"), isOver),
    Case(talking, .left, nil), Case(running, .left, .nothingToChange),

    Case(planned, .adjourned, .roomNotStarted(id)), Case(running, .adjourned, nil),
    Case(adjourned, .adjourned, .roomAdjourned(id)), Case(over, .adjourned, isOver),
    Case(adjourned, .continued, nil), Case(running, .continued, .roomNotAdjourned(id)),
    Case(planned, .continued, .roomNotAdjourned(id)), Case(over, .continued, isOver),
    Case(planned, .ended(), .roomNotStarted(id)), Case(running, .ended(), nil), Case(adjourned, .ended(), nil),
    Case(over, .ended(), isOver),

    Case(running, .driven(console: "c"), nil), Case(running, .driven(console: " "), .textRequired("a console")),
    Case(running.then("03-02 09:01", .driven(console: "c")), .driven(console: "c"), .nothingToChange),
    Case(running.then("03-02 09:01", .driven(console: "c"), by: "bo"), .driven(console: "c"), nil),
    Case(planned, .driven(console: "c"), .roomNotStarted(id)),

    Case(planned, .attended(.init(name: "Bo", state: .present)), nil),
    Case(planned, .attended(.init(name: " ", state: .present)), .textRequired("a name")),
    Case(
      planned.then("03-02 08:00", .attended(.init(name: "Bo", state: .absent))),
      .attended(.init(name: "Bo", state: .absent)), .nothingToChange),
    Case(
      planned.then("03-02 08:00", .attended(.init(name: "Bo", state: .absent))),
      .attended(.init(name: "Bo", state: .present)), nil),
    Case(planned, .roleTaken(role: " ", by: "Bo"), .textRequired("a role")),
    Case(planned, .roleTaken(role: "scribe", by: nil), .nothingToChange),
    Case(planned, .timeboxed(.init(each: 480, all: 480)), nil),
    Case(planned, .timeboxed(.init(each: 1, all: 481)), .timeboxOutOfRange),
    Case(running, .timeboxed(.init(each: 5, all: 30)), .nothingToChange),
    Case(running, .noted(" "), .textRequired("a note")), Case(running, .noted("n\0"), .unreadableText("n\0")),
    Case(planned, .noted("n"), nil), Case(over, .noted("n"), isOver),
    Case(over.then("03-02 09:30", .noted("n")), .takenBack(entry: 3), isOver),
    Case(running.then("03-02 09:01", .noted("n")), .takenBack(entry: 2), nil),
    Case(running, .takenBack(entry: 1), .nothingToUndo), Case(running, .takenBack(entry: 9), .nothingToUndo),
  ]

  @Test("Each act at each stage", arguments: table)
  func decide(_ row: Case) throws {
    if let refusal = row.refusal {
      #expect(throws: refusal) { try row.log.decided(row.fact, why: row.why) }
    } else {
      #expect(try row.log.decided(row.fact, why: row.why).sentence == row.fact.sentence)
    }
  }

  @Test func `ids, names and roles are written as they are known`() throws {
    #expect(try RoomLog().decided(.pinned("w-01")) == .pinned("W-1"))
    #expect(try RoomLog().decided(.ordered(["w-2", "W-1", "W-2"])) == .ordered(["W-2", "W-1"]))
    let named = RoomLog().then("03-02 08:00", .roleTaken(role: "Customer lead", by: "Bo"))
    #expect(
      try named.decided(.roleTaken(role: " customer-lead ", by: " Cy ")) == .roleTaken(role: "Customer lead", by: "Cy"))
    #expect(
      try named.decided(.attended(.init(name: " Cy ", state: .present)))
        == .attended(.init(name: "Cy", state: .present)))
    #expect(try named.decided(.noted(" n ")) == .noted("n"))
  }

  @Test func `nothing happens ahead of time, or before what happened last`() {
    #expect(throws: Refusal.inTheFuture("03-02 10:00")) {
      try Self.running.decided(.noted("n"), at: "03-02 10:00", now: "03-02 09:59")
    }
    #expect(throws: Refusal.laterActExists("03-02 09:05")) {
      try Self.talking.decided(.noted("n"), at: "03-02 09:04", now: "03-02 10:00")
    }
  }

  @Test func `notes do not stand in each other's way, a later word on the same matter does`() throws {
    let log = Self.running.then("03-02 09:01", .noted("a")).then("03-02 09:02", .noted("b"))
    #expect(try log.decided(.takenBack(entry: 2)) == .takenBack(entry: 2))
    let skips = Self.running.then("03-02 09:01", .skipped("W-1"), why: "no").then("03-02 09:02", .unskipped("W-1"))
    #expect(throws: Refusal.changedSince(by: "ann", "03-02 09:02")) { try skips.decided(.takenBack(entry: 2)) }
  }
}

extension RoomDecisionTests {
  private func all(_ facts: [RoomFact], of log: RoomLog, why: String? = nil) throws -> [RoomFact] {
    try RoomDecision.decide(facts, of: log.room, act: Act(actor: "ann", now: "03-02 10:00"), why: why) { $0 }.map(
      \.fact)
  }

  @Test func `of several each stands on those before it, and what stands already is left out`() throws {
    let here = RoomFact.attended(.init(name: "Bo", state: .present))
    #expect(try all([.driven(console: "c"), .entered("W-1"), here, here], of: Self.running).count == 3)
    #expect(try all([.timeboxed(.init(each: 5, all: 30)), here], of: Self.running) == [here])
    #expect(try all([Self.start, .driven(console: "c"), .entered("W-1")], of: Self.planned).count == 3)
    #expect(throws: Refusal.nothingToChange) {
      try all([.timeboxed(.init(each: 5, all: 30)), .ordered([])], of: Self.running)
    }
    #expect(throws: Refusal.notOnAgenda("W-9", Self.id)) {
      try all([.driven(console: "c"), .entered("W-9")], of: Self.running)
    }
  }
}
