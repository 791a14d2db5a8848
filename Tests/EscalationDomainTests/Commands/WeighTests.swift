import Testing

@testable import EscalationDomain

@Suite("An act is weighed before it is done")
struct WeighTests {
  private static let log = Log([
    rule(.by(.severity, ["S1": "4h", "S2": "8h"]), "first", stops: [.acknowledged]),
    rule("1d", "news", stops: [.resolved], pausable: true),
  ])

  struct Row: Sendable {
    var command: Command
    var changes: [Weighed.Change]
    /// Of the clocks that move: their deadlines before and after.
    var moves: [String]
  }

  static let rows: [Row] = [
    Row(command: .note(text: "n"), changes: [], moves: []),
    Row(
      command: .assign(owner: "bo"), changes: [Weighed.Change(what: .owner, before: nil, after: "bo")], moves: []),
    Row(
      command: .changeSeverity(to: "S2", reason: nil),
      changes: [Weighed.Change(what: .severity, before: "S1", after: "S2")],
      moves: ["first 03-02 13:00 03-02 17:00"]),
    Row(
      command: .acknowledge(note: nil), changes: [Weighed.Change(what: .status, before: "new", after: "active")],
      moves: ["first 03-02 13:00 none"]),
  ]

  @Test(arguments: rows) func `and says what would change`(row: Row) throws {
    let weighed = try Self.weigh(row.command, Self.log)
    #expect(weighed.changes == row.changes)
    let moves = weighed.deadlines.filter(\.moves).map { move in
      "\(move.rule) \(move.before.deadline?.short ?? "none") \(move.after.deadline?.short ?? "none")"
    }
    #expect(moves == row.moves)
  }

  @Test(arguments: FullDesk.acts) func `to exactly what the act then brings`(act: Command) throws {
    let weighed = try Self.weigh(act, FullDesk.log)
    let acted = try FullDesk.log.doing(act, "03-02 10:00")
    #expect(weighed.facts == acted.events.dropFirst(2).map(\.fact))
    let after = try acted.record("03-02 10:00")
    for move in weighed.deadlines {
      #expect(move.after.deadline == after.openClocks.last { $0.rule == move.rule }?.deadline, "\(move.rule)")
    }
  }

  @Test func `what a rule refuses is a line of the preview`() throws {
    let line = try Self.decision(Self.log).line(for: .resume(note: nil), on: "W-1")
    #expect(line.outcome == .refused(.notPaused))
    let other = try Self.decision(Self.log).line(for: .assign(owner: "bo"), on: "W-2")
    let preview = BulkPreview(asOf: "03-02 10:00", lines: [line, other])
    #expect(preview.possible.map(\.id) == ["W-2"])
    #expect(preview.refusedCount == 1)
  }

  /// Whether a look at an instant, perhaps after something else happened, comes to the same as one at 10:00.
  static let looks: [(what: String, log: Log, at: Instant, command: Command, same: Bool)] = [
    ("at once", log, "03-02 10:00", .assign(owner: "bo"), true),
    ("a minute later", log, "03-02 10:01", .assign(owner: "bo"), true),
    (
      "a minute later, counting from then", log, "03-02 10:01",
      .addTask(title: "t", owner: nil, due: "03-02 12:00", origin: nil), true
    ),
    ("after a note", log.then("03-02 10:00", .noted(text: "n")), "03-02 10:01", .assign(owner: "bo"), true),
    (
      "after another owner", log.then("03-02 10:00", .assigned(owner: "cy")), "03-02 10:01", .assign(owner: "bo"),
      false
    ),
    ("once it is late", log, "03-02 13:30", .assign(owner: "bo"), true),
    ("once it is over", log.then("03-02 10:00", .resolve), "03-02 10:01", .acknowledge(note: nil), false),
  ]

  @Test(arguments: looks)
  func `and another look says whether it still comes to that`(
    _ look: (what: String, log: Log, at: Instant, command: Command, same: Bool)
  ) throws {
    let before = BulkPreview(
      asOf: "03-02 10:00", lines: [try Self.decision(Self.log).line(for: look.command, on: "W-1")])
    let after = BulkPreview(
      asOf: look.at, lines: [try Self.decision(look.log, look.at).line(for: look.command, on: "W-1")])
    #expect(after.comesToTheSame(as: before) == look.same, "\(look.what)")
  }

  @Test func `another deadline than the one that was looked at is a difference, unless time alone moved it`() throws {
    let line = try Self.decision(Self.log).line(for: .changeSeverity(to: "S2", reason: nil), on: "W-1")
    guard case .done(let weighed) = line.outcome else { throw Refusal.nothingToChange }
    let looked = BulkPreview(asOf: "03-02 10:00", lines: [line])
    for (later, same) in [(0, true), (60, true), (61, false), (-60, true), (-61, false)] as [(Int64, Bool)] {
      var (other, moved) = (line, weighed)
      moved.deadlines[0].after.deadline = weighed.deadlines[0].after.deadline.map { $0 + later }
      other.outcome = .done(moved)
      #expect(BulkPreview(asOf: "03-02 10:01", lines: [other]).comesToTheSame(as: looked) == same, "\(later)")
    }
    var (other, moved) = (line, weighed)
    moved.deadlines[0].after.deadline = nil
    other.outcome = .done(moved)
    #expect(!BulkPreview(asOf: "03-02 10:01", lines: [other]).comesToTheSame(as: looked))
  }

  private static func decision(_ log: Log, _ now: Instant = "03-02 10:00") -> Decision {
    Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: now))
  }

  private static func weigh(_ command: Command, _ log: Log) throws -> Weighed { try decision(log).weigh(command) }
}
