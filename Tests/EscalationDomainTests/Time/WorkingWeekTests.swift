import EscalationDomain
import Testing

/// Working hours as people type them.
@Suite struct WorkingWeekTests {
  @Test(
    arguments: [
      ("mon-fri", "09:00-17:00", "Mon–Fri 09:00–17:00 UTC"), ("Mon – Fri", "9-17", "Mon–Fri 09:00–17:00 UTC"),
      ("sun-thu", "8:30-12, 13-17", "Sun–Thu 08:30–12:00, 13:00–17:00 UTC"),
      ("monday, wed fri", "13-17,8-12", "Mon, Wed, Fri 08:00–12:00, 13:00–17:00 UTC"),
      ("sat-sun", "10-14", "Sat, Sun 10:00–14:00 UTC"), ("every day", "0-24", "every day 00:00–24:00 UTC"),
      ("mon-sun", "00:00-24:00", "every day 00:00–24:00 UTC"), ("fri", "9-10", "Fri 09:00–10:00 UTC"),
    ])
  func reads(days: String, hours: String, sentence: String) {
    #expect(WorkingWeek(days: days, hours: hours)?.sentence(.utc) == sentence)
  }

  @Test(arguments: ["", "funday", "mon-", "mon-wed-fri", "-", ","]) func noDays(text: String) {
    #expect(WorkingWeek.days(text) == nil)
  }

  @Test(arguments: ["", "9", "17-9", "9-25", "8-12, 11-17", "nine to five", "9-17-18"]) func noHours(text: String) {
    #expect(WorkingWeek.hours(text) == nil)
  }

  @Test func comesToACalendar() throws {
    let week = try #require(WorkingWeek(days: "sun-thu", hours: "9-17"))
    let calendar = try week.calendar(id: "team", name: "Team hours", zone: .utc)
    #expect(Set(calendar.hours.keys) == [.sun, .mon, .tue, .wed, .thu])
    #expect(calendar.hours[.sun] == week.hours)
  }
}
