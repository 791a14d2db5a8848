import Testing

@testable import EscalationDomain

@Suite("Times as people type them")
struct TypedTimeTests {
  /// Wednesday 4 March 2026, 14:00 in Berlin.
  static let now = "2026-03-04T13:00:00Z"

  static let spellings: [(String, String)] = [
    ("now", "2026-03-04T13:00:00Z"), ("17:00", "2026-03-04T16:00:00Z"), ("9:30", "2026-03-05T08:30:00Z"),
    ("14:00", "2026-03-05T13:00:00Z"), ("5pm", "2026-03-04T16:00:00Z"), ("5:30PM", "2026-03-04T16:30:00Z"),
    ("12am", "2026-03-04T23:00:00Z"), ("tomorrow 9:30", "2026-03-05T08:30:00Z"),
    ("today 17:00", "2026-03-04T16:00:00Z"), ("today 9:00", "2026-03-04T08:00:00Z"),
    ("yesterday 15:00", "2026-03-03T14:00:00Z"), ("fri 17:00", "2026-03-06T16:00:00Z"),
    ("Friday  5pm", "2026-03-06T16:00:00Z"), ("wed 17:00", "2026-03-04T16:00:00Z"),
    ("wed 13:00", "2026-03-11T12:00:00Z"), ("+4h", "2026-03-04T17:00:00Z"), ("+30m", "2026-03-04T13:30:00Z"),
    ("+2d", "2026-03-06T13:00:00Z"), ("+4w", "2026-04-01T12:00:00Z"), ("-2h", "2026-03-04T11:00:00Z"),
    ("-1d", "2026-03-03T13:00:00Z"), ("+1bd", "2026-03-05T13:00:00Z"), ("+4bh", "2026-03-05T09:00:00Z"),
    ("2026-03-01", "2026-02-28T23:00:00Z"), ("2026-03-01 17:00", "2026-03-01T16:00:00Z"),
    ("2026-03-01T17:00", "2026-03-01T16:00:00Z"), ("2026-03-01T17:00:00Z", "2026-03-01T17:00:00Z"),
    ("2026-03-01 17:00:00+05:30", "2026-03-01T11:30:00Z"), (" 17:00 ", "2026-03-04T16:00:00Z"),
  ]

  @Test("Understood in the viewer's zone", arguments: spellings)
  func understood(text: String, expected: String) throws {
    let timeline = try WorkingTimeline(Calendars.standard("Europe/Berlin"))
    let instant = try TypedTime.parse(text, now: instant(Self.now), zone: Zone("Europe/Berlin"), timeline: timeline)
    #expect(instant == (try EscalationDomainTests.instant(expected)))
  }

  @Test(
    "What has been leans back: the last such time, never one to come",
    arguments: [
      ("13:00", "2026-03-04T12:00:00Z"), ("14:00", "2026-03-04T13:00:00Z"), ("17:00", "2026-03-03T16:00:00Z"),
      ("5pm", "2026-03-03T16:00:00Z"), ("wed 13:00", "2026-03-04T12:00:00Z"), ("wed 17:00", "2026-02-25T16:00:00Z"),
      ("mon 9:00", "2026-03-02T08:00:00Z"), ("fri 17:00", "2026-02-27T16:00:00Z"), ("-20m", "2026-03-04T12:40:00Z"),
      ("tomorrow 9:30", "2026-03-05T08:30:00Z"), ("2026-03-01 17:00", "2026-03-01T16:00:00Z"),
    ])
  func leansBack(text: String, expected: String) throws {
    let read = try TypedTime.parse(
      text, now: instant(Self.now), zone: Zone("Europe/Berlin"), timeline: nil, leaning: .back)
    #expect(read == (try EscalationDomainTests.instant(expected)))
  }

  @Test(
    "By when: a day alone lasts to its end, all else is as what is to come",
    arguments: [
      ("today", "2026-03-04T22:59:59Z"), ("tomorrow", "2026-03-05T22:59:59Z"), ("fri", "2026-03-06T22:59:59Z"),
      ("wed", "2026-03-04T22:59:59Z"), ("Tuesday", "2026-03-10T22:59:59Z"), ("2026-03-29", "2026-03-29T21:59:59Z"),
      ("17:00", "2026-03-04T16:00:00Z"), ("wed 13:00", "2026-03-11T12:00:00Z"), ("+2d", "2026-03-06T13:00:00Z"),
      ("2026-03-29 00:00", "2026-03-28T23:00:00Z"),
    ])
  func byWhen(text: String, expected: String) throws {
    let read = try TypedTime.parse(
      text, now: instant(Self.now), zone: Zone("Europe/Berlin"), timeline: nil, leaning: .by)
    #expect(read == (try EscalationDomainTests.instant(expected)))
  }

  @Test(
    "Refused, saying what is accepted",
    arguments: [
      "", "soon", "25:00", "9:5", "13pm", "0am", "fri", "tomorrow", "+4", "+h", "4h", "-4bh", "2026-02-30",
      "2026-03-01 25:00", "17:00 fri now", "+1bd x",
    ])
  func refused(text: String) throws {
    let timeline = try WorkingTimeline(Calendars.standard())
    let error = #expect(throws: TypedTimeError.unreadable(text)) {
      try TypedTime.parse(text, now: instant(Self.now), zone: .utc, timeline: timeline)
    }
    #expect(error?.description.contains("tomorrow 9:30") == true)
  }

  @Test("Working time needs a calendar, and nothing overflows")
  func limits() throws {
    let now = try instant(Self.now)
    #expect(throws: TypedTimeError.needsCalendar("+4bh")) {
      try TypedTime.parse("+4bh", now: now, zone: .utc, timeline: nil)
    }
    for text in ["+99999999999d", "+99999999999999999999h", "+999999999999h", "-3000000d"] {
      #expect(throws: TypedTimeError.beyondRange(text)) {
        try TypedTime.parse(text, now: now, zone: .utc, timeline: nil)
      }
    }
  }
}

@Suite("Durations as text")
struct DurationTextTests {
  static let countdowns: [(Int64, String, String)] = [
    (0, "00:00", "0m"), (299, "04:59", "4m"), (3599, "59:59", "59m"), (3600, "1h 00m", "1h 00m"),
    (7500, "2h 05m", "2h 05m"), (86_399, "23h 59m", "23h 59m"), (86_400, "1d 0h", "1d 0h"),
    (273_600, "3d 4h", "3d 4h"), (-1, "+00:01", "+0m"), (-4200, "+1h 10m", "+1h 10m"),
  ]

  @Test("Countdown", arguments: countdowns)
  func countdown(remaining: Int64, seconds: String, minutes: String) {
    #expect(DurationText.countdown(remaining) == seconds)
    #expect(DurationText.minutes(remaining) == minutes)
  }

  @Test("Lengths")
  func lengths() {
    #expect(DurationText.full(93_784) == "1d 2h 3m 4s")
    #expect(DurationText.full(0) == "0s")
    #expect(DurationText.full(-60) == "-1m")
    #expect(DurationText.working(93_900) == "26h 05m")
    #expect(DurationText.working(300) == "5m")
    #expect(DurationText.countdown(.min).hasPrefix("+"))
  }
}
