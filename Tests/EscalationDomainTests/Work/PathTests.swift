import Testing

@testable import EscalationDomain

@Suite("Internal paths: called for, raised, or neither")
struct PathTests {
  static let log = WorkTests.log([rule("4h", "unresolved", stops: [.resolved]), cadence("1h")]) { playbook in
    playbook.paths = [
      InternalPath(id: "manager", label: "Unresolved", clock: "unresolved", to: ["Manager"]),
      InternalPath(id: "churn", label: "A threat to leave", to: ["VP", "Sponsor"]),
      InternalPath(id: "silence", label: "No update", clock: "clock", to: ["Lead"]),
    ]
  }

  /// Each path in a word or two; the clocks are due at 13:00 and each hour from 10:00 on.
  static func words(_ log: Log, _ now: Instant) throws -> [String] {
    let playbook = try #require(log.policies.current.playbooks["desk"]).value
    return try log.record(now).paths(of: playbook, now: now).map { state in
      switch state.state {
      case .quiet: "quiet"
      case .called(let at): "called \(at.short)"
      case .raised(let stamp, let to, let note):
        "raised \(stamp.at.short) to \(to.joined(separator: "+"))" + (note.map { ": \($0)" } ?? "")
      }
    }
  }

  @Test(
    arguments: [
      ("nothing yet", log, "03-02 09:30", ["quiet", "quiet", "quiet"]),
      ("at its deadline a clock is not breached", log, "03-02 13:00", ["quiet", "quiet", "called 03-02 10:00"]),
      ("after it, from the deadline on", log, "03-02 13:01", ["called 03-02 13:00", "quiet", "called 03-02 10:00"]),
      (
        "an update does not undo that nobody was brought in", log.then("03-02 10:30", .told), "03-02 10:40",
        ["quiet", "quiet", "called 03-02 10:00"]
      ),
      (
        "what is resolved calls for nobody", log.then("03-02 14:00", .resolve), "03-02 15:00",
        ["quiet", "quiet", "quiet"]
      ),
      (
        "a late record of the resolution corrects the call",
        log.then("03-02 12:00", .resolve, recorded: "03-02 15:00").then("03-02 16:00", .reopen), "03-02 16:10",
        ["quiet", "quiet", "quiet"]
      ),
      (
        "a reopening begins anew", log.then("03-02 14:00", .resolve).then("03-03 09:00", .reopen), "03-03 09:30",
        ["quiet", "quiet", "quiet"]
      ),
    ] as [(String, Log, Instant, [String])])
  func states(_ name: String, log: Log, now: Instant, expected: [String]) throws {
    #expect(try Self.words(log, now) == expected)
  }

  @Test func `a person raises any path, called for or not, and it stays raised until a reopening`() throws {
    var log = try Self.log.doing(.raisePath("CHURN", note: "They asked for a way out"), "03-02 09:30")
    #expect(
      try Self.words(log, "03-02 09:40") == [
        "quiet", "raised 03-02 09:30 to VP+Sponsor: They asked for a way out", "quiet",
      ])
    log = try log.doing(.raisePath("manager", note: nil), "03-02 13:30")
    #expect(try Self.words(log, "03-02 14:00")[0] == "raised 03-02 13:30 to Manager")
    #expect(throws: Refusal.unknownPath("ceo", known: ["manager", "churn", "silence"])) {
      try log.doing(.raisePath("ceo", note: nil), "03-02 14:00")
    }
    log = log.then("03-02 14:00", .close)
    #expect(throws: Refusal.notOpen(.closed)) { try log.doing(.raisePath("churn", note: nil), "03-02 15:00") }
    #expect(try Self.words(log.then("03-02 15:00", .reopen), "03-02 15:30") == ["quiet", "quiet", "quiet"])
  }
}
