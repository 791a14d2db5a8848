import Testing

@testable import EscalationDomain

@Suite("Zones: local times across gaps and repeated hours")
struct ZoneTests {
  static let localTimes: [(String, String, Int, String)] = [
    // New York, 8 March 2026: 02:00 becomes 03:00.
    ("America/New_York", "2026-03-08", 7199, "2026-03-08T06:59:59Z"),
    ("America/New_York", "2026-03-08", 9000, "2026-03-08T07:30:00Z"),
    ("America/New_York", "2026-03-08", 10_800, "2026-03-08T07:00:00Z"),
    // 1 November 2026: 01:00–02:00 twice; the first is meant.
    ("America/New_York", "2026-11-01", 5400, "2026-11-01T05:30:00Z"),
    ("America/New_York", "2026-11-01", 7200, "2026-11-01T07:00:00Z"),
    // Midnight that does not exist.
    ("America/Sao_Paulo", "2018-11-04", 0, "2018-11-04T03:00:00Z"),
    ("America/Sao_Paulo", "2018-11-03", 86_400, "2018-11-04T03:00:00Z"),
    ("America/Sao_Paulo", "2018-11-04", 1800, "2018-11-04T03:30:00Z"),
    ("Africa/Cairo", "2026-04-24", 0, "2026-04-23T22:00:00Z"),
    ("Asia/Beirut", "2026-03-29", 1800, "2026-03-28T22:30:00Z"),
    // Midnight passed twice: the clock falls from 24:00 to 23:00.
    ("America/Sao_Paulo", "2018-02-17", 84_600, "2018-02-18T01:30:00Z"),
    ("America/Sao_Paulo", "2018-02-17", 86_400, "2018-02-18T03:00:00Z"),
    // Half an hour.
    ("Australia/Lord_Howe", "2026-10-04", 8100, "2026-10-03T15:45:00Z"),
    ("Australia/Lord_Howe", "2026-04-05", 6300, "2026-04-04T14:45:00Z"),
    // A date that was skipped: forward by a day.
    ("Pacific/Apia", "2011-12-30", 43_200, "2011-12-30T22:00:00Z"),
    ("Pacific/Apia", "2011-12-31", 43_200, "2011-12-30T22:00:00Z"),
    // Far away, and before zones were rounded.
    ("Europe/Berlin", "2490-07-01", 43_200, "2490-07-01T10:00:00Z"),
    ("Europe/Berlin", "1850-07-01", 43_200, "1850-07-01T11:06:32Z"),
  ]

  @Test("A local time is the instant it should be", arguments: localTimes)
  func instants(zone: String, on: String, second: Int, expected: String) throws {
    #expect(try Zone(zone).instant(date(on), secondOfDay: second) == instant(expected))
  }

  @Test("What the wall shows", arguments: ["America/New_York", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata"])
  func local(id: String) throws {
    let zone = try Zone(id)
    for hour in stride(from: Int64(1_290_000_000), to: 1_340_000_000, by: 3571) {
      let instant = Instant(hour)
      let local = zone.local(instant)
      let shown = Int64(local.date.daysSinceEpoch) * 86_400 + Int64(local.secondOfDay)
      #expect(shown - instant.seconds == Int64(zone.offset(at: instant)))
      // A repeated hour gives its first; anything else comes back itself.
      #expect(instant - zone.instant(local.date, secondOfDay: local.secondOfDay) >= 0)
    }
  }

  @Test("Unknown names", arguments: ["", "Mars/Olympus", "America/New York", "utc"])
  func unknown(id: String) {
    #expect(throws: ZoneError.unknown(id)) { try Zone(id) }
  }
}
