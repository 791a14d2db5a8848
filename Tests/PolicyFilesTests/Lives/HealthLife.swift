import EscalationDomain
import PolicyFiles
import Testing

@Suite("Life under health")
struct HealthLife {
  static func score(_ date: String, _ composite: Int) throws -> Command {
    .score(HealthScore(date: try day(date), composite: composite))
  }

  /// Wednesday 4 March, 08:00, after 48, 45 and 42 on three dates.
  static func opened(_ calendar: BusinessCalendar? = nil) throws -> Life {
    let past = try [("03-02", 48), ("03-03", 45), ("03-04", 42)].map { HealthScore(date: try day($0), composite: $1) }
    let trigger = HealthTrigger(score: past[2], trend: .declining, past: past)
    return try Life("health", opened: "03-04 08:00", calendar: calendar) { $0.health = trigger }
  }

  @Test func `From opening to closing and reopening`() throws {
    var life = try Self.opened()
    #expect(
      try life.clocks("03-04 08:00") == ["hypothesis#1 running due 03-06 08:00", "stage#1 running due 03-18 08:00"])
    #expect(try life.lists("03-04 08:00") == ["record 0 of 5", "update 0 of 3"])
    #expect(try life.told("03-04 08:00") == "0 of 1")
    let statement = HypothesisStatement(hypothesis: "champion", cause: "Dr. Lowe left", intervention: "Find two more")
    life = try life.doing("03-05 10:00", .stateHypothesis(statement)).ticking("03-05 10:10", "record")
    #expect(try life.clocks("03-05 10:10", "hypothesis") == ["hypothesis#1 met due 03-06 08:00 ended 03-05 10:00"])

    // 49 on the 17th is neither back at 50 nor 10 points above 42: stage 2 begins by itself on the 18th at 08:00, with
    // 21 dates before it and a check-in that Wednesday, the weekday of the opening.
    life = try life.doing("03-17 09:00", try Self.score("03-17", 49))
    #expect(try life.record("03-18 07:59:59").stage == "1")
    #expect(try life.record("03-18 08:00").stage == "2")
    #expect(
      try life.clocks("03-18 08:00", "stage", "check-in") == [
        "stage#1 met due 03-18 08:00 ended 03-18 08:00", "stage#2 running due 04-08 08:00",
        "check-in#1 running due 03-18 17:00",
      ])
    #expect(
      try life.lists("03-18 08:00") == ["record 5 of 5", "update 0 of 3", "check-in 0 of 3", "stage-work 0 of 3"])
    #expect(try life.told("03-18 08:00") == "0 of 2")

    // Checked on the 18th; the 25th passes unserved; 1 April is served on the day before.
    life = try life.doing("03-18 16:00", .check(note: nil)).doing("03-31 10:00", .check(note: "Cause holds"))
    #expect(
      try life.clocks("03-31 10:00", "check-in") == [
        "check-in#1 met due 03-18 17:00 ended 03-18 16:00", "check-in#2 missed due 03-25 17:00 ended 03-25 17:00",
        "check-in#3 met due 04-01 17:00 ended 03-31 10:00", "check-in#4 running due 04-08 17:00",
      ])

    // 52 on 7 April is 10 above the trigger: another 21 dates in stage 2. 49 before the next look: stage 3.
    life = try life.doing("04-07 09:00", try Self.score("04-07", 52))
    #expect(try life.record("04-08 08:00").stage == "2")
    #expect(try life.latest("04-08 08:00", "stage") == ["stage#3 running due 04-29 08:00"])
    life = try life.doing("04-28 09:00", try Self.score("04-28", 49))
    #expect(try life.record("04-29 08:00").stage == "3")
    #expect(try life.record("04-29 08:00").band == 1)
    #expect(
      try life.latest("04-29 08:00", "stage", "check-in")
        == ["stage#3 met due 04-29 08:00 ended 04-29 08:00", "check-in#8 running due 04-29 17:00"])
    #expect(try life.lists("04-29 08:00").last == "stage-work 0 of 5")

    // Above 50 from 1 May on, no score on the 10th: on the 30th that makes 29 days, on the 31st 30.
    for date in 1...30 where date != 10 {
      let text = "05-\(date < 10 ? "0" : "")\(date)"
      let at = try #require(Instant(iso8601: "2026-\(text)T10:00:00Z"))
      life = try life.doing(at, try Self.score(text, 51 + date % 7))
    }
    life = try life.doing("05-30 11:00", .resolve(Resolution(summary: "Two new contacts")))
    #expect(
      try life.gates("05-30 11:00")
        == ["root-cause open: write down the root cause", "streak open: 29 of 30 days above the threshold"])
    #expect(try life.latest("05-30 11:00", "check-in").allSatisfy { $0.contains("cancelled") })
    life = try life.doing("05-31 10:00", try Self.score("05-31", 60))
      .doing("05-31 10:30", .amendResolution(Resolution(rootCause: "The champion left")))
    #expect(try life.gates("05-31 10:30") == ["root-cause satisfied", "streak satisfied"])
    life = try life.doing("05-31 11:00", .close(Closing(outcome: .recovered), reason: nil))
    #expect(try life.record("05-31 11:00").openClocks.isEmpty)

    // Reopened on Tuesday 2 June in stage 3: a hypothesis is due again, the check-in falls on Tuesdays from now on, and
    // a score of exactly 50 starts the streak anew.
    life = try life.doing("06-02 09:00", .reopen(reason: "The new contact left as well"))
    #expect(
      try life.latest("06-02 09:00", "hypothesis", "check-in")
        == ["hypothesis#2 running due 06-04 09:00", "check-in#14 running due 06-09 17:00"])
    life = try life.doing("06-02 10:00", try Self.score("06-02", 50))
    #expect(try life.gates("06-02 10:00")[1] == "streak open: 0 of 30 days above the threshold")
    #expect(try life.told("06-02 10:00") == "0 of 4")
  }
}

@Suite("Readings of health")
struct HealthReadings {
  @Test func `Strictly below red; a missing day neither counts nor resets; the last score of a date counts`() throws {
    func red(_ scores: [(String, Int)]) throws -> Int {
      HealthReading(
        scores: try scores.map { HealthScore(date: try day($0.0), composite: $0.1) }, trigger: nil,
        policy: try PlaybookFiles.playbook("health").health
      ).redStreak
    }
    #expect(try red([("03-02", 49), ("03-03", 49), ("03-04", 49)]) == 3)
    #expect(try red([("03-02", 49), ("03-03", 50), ("03-04", 49)]) == 1)
    #expect(try red([("03-02", 49), ("03-04", 49), ("03-06", 49)]) == 3)
    let life = try HealthLife.opened().doing("03-05 09:00", try HealthLife.score("03-05", 40))
      .doing("03-05 10:00", try HealthLife.score("03-05", 55))
    #expect(try life.record("03-05 10:00").work.scores[try day("03-05")]?.composite == 55)
  }

  @Test(arguments: [(49, "2"), (50, "1"), (51, "1")])
  func `Improvement is at or above the threshold on the day the stage would advance`(
    composite: Int, stage: String
  ) throws {
    let life = try HealthLife.opened().doing("03-17 10:00", try HealthLife.score("03-17", composite))
    #expect(try life.record("03-18 08:00").stage == stage)
  }

  @Test func `Ten points up count even below red`() throws {
    let past = [HealthScore(date: try day("03-04"), composite: 30)]
    for (composite, stage) in [(39, "2"), (40, "1")] {
      let life = try Life("health", opened: "03-04 08:00") {
        $0.health = HealthTrigger(score: past[0], trend: .declining, past: past)
      }
      let scored = try life.doing("03-17 10:00", try HealthLife.score("03-17", composite))
      #expect(try scored.record("03-18 08:00").stage == stage)
    }
  }

  @Test func `The 21 days run from entering stage 2, also where a person entered it`() throws {
    let life = try HealthLife.opened().doing("03-10 12:00", .enterStage("2", reason: "It gets worse"))
    #expect(
      try life.clocks("03-10 12:00", "stage")
        == ["stage#1 cancelled due 03-18 08:00 ended 03-10 12:00", "stage#2 running due 03-31 12:00"])
  }

  @Test func `The streak is strictly above, a dip restarts it, a missing day holds it`() throws {
    func streak(_ scores: [(String, Int)]) throws -> Int {
      HealthReading(
        scores: try scores.map { HealthScore(date: try day($0.0), composite: $0.1) }, trigger: nil,
        policy: try PlaybookFiles.playbook("health").health
      ).streak
    }
    #expect(try streak([("03-02", 51), ("03-03", 51), ("03-05", 51)]) == 3)
    #expect(try streak([("03-02", 51), ("03-03", 50), ("03-04", 51)]) == 1)
  }

  @Test func `Days are local dates of the account`() throws {
    let week = try #require(try BuiltinCalendars.all.first { $0.id == "standard" }).hours
    let east = try BusinessCalendar(id: "tokyo", name: "Tokyo", zone: Zone("Asia/Tokyo"), hours: week, holidays: [])
    // 15:30 UTC on the 4th is the 5th in Tokyo: its score may be written down then, and no sooner.
    let life = try HealthLife.opened(east)
    #expect(throws: Refusal.scoreInTheFuture(try day("03-05"))) {
      try life.doing("03-04 14:59", try HealthLife.score("03-05", 40))
    }
    #expect(throws: Never.self) { try life.doing("03-04 15:00", try HealthLife.score("03-05", 40)) }
  }

  @Test func `Stage 3 at once is recorded with who and why`() throws {
    let life = try HealthLife.opened().doing("03-05 09:00", .enterStage("3", reason: "Their board has decided"))
    let entered = try #require(life.events.last)
    #expect(entered.fact == .stageEntered("3"))
    #expect(entered.actor == "ann" && entered.why == "Their board has decided")
    #expect(try life.record("03-05 09:00").band == 1)
  }

  @Test func `The renewal window raises and does not gate`() throws {
    let playbook = try PlaybookFiles.playbook("health")
    #expect(playbook.signals.compactMap(\.from).map(\.description) == ["renewal-120d", "renewal-90d"])
    #expect(playbook.signals.filter { $0.from != nil }.allSatisfy { $0.suggests == nil })
    #expect(playbook.gates.map(\.id) == ["root-cause", "streak"])
  }
}
