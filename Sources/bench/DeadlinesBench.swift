import ArgumentParser
import EscalationDomain

/// Deadlines a second of the engine alone, for each kind of target and for all in turn.
struct DeadlinesBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "deadlines", abstract: "Deadlines and elapsed times a second, warm, on one core.")

  @Option(help: "Deadlines to work out for each line.")
  var count = 1_000_000

  func run() throws {
    let timelines = try [("UTC", "09:00-17:00"), ("America/New_York", "08:30-17:30"), ("Asia/Kolkata", "10:00-18:00")]
      .map { zone, hours in
        let day = [try DayInterval(parsing: hours)]
        return WorkingTimeline(
          try BusinessCalendar(
            id: zone, name: zone, zone: Zone(zone), hours: [.mon: day, .tue: day, .wed: day, .thu: day, .fri: day]))
      }
    let starts = starts()
    let spellings = ["4bh", "30bm", "2bd", "2h", "14d", "same-day", "mon,wed,fri", "24h..48h"]
    let targets = try spellings.map { try Target(parsing: $0) }
    for (spelling, target) in zip(spellings, targets) {
      try measure(spelling, starts, [target], timelines)
    }
    try measure("all in turn", starts, targets, timelines)
    try measureElapsed(starts, timelines)
  }

  /// Spread over the years 2024 to 2029, out of order.
  private func starts() -> [Instant] {
    var seed: UInt64 = 20_260_301
    return (0..<65_536).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Instant(1_704_067_200 + Int64(seed >> 33) % 189_345_600)
    }
  }

  private func measure(
    _ name: String, _ starts: [Instant], _ targets: [Target], _ timelines: [WorkingTimeline]
  ) throws {
    var sum: Int64 = 0
    func pass(_ count: Int) throws {
      for i in 0..<count {
        let due = try targets[i % targets.count].due(
          from: starts[i & 65_535], on: timelines[(i / targets.count) % timelines.count])
        sum &+= due.deadline?.seconds ?? 0
      }
    }
    try pass(65_536)
    let time = try ContinuousClock().measure { try pass(count) }
    report(name, count, time, sum)
  }

  private func measureElapsed(_ starts: [Instant], _ timelines: [WorkingTimeline]) throws {
    var sum: Int64 = 0
    let time = ContinuousClock().measure {
      for i in 0..<count {
        let (a, b) = (starts[i & 65_535], starts[(i + 1) & 65_535])
        sum &+= timelines[i % timelines.count].workingSeconds(from: min(a, b), to: max(a, b))
      }
    }
    report("elapsed", count, time, sum)
  }

  /// The checksum keeps the work from being optimised away, and shows that two builds agree.
  private func report(_ name: String, _ count: Int, _ time: Duration, _ checksum: Int64) {
    let rate = Int(Double(count) / (time / .seconds(1)))
    print("\(name): \(rate) a second (checksum \(checksum))")
  }
}
