/// Local dates on which a list is asked.
struct AskedDates: Hashable, Sendable {
  /// In any order; they may overlap.
  private var ranges: [ClosedRange<LocalDate>] = []

  static func every(from date: LocalDate) -> AskedDates {
    var dates = AskedDates()
    dates.insert(from: date, through: nil)
    return dates
  }

  static func only(_ date: LocalDate?) -> AskedDates {
    var dates = AskedDates()
    if let date { dates.insert(date) }
    return dates
  }

  mutating func insert(_ date: LocalDate) { ranges.append(date...date) }

  /// - Parameter last: none for a range that goes on.
  mutating func insert(from first: LocalDate, through last: LocalDate?) {
    ranges.append(first...max(first, last ?? LocalDate(daysSinceEpoch: .max)))
  }

  /// O(ranges).
  func first(from date: LocalDate) -> LocalDate? {
    ranges.lazy.filter { $0.upperBound >= date }.map { max($0.lowerBound, date) }.min()
  }

  /// O(ranges).
  func last(through date: LocalDate) -> LocalDate? {
    ranges.lazy.filter { $0.lowerBound <= date }.map { min($0.upperBound, date) }.max()
  }
}
