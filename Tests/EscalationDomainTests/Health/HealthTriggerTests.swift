import Testing

@testable import EscalationDomain

/// `"03-01:49 03-02:50"`: scores on dates of 2026.
func scores(_ text: String) -> [HealthScore] {
  text.split(separator: " ").compactMap { word in
    let parts = word.split(separator: ":")
    guard parts.count == 2, let date = LocalDate(iso: "2026-\(parts[0])"), let composite = Int(parts[1]) else {
      Issue.record("\(word) is no score of a table")
      return nil
    }
    return HealthScore(date: date, composite: composite)
  }
}

@Suite("When an account's scores open a record")
struct HealthTriggerTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var scores: String
    var end: String?
    /// The trigger's date, if it opens.
    var opens: String?

    init(_ description: String, _ scores: String, end: String? = nil, opens: String? = nil) {
      (testDescription, self.scores, self.end, self.opens) = (description, scores, end, opens)
    }
  }

  static let cases = [
    Case("three dates below", "03-01:49 03-02:30 03-03:49", opens: "03-03"),
    Case("two dates below", "03-02:30 03-03:49"),
    Case("no score at all", ""),
    Case("the threshold itself is not below it", "03-01:49 03-02:50 03-03:49"),
    Case("a date without a score neither counts nor resets", "03-01:49 03-03:49 03-09:49", opens: "03-09"),
    Case("a better date begins the count anew", "03-01:49 03-02:51 03-03:49 03-04:49"),
    Case("and after it three are needed again", "03-01:49 03-02:51 03-03:49 03-04:49 03-05:49", opens: "03-05"),
    Case("what was red once and is no longer opens nothing", "03-01:49 03-02:49 03-03:49 03-04:50"),
    Case("more than three", "02-27:10 02-28:10 03-01:49 03-02:49 03-03:49", opens: "03-03"),
    Case("dates up to the last record's end do not count", "03-01:49 03-02:49 03-03:49 03-04:49", end: "03-02"),
    Case("three after it do", "03-01:49 03-02:49 03-03:49 03-04:49 03-05:49", end: "03-02", opens: "03-05"),
    Case("the day before the count is no hindrance", "03-01:49 03-02:49 03-03:49", end: "02-28", opens: "03-03"),
  ]

  @Test(arguments: cases) func `the rule`(_ row: Case) {
    let end = row.end.flatMap { LocalDate(iso: "2026-\($0)") }
    let trigger = HealthTrigger(scores(row.scores), policy: HealthPolicy(), after: end)
    #expect(trigger?.score.date == row.opens.flatMap { LocalDate(iso: "2026-\($0)") })
  }

  @Test func `how many dates it takes and what is red are the policy's`() {
    let policy = HealthPolicy(red: 40, opensAfterDays: 2)
    #expect(HealthTrigger(scores("03-01:39 03-02:40"), policy: policy, after: nil) == nil)
    #expect(HealthTrigger(scores("03-01:39 03-02:39"), policy: policy, after: nil) != nil)
  }

  @Test func `the past is the 30 dates before the trigger`() throws {
    let all = scores("01-31:90 02-01:80 02-28:60 03-01:49 03-02:49 03-03:49")
    let trigger = try #require(HealthTrigger(all, policy: HealthPolicy(), after: nil))
    // 2026-03-03 less 30 days is 02-01.
    #expect(trigger.past == scores("02-01:80 02-28:60 03-01:49 03-02:49"))
  }

  @Test(arguments: [
    ("", 40, HealthTrigger.Trend.stable),
    ("03-01:45", 40, .declining), ("03-01:44", 40, .stable), ("03-01:35", 40, .rising), ("03-01:36", 40, .stable),
    // The mean is 44.5: 4.5 above 40, exactly 5 above 39.5 which no score is, 5.5 above 39.
    ("03-01:44 03-02:45", 40, .stable), ("03-01:44 03-02:45", 39, .declining),
    ("03-01:70 03-02:49 03-03:49", 48, .declining),
  ])
  func `the trend is the score against the mean before it`(_ past: String, _ score: Int, _ trend: HealthTrigger.Trend) {
    let last = HealthScore(date: LocalDate(daysSinceEpoch: 20_600), composite: score)
    #expect(HealthTrigger.Trend(of: scores(past), to: last) == trend)
  }

  @Test func `a record is filled with what is known`() throws {
    var playbook = Desk.playbook([])
    playbook.health = HealthPolicy()
    let trigger = try #require(
      HealthTrigger(scores("03-01:70 03-02:49 03-03:48 03-04:42"), policy: HealthPolicy(), after: nil))
    let facts = AccountFacts(name: "Acme", arr: Money(minorUnits: 100, currency: "USD"))
    let opening = Opening(trigger, of: facts, owner: "cem", playbook: playbook, edition: 3)
    #expect(opening.title == "Health at 42 and declining")
    #expect(opening.account == facts)
    #expect([opening.owner, opening.playbook, opening.stage, opening.severity] == ["cem", "desk", "stage-1", nil])
    #expect(opening.detection == .early)
    #expect(opening.health == trigger)
    playbook.stages = []
    playbook.levels = []
    #expect(Opening(trigger, of: facts, owner: nil, playbook: playbook, edition: 3).severity == "S3")
  }
}
