import EscalationDomain
import Testing

@testable import Interchange

@Suite("Dates as files write them")
struct DateFormatTests {
  @Test(
    "each pattern reads its own spelling",
    arguments: [
      ("d/M/yyyy H:mm", "29/2/2016 07:38", "2016-02-29T07:38:00Z"),
      ("d/M/yyyy H:mm", "9/12/2016 7:38", "2016-12-09T07:38:00Z"),
      ("M/d/yyyy", "2/29/2016", "2016-02-29T00:00:00Z"),
      ("MM/dd/yyyy hh:mm a", "02/29/2016 12:05 AM", "2016-02-29T00:05:00Z"),
      ("MM/dd/yyyy hh:mm a", "02/29/2016 12:05 pm", "2016-02-29T12:05:00Z"),
      ("MM/dd/yy h:mma", "02/29/16 1:05PM", "2016-02-29T13:05:00Z"),
      ("dd.MM.yyyy HH:mm:ss", "29.02.2016 23:59:59", "2016-02-29T23:59:59Z"),
      ("yyyy-MM-dd HH:mm:ss", "2016-02-29 23:59:59", "2016-02-29T23:59:59Z"),
      ("yyyy-MM-dd HH:mm:ss.S X", "2016-02-29 23:59:59.123456 +0130", "2016-02-29T22:29:59Z"),
      ("d MMM yyyy 'at' HH'h'", "1 Mar 2026 at 09h", "2026-03-01T09:00:00Z"),
      ("epoch-seconds", "0", "1970-01-01T00:00:00Z"), ("epoch-seconds", "1772355600.9", "2026-03-01T09:00:00Z"),
      ("epoch-millis", "1772355600999", "2026-03-01T09:00:00Z"), ("epoch-millis", "-1", "1969-12-31T23:59:59Z"),
      ("iso", "2026-03-01", "2026-03-01T00:00:00Z"), ("iso", "2026-03-01T09:00", "2026-03-01T09:00:00Z"),
      ("iso", "2026-03-01 09:00:05.75Z", "2026-03-01T09:00:05Z"),
      ("iso", "2026-03-01T09:00:00-05:00", "2026-03-01T14:00:00Z"),
      ("iso", "2026-03-01T00:30+01", "2026-02-28T23:30:00Z"),
    ])
  func reads(pattern: String, text: String, instant: String) throws {
    let reading = DateReading(formats: [try #require(DateFormat(pattern))], zone: .utc)
    #expect(reading.instant(text)?.description == instant)
  }

  @Test(
    "what does not exist or is written otherwise is refused",
    arguments: [
      ("d/M/yyyy H:mm", "30/2/2016 07:38"), ("d/M/yyyy H:mm", "29/2/2016 24:00"), ("d/M/yyyy H:mm", "29/2/2016 7:60"),
      ("d/M/yyyy H:mm", "29/2/2016"), ("d/M/yyyy H:mm", "29/2/2016 7:38 "), ("d/M/yyyy H:mm", "29/2/16 7:38"),
      ("d/M/yyyy H:mm", "２９/2/2016 7:38"), ("d/M/yyyy", "0/2/2016"), ("d/M/yyyy", "1/13/2016"),
      ("hh:mm a dd.MM.yyyy", "13:00 PM 01.01.2026"), ("iso", "2026-03-01T"), ("iso", "2026-3-1"), ("iso", ""),
      ("epoch-seconds", "99999999999999"), ("epoch-seconds", "abc"), ("epoch-millis", "999999999999999999999"),
    ])
  func refuses(pattern: String, text: String) throws {
    let reading = DateReading(formats: [try #require(DateFormat(pattern))], zone: .utc)
    #expect(reading.instant(text) == nil)
  }

  @Test(
    "a pattern that could never give a date is none",
    arguments: [
      "", "HH:mm", "d/M", "dd/MM/yyyy hh:mm", "dd/MM/yyyy HH:mm a", "d/M/yyyy Q", "d/M/yyyy 'x", "yyyyy-MM-dd",
    ])
  func badPatterns(pattern: String) { #expect(DateFormat(pattern) == nil) }

  @Test("times without a zone are the profile's zone's, across its clock changes")
  func zones() throws {
    let reading = DateReading(
      formats: ["iso", "d/M/yyyy"].compactMap { DateFormat($0) }, zone: try Zone("Europe/Berlin"))
    #expect(reading.instant("2026-01-15 09:00")?.description == "2026-01-15T08:00:00Z")
    #expect(reading.instant("2026-07-15 09:00")?.description == "2026-07-15T07:00:00Z")
    #expect(reading.instant("2026-07-15 09:00Z")?.description == "2026-07-15T09:00:00Z")
    #expect(reading.instant("2026-03-29 02:30")?.description == "2026-03-29T01:30:00Z", "skipped: forward by the gap")
    #expect(reading.instant("2026-10-25 02:30")?.description == "2026-10-25T00:30:00Z", "repeated: the first")
    #expect(reading.instant("15/7/2026")?.description == "2026-07-14T22:00:00Z")
    #expect(reading.instant("15/7/2026", secondOfDay: 86_399)?.description == "2026-07-15T21:59:59Z")
    #expect(reading.date("2026-07-15 23:30")?.description == "2026-07-15")
  }
}
