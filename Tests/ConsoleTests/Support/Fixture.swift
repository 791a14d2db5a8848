import EscalationDomain

@testable import Console

/// A small world at Tuesday 2026-03-03 14:05 in Berlin.
enum Fixture {
  static let berlin = zone("Europe/Berlin")
  static let now = at("2026-03-03T13:05:00Z")
  static let viewer = Viewer(actor: "Ann Lee", zone: berlin)

  static func at(_ text: String) -> Instant { Instant(iso8601: text) ?? Instant(0) }
  static func zone(_ id: String) -> Zone { (try? Zone(id)) ?? .utc }
  static func target(_ text: String) -> Target { (try? Target(parsing: text)) ?? .sameDay }

  static let policies: PolicyBook = {
    let calendars = [
      calendar(
        "eu", "Europe/Berlin", "09:00-17:00", [Holiday(date: LocalDate(daysSinceEpoch: 20_517), name: "Founders' day")]),
      calendar("us-east", "America/New_York", "09:00-17:00"), calendar("japan", "Asia/Tokyo", "09:00-18:00"),
      BusinessCalendar.allDay(.utc),
    ]
    return PolicyBook(
      Policy(
        edition: 1, installed: at("2026-01-01T00:00:00Z"),
        playbooks: [
          "risk": Versioned(version: 3, value: risk), "protocol": Versioned(version: 1, value: protocolBook),
          "care": Versioned(version: 1, value: care), "hard": Versioned(version: 1, value: hardBook),
          "crowd": Versioned(version: 1, value: crowd), "hard-crowd": Versioned(version: 1, value: hardCrowd),
        ],
        calendars: Dictionary(
          uniqueKeysWithValues: calendars.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }),
        defaultCalendar: "eu"))
  }()

  private static func calendar(
    _ id: String, _ zone: String, _ hours: String, _ holidays: [Holiday] = []
  ) -> BusinessCalendar {
    let interval = (try? DayInterval(parsing: hours)) ?? .wholeDay
    let days: [Weekday] = [.mon, .tue, .wed, .thu, .fri]
    let week = Dictionary(uniqueKeysWithValues: days.map { ($0, [interval]) })
    let calendar = try? BusinessCalendar(
      id: id, name: id == "eu" ? "Central Europe" : id, zone: self.zone(zone), hours: week, holidays: holidays)
    return calendar ?? .allDay(.utc)
  }

  private static let risk: Playbook = {
    var book = Playbook(id: "risk", name: "Customer risk")
    book.severities = [
      Grade(id: "S0", name: "Critical", band: 1, meaning: "Money may be lost now, or production is down."),
      Grade(id: "S1", name: "High", band: 2, meaning: "Major business impact, or a renewal at risk."),
      Grade(id: "S2", name: "Medium", band: 3, meaning: "Real impact that a plan can manage."),
      Grade(id: "S3", name: "Low", band: 4, meaning: "An early signal to track and nudge."),
    ]
    book.clocks = [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged, .customerUpdate],
        target: table(["S0": "2h", "S1": "4bh", "S2": "1bd", "S3": "2bd"]), onResolve: .stop),
      ClockRule(
        id: "next-update", label: "Next update", starts: [.opened, .customerUpdate], stops: [.customerUpdate],
        target: table(["S0": "4h", "S1": "1bd", "S2": "2bd", "S3": "weekly"]), repeats: true, pausable: true,
        onResolve: .cancel),
      ClockRule(
        id: "promise", label: "Promise", starts: [.promised], stops: [.customerUpdate], target: .all(.promised),
        onResolve: .cancel),
      ClockRule(
        id: "needed-by", label: "Needed by", starts: [.neededBySet], stops: [.resolved], target: .all(.neededBy)),
      ClockRule(
        id: "renewal", label: "Renewal talk", stops: [.done("renewal-talk")], target: .all(target("renewal-30d"))),
    ]
    return book
  }()

  private static let protocolBook: Playbook = {
    var book = Playbook(id: "protocol", name: "Incident protocol")
    book.severities = [
      Grade(id: "P1", name: "Outage", band: 1), Grade(id: "P2", name: "Degraded", band: 2),
      Grade(id: "P3", name: "Question", band: 3),
    ]
    book.clocks = [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged],
        target: table(["P1": "15m", "P2": "1h", "P3": "8bh"]), calendar: "24x7", onResolve: .stop),
      ClockRule(
        id: "workaround", label: "Workaround", stops: [.resolved],
        target: table(["P1": "4h", "P2": "8h", "P3": "5bd"]),
        pausable: true),
    ]
    return book
  }()

  private static func table(_ targets: [String: String]) -> TargetTable {
    .by(.severity, targets.mapValues(target))
  }
}
