import EscalationDomain

/// The engine alone, warm, on one core: deadlines for each kind of target and for all in turn, and elapsed times.
struct EngineFigures {
  let count: Int

  func print() throws {
    var table = Table("engine, one core", "a second", "checksum")
    let timelines = try timelines()
    let starts = starts()
    let spellings = ["4bh", "30bm", "2bd", "2h", "14d", "same-day", "mon,wed,fri", "24h..48h"]
    let targets = try spellings.map { try Target(parsing: $0) }
    for (spelling, target) in zip(spellings, targets) {
      try add("deadlines, \(spelling)", to: &table) { try deadlines($0, starts, [target], timelines) }
    }
    try add("deadlines, all in turn", to: &table) { try deadlines($0, starts, targets, timelines) }
    try add("elapsed times", to: &table) { elapsed($0, starts, timelines) }
    table.print()
  }

  /// The checksum keeps the work from being optimised away, and shows that two builds agree.
  private func add(_ name: String, to table: inout Table, _ pass: (Int) throws -> Int64) throws {
    _ = try pass(min(count, 65_536))
    var sum: Int64 = 0
    let time = try ContinuousClock().measure { sum = try pass(count) }
    table.add(name, Int(Double(count) / time.inSeconds).grouped, "\(sum)")
  }

  private func timelines() throws -> [WorkingTimeline] {
    let places = [("UTC", "09:00-17:00"), ("America/New_York", "08:30-17:30"), ("Asia/Kolkata", "10:00-18:00")]
    return try places.map { zone, hours in
      let day = [try DayInterval(parsing: hours)]
      return WorkingTimeline(
        try BusinessCalendar(
          id: zone, name: zone, zone: Zone(zone), hours: [.mon: day, .tue: day, .wed: day, .thu: day, .fri: day]))
    }
  }

  /// Spread over the years 2024 to 2029, out of order.
  private func starts() -> [Instant] {
    var seed: UInt64 = 20_260_301
    return (0..<65_536).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Instant(1_704_067_200 + Int64(seed >> 33) % 189_345_600)
    }
  }

  private func deadlines(
    _ count: Int, _ starts: [Instant], _ targets: [Target], _ timelines: [WorkingTimeline]
  ) throws -> Int64 {
    var sum: Int64 = 0
    for i in 0..<count {
      let due = try targets[i % targets.count].due(
        from: starts[i & 65_535], on: timelines[(i / targets.count) % timelines.count])
      sum &+= due.deadline?.seconds ?? 0
    }
    return sum
  }

  private func elapsed(_ count: Int, _ starts: [Instant], _ timelines: [WorkingTimeline]) -> Int64 {
    var sum: Int64 = 0
    for i in 0..<count {
      let (a, b) = (starts[i & 65_535], starts[(i + 1) & 65_535])
      sum &+= timelines[i % timelines.count].workingSeconds(from: min(a, b), to: max(a, b))
    }
    return sum
  }
}
