import Testing

@testable import EscalationDomain

@Suite("Targets: spelling")
struct TargetParsingTests {
  static let spellings: [(String, Target, String)] = [
    ("90s", .elapsed(seconds: 90), "90s"), ("120m", .elapsed(seconds: 7200), "2h"),
    ("0h", .elapsed(seconds: 0), "0m"), ("30bm", .working(seconds: 1800), "30bm"),
    ("4bh", .working(seconds: 14_400), "4bh"), ("90bm", .working(seconds: 5400), "90bm"),
    ("02bd", .businessDays(2), "2bd"), ("14d", .days(14), "14d"), ("same-day", .sameDay, "same-day"),
    (
      "2026-03-01T11:00:00+02:00", .instant(Instant(1_772_355_600)), "2026-03-01T09:00:00Z"
    ),
    ("renewal-30d", .accountDate(.renewal, daysBefore: 30), "renewal-30d"),
    ("qbr", .accountDate(.qbr, daysBefore: 0), "qbr"), ("needed-by", .neededBy, "needed-by"),
    ("promise", .promised, "promise"),
    ("24h..48h", .window(opens: .elapsed(seconds: 86_400), late: .elapsed(seconds: 172_800)), "24h..48h"),
    (
      "min( 24h ,first-response)", .earliest([.elapsed(seconds: 86_400), .deadlineOf(rule: "first-response")]),
      "min(24h, first-response)"
    ),
    (
      "min(1h, 1bd)..2d", .window(opens: .earliest([.elapsed(seconds: 3600), .businessDays(1)]), late: .days(2)),
      "min(1h, 1bd)..2d"
    ),
    ("daily", .slots(.daily), "daily"), ("working-days", .slots(.workingDays), "working-days"),
    ("fri, mon,wed", .slots(.weekdays([.mon, .wed, .fri])), "mon,wed,fri"), ("weekly", .slots(.weekly), "weekly"),
    ("every  14d", .slots(.every(days: 14)), "every 14d"),
  ]

  @Test("Reads, and reads back from its own text", arguments: spellings)
  func reads(text: String, target: Target, spelling: String) throws {
    #expect(try Target(parsing: text) == target)
    #expect(target.description == spelling)
    #expect(try Target(parsing: spelling) == target)
  }

  static let refusals: [(String, TargetError)] = [
    ("", .empty), ("  ", .empty), ("4", .unreadable("4")), ("bh", .unreadable("bh")), ("-4bh", .unreadable("-4bh")),
    ("4 bh", .unreadable("4 bh")), ("1.5h", .unreadable("1.5h")), ("4BH", .unreadable("4BH")),
    ("４h", .unreadable("４h")), ("2w", .unreadable("2w")), ("first-response", .unreadable("first-response")),
    ("monday", .unreadable("monday")), ("mon,", .unreadable("mon,")), ("renewal30d", .unreadable("renewal30d")),
    ("renewal-30", .unreadable("renewal-30")), ("24h..", .unreadable("24h..")), ("..48h", .unreadable("..48h")),
    ("2026-03-01", .unreadable("2026-03-01")), ("2026-02-30T09:00:00Z", .unreadable("2026-02-30T09:00:00Z")),
    ("every 0d", .emptyCadence("every 0d")), ("every 2h", .unreadable("every 2h")),
    ("99999999999h", .tooLarge("99999999999h")), ("99999999999999999999bd", .tooLarge("99999999999999999999bd")),
    ("4000000d", .tooLarge("4000000d")), ("48h..24h", .invertedWindow("48h..24h")),
    ("1h..2h..3h", .nested("1h..2h..3h")), ("min(1h..2h, 3h)", .nested("min(1h..2h, 3h)")),
    ("min(1h, min(2h, 3h))", .nested("min(1h, min(2h, 3h))")), ("min(1h)", .lonelyMinimum("min(1h)")),
    ("min(1h, )", .unreadable("min(1h, )")), ("min(1h, 2h", .unreadable("min(1h, 2h")),
  ]

  @Test("What is refused", arguments: refusals)
  func refused(text: String, error: TargetError) {
    #expect(throws: error) { try Target(parsing: text) }
  }
}
