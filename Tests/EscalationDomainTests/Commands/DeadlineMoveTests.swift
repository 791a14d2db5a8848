import Testing

@testable import EscalationDomain

@Suite("A deadline before and after an act, in words")
struct DeadlineMoveTests {
  private static let log = Log([
    rule(.by(.severity, ["S0": "2h", "S1": "4h"]), "first", stops: [.acknowledged]),
    rule("1h", "told", starts: [.acknowledged], stops: [.resolved]),
  ])

  struct Row: Sendable {
    var log: Log
    var command: Command
    var at: Instant
    /// Each clock that moves.
    var words: [String]
  }

  /// Four hours from 09:00, and by S0 two.
  static let rows: [Row] = [
    Row(
      log: log, command: .acknowledge(note: nil), at: "03-02 10:00",
      words: ["first: 03-02 13:00 → met in time", "told: no such clock → 03-02 11:00"]),
    Row(
      log: log, command: .acknowledge(note: nil), at: "03-02 14:00",
      words: ["first: 03-02 13:00 late → met late", "told: no such clock → 03-02 15:00"]),
    Row(
      log: log.then("03-02 14:00", .ack), command: .undo(event: nil), at: "03-02 14:30",
      words: ["told: 03-02 15:00 → no such clock", "first: met late → 03-02 13:00 late"]),
    // Lowered too late: the breach stays, the deadline is ahead again.
    Row(
      log: Log([rule(.by(.severity, ["S0": "2h", "S1": "4h"]), "first")], severity: "S0"),
      command: .changeSeverity(to: "S1", reason: nil), at: "03-02 12:00",
      words: ["first: 03-02 11:00 late → 03-02 13:00, late before"]),
    Row(
      log: Log([rule(.by(.severity, ["S1": "4h"]), "first")]), command: .changeSeverity(to: "S2", reason: nil),
      at: "03-02 10:00", words: ["first: 03-02 13:00 → does not run"]),
    Row(
      log: Log([rule(.by(.severity, ["S1": "4h"]), "first", pausable: true)]),
      command: .pause(reason: "they test", until: "03-04 10:00"), at: "03-02 10:00",
      words: ["first: 03-02 13:00 → paused"]),
  ]

  @Test(arguments: rows) func `says how each clock stands then`(row: Row) throws {
    let decision = Decision(
      history: row.log.history, policies: row.log.policies, act: Act(actor: "ann", now: row.at))
    let moves = try decision.weigh(row.command).deadlines.filter(\.moves)
    func words(_ side: DeadlineMove.Side) -> String { side.words(now: row.at) { $0.short } }
    #expect(moves.map { "\($0.rule): \(words($0.before)) → \(words($0.after))" } == row.words)
  }

  @Test func `a clock that has ended has no deadline that moves`() throws {
    let decision = Decision(
      history: Self.log.history, policies: Self.log.policies, act: Act(actor: "ann", now: "03-02 10:00"))
    let moves = try decision.weigh(.acknowledge(note: nil)).deadlines
    #expect(moves.map(\.effect) == [.ends, .starts])
    #expect(moves.first?.after.deadline == nil && moves.first?.after.target == nil)
  }
}
