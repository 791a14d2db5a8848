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

  @Test func `a person calls for a path before anybody is brought in`() throws {
    let log = try Self.log.doing(.callPath("CHURN", note: " They asked for a way out "), "03-02 09:30")
    #expect(try Self.words(log, "03-02 09:40") == ["quiet", "called 03-02 09:30", "quiet"])
    let playbook = try #require(log.policies.current.playbooks["desk"]).value
    let noticed = try log.record("03-02 09:40").paths(of: playbook, now: "03-02 09:40").map(\.noticed?.value.note)
    #expect(noticed == [nil, "They asked for a way out", nil])
    let raised = try log.doing(.raisePath("churn", note: nil), "03-02 09:50")
    #expect(try Self.words(raised, "03-02 09:55")[1] == "raised 03-02 09:50 to VP+Sponsor")
    #expect(try Self.words(log.then("03-02 10:00", .resolve), "03-02 10:10")[1] == "quiet")
    let again = log.then("03-02 10:00", .resolve).then("03-02 11:00", .reopen)
    #expect(try Self.words(again, "03-02 11:10")[1] == "quiet", "a reopening begins anew")
    #expect(throws: Refusal.pathTaken("A threat to leave", raised: false)) {
      try log.doing(.callPath("churn", note: nil), "03-02 09:45")
    }
    #expect(throws: Refusal.pathTaken("A threat to leave", raised: true)) {
      try raised.doing(.callPath("churn", note: nil), "03-02 09:55")
    }
    #expect(throws: Refusal.pathTaken("Unresolved", raised: false), "its clock calls for it") {
      try log.doing(.callPath("manager", note: nil), "03-02 13:30")
    }
    #expect(throws: Refusal.notOpen(.resolved)) {
      try log.then("03-02 10:00", .resolve).doing(.callPath("churn", note: nil), "03-02 10:10")
    }
  }

  @Test func `calling for a path starts the clock that waits for it, raising it stops that`() throws {
    let log = WorkTests.log([
      rule("1h", "bring-in", starts: [.called("churn")], stops: [.raised("churn")])
    ]) { playbook in
      playbook.paths = [InternalPath(id: "churn", label: "A threat to leave", to: ["VP"])]
    }
    func clock(_ log: Log, _ now: Instant) throws -> String? {
      try log.record(now).clocks.first { $0.rule == "bring-in" }.map {
        "\($0.state(at: now).rawValue) \($0.deadline?.short ?? "-")"
      }
    }
    #expect(try clock(log, "03-02 09:40") == nil)
    let called = try log.doing(.callPath("churn", note: nil), "03-02 09:30")
    #expect(try clock(called, "03-02 09:40") == "running 03-02 10:30")
    #expect(try clock(called, "03-02 10:31") == "breached 03-02 10:30")
    let raised = try called.doing(.raisePath("churn", note: nil), "03-02 10:00")
    #expect(try clock(raised, "03-02 11:00") == "met 03-02 10:30")
  }

  /// Each level answers for itself: 4h at L1, 2h at L2.
  @Test func `what was raised at one level is said of that level's clock alone`() throws {
    let levels: [String: Target] = ["L1": "4h", "L2": "2h"]
    var log = WorkTests.log([rule(.by(.level, levels), "answer", starts: [.levelEntered])]) { playbook in
      playbook.levels = [Grade(id: "L1", name: "One", band: 3), Grade(id: "L2", name: "Two", band: 2)]
      playbook.paths = [
        InternalPath(id: "next", label: "Late", clock: "answer", to: ["Next"]),
        InternalPath(id: "churn", label: "A threat to leave", to: ["VP"]),
      ]
    }
    log = log.then("03-02 09:00", .levelEntered("L1"))
    #expect(try Self.words(log, "03-02 13:30") == ["called 03-02 13:00", "quiet"])
    // Entering the next level is how it hears: nothing of the level before calls any more.
    let entered = log.then("03-02 13:40", .levelEntered("L2"))
    #expect(try Self.words(entered, "03-02 15:40") == ["quiet", "quiet"])
    #expect(try Self.words(entered, "03-02 15:41") == ["called 03-02 15:40", "quiet"])
    // What was raised before does not silence it; a path that waits for no clock stays raised.
    let raised = log.then("03-02 13:30", .pathRaised(PathRaised(path: "next", to: ["Next"])))
      .then("03-02 13:30", .pathRaised(PathRaised(path: "churn", to: ["VP"]))).then("03-02 13:30", .levelEntered("L2"))
    #expect(try Self.words(raised, "03-02 15:00") == ["quiet", "raised 03-02 13:30 to VP"])
    #expect(try Self.words(raised, "03-02 16:00") == ["called 03-02 15:30", "raised 03-02 13:30 to VP"])
  }
}
