/// When an open milestone is due, by the dates of whoever looks.
public enum MilestoneGroup: Int, Hashable, Sendable, CaseIterable, Comparable {
  case overdue
  case today
  /// Until the end of Sunday.
  case thisWeek
  case later
  case undated
  /// Reached, whenever it was due.
  case done

  public init(due: Instant?, now: Instant, zone: Zone) {
    guard let due else {
      self = .undated
      return
    }
    if due < now {
      self = .overdue
      return
    }
    let (date, today) = (zone.local(due).date, zone.local(now).date)
    let sunday = today.adding(days: 7 - today.weekday.rawValue)
    self = date == today ? .today : date <= sunday ? .thisWeek : .later
  }

  public init(_ row: MilestoneRow, now: Instant, zone: Zone) {
    self = row.isOpen ? MilestoneGroup(due: row.milestone.due, now: now, zone: zone) : .done
  }

  public var title: String {
    switch self {
    case .overdue: "Overdue"
    case .today: "Today"
    case .thisWeek: "This week"
    case .later: "Later"
    case .undated: "Without a date"
    case .done: "Done"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

/// What the milestones of all open escalations come to.
public struct MilestoneCounts: Hashable, Sendable {
  public var overdue = 0
  public var today = 0
  public var thisWeek = 0
  public var open = 0
  public var done = 0

  /// O(n).
  public init(_ rows: [MilestoneRow], now: Instant, zone: Zone) {
    for row in rows {
      let group = MilestoneGroup(row, now: now, zone: zone)
      if group == .done { done += 1 } else { open += 1 }
      switch group {
      case .overdue: overdue += 1
      case .today: today += 1
      case .thisWeek: thisWeek += 1
      case .later, .undated, .done: break
      }
    }
  }

  /// The first instant after `now` at which time alone moves a milestone to another group. O(n).
  public static func nextChange(_ rows: [MilestoneRow], after now: Instant, zone: Zone) -> Instant? {
    guard rows.contains(where: { $0.isOpen && $0.milestone.due != nil }) else { return nil }
    let tomorrow = zone.instant(zone.local(now).date.adding(days: 1), secondOfDay: 0)
    let due = rows.lazy.filter(\.isOpen).compactMap(\.milestone.due).filter { $0 >= now }.min()
    return min(tomorrow, due.map { $0 + 1 } ?? tomorrow)
  }
}
