/// Which dates a calendar cadence falls on, counted from the opening date of what it belongs to.
public enum SlotCadence: Hashable, Sendable {
  /// Every date; does not move off a closed one.
  case daily
  /// Every date with working hours.
  case workingDays
  /// Every such weekday; never empty.
  case weekdays(Set<Weekday>)
  /// The opening date's weekday, every week.
  case weekly
  /// Every so many dates after the opening date; at least one.
  case every(days: Int)

  /// The dates it names after both the anchor and another date, before any moves off a closed one: the first of them.
  /// O(1).
  func nominalDate(after date: LocalDate, anchor: LocalDate) -> LocalDate {
    let after = max(date, anchor)
    switch self {
    case .daily, .workingDays:
      return after.adding(days: 1)
    case .weekdays(let days):
      return (1...7).lazy.map { after.adding(days: $0) }.first { days.contains($0.weekday) } ?? after.adding(days: 7)
    case .weekly:
      return SlotCadence.every(days: 7).nominalDate(after: date, anchor: anchor)
    case .every(let days):
      let step = max(days, 1)
      return anchor.adding(days: ((after - anchor) / step + 1) * step)
    }
  }
}
