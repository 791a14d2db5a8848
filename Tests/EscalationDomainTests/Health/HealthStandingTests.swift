import Testing

@testable import EscalationDomain

@Suite("Where an account's health stands")
struct HealthStandingTests {
  @Test(arguments: [(49, HealthBand.red), (50, .yellow), (69, .yellow), (70, .green), (0, .red), (100, .green)])
  func `the bands`(_ score: Int, _ band: HealthBand) { #expect(HealthPolicy().band(score) == band) }

  struct Streak: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var scores: String
    var streak: Int
  }

  @Test(arguments: [
    Streak(testDescription: "strictly above", scores: "03-01:51 03-02:52", streak: 2),
    Streak(testDescription: "the threshold itself restarts", scores: "03-01:51 03-02:50 03-03:51", streak: 1),
    Streak(testDescription: "a dip restarts", scores: "03-01:51 03-02:51 03-03:20", streak: 0),
    Streak(testDescription: "a missing day holds", scores: "03-01:51 03-04:51 03-09:51", streak: 3),
    Streak(testDescription: "none", scores: "", streak: 0),
  ])
  func `the closing streak`(_ row: Streak) {
    #expect(HealthReading(scores: scores(row.scores), trigger: nil, policy: nil).streak == row.streak)
  }

  @Test func `missing days run from the trigger to yesterday`() throws {
    let trigger = HealthTrigger(score: scores("03-02:40")[0], trend: .stable, past: [])
    func missing(_ text: String, _ trigger: HealthTrigger?, today: String) throws -> [String] {
      let reading = HealthReading(scores: scores(text), trigger: trigger, policy: nil)
      let date = try #require(LocalDate(iso: "2026-\(today)"))
      return HealthStanding(reading, today: date).missing.map { "\($0)" }
    }
    #expect(try missing("02-20:60 03-02:40 03-04:40", trigger, today: "03-06") == ["2026-03-03", "2026-03-05"])
    #expect(try missing("03-02:40 03-04:40", nil, today: "03-04") == ["2026-03-03"])
    #expect(try missing("", nil, today: "03-04").isEmpty)
  }

  @Test func `improvement is the threshold, or so many points up from the trigger`() throws {
    func standing(trigger: Int, now: Int) throws -> HealthStanding {
      let all = scores("03-02:\(trigger) 03-03:\(now)")
      let reading = HealthReading(
        scores: all, trigger: HealthTrigger(score: all[0], trend: .stable, past: []), policy: nil)
      return HealthStanding(reading, today: all[1].date)
    }
    for (trigger, now, needed, isImproved) in [
      (30, 39, 40, false), (30, 40, 40, true), (45, 49, 50, false), (45, 50, 50, true), (40, 50, 50, true),
    ] {
      let standing = try standing(trigger: trigger, now: now)
      #expect(standing.improvementNeeded == needed)
      #expect(standing.reading.isImproved == isImproved, "\(trigger) to \(now)")
    }
  }

  @Test func `the score at the trigger is the first of the record's own`() throws {
    let trigger = HealthTrigger(score: scores("03-02:40")[0], trend: .stable, past: scores("02-27:60"))
    let log = Log([]) { $0.health = trigger }
    #expect(HealthReading(try log.record("03-02 10:00").work, policy: nil).scores == scores("02-27:60 03-02:40"))
  }

  @Test func `the weakest dimension suggests the cause`() {
    var playbook = Desk.playbook([])
    playbook.hypotheses = [
      Hypothesis(id: "budget", label: "Budget", action: "Talk"),
      Hypothesis(id: "champion", label: "Champion", action: "Map", dimension: "relationship"),
      Hypothesis(id: "usage", label: "Usage", action: "Call", dimension: "usage"),
    ]
    func suggested(_ dimensions: KeyValuePairs<String, Int>) -> String? {
      var score = scores("03-01:40")[0]
      score.dimensions = dimensions.map { HealthScore.Dimension($0.key, $0.value) }
      return playbook.suggestedHypothesis(by: score)?.id
    }
    #expect(suggested(["usage": 20, "relationship": 40]) == "usage")
    // Nothing in the menu goes with the weakest of all: the next weakest speaks.
    #expect(suggested(["usage": 60, "relationship": 40, "support": 10]) == "champion")
    #expect(suggested(["support": 10]) == nil)
    #expect(suggested([:]) == nil)
  }
}
