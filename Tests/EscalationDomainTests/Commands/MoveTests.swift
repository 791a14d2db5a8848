import Testing

@testable import EscalationDomain

/// Moving between playbooks: which grade stands where, what goes on, what ends, what starts anew.
@Suite struct `A step to another playbook` {
  /// The five scales with their bands (PLAYBOOKS).
  static let scales: [String: Playbook] = {
    func book(_ id: String, _ scale: WritableKeyPath<Playbook, [Grade]>, _ grades: [(String, Int)]) -> (
      String, Playbook
    ) {
      var playbook = Playbook(id: id, name: id)
      playbook[keyPath: scale] = grades.map { Grade(id: $0.0, name: $0.0, band: $0.1) }
      playbook.clocks = [rule("4h", "kept"), rule("2h", "own-\(id)")]
      return (id, playbook)
    }
    return Dictionary(uniqueKeysWithValues: [
      book("risk", \.severities, [("S0", 1), ("S1", 2), ("S2", 3), ("S3", 4)]),
      book("response", \.severities, [("Critical", 1), ("High", 2), ("Medium", 3), ("Low", 4)]),
      book("levels", \.levels, [("L1", 3), ("L2", 2), ("L3", 1)]),
      book("protocol", \.severities, [("P1", 1), ("P2", 2), ("P3", 3), ("P4", 4)]),
      book("health", \.stages, [("1", 3), ("2", 2), ("3", 1)]),
    ])
  }()

  static let policies: PolicyBook = {
    var policy = Desk.policy(Desk.playbook([]))
    policy.playbooks = scales.mapValues { Versioned(version: 1, value: $0) }
    return PolicyBook(policy)
  }()

  static func log(_ playbook: String, _ grade: String) -> Log {
    Log(policies: policies, severity: nil) { opening in
      opening.playbook = playbook
      let book = scales[playbook]
      opening.severity = book?.severityID(matching: grade)
      opening.level = book?.levelID(matching: grade)
      opening.stage = book?.stageID(matching: grade)
    }
  }

  static func to(_ playbook: String, severity: String? = nil, level: String? = nil) -> Command {
    .move(PlaybookMove(playbook: playbook, edition: 0, severity: severity, level: level), reason: "Fits better")
  }

  /// S0 ≈ Critical ≈ P1 … S3 ≈ Low ≈ P4; ladders by band, and a band they lack is their nearest.
  static let map: [(risk: String, response: String, protocol: String, levels: String, health: String)] = [
    ("S0", "Critical", "P1", "L3", "3"), ("S1", "High", "P2", "L2", "2"), ("S2", "Medium", "P3", "L1", "1"),
    ("S3", "Low", "P4", "L1", "1"),
  ]

  @Test func `the last stage at once is an assessment with a reason, of an account that may`() throws {
    var policy = Self.policies.current
    let value = Money(minorUnits: 5_000_000, currency: "USD")
    policy.playbooks["health"]?.value.health = HealthPolicy(enterpriseValue: value)
    let policies = PolicyBook(policy)
    func log(_ segment: String, _ arr: Money?) -> Log {
      Log(policies: policies, severity: "S0") { opening in
        opening.playbook = "risk"
        (opening.account.segment, opening.account.arr) = (segment, arr)
      }
    }
    func move(_ stage: String?, _ reason: String?) -> Command {
      .move(PlaybookMove(playbook: "health", edition: 0, stage: stage), reason: reason)
    }
    let small = log("SMB", value)
    #expect(
      try small.doing(move(nil, nil), "03-02 10:00").record("03-02 10:00").stage == "2", "the nearest it may enter")
    #expect(throws: Refusal.notForThisAccount(value: value)) { try small.doing(move("3", "r"), "03-02 10:00") }
    let large = log("Enterprise", value)
    for stage in [nil, "3"] {
      for reason in [nil, "  "] {
        #expect(throws: Refusal.reasonRequired) { try large.doing(move(stage, reason), "03-02 10:00") }
      }
      let draft = try #require(try large.drafts(move(stage, "the board met"), "03-02 10:00").first)
      #expect(draft.why == "the board met")
      #expect(draft.fact == .playbookChanged(PlaybookMove(playbook: "health", edition: 1, stage: "3")))
    }
    #expect(throws: Never.self) { try large.doing(move("2", nil), "03-02 10:00") }
  }

  @Test func `every grade has its like in every playbook`() throws {
    func moved(_ from: String, _ grade: String, _ to: String) throws -> String? {
      let record = try Self.log(from, grade).doing(Self.to(to), "03-02 10:00").record("03-02 10:00")
      #expect(record.playbook == to)
      #expect([record.severity, record.level, record.stage].count { $0 != nil } == 1)
      return record.severity ?? record.level ?? record.stage
    }
    for row in Self.map {
      let scales = [("risk", row.risk), ("response", row.response), ("protocol", row.protocol)]
      for (from, grade) in scales {
        for (to, like) in scales where to != from { #expect(try moved(from, grade, to) == like) }
        #expect(try moved(from, grade, "levels") == row.levels)
        #expect(try moved(from, grade, "health") == row.health)
      }
    }
    for (level, stage, like) in [("L3", "3", "S0"), ("L2", "2", "S1"), ("L1", "1", "S2")] {
      #expect(try moved("levels", level, "risk") == like)
      #expect(try moved("health", stage, "risk") == like)
      #expect(try moved("levels", level, "health") == stage)
      #expect(try moved("health", stage, "levels") == level)
    }
  }

  @Test func `a person may name the grade`() throws {
    let record = try Self.log("risk", "S0").doing(Self.to("levels", level: "l1"), "03-02 10:00").record("03-02 10:00")
    #expect((record.level, record.severity, record.band) == ("L1", nil, 3))
    #expect(throws: Refusal.unknownSeverity("S0", known: ["P1", "P2", "P3", "P4"])) {
      try Self.log("risk", "S0").doing(Self.to("protocol", severity: "S0"), "03-02 10:00")
    }
  }

  /// Opened 09:00 under `risk`, moved at 10:00 to `protocol`, back at 11:00.
  @Test func `there and back`() throws {
    let there = try Self.log("risk", "S1").doing(Self.to("protocol"), "03-02 10:00")
    let back = try there.doing(Self.to("risk"), "03-02 11:00")
    let record = try back.record("03-02 11:30")
    #expect((record.playbook, record.severity) == ("risk", "S1"))
    // What both have goes on from where it started; what was broken off starts anew, and the old cycle stays on record.
    #expect(try back.lines("03-02 11:30", "kept") == ["#1 running due 03-02 13:00"])
    #expect(
      try back.lines("03-02 11:30", "own-risk")
        == ["#1 cancelled due 03-02 11:00 ended 03-02 10:00", "#2 running due 03-02 13:00"])
    #expect(try back.lines("03-02 11:30", "own-protocol") == ["#1 cancelled due 03-02 12:00 ended 03-02 11:00"])
    #expect(try back.settled("03-02 11:30").record("03-02 11:30") == record)
  }

  @Test func `a breach stays on record, whatever governs since`() throws {
    // own-risk was due 11:00.
    let log = try Self.log("risk", "S1").doing(Self.to("protocol"), "03-02 11:30").doing(Self.to("risk"), "03-02 12:00")
    let lines = try log.lines("03-02 12:30", "own-risk")
    #expect(
      lines == ["#1 cancelled due 03-02 11:00 ended 03-02 11:30 breach 03-02 11:00", "#2 running due 03-02 14:00"])
  }

  @Test func `undo puts everything back`() throws {
    let before = Self.log("risk", "S1")
    let after = try before.doing(Self.to("levels"), "03-02 10:00").doing(.undo(event: nil), "03-02 10:05")
    var record = try after.record("03-02 10:30")
    let original = try before.record("03-02 10:30")
    #expect(record.changed == original.changed)
    record.changed = original.changed
    #expect(record == original)
  }

  @Test func `what is paused stays paused, and its clocks stand still under the new playbook too`() throws {
    var pausable = rule("4h", "kept", pausable: true)
    pausable.onResolve = .stop
    var policy = Self.policies.current
    for id in ["risk", "protocol"] {
      policy.playbooks[id]?.value.clocks = [pausable, rule("2h", "own-\(id)", pausable: true)]
    }
    var log = Self.log("risk", "S1")
    log.policies = PolicyBook(policy)
    let paused = try log.doing(.pause(reason: "Logs", until: "03-03 09:00"), "03-02 10:00")
    let moved = try paused.doing(Self.to("protocol"), "03-02 11:00")
    #expect(try moved.record("03-02 11:30").status == .paused)
    #expect(try moved.lines("03-02 11:30", "kept") == ["#1 paused left 10800"])
    #expect(try moved.lines("03-02 11:30", "own-protocol") == ["#1 paused left 7200"])
    let resumed = try moved.doing(.resume(note: nil), "03-02 12:00")
    #expect(try resumed.lines("03-02 12:30", "kept") == ["#1 running due 03-02 15:00"])
    #expect(try resumed.lines("03-02 12:30", "own-protocol") == ["#1 running due 03-02 14:00"])
  }

  @Test func `what is over is not moved`() throws {
    let log = Self.log("risk", "S1")
    for (fact, status) in [(Fact.resolve, Status.resolved), (.close, .closed), (.cancelled, .cancelled)] {
      #expect(throws: Refusal.notOpen(status)) {
        try log.then("03-02 09:30", fact).doing(Self.to("levels"), "03-02 10:00")
      }
    }
    #expect(throws: Refusal.samePlaybook("risk")) { try log.doing(Self.to("risk"), "03-02 10:00") }
    let known = ["health", "levels", "protocol", "response", "risk"]
    #expect(throws: Refusal.unknownPlaybook("none", known: known)) { try log.doing(Self.to("none"), "03-02 10:00") }
  }

  @Test func `before it happens every clock is shown as kept, ended or started`() throws {
    let log = Self.log("risk", "S0")
    let decision = Decision(history: log.history, policies: log.policies, act: Act(actor: "ann", now: "03-02 10:00"))
    let (move, deadlines) = try decision.preview(move: PlaybookMove(playbook: "protocol", edition: 0))
    #expect(
      deadlines.map {
        "\($0.rule) \($0.effect.rawValue) \($0.before.deadline?.short ?? "-") \($0.after.deadline?.short ?? "-")"
      }
        == [
          "kept kept 03-02 13:00 03-02 13:00", "own-risk ends 03-02 11:00 -", "own-protocol starts - 03-02 12:00",
        ])
    #expect(try log.record("03-02 10:00").sentence(for: move) == "W-1 moves from risk as S0 to protocol as P1")
  }
}
