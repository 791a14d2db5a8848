import Testing

@testable import EscalationDomain

@Suite("What was taken back can be done again")
struct RedoTests {
  private static let now: Instant = "03-02 11:00"

  @Test(arguments: FullDesk.acts)
  func `and the record is as the act had left it`(act: Command) throws {
    let acted = try FullDesk.log.doing(act, "03-02 10:00")
    let again = try acted.doing(.undo(event: nil), "03-02 10:30").doing(.redo(event: nil), "03-02 10:40")
    #expect(try Self.state(again) == Self.state(acted))
    #expect(again.events.prefix(acted.events.count) == acted.events[...], "the log keeps all of it")
    // Back and forth once more.
    let back = try again.doing(.undo(event: nil), "03-02 10:45")
    #expect(try Self.state(back) == Self.state(FullDesk.log))
    #expect(try Self.state(back.doing(.redo(event: nil), "03-02 10:50")) == Self.state(acted))
  }

  @Test func `steps go back and forth one act at a time`() throws {
    var log = FullDesk.log
    for (index, owner) in ["ann", "bo", "cy"].enumerated() {
      log = try log.doing(.assign(owner: owner), "03-02 10:00" + Int64(index * 60))
    }
    var seen: [String?] = []
    let steps: [Command] = [
      .undo(event: nil), .undo(event: nil), .redo(event: nil), .undo(event: nil), .redo(event: nil), .redo(event: nil),
    ]
    for step in steps {
      log = try log.doing(step, "03-02 10:30")
      seen.append(try log.record("03-02 10:30").owner)
    }
    #expect(seen == ["bo", "ann", "bo", "ann", "bo", "cy"])
    #expect(throws: Refusal.nothingToRedo) { try log.drafts(.redo(event: nil), "03-02 10:31") }
  }

  struct Row: Sendable {
    var what: String
    var log: Log
    var command: Command
    var refusal: Refusal

    init(_ what: String, _ log: Log, _ command: Command, _ refusal: Refusal) {
      (self.what, self.log, self.command, self.refusal) = (what, log, command, refusal)
    }
  }

  private static let log = FullDesk.log.then("03-02 10:00", .assigned(owner: "bo"))
  private static let taken = log.then("03-02 10:10", .undone(event: 3))

  static let refused: [Row] = [
    Row("nothing was taken back", log, .redo(event: nil), .nothingToRedo),
    Row("it was done again already", taken.then("03-02 10:20", .undone(event: 4)), .redo(event: nil), .nothingToRedo),
    Row(
      "somebody acted since", taken.then("03-02 10:20", .noted(text: "n")), .redo(event: nil),
      .redoOvertaken("03-02 10:20")),
    Row(
      "an import told of something since", taken.then("03-02 10:20", .noted(text: "n"), source: .imported),
      .redo(event: 4), .redoOvertaken("03-02 10:20")),
    Row("another undo is the last", taken, .redo(event: 2), .overtaken),
    Row("another act is the newest", log, .undo(event: 2), .overtaken),
  ]

  @Test(arguments: refused) func `but not where`(row: Row) {
    #expect(throws: row.refusal, "\(row.what)") { try row.log.drafts(row.command, Self.now) }
  }

  @Test func `what came since and was taken back too is no obstacle`() throws {
    let log = Self.taken.then("03-02 10:20", .noted(text: "n")).then("03-02 10:25", .undone(event: 5))
    let once = try log.doing(.redo(event: nil), "03-02 10:30")
    #expect(once.events.last?.fact == .undone(event: 6), "the last undo first")
  }

  @Test func `what time brought since is none either`() throws {
    let breach = ClockBreach(rule: "first", cycle: 1, deadline: "03-02 13:00", byReclassification: false)
    let log = Self.taken.then("03-02 13:00", .breached(breach), source: .derived)
    #expect(try log.drafts(.redo(event: nil), "03-02 14:00").map(\.fact) == [.undone(event: 4)])
  }

  @Test func `the timeline says so`() throws {
    let log = try Self.log.doing(.undo(event: nil), "03-02 10:10").doing(.redo(event: nil), "03-02 10:20")
    let timeline = try log.record(Self.now).timeline(log.history, now: Self.now)
    #expect(
      timeline.suffix(3).map { $0.what(zone: .utc) } == [
        "assigned to bo", "took back: assigned to bo", "did again: assigned to bo",
      ])
    #expect(timeline.suffix(3).map(\.mark) == [nil, .undone, nil])
  }

  /// All but when something last changed.
  private static func state(_ log: Log) throws -> Escalation {
    var record = try log.record(now)
    record.changed = record.opened
    return record
  }
}

@Suite("An act is one piece, however much it wrote")
struct WholeActTests {
  private static let log = FullDesk.log

  @Test func `a plan and its root cause are taken back together`() throws {
    let change = PlanChange(problem: "Exports fail")
    let acted = try Self.log.doing(.plan(.write(change, rootCause: "a lock")), "03-02 10:00")
    #expect(acted.events.suffix(2).map(\.isPart) == [false, true])
    let undone = try acted.doing(.undo(event: nil), "03-02 10:10")
    #expect(undone.events.suffix(2).map(\.fact) == [.undone(event: 4), .undone(event: 3)])
    #expect(try undone.record("03-02 10:10").work.plan == Self.log.record("03-02 10:10").work.plan)
    #expect(try undone.record("03-02 10:10").resolution == nil)
    let again = try undone.doing(.redo(event: nil), "03-02 10:20")
    #expect(try again.record("03-02 10:20").work.plan.problem == "Exports fail")
    #expect(try again.record("03-02 10:20").resolution?.rootCause == "a lock")
    #expect(throws: Refusal.nothingToRedo) { try again.drafts(.redo(event: nil), "03-02 10:21") }
  }

  @Test func `any of its events names it`() throws {
    let acted = Self.log.then("03-02 10:00", .noted(text: "a")).then("03-02 10:00", .noted(text: "b"), isPart: true)
    for event: Int64 in [3, 4] {
      #expect(try acted.drafts(.undo(event: event), "03-02 10:10").count == 2)
    }
    #expect(throws: Refusal.overtaken) { try acted.drafts(.undo(event: 2), "03-02 10:10") }
  }

  @Test func `two acts of the same person in the same second stay two`() throws {
    let acted = Self.log.then("03-02 10:00", .noted(text: "a")).then("03-02 10:00", .noted(text: "b"))
    #expect(try acted.drafts(.undo(event: nil), "03-02 10:10").map(\.fact) == [.undone(event: 4)])
  }

  @Test func `what time brought in between does not part it`() throws {
    let breach = ClockBreach(rule: "first", cycle: 1, deadline: "03-02 13:00", byReclassification: false)
    let acted = Self.log.then("03-02 14:00", .noted(text: "a"))
      .then("03-02 13:00", .breached(breach), source: .derived).then("03-02 14:00", .noted(text: "b"), isPart: true)
    #expect(try acted.drafts(.undo(event: nil), "03-02 14:10").map(\.fact) == [.undone(event: 5), .undone(event: 3)])
  }

  @Test func `acts in any order go back to where they began, and forth again`() throws {
    for seed in 0..<30 {
      var random = Seeded(seed)
      var log = FullDesk.log
      var states: [Escalation] = []
      let now: Instant = "03-02 10:00"
      for _ in 0..<12 {
        let command = RandomActs.command(&random, now: now)
        if case .undo = command { continue }
        let before = try log.record(now)
        guard let acted = try? log.doing(command, now) else { continue }
        states.append(before)
        log = acted
      }
      let end = try log.record(now)
      for before in states.reversed() {
        log = try log.doing(.undo(event: nil), now)
        #expect(try Self.bare(log.record(now)) == Self.bare(before), "seed \(seed)")
      }
      for _ in states { log = try log.doing(.redo(event: nil), now) }
      #expect(try Self.bare(log.record(now)) == Self.bare(end), "seed \(seed)")
    }
  }

  private static func bare(_ record: Escalation) -> Escalation {
    var record = record
    record.changed = record.opened
    return record
  }
}
