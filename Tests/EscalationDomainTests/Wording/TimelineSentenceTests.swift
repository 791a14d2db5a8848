import Testing

@testable import EscalationDomain

@Suite("A line of the timeline")
struct TimelineSentenceTests {
  static let log = Log([rule("4h")])

  private func lines(_ log: Log) throws -> [String] {
    try log.record("03-02 12:00").timeline(log.history, now: "03-02 12:00").map { $0.sentence(zone: .utc) }
  }

  @Test("An undo names what it took back")
  func undo() throws {
    let log = try Self.log.doing(.assign(owner: "Bo"), "03-02 10:00").doing(.undo(event: nil), "03-02 10:01")
    #expect(try lines(log).last == "took back: assigned to Bo")
  }

  @Test("A pause tells its reason once, another act its own behind it")
  func reasons() throws {
    let log = try Self.log.doing(.pause(reason: "logs", until: "03-03 09:00"), "03-02 10:00")
      .doing(.changeSeverity(to: "S0", reason: "worse"), "03-02 10:01")
    let lines = try lines(log)
    #expect(lines.contains("paused: logs · until Tue 2026-03-03 09:00 UTC"))
    #expect(lines.contains("severity S0 (worse)"))
  }
}

@Suite("An id that a person gives")
struct EscalationIDTests {
  @Test(arguments: [
    ("W-1", true), ("INC0000065", true), ("ticket/4", true), ("北-1", true), ("", false), ("a b", false), ("-x", false),
    ("a\nb", false), ("a\u{202E}b", false), (String(repeating: "i", count: 64), true),
    (String(repeating: "i", count: 65), false),
  ])
  func typeable(text: String, isTypeable: Bool) {
    #expect(EscalationID(text).isTypeable == isTypeable)
  }
}
