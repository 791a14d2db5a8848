import Testing

@testable import EscalationDomain

@Suite("Slots of a calendar cadence")
struct SlotTests {
  static let fortnights: [(String, [String])] = [
    // daily: 23:59:59 where it is closed.
    (
      "daily",
      ["03T17:00:00", "04T23:59:59", "05T17:00:00", "06T17:00:00", "07T23:59:59", "08T23:59:59", "09T17:00:00"]
    ),
    ("working-days", ["03T17:00:00", "05T17:00:00", "06T17:00:00", "09T17:00:00", "10T17:00:00"]),
    // Wednesday's slot moves to Thursday.
    ("mon,wed,fri", ["05T17:00:00", "06T17:00:00", "09T17:00:00", "11T17:00:00"]),
    // Wednesday's and Thursday's fall on one date and are one.
    ("wed,thu", ["05T17:00:00", "11T17:00:00", "12T17:00:00"]),
    // Saturday's and Sunday's both move to Monday.
    ("sat,sun,mon", ["09T17:00:00", "16T17:00:00"]),
    ("weekly", ["09T17:00:00", "16T17:00:00"]),
    ("every 6d", ["09T17:00:00", "16T17:00:00"]),
  ]

  @Test("The slots of two weeks that open on Monday 2 March 2026, Wednesday 4th closed", arguments: fortnights)
  func fortnight(cadence: String, dues: [String]) throws {
    guard case .slots(let cadence) = try Target(parsing: cadence) else { return }
    let closed = Holiday(date: try date("2026-03-04"), name: "Closed")
    let timeline = WorkingTimeline(
      try Calendars.week("UTC", weekdays: ["09:00-17:00"], holidays: [closed]))
    let expected = try dues.map { try instant("2026-03-\($0)Z") }
    let start = try instant("2026-03-02T10:00:00Z")
    let slots = try timeline.slots(
      cadence, anchor: date("2026-03-02"), after: start, through: #require(expected.last))
    #expect(slots == expected)
    // Asked for one at a time from any moment between, the answer is the same.
    for (earlier, later) in zip([start] + expected, expected) {
      for moment in [earlier, earlier + 1, later + -1] {
        #expect(try timeline.slotDue(cadence, anchor: date("2026-03-02"), after: moment) == later)
      }
    }
  }

  @Test(
    "Ten years on, the jump gives what a walk gives", arguments: ["every 14d", "weekly", "sun", "daily", "tue,sat"])
  func jump(cadence: String) throws {
    guard case .slots(let cadence) = try Target(parsing: cadence) else { return }
    let timeline = try WorkingTimeline(Calendars.usEast())
    let anchor = try date("2016-03-05")
    let walked = try timeline.slots(
      cadence, anchor: anchor, after: instant("2016-03-05T12:00:00Z"), through: instant("2026-12-31T12:00:00Z"))
    #expect(walked == walked.sorted())
    for (index, due) in walked.enumerated().dropFirst(walked.count - 40) {
      #expect(try timeline.slotDue(cadence, anchor: anchor, after: walked[index - 1]) == due)
      #expect(try timeline.slotDue(cadence, anchor: anchor, after: due + -1) == due)
    }
  }
}
