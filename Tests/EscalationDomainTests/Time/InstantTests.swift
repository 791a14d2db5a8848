import Foundation
import Testing

@testable import EscalationDomain

@Suite("Instants and dates")
struct InstantTests {
  static let readable: [(String, Int64)] = [
    ("1970-01-01T00:00:00Z", 0), ("2026-03-01T09:00:00Z", 1_772_355_600), ("2026-03-01T09:00Z", 1_772_355_600),
    ("2026-03-01T11:00:00+02:00", 1_772_355_600), ("2026-03-01T03:30:00-0530", 1_772_355_600),
    ("2026-03-01T11:00:00+02", 1_772_355_600), ("2026-03-01 09:00:00z", 1_772_355_600),
    ("2026-03-01T09:00:00.999Z", 1_772_355_600), ("1969-12-31T23:59:59.5Z", -1),
    ("2024-02-29T00:00:00Z", 1_709_164_800), ("0001-01-01T00:00:00Z", -62_135_596_800),
    ("9999-12-31T23:59:59Z", 253_402_300_799),
  ]

  @Test("ISO 8601 is read to the second", arguments: readable)
  func read(text: String, seconds: Int64) {
    #expect(Instant(iso8601: text)?.seconds == seconds)
  }

  @Test(
    "What is no instant",
    arguments: [
      "", "2026-03-01", "2026-03-01T09:00:00", "2026-02-29T09:00:00Z", "2026-13-01T09:00:00Z", "2026-00-01T09:00:00Z",
      "2026-03-01T24:00:00Z", "2026-03-01T23:59:60Z", "2026-3-1T09:00:00Z", "2026-03-01T09:00:00.Z",
      "2026-03-01T09:00:00Zx", "2026-03-01T09:00:00+24:00", "0000-12-31T23:59:59Z", "0001-01-01T00:00:00+00:01",
      "9999-12-31T23:59:59-00:01", "２026-03-01T09:00:00Z", "10000-01-01T00:00:00Z",
    ])
  func refused(text: String) { #expect(Instant(iso8601: text) == nil) }

  @Test("Text reads back, at the edges too", arguments: [Instant.min, Instant(-1), Instant(0), Instant.max])
  func roundTrip(instant: Instant) throws {
    #expect(Instant(iso8601: instant.description) == instant)
    let data = try JSONEncoder().encode([instant])
    #expect(String(decoding: data, as: UTF8.self) == "[\(instant.seconds)]")
    #expect(try JSONDecoder().decode([Instant].self, from: data) == [instant])
  }

  @Test("Nothing leaves the years 0001…9999, and nothing traps")
  func range() {
    #expect(Instant.max + 1 == .max)
    #expect(Instant.min + Int64.min == .min)
    #expect(Instant(Int64.max) == .max)
    #expect(Instant.max.adding(seconds: 1) == nil)
    #expect(Instant(0).adding(seconds: .max) == nil)
    #expect(Instant(exactly: Instant.min.seconds - 1) == nil)
    #expect(throws: DecodingError.self) { try JSONDecoder().decode([Instant].self, from: Data("[253402300800]".utf8)) }
    #expect(LocalDate(daysSinceEpoch: .max).adding(days: .max).year == 10_000)
  }

  @Test("Every date of four centuries counts on by one")
  func civil() throws {
    var (year, month, day) = (1899, 12, 30)
    for number in -25_568 ... -25_568 + 146_097 {
      let date = LocalDate(daysSinceEpoch: number)
      #expect(date == LocalDate(year: date.year, month: date.month, day: date.day))
      if day < CivilDay.length(ofMonth: month, year: year) {
        day += 1
      } else {
        (year, month, day) = month == 12 ? (year + 1, 1, 1) : (year, month + 1, 1)
      }
      try #require(date.year == year && date.month == month && date.day == day)
    }
    #expect(try date("2026-03-02").weekday == .mon)
    #expect(try date("1969-12-28").weekday == .sun)
    #expect(LocalDate(iso: "2026-02-29") == nil)
  }
}
