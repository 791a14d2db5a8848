/// One thing that is asked of a row.
public enum FilterTerm: Hashable, Sendable {
  /// Occurs in the id, title, account, owner or grade.
  case word(String)
  /// Of a field that holds words: an owner, account, title, id, playbook, clock, tag or kind.
  case text(FilterField, String)
  /// The row has none: nobody's, no deadline, no ARR, no renewal, no tags, no clocks, no plan.
  case missing(FilterField)
  /// Whoever asks owns it.
  case mine
  /// Of a scale, in the order of the playbook that governs the row; an open end reaches as far as the scale does.
  case grade(Scale, from: String?, to: String?)
  case status(FilterStatus)
  case band(FilterComparison, Int)
  case amount(FilterComparison, FilterAmount)
  /// Of `due`, `milestone`, `renewal`, `review`, `opened` or `changed`.
  case time(FilterField, FilterComparison, FilterMoment)
  case plan(FilterPlan)
  /// Of a risk.
  case score(FilterComparison, Int)
  /// Past the deadline.
  case breached
}

public enum FilterComparison: String, Hashable, Sendable, CaseIterable {
  case less = "<"
  case atMost = "<="
  case more = ">"
  case atLeast = ">="
  case equal = ":"

  /// Whether `a` stands so to `b`.
  func holds<Value: Comparable>(_ a: Value, _ b: Value) -> Bool {
    switch self {
    case .less: a < b
    case .atMost: a <= b
    case .more: a > b
    case .atLeast: a >= b
    case .equal: a == b
    }
  }
}

public enum FilterStatus: Hashable, Sendable {
  case one(Status)
  case open
  case ended
  /// A risk that became an escalation.
  case promoted
  /// Where one milestone stands.
  case milestone(MilestoneState.Status)

  /// As it is typed.
  public var name: String {
    switch self {
    case .one(let status): status.rawValue
    case .open: "open"
    case .ended: "ended"
    case .promoted: "promoted"
    case .milestone(let status): status.rawValue
    }
  }

  public static let all: [FilterStatus] = Status.allCases.map { .one($0) } + [.open, .ended, .promoted] + milestones

  /// Dropped ones are in no list.
  static let milestones: [FilterStatus] = [.planned, .started, .blocked, .done].map { .milestone($0) }
}

/// An amount, or a number that is compared with amounts of any currency, each by itself.
public struct FilterAmount: Hashable, Sendable {
  /// In minor units of the currency; in hundredths where none is named.
  public var minorUnits: Int64
  public var currency: String?

  public init(minorUnits: Int64, currency: String?) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  init(parsing text: String) throws(MoneyError) {
    let pieces = try Money.pieces(text)
    self.init(
      minorUnits: try Money.minorUnits(pieces, of: pieces.currency, in: text), currency: pieces.currency)
  }
}

/// A point in time that a row's is compared with.
public enum FilterMoment: Hashable, Sendable {
  /// From now for a deadline and a renewal, ago for what has been.
  case span(FilterSpan)
  case day(FilterDay)
  /// A time as it is typed elsewhere: `17:00`, `fri 17:00`, an ISO 8601 instant.
  case typed(String)
}

public struct FilterSpan: Hashable, Sendable {
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case second = "s"
    case minute = "m"
    case hour = "h"
    case day = "d"
    case week = "w"

    var seconds: Int64 {
      switch self {
      case .second: 1
      case .minute: 60
      case .hour: 3600
      case .day: 86_400
      case .week: 604_800
      }
    }
  }

  /// No more than ``most`` either way.
  public var count: Int64
  public var unit: Unit

  public init(_ count: Int64, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }

  static let most: Int64 = 1_000_000

  var seconds: Int64 { count * unit.seconds }

  /// Whole days; none for a span that is no number of them by its unit.
  var days: Int? {
    switch unit {
    case .day: Int(count)
    case .week: Int(count * 7)
    default: nil
    }
  }
}

public enum FilterDay: Hashable, Sendable {
  case today, tomorrow, yesterday
  /// The next such, today included; of what has been, the last one.
  case weekday(Weekday)
  case date(LocalDate)

  func date(today: LocalDate, isPast: Bool) -> LocalDate {
    switch self {
    case .today: today
    case .tomorrow: today.adding(days: 1)
    case .yesterday: today.adding(days: -1)
    case .weekday(let day):
      isPast
        ? today.adding(days: -((today.weekday.rawValue - day.rawValue + 7) % 7))
        : today.adding(days: (day.rawValue - today.weekday.rawValue + 7) % 7)
    case .date(let date): date
    }
  }
}
