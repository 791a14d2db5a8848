import EscalationDomain
import Screen

/// One instant on several walls: the viewer's, the account's, those that somebody set, and UTC's. Walls that show the same
/// are one.
enum ZoneTimes {
  /// `Tue 15:05 CET · Tue 09:05 EST (account) · Tue 14:05 UTC`.
  static func words(_ instant: Instant, mine: Zone, account: Zone, further: [Zone] = [], now: Instant) -> String {
    walls(instant, mine: mine, account: account, further: further, now: now).map { $0.text }.joined(separator: " · ")
  }

  private static func walls(
    _ instant: Instant, mine: Zone, account: Zone, further: [Zone], now: Instant
  ) -> [(time: String, text: String)] {
    var walls: [(time: String, text: String)] = []
    let all = [(mine, ""), (account, " (account)")] + further.map { ($0, "") } + [(Zone.utc, "")]
    for (zone, whose) in all {
      let time = zone.local(instant)
      let wall = "\(time)"
      if walls.contains(where: { $0.time == wall }) { continue }
      let name = zone == .utc ? "UTC" : zone.shortName
      // A day that is far off comes without its time, which is what the walls differ in.
      let brief = instant.brief(in: zone, now: now)
      let words = brief.contains(":") ? brief : "\(brief) \(Instant.clock(time.secondOfDay))"
      walls.append((wall, "\(words) \(name)\(whose)"))
    }
    return walls
  }
}

extension Model {
  /// An instant on every wall that this viewer minds.
  func wallTimes(_ instant: Instant, account: Zone) -> String {
    ZoneTimes.words(instant, mine: viewer.zone, account: account, further: settings.zones, now: now)
  }

  /// The deadline of a record's most urgent clock on all walls; nil where no clock has one.
  func deadlineWords(of record: Record) -> String? {
    record.escalation.openClocks.mostUrgent()?.deadline.map { wallWords($0, of: record) }
  }

  /// A deadline of a record's on every wall that matters here.
  func wallWords(_ deadline: Instant, of record: Record) -> String {
    wallTimes(deadline, account: accountZone(of: Subject(record.escalation)))
  }
}
