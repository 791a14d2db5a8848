import Testing

@testable import EscalationDomain

@Suite("explain: what was counted and what was not")
struct ExplanationTests {
  static func explain(_ log: Log, _ now: Instant, _ rule: String = "clock") throws -> Explanation {
    let clock = try #require(try log.clock(now, rule))
    return clock.explain(on: try #require(log.policies.current.calendars[clock.calendar]).value, now: now)
  }

  /// `counted 03-02 09:00 – 03-02 13:00`, a stretch a line.
  static func lines(_ explanation: Explanation) -> [String] {
    explanation.stretches.map { "\($0.kind) \($0.from.short) – \($0.to.short)" }
  }

  @Test("Open hours are counted; nights, weekends and holidays are named")
  func business() throws {
    // Tuesday 10 March 15:00 + 4bh: 2h, a night, Spring day, a night, 2h.
    let explanation = try Self.explain(Log([rule("4bh")], opened: "03-10 15:00"), "03-10 15:00")
    #expect(
      Self.lines(explanation) == [
        "counted 03-10 15:00 – 03-10 17:00", "closed 03-10 17:00 – 03-11 00:00",
        "holiday(\"Spring day\") 03-11 00:00 – 03-12 00:00", "closed 03-12 00:00 – 03-12 09:00",
        "counted 03-12 09:00 – 03-12 11:00",
      ])
    #expect(explanation.counted == 14_400 && explanation.asked == 14_400 && explanation.adds)
  }

  @Test("A reader whose zone is the calendar's by another name reads each time once")
  func sameZone() throws {
    let explanation = try Self.explain(Log([rule("4bh")]), "03-02 10:00")
    let lines = explanation.lines(zone: try Zone("Etc/UTC"), now: "03-02 10:00")
    #expect(!lines.contains { $0.text.contains(" = ") && $0.text.contains("UTC") })
    #expect(explanation.lines(zone: try Zone("Asia/Tokyo"), now: "03-02 10:00").contains { $0.text.contains("UTC = ") })
  }

  @Test("A holiday of New York begins and ends with its local date")
  func localHoliday() throws {
    let explanation = try Self.explain(Log([rule("2bh")], opened: "03-10 20:00", calendar: "new-york"), "03-10 20:00")
    #expect(
      Self.lines(explanation) == [
        "counted 03-10 20:00 – 03-10 21:00", "closed 03-10 21:00 – 03-11 04:00",
        "holiday(\"Spring day\") 03-11 04:00 – 03-12 04:00", "closed 03-12 04:00 – 03-12 13:00",
        "counted 03-12 13:00 – 03-12 14:00",
      ])
  }

  @Test("Pauses are cut out of what lies under them")
  func paused() throws {
    let log = Log([rule("4bh", pausable: true)]).then("03-02 11:00", .wait()).then("03-03 10:00", .resumed)
    let explanation = try Self.explain(log, "03-03 10:00")
    #expect(
      Self.lines(explanation) == [
        "counted 03-02 09:00 – 03-02 11:00", "paused 03-02 11:00 – 03-03 10:00", "counted 03-03 10:00 – 03-03 12:00",
      ])
    #expect(explanation.adds && explanation.counted == 14_400)
  }

  @Test("A paused clock is explained up to the pause")
  func stillPaused() throws {
    let log = Log([rule("4h", pausable: true)]).then("03-02 10:00", .wait())
    let explanation = try Self.explain(log, "03-02 20:00")
    #expect(Self.lines(explanation) == ["counted 03-02 09:00 – 03-02 10:00"])
    #expect(explanation.end == "03-02 10:00" && explanation.counted == 3600)
  }

  @Test("A clock that was met while paused adds up to the deadline it would have had")
  func metWhilePaused() throws {
    let log = Log([rule("4h", pausable: true)]).then("03-02 10:00", .wait()).then("03-02 20:00", .ack)
    let explanation = try Self.explain(log, "03-02 21:00")
    #expect(explanation.end == "03-02 23:00")
    #expect(explanation.counted == 14_400 && explanation.adds)
  }

  @Test(
    "Dates and slots sum to deadline minus start",
    arguments: [
      ("1bd", 86_400), ("2d", 172_800), ("same-day", 53_999), ("working-days", 115_200), ("24h..48h", 172_800),
    ] as [(Target, Int64)])
  func dates(target: Target, seconds: Int64) throws {
    let explanation = try Self.explain(Log([rule(target)]), "03-02 09:00")
    #expect(explanation.counted == seconds)
    #expect(explanation.asked == nil && explanation.adds)
  }

  @Test("The branch of a minimum that rules is the one that is explained")
  func minimum() throws {
    // Working time: Monday 15:00 + 4bh is Tuesday 11:00, before Tuesday 15:00.
    let working = try Self.explain(Log([rule("min(24h, 4bh)")], opened: "03-02 15:00"), "03-02 15:00")
    #expect(working.asked == 14_400 && working.counted == 14_400)
    // Friday 16:00: 24 hours end on Saturday.
    let elapsed = try Self.explain(Log([rule("min(24h, 4bh)")], opened: "03-06 16:00"), "03-06 16:00")
    #expect(elapsed.asked == 86_400 && elapsed.counted == 86_400)
    let other = try Self.explain(
      Log([rule("1h", "first-response"), rule("min(24h, first-response)")]), "03-02 09:00")
    #expect(other.asked == nil && other.counted == 3600)
  }

  @Test("A clock without a deadline is explained up to now")
  func waiting() throws {
    let explanation = try Self.explain(Log([rule("renewal-30d")]), "03-02 10:00")
    #expect(explanation.end == "03-02 10:00" && explanation.counted == 3600 && explanation.asked == nil)
  }
}
