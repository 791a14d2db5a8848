@testable import EscalationDomain

/// Numbers that are the same on every run.
struct Seeded: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(truncatingIfNeeded: seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// A record under a random calendar, with random clocks and a random course.
enum RandomLives {
  static let zones = [
    "UTC", "America/New_York", "Europe/London", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Cairo",
  ]
  static let durations = ["90m", "4h", "30h", "45bm", "4bh", "11bh", "40bh"]
  static let others = [
    "1bd", "3bd", "2d", "same-day", "daily", "working-days", "mon,wed,fri", "weekly", "every 3d", "24h..48h",
    "renewal-30d", "min(24h, first)",
  ]

  static func calendar(_ random: inout Seeded) throws -> BusinessCalendar {
    var hours: [Weekday: [DayInterval]] = [:]
    for day in Weekday.allCases where Int.random(in: 0..<7, using: &random) > 1 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0: hours[day] = [try DayInterval(parsing: "00:00-06:00"), try DayInterval(parsing: "22:00-24:00")]
      case 1: hours[day] = [try DayInterval(parsing: "08:15-12:00"), try DayInterval(parsing: "13:00-17:45")]
      case 2: hours[day] = [try DayInterval(parsing: "01:30-03:30"), try DayInterval(parsing: "09:00-11:00")]
      default: hours[day] = [try DayInterval(parsing: "09:00-17:00")]
      }
    }
    if hours.isEmpty { hours[.wed] = [try DayInterval(parsing: "09:00-17:00")] }
    // Round the clock changes of spring and autumn.
    let first = LocalDate(daysSinceEpoch: 20_500)
    let holidays = Set((0..<12).map { _ in Int.random(in: 0..<300, using: &random) }).map {
      Holiday(date: first.adding(days: $0), name: "Holiday \($0)")
    }
    return try BusinessCalendar(
      id: "utc", name: "Random", zone: Zone(zones.randomElement(using: &random) ?? "UTC"), hours: hours,
      holidays: holidays)
  }

  static func table(_ targets: [String], _ random: inout Seeded) throws -> TargetTable {
    var table: [String: Target] = [:]
    for severity in ["S0", "S1", "S2", "S3"] where Int.random(in: 0..<6, using: &random) > 0 {
      table[severity] = try Target(parsing: targets.randomElement(using: &random) ?? "4h")
    }
    return .by(.severity, table)
  }

  static func book(_ targets: [String], _ random: inout Seeded) throws -> PolicyBook {
    let change: SeverityChange = Bool.random(using: &random) ? .fromStart : .fromChange
    var rules = [
      rule(try table(durations, &random), "first", pausable: Bool.random(using: &random), onResolve: .stop),
      rule(
        try table(targets, &random), "clock", stops: [.customerUpdate], repeats: true, pausable: true,
        onResolve: .cancel),
      rule(try table(targets, &random), "once", stops: [.internalCheck], pausable: true),
      rule("promise", "promise", starts: [.promised], stops: [.customerUpdate]),
      rule("7d", "watch", starts: [.resolved], stops: [], elapses: true),
    ]
    rules.shuffle(using: &random)
    let calendars = [try calendar(&random)] + Desk.calendars.filter { $0.id != "utc" }
    var book = PolicyBook(Desk.policy(Desk.playbook(rules, severityChange: change), calendars: calendars))
    rules[0].target = try table(targets, &random)
    book.add(Desk.policy(Desk.playbook(rules, severityChange: change), edition: 2, calendars: calendars))
    return book
  }

  static func fact(at: Instant, _ random: inout Seeded) -> Fact {
    switch Int.random(in: 0..<20, using: &random) {
    case 0: .ack
    case 1, 2: .told
    case 3: .promise(at + Int64.random(in: -3600...90_000, using: &random))
    case 4, 5, 6: .wait()
    case 7, 8: .resumed
    case 9: .replied
    case 10, 11, 12: .severity(["S0", "S1", "S2", "S3"].randomElement(using: &random) ?? "S0")
    case 13: .checked(note: nil)
    case 14: .resolve
    case 15: .reopen
    case 16:
      .accountChanged(
        AccountFacts(
          name: "Acme", renewal: LocalDate(daysSinceEpoch: Int.random(in: 20_400..<20_800, using: &random)),
          calendar: Bool.random(using: &random) ? "kolkata" : nil))
    case 17: [.close, .cancelled, .noted(text: "n"), .stageEntered("stage-2")].randomElement(using: &random) ?? .close
    case 18: .policyAdopted(PolicyAdoption(edition: Int.random(in: 1...2, using: &random), moves: []))
    default: .undone(event: Int64.random(in: 2...12, using: &random))
    }
  }

  static func log(seed: Int, targets: [String] = durations + others, ordered: Bool = true) throws -> Log {
    var random = Seeded(seed)
    let start = Instant(1_771_200_000 + Int64.random(in: 0..<22_000_000, using: &random))
    let severity = ["S0", "S1", "S2", "S3"].randomElement(using: &random)
    var log = Log(policies: try book(targets, &random), opened: start, severity: severity)
    var at = start
    for _ in 0..<Int.random(in: 2..<14, using: &random) {
      let step = Int64.random(in: 0..<5, using: &random) == 0 ? 0 : Int64.random(in: 0..<200_000, using: &random)
      at = ordered ? at + step : start + Int64.random(in: -100_000..<1_000_000, using: &random)
      log = log.then(at, fact(at: at, &random), source: ordered ? .act : .imported)
    }
    return log
  }
}
