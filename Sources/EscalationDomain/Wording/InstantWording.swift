extension Instant {
  /// `Tue 2026-03-03 09:00 UTC`: an instant as a person reads it. The zone's abbreviation is left to its id's last part.
  public func words(in zone: Zone) -> String { "\(dayAndTime(in: zone)) \(zone.shortName)" }

  /// `Tue 2026-03-03 09:00`.
  public func dayAndTime(in zone: Zone) -> String {
    let local = zone.local(self)
    return "\(local.date.weekday.shortName) \(local.date) \(Instant.clock(local.secondOfDay))"
  }

  /// As short as stays clear beside `now`: `17:00` today, `Fri 17:00` within six days, else `2026-03-03`.
  public func brief(in zone: Zone, now: Instant) -> String {
    let local = zone.local(self)
    let today = zone.local(now).date
    let days = local.date.daysSinceEpoch - today.daysSinceEpoch
    let clock = Instant.clock(local.secondOfDay)
    if days == 0 { return clock }
    if abs(days) < 7 { return "\(local.date.weekday.shortName) \(clock)" }
    return "\(local.date)"
  }

  /// `HH:MM` of a second of the day.
  public static func clock(_ secondOfDay: Int) -> String {
    let (hour, minute) = (secondOfDay / 3600, secondOfDay / 60 % 60)
    return (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}

extension Zone {
  /// `UTC`, `New York`: the last part of the id.
  public var shortName: String {
    if id == "UTC" || id == "GMT" { return "UTC" }
    return (id.split(separator: "/").last.map(String.init) ?? id).map { $0 == "_" ? " " : String($0) }.joined()
  }
}

extension Weekday {
  /// `Mon` … `Sun`.
  public var shortName: String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][rawValue - 1]
  }
}
