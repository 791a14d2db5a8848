import Testing

@testable import EscalationDomain

@Suite("Medians, ninetieth percentiles, means and shares, exact")
struct SpreadTests {
  static let spreads: [([Int64], [Int64])] = [
    // durations; count, median, p90, mean
    ([60], [1, 60, 60, 60]),
    ([60, 61], [2, 61, 61, 61]),
    ([60, 63, 61], [3, 61, 63, 61]),
    ([1, 2, 3, 4], [4, 3, 4, 3]),
    // Nine of ten take 90 or less.
    ([10, 20, 30, 40, 50, 60, 70, 80, 90, 1000], [10, 55, 90, 145]),
    // Of eleven the tenth is the first that covers nine in ten.
    ([10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 1000], [11, 60, 100, 141]),
    ([-5, 3], [2, 2, 3, 2]),
    ([.max, .max - 1], [2, .max, .max, .max]),
  ]

  @Test(arguments: spreads)
  func summary(durations: [Int64], expected: [Int64]) throws {
    for durations in [durations, durations.reversed()] {
      var spread = Spread()
      for duration in durations { spread.add(duration) }
      let summary = try #require(spread.summary)
      #expect([Int64(summary.count), summary.median, summary.p90, summary.mean] == expected)
    }
  }

  @Test func `nothing has no summary`() { #expect(Spread().summary == nil) }

  static let ratios: [(Int64, Int64, String)] = [
    (100, 3, "33.33"), (200, 3, "66.67"), (1, 200, "0.01"), (1, 201, "0"), (75, 1, "75"), (15, 2, "7.5"),
    (-1, 3, "-0.33"), (100, 1000, "0.1"), (1005, 1000, "1.01"),
  ]

  @Test(arguments: ratios)
  func text(numerator: Int64, denominator: Int64, expected: String) throws {
    #expect(try #require(Ratio(numerator, over: denominator)).text == expected)
  }

  @Test func `fractions compare exactly, not as they are shown`() throws {
    let shown = try #require(Ratio(49_999, over: 10_000))
    let five = Ratio(5)
    #expect(shown.text == "5" && shown < five && shown != five)
    #expect(try #require(Ratio(10, over: 2)) == five)
    #expect(Ratio(1, over: 0) == nil && Ratio.percent(0, of: 0) == nil)
  }

  static let quarters: [(String, String?, String, String)] = [
    ("2026Q4", "2026Q4", "2026-10-01T00:00:00Z", "2027-01-01T00:00:00Z"),
    ("2026q1", "2026Q1", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
    ("2026Q5", nil, "", ""), ("2026Q0", nil, "", ""), ("26Q1", nil, "", ""), ("Q12026", nil, "", ""),
    ("2026-Q1", nil, "", ""), ("0000Q1", nil, "", ""), ("", nil, "", ""), ("2026Q٤", nil, "", ""),
  ]

  @Test(arguments: quarters)
  func quarter(text: String, name: String?, from: String, to: String) throws {
    let quarter = Quarter(parsing: text)
    #expect(quarter?.description == name)
    guard let range = quarter?.range(in: .utc) else { return }
    #expect([range.lowerBound.description, range.upperBound.description] == [from, to])
  }

  @Test func `a quarter begins in the reader's zone`() throws {
    let range = try #require(Quarter(parsing: "2026Q2")).range(in: Zone("America/New_York"))
    #expect(range.lowerBound == "04-01 04:00" && range.upperBound == "07-01 04:00")
    let over = try #require(Quarter(parsing: "2026Q1")).range(in: Zone("America/New_York"))
    #expect(over.lowerBound == "01-01 05:00" && over.upperBound == "04-01 04:00")
  }

  @Test func `the last quarter that can be named ends`() throws {
    let range = try #require(Quarter(parsing: "9999Q4")).range(in: .utc)
    #expect(range.upperBound == .max)
  }
}
