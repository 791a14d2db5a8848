import EscalationDomain
import Testing

@testable import PolicyFiles
@testable import YAMLReading

@Suite("Calendar files")
struct CalendarFileTests {
  static let usEast = """
    id: us-east
    name: US East
    time_zone: America/New_York
    hours: {mon: ["09:00-17:00"], tue: ["09:00-12:00", "13:00-17:00"], fri: [09:00-16:00]}
    holidays: [{date: 2026-12-25, name: Christmas}, {date: "2026-12-24", name: Short day, hours: ["09:00-13:00"]}]
    """

  @Test("The example of CLOCKS reads as it says")
  func example() throws {
    let calendar = try CalendarFile.parse(Self.usEast, file: "us-east.yaml")
    #expect(calendar.id == "us-east")
    #expect(calendar.name == "US East")
    #expect(calendar.zone.id == "America/New_York")
    #expect(calendar.hours[.tue]?.map(\.description) == ["09:00-12:00", "13:00-17:00"])
    #expect(calendar.hours[.fri]?.map(\.description) == ["09:00-16:00"])
    #expect(calendar.hours[.sat] == nil)
    #expect(calendar.holidays.map(\.date.description) == ["2026-12-24", "2026-12-25"])
    #expect(calendar.holidays.map { $0.hours?.count } == [1, nil])
  }

  @Test("What is written reads back the same")
  func roundTrip() throws {
    var calendars = try BuiltinCalendars.all
    calendars.append(try CalendarFile.parse(Self.usEast, file: "us-east.yaml"))
    calendars.append(
      try BusinessCalendar(
        id: "7", name: "No: \"hours\" # \\ ☃\u{85}\n", zone: .utc, hours: [:],
        holidays: [Holiday(date: #require(LocalDate(iso: "0001-02-03")), name: "yes", hours: [])]))
    for calendar in calendars {
      #expect(try CalendarFile.parse(CalendarFile.text(calendar), file: "written.yaml") == calendar)
    }
  }

  @Test("The calendars that ship")
  func builtin() throws {
    #expect(try BuiltinCalendars.all.map(\.id) == ["standard", "24x7"])
    let always = try #require(try BuiltinCalendars.all.last)
    #expect(always.hours == BusinessCalendar.allDay(.utc).hours)
  }

  @Test(
    "What is refused, and where",
    arguments: [
      ("", "c.yaml: the file is empty; it needs a mapping (key: value)"),
      ("- a", "c.yaml:1:1: expected a mapping (key: value), found a list"),
      ("id: x\nzone: UTC", "c.yaml:2:1: unknown key \"zone\"; known here: id, name, time_zone, hours, holidays"),
      ("id: x\ntime_zone: UTC", "c.yaml:1:1: the key \"hours\" is missing; add it"),
      ("id:\ntime_zone: UTC\nhours: {}", "c.yaml:1:4: id: expected a single value, found nothing"),
      (
        "id: x\ntime_zone: Mars/Olympus\nhours: {}",
        "c.yaml:2:12: time_zone: \"Mars/Olympus\" cannot be read; write an IANA time zone like Europe/Berlin"
      ),
      ("id: x\nid: y\ntime_zone: UTC\nhours: {}", "c.yaml:1:1: the key \"id\" stands here twice; keep one"),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: [], \"mon\": []}",
        "c.yaml:3:9: the key \"mon\" stands here twice; keep one"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {Mon: []}",
        "c.yaml:3:9: hours: unknown key \"Mon\"; did you mean \"mon\"? known here: mon, tue, wed, thu, fri, sat, sun"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: 9-5}",
        "c.yaml:3:14: hours.mon: expected a list, found a single value"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: [9-17]}",
        "c.yaml:3:15: hours.mon[1]: \"9-17\" cannot be read; write hours like \"09:00-17:00\""
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: [\"22:00-06:00\"]}",
        "c.yaml:3:15: hours.mon[1]: \"22:00-06:00\" does not end after it begins; write a night shift as "
          + "\"22:00-24:00\" and \"00:00-06:00\" of the next day"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: [\"22:00-24:01\"]}",
        "c.yaml:3:15: hours.mon[1]: \"22:00-24:01\" leaves the day; end it at 24:00 at the latest"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: [\"09:00-12:00\", \"11:00-17:00\"]}",
        "c.yaml:3:14: hours.mon: \"09:00-12:00\" and \"11:00-17:00\" overlap; join them or move one"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {}\nholidays:\n- {date: 2026-02-30, name: N}",
        "c.yaml:5:10: holidays[1].date: \"2026-02-30\" cannot be read; write a date that exists, like 2026-12-25"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {}\nholidays:\n- {date: 2026-02-01, name: A}\n- {date: 2026-02-01, name: B}",
        "c.yaml:6:3: holidays[2]: 2026-02-01 stands twice (A, B); keep one entry for each date"
      ),
      (
        "id: x\ntime_zone: UTC\nhours: {mon: &a [], tue: *a}",
        "c.yaml:3:26: aliases (*name) are not accepted; write the value out, or quote the text if it is one"
      ),
      ("id: x\nhours: {mon: [", "c.yaml:3:1: this is not YAML: did not find expected node content"),
      ("id: x\n---\nid: y", "c.yaml:2:1: this is not YAML: but found another document"),
    ])
  func refused(text: String, message: String) throws {
    let error = #expect(throws: PolicyFileError.self) { try CalendarFile.parse(text, file: "c.yaml") }
    #expect(error?.description == message)
  }

  @Test("Size, depth and number of values are bounded")
  func bounds() {
    let texts = [
      String(repeating: "#", count: YAMLDocument.mostBytes + 1),
      String(repeating: "[", count: 100_000),
      String(repeating: "- ", count: 100_000),
      "x: [" + String(repeating: "1,", count: YAMLDocument.mostValues) + "1]",
    ]
    for text in texts {
      #expect(throws: PolicyFileError.self) { try CalendarFile.parse(text, file: "c.yaml") }
    }
  }
}

@Suite("Aliases in YAML")
struct YAMLAliasScanTests {
  @Test(
    "Found wherever a value may stand",
    arguments: [
      ("a: *b", 1, 4), ("- *b", 1, 3), ("? *b\n: 1", 1, 3), ("[x, *b]", 1, 5), ("{a: *b}", 1, 5), ("*b : 1", 1, 1),
      ("a: \"x\n  y\"\nb: *c", 3, 4), ("a: |\n  *x\nb: *c", 3, 4), ("- a: >-\n    *x\n  b: *c", 3, 6),
      ("- - |\n    *x\n  - *y", 3, 5), ("a: 'it''s'\nb: *c", 2, 4), ("a: !!str\n  *c", 2, 3), ("\"a\":*b", 1, 5),
    ])
  func found(text: String, line: Int, column: Int) {
    #expect(YAMLAliasScan.firstAlias(in: text) == .init(line: line, column: column))
  }

  @Test(
    "Not mistaken for text",
    arguments: [
      "a: \"*b\"", "a: '*b'", "a: 2 * 3", "a: R *bold* text", "# *b", "a: x # *b", "a: |\n  * one\n  *two*\n\n  *three",
      "a:\n  - b: |-\n      *x\n", "a: \"x \\\" *y\"", "a: \"x\n  *y\"", "- |\n *x",
    ])
  func text(text: String) {
    #expect(YAMLAliasScan.firstAlias(in: text) == nil)
  }

  @Test("A bomb is refused before it is expanded")
  func bomb() {
    let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1),*a\($0 - 1),*a\($0 - 1)]" }
    let text = (["a0: &a0 [x]"] + levels + ["? *a30\n: 1"]).joined(separator: "\n")
    let error = #expect(throws: PolicyFileError.self) { try CalendarFile.parse(text, file: "bomb.yaml") }
    #expect(error?.problem == .alias)
  }
}
