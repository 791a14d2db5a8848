import Testing

@testable import EscalationDomain

/// A small policy: playbook `desk` with severities S0–S3, levels and stages, and the clocks that a table needs.
enum Desk {
  static func playbook(_ rules: [ClockRule], severityChange: SeverityChange = .fromStart) -> Playbook {
    var playbook = Playbook(id: "desk", name: "Desk")
    playbook.severities = ["S0", "S1", "S2", "S3"].enumerated().map {
      Grade(id: $0.element, name: ["Critical", "High", "Medium", "Low"][$0.offset], band: $0.offset + 1)
    }
    playbook.levels = ["L1", "L2"].enumerated().map { Grade(id: $0.element, name: $0.element, band: 3 - $0.offset) }
    playbook.stages = [Grade(id: "stage-1", name: "Stage 1", band: 3), Grade(id: "stage-2", name: "Stage 2", band: 2)]
    playbook.process = [ProcessStep(id: "call", label: "Call the customer")]
    playbook.clocks = rules
    playbook.severityChange = severityChange
    return playbook
  }

  static func policy(_ playbook: Playbook, edition: Int = 1, calendars: [BusinessCalendar]? = nil) -> Policy {
    let calendars = calendars ?? Desk.calendars
    return Policy(
      edition: edition, installed: "01-01 00:00",
      playbooks: [playbook.id: Versioned(version: edition, value: playbook)],
      calendars: Dictionary(
        uniqueKeysWithValues: calendars.map { ($0.id, Versioned(version: 1, value: WorkingTimeline($0))) }),
      defaultCalendar: "utc")
  }

  /// Monday to Friday. Closed on Wednesday 11 March (`Spring day`), in all three.
  static let calendars: [BusinessCalendar] = {
    do {
      return [
        try week("utc", "UTC", "09:00-17:00"), try week("new-york", "America/New_York", "09:00-17:00"),
        try week("kolkata", "Asia/Kolkata", "10:00-18:00"),
        try BusinessCalendar(id: "never", name: "Never", zone: .utc, hours: [:]),
      ]
    } catch {
      Issue.record("a calendar of the tables is refused: \(error)")
      return []
    }
  }()

  private static func week(_ id: String, _ zone: String, _ hours: String) throws -> BusinessCalendar {
    let day = [try DayInterval(parsing: hours)]
    return try BusinessCalendar(
      id: id, name: id, zone: Zone(zone), hours: [.mon: day, .tue: day, .wed: day, .thu: day, .fri: day],
      holidays: [Holiday(date: date("2026-03-11"), name: "Spring day")])
  }
}

/// A rule of a table: started by opening and stopped by the first response, unless the table says otherwise.
func rule(
  _ target: Target, _ id: String = "clock", starts: [Trigger] = [.opened], stops: [Trigger] = [.acknowledged],
  calendar: String? = nil, repeats: Bool = false, pausable: Bool = false, elapses: Bool = false,
  onResolve: ClockRule.OnResolve = .keep, severityChange: SeverityChange? = nil
) -> ClockRule {
  rule(
    .all(target), id, starts: starts, stops: stops, calendar: calendar, repeats: repeats, pausable: pausable,
    elapses: elapses, onResolve: onResolve, severityChange: severityChange)
}

func rule(
  _ table: TargetTable, _ id: String = "clock", starts: [Trigger] = [.opened], stops: [Trigger] = [.acknowledged],
  calendar: String? = nil, repeats: Bool = false, pausable: Bool = false, elapses: Bool = false,
  onResolve: ClockRule.OnResolve = .keep, severityChange: SeverityChange? = nil
) -> ClockRule {
  ClockRule(
    id: id, label: id, starts: starts, stops: stops, target: table, calendar: calendar, repeats: repeats,
    pausable: pausable, elapses: elapses, onResolve: onResolve, severityChange: severityChange)
}

/// A cadence that customer updates serve.
func cadence(_ target: Target, pausable: Bool = false) -> ClockRule {
  rule(target, stops: [.customerUpdate], repeats: true, pausable: pausable)
}

func cadence(_ table: [String: Target], pausable: Bool = false) -> ClockRule {
  rule(.by(.severity, table), stops: [.customerUpdate], repeats: true, pausable: pausable)
}
