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
    let (blocks, digits) = (line.rows(.unicode), line.rows(.ascii))
    #expect([blocks.scores, blocks.marks] == ["▁▁▂·▄▄█·", "--- T 2 "])
    #expect([digits.scores, digits.marks] == ["011.459.", "--- T 2 "])
    #expect(line.legend == "- below 50 · T trigger · stage 2 entered")
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
