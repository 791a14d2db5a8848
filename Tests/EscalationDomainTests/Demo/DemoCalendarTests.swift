import Testing

@testable import EscalationDomain

/// Holidays fall on their dates in any year.
struct DemoCalendarTests {
  @Test(arguments: [
    (DemoCalendar.usEast, "2026-11-26", "Thanksgiving"), (.usEast, "2026-07-03", "Independence Day"),
    (.usWest, "2027-05-31", "Memorial Day"), (.london, "2027-12-28", "Boxing Day"),
    (.london, "2026-04-03", "Good Friday"), (.london, "2026-08-31", "Summer bank holiday"),
    (.berlin, "2026-05-14", "Christi Himmelfahrt"), (.berlin, "2027-03-29", "Ostermontag"),
    (.singapore, "2026-08-09", "National Day"), (.tokyo, "2026-07-20", "海の日"),
    (.jakarta, "2025-06-01", "Hari Lahir Pancasila"),
  ])
  func `A holiday has its date`(office: DemoCalendar, day: String, name: String) throws {
    let calendar = try office.calendar(around: try instant("2026-06-10T09:00:00Z"))
    #expect(calendar.holidays.first { $0.date == (try? date(day)) }?.name == name)
  }

  @Test func `An exception is always near`() throws {
    for week in 0..<60 {
      let now = Instant(1_767_225_600 + Int64(week) * 7 * 86_400 + Int64(week) * 9973)
      for office in [DemoCalendar.usWest, .kolkata] {
        let calendar = try office.calendar(around: now)
        let today = calendar.zone.local(now).date
        #expect(calendar.holidays.contains { abs($0.date - today) <= 12 })
      }
    }
  }

  @Test func `Each office has a name, a zone of its own and hours on working days`() throws {
    let calendars = try DemoCalendar.allCases.map { try $0.calendar(around: try instant("2026-06-10T09:00:00Z")) }
    #expect(Set(calendars.map(\.zone)).count == calendars.count)
    for calendar in calendars {
      for day in [Weekday.mon, .tue, .wed, .thu, .fri] { #expect(calendar.hours[day] != nil) }
      #expect(calendar.hours[.sun] == nil)
    }
  }
}
