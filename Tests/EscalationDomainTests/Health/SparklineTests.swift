import Testing

@testable import EscalationDomain

@Suite("A row of scores as cells")
struct SparklineTests {
  private func line(
    _ text: String, _ first: String, _ last: String, width: Int, marks: [(LocalDate, Sparkline.Mark)] = []
  ) throws -> Sparkline {
    let dates = try #require(LocalDate(iso: "2026-\(first)"))...(try #require(LocalDate(iso: "2026-\(last)")))
    return Sparkline(scores(text), over: dates, width: width, policy: HealthPolicy(), marks: marks)
  }

  @Test func `a date is a cell where there is room, and no data shows`() throws {
    let line = try line(
      "03-01:0 03-02:12 03-03:13 03-05:49 03-06:50 03-07:100", "03-01", "03-08", width: 20,
      marks: [(scores("03-05:1")[0].date, .trigger), (scores("03-07:1")[0].date, .stage("2"))])
    #expect(line.row(.unicode) == "▁▁▂·▄▄█·")
    #expect(line.row(.ascii) == "011.459.")
  }

  @Test func `a chart parts the scores at the threshold and marks what happened`() throws {
    let (trigger, stage) = (scores("03-05:1")[0].date, scores("03-07:1")[0].date)
    let chart = try line(
      "03-01:0 03-02:12 03-03:13 03-05:49 03-06:50 03-07:100", "03-01", "03-08", width: 20,
      marks: [(stage, .stage("2")), (trigger, .trigger), (trigger, .stage("1"))])
    #expect(chart.chart(.unicode) == ["100      ▁█ ", " 50 ╌╌╌╌╌╌╌╌", "red ▁▂▃·███·", "        T 2 "])
    #expect(chart.chart(.ascii) == ["100      59 ", " 50 --------", "red 011.4  .", "        T 2 "])
    #expect(
      chart.legend == [
        "8 days to 2026-03-08", "red below 50", "a dot for no score", "T trigger and stage 1 on 2026-03-05",
        "2 stage 2 on 2026-03-07",
      ])
  }

  /// A red score never reaches the line and any other one stands on it, however thresholds and scores lie.
  @Test(arguments: [1, 30, 50, 70, 100]) func `a score is above the line or below it`(_ red: Int) throws {
    let date = scores("03-01:1")[0].date
    for composite in 0...100 {
      var policy = HealthPolicy()
      policy.red = red
      let chart = Sparkline(
        [HealthScore(date: date, composite: composite)], over: date...date, width: 1, policy: policy)
      for look in [Sparkline.Look.unicode, .ascii] {
        let isAbove = chart.cell(chart.buckets[0], .above, look) != " "
        #expect(isAbove == (composite >= red), "\(composite) of \(red)")
      }
    }
  }

  @Test func `what lies outside the dates is not told, a stage without a number has its letter`() throws {
    let (before, day) = (scores("02-20:1")[0].date, scores("03-02:1")[0].date)
    let chart = try line(
      "03-01:60 03-02:70", "03-01", "03-04", width: 2, marks: [(before, .trigger), (day, .stage("first"))])
    #expect(chart.chart(.ascii).last == "    f ")
    #expect(chart.legend.contains { $0.contains("the lowest of 2 a cell") })
    #expect(!chart.legend.contains { $0.contains("trigger") })
    #expect(
      try line("03-01:60", "03-01", "03-02", width: 2).bands == [.above, .threshold, .below], "no row without marks")
  }

  @Test func `where there is none a cell shows the lowest of its dates`() throws {
    let line = try line("03-01:90 03-02:40 03-04:70 03-05:80", "03-01", "03-06", width: 3)
    #expect(line.buckets.map(\.score) == [40, 70, 80])
    #expect(line.buckets.map(\.isRed) == [true, false, false])
    #expect(line.buckets.map { "\($0.first.day)-\($0.last.day)" } == ["1-2", "3-4", "5-6"])
  }

  @Test(arguments: 1...40) func `every date has its one cell at any width`(_ width: Int) throws {
    let line = try line("", "03-01", "03-31", width: width)
    #expect(line.buckets.count == min(width, 31))
    #expect(line.buckets.first?.first == LocalDate(iso: "2026-03-01"))
    #expect(line.buckets.last?.last == LocalDate(iso: "2026-03-31"))
    for (a, b) in zip(line.buckets, line.buckets.dropFirst()) { #expect(b.first - a.last == 1) }
    // A score lands in the cell that says it holds its date.
    for day in 0..<31 {
      let date = LocalDate(iso: "2026-03-01")?.adding(days: day) ?? LocalDate(daysSinceEpoch: 0)
      let one = Sparkline(
        [HealthScore(date: date, composite: 1)],
        over: line.buckets[0].first...(line.buckets.last?.last ?? date), width: width, policy: HealthPolicy())
      let cell = try #require(one.buckets.first { $0.score != nil })
      #expect((cell.first...cell.last).contains(date))
    }
  }

  @Test func `scores outside the dates are left out`() throws {
    #expect(try line("02-28:10 03-03:10", "03-01", "03-02", width: 5).buckets.allSatisfy { $0.score == nil })
  }
}
