import Testing

@testable import EscalationDomain

@Suite("What time brings about comes in its turn")
struct InTurnTests {
  /// A stage of 14 dates from Monday 2 March, and a slot every date: thirteen pass before the next stage begins.
  @Test("A stage that begins by itself swallows no slot before it, whether somebody looked meanwhile or not")
  func slotsBeforeAStage() throws {
    var length = rule(.by(.stage, ["stage-1": "14d"]), "length", starts: [.stageEntered], stops: [])
    (length.advances, length.elapses) = (true, true)
    let daily = rule("daily", "daily", starts: [.stageEntered], stops: [.internalCheck], repeats: true)
    let log = WorkTests.log([length, daily], stage: "stage-1") { $0.health = HealthPolicy() }
    let record = try log.record("03-16 10:00")
    let slots = record.clocks.filter { $0.rule == "daily" }
    #expect(slots.count { $0.state(at: "03-16 10:00") == .missed } == 13)
    #expect(slots.suffix(2).map { $0.state(at: "03-16 10:00") } == [.cancelled, .running])
    let looked = log.then("03-09 12:00", .noted(text: "n"))
    #expect(try looked.record("03-16 10:00").clocks == record.clocks)
  }
}
