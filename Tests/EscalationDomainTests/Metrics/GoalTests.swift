import Testing

@testable import EscalationDomain

@Suite("Whether a figure is where a playbook wants it")
struct GoalTests {
  private static func log(_ opened: Instant, answered minutes: Int64, _ end: Fact? = nil) -> Log {
    let log = Log(Ledger.rules, opened: opened).then(opened + minutes * 60, .ack)
    return end.map { log.then(opened + 7200, $0) } ?? log
  }

  /// Three opened in January, two in February, one in March.
  static let logs = [
    log("01-05 09:00", answered: 30, .closed(.recovered, csat: 8)),
    log("01-06 09:00", answered: 60, .closed(.recovered, csat: 7)),
    log("01-07 09:00", answered: 90, .closed(.churned, csat: 6)),
    log("02-05 09:00", answered: 60, .resolved("a race")), log("02-06 09:00", answered: 60, .resolved("a lock")),
    log("03-05 09:00", answered: 60),
  ]
  static let year: Range<Instant> = "01-01 00:00"..<"03-01 00:00"

  static let goals: [(String, String, String, String?)] = [
    // Median 60 minutes.
    ("time-to-acknowledge", "<1h", "not-met", "3600"), ("time-to-acknowledge", "<=1h", "met", "3600"),
    ("time-to-acknowledge", "<3601s", "met", "3600"), ("time-to-acknowledge", "<4bh", "not-measured", "3600"),
    ("time-to-acknowledge", ">7", "not-measured", "3600"), ("time-to-acknowledge", "in-target", "not-met", "80"),
    ("time-to-resolve", "<1d", "not-measured", "7200"), ("time-to-resolve", "<24h", "met", "7200"),
    ("time-to-resolve", "in-target", "met", "100"), ("time-to-resolve", "falling", "not-measured", "7200"),
    ("csat", ">7", "not-met", "7"), ("csat", ">=7", "met", "7"), ("csat", ">6.99", "met", "7"),
    ("escalation-to-churn", "<5%", "not-met", "33.33"), ("escalation-to-churn", "<33.34%", "met", "33.33"),
    ("escalation-to-churn", "<33.33%", "not-met", "33.33"), ("escalation-to-churn", "<5", "not-measured", "33.33"),
    ("resolved-against-churned", ">=66%", "met", "66.67"), ("escalations-a-month", "falling", "met", "2"),
    ("escalations-a-month", "rising", "not-met", "2"), ("escalations-a-month", "<=2", "met", "2"),
    ("reactive-a-month", "falling", "not-met", "0"), ("root-causes", "<=2", "met", "2"),
    ("happiness", ">7", "not-measured", nil),
  ]

  @Test(arguments: goals)
  func goal(id: String, goal: String, state: String, value: String?) throws {
    let reached = try #require(try Self.reached(id, goal, Self.logs, Self.year))
    #expect(reached.state.rawValue == state && reached.value?.text == value, "\(reached)")
  }

  private static func reached(
    _ id: String, _ goal: String, _ logs: [Log], _ window: Range<Instant>
  ) throws -> MetricsReport.GoalReached? {
    var playbook = Desk.playbook(Ledger.rules)
    playbook.metrics = [MetricTarget(id: id, label: id, goal: goal)]
    return try Ledger(logs: logs).figures(window, playbook: playbook).goals.first
  }

  @Test func `without a record there is no data`() throws {
    for metric in Metric.allCases {
      let goal = metric.unit == .seconds ? "<1h" : metric.unit == .percent ? "<5%" : ">7"
      #expect(try Self.reached(metric.rawValue, goal, [], Self.year)?.state == .noData, "\(metric)")
    }
  }

  @Test func `raised in time is not resolved in time`() throws {
    let rules = [rule("24h", "unresolved", stops: [.resolved, .raised("manager")])]
    let raised = Log(rules, opened: "01-05 09:00").then(
      "01-05 10:00", .pathRaised(PathRaised(path: "manager", to: ["M"]))
    )
    .then("01-12 09:00", .resolve)
    var playbook = Desk.playbook(rules)
    playbook.metrics = [MetricTarget(id: "time-to-resolve", label: "t", goal: "in-target")]
    let report = try Ledger(logs: [raised]).figures(Self.year, playbook: playbook)
    #expect(report.all.attained("unresolved") == "met 1")
    #expect(report.goals.first?.state == .noData && report.goals.first?.value == nil)
  }

  @Test func `falling compares the last two whole months`() throws {
    func state(_ window: Range<Instant>) throws -> MetricsReport.GoalReached.State? {
      try Self.reached("escalations-a-month", "falling", Self.logs, window)?.state
    }
    // March is cut short: January against February.
    #expect(try state("01-01 00:00"..<"03-31 00:00") == .met)
    // January is cut short.
    #expect(try state("01-02 00:00"..<"03-01 00:00") == .noData)
    // December was before the first record.
    #expect(try state(.min..<"02-01 00:00") == .noData)
    #expect(try state("12-01 00:00"..<"12-31 00:00") == .noData)
  }

  @Test func `a goal looks at the records of its own playbook`() throws {
    var other = Desk.playbook(Ledger.rules)
    other.id = "other"
    other.metrics = [MetricTarget(id: "csat", label: "CSAT", goal: ">7")]
    #expect(try Ledger(logs: Self.logs).figures(Self.year, playbook: other).goals.first?.state == .noData)
  }

  static let goalTexts: [(String, Bool)] = [
    ("<1h", true), ("<=2bd", true), (">7", true), (">=7.5", true), ("<5%", true), ("<0.5%", true), ("falling", true),
    ("rising", true), ("in-target", true), ("7", false), ("<", false), ("<%", false), ("<1.2.3", false), ("<.5", false),
    ("<5.", false), ("=7", false), ("<daily", false), ("soaring", false), ("<-1", false), ("< 1h", true),
    ("<9999999999999999999", false),
  ]

  @Test(arguments: goalTexts)
  func parsing(text: String, isGoal: Bool) { #expect((MetricGoal(parsing: text) != nil) == isGoal) }
}
