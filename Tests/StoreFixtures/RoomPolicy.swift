// StoreFixtures: a policy written in code and the stores that tests make under it. No file format is involved.

import EscalationDomain
import EscalationStore
import Foundation

/// A playbook with a clock of every shape, in a first and a stricter wording.
public enum RoomPolicy {
  public static let reader = PolicyReader(
    playbook: { text in
      guard let playbook = try playbook(text) else { throw Unreadable(text: text) }
      return playbook
    },
    calendar: { try JSONDecoder().decode(BusinessCalendar.self, from: Data($0.utf8)) })

  struct Unreadable: Error { let text: String }

  /// Monday 2 March 2026, 10:00 UTC.
  public static let start = Instant(1_772_445_600)

  public static func texts() throws -> [PolicyText] {
    [
      try text(of: calendar("standard")), try text(of: .allDay(.utc)), PolicyText(.playbook, id: "room", text: "room"),
      PolicyText(.defaultCalendar, id: "default", text: "standard"),
    ]
  }

  /// Installs over the first: the same playbook with shorter targets.
  public static let stricter = PolicyText(.playbook, id: "room", text: "room stricter")

  public static func text(of calendar: BusinessCalendar) throws -> PolicyText {
    PolicyText(
      .calendar, id: calendar.id, text: String(decoding: try JSONEncoder().encode(calendar), as: UTF8.self))
  }

  /// Monday to Friday, 09:00–17:00 UTC.
  public static func calendar(_ id: String, opens: String = "09:00-17:00") throws -> BusinessCalendar {
    let day = [try DayInterval(parsing: opens)]
    return try BusinessCalendar(
      id: id, name: id, zone: .utc, hours: [.mon: day, .tue: day, .wed: day, .thu: day, .fri: day])
  }

  static func playbook(_ text: String) throws -> Playbook? {
    let stricter: Bool
    switch text {
    case "room": stricter = false
    case "room stricter": stricter = true
    case "care": return try carePlaybook()
    default: return nil
    }
    var playbook = Playbook(id: "room", name: "Room")
    playbook.severities = [
      Grade(id: "S1", name: "One", band: 1), Grade(id: "S2", name: "Two", band: 2),
      Grade(id: "S3", name: "Three", band: 3),
    ]
    playbook.levels = [Grade(id: "L1", name: "Lead", band: 3), Grade(id: "L2", name: "Head", band: 1)]
    playbook.stages = [Grade(id: "watch", name: "Watch", band: 4), Grade(id: "save", name: "Save", band: 1)]
    playbook.process = [ProcessStep(id: "a step", label: "A step")]
    playbook.clocks = try clocks(stricter: stricter)
    return playbook
  }

  private static func clocks(stricter: Bool) throws -> [ClockRule] {
    func all(_ text: String) throws -> TargetTable { .all(try Target(parsing: text)) }
    func by(_ table: [String: String]) throws -> TargetTable {
      .by(.severity, try table.mapValues { try Target(parsing: $0) })
    }
    return [
      ClockRule(
        id: "first-response", label: "First response", stops: [.acknowledged, .customerUpdate],
        target: try by(["S1": stricter ? "15m" : "30m", "S2": stricter ? "2bh" : "4bh", "S3": "1bd"]), onResolve: .stop),
      ClockRule(
        id: "update", label: "Customer update", stops: [.customerUpdate],
        target: try by(["S1": "1h", "S2": "working-days", "S3": "mon,wed,fri"]), repeats: true, pausable: true,
        onResolve: .cancel),
      ClockRule(
        id: "diagnosis", label: "Diagnosis", starts: [.acknowledged], stops: [.internalCheck],
        target: try by(["S1": "6h", "S2": "2bd"]), pausable: true, onResolve: .stop),
      ClockRule(
        id: "promise", label: "Promised update", starts: [.promised], stops: [.customerUpdate],
        target: try all("promise")),
      ClockRule(
        id: "needed-by", label: "Needed by", starts: [.opened, .neededBySet], stops: [.resolved],
        target: try all("needed-by")),
      ClockRule(
        id: "renewal", label: "Before the renewal", stops: [.resolved], target: try all("renewal-30d"),
        onResolve: .cancel),
      ClockRule(
        id: "review", label: "Review", stops: [.internalCheck], target: try all("24h..48h"), pausable: true,
        onResolve: .cancel),
      ClockRule(
        id: "soonest", label: "Soonest", stops: [.notified], target: try all("min(24h, first-response)"),
        onResolve: .cancel),
      ClockRule(
        id: "settle-in", label: "Settling in", starts: [.acknowledged], stops: [], target: try all("3h"), elapses: true,
        onResolve: .cancel),
      ClockRule(
        id: "follow-up", label: "Follow-up", starts: [.resolved], stops: [.done("follow-up")], target: try all("2bd")),
      ClockRule(id: "watch", label: "Watch", starts: [.resolved], stops: [], target: try all("14d"), elapses: true),
    ]
  }
}

extension Opening {
  /// What an opening needs at least.
  public static func room(
    _ title: String = "Exports fail", account: String = "Northwind", severity: String = "S1", edition: Int = 1
  ) -> Opening {
    Opening(
      title: title, account: AccountFacts(name: account), playbook: "room", edition: edition, severity: severity)
  }
}

extension Draft {
  public static func imported(_ fact: Fact, at instant: Instant) -> Draft {
    Draft(occurred: instant, actor: "export", source: .imported, fact: fact)
  }
}

/// The schema that comes after this one, for the tests of migration: a column, and so many rows written anew.
extension Schema {
  public static let next = Schema(
    steps: Schema.current.steps + [
      Step(version: Schema.current.version + 1) { db in
        try db.execute(sql: "ALTER TABLE head ADD COLUMN motto TEXT")
        try db.execute(sql: "UPDATE event SET why = coalesce(why, 'since version 2')")
      }
    ])
}
