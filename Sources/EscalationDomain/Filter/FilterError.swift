/// Why a text is no filter, and where.
public struct FilterError: Error, Hashable, Sendable {
  public enum Problem: Hashable, Sendable {
    case unknownField(String, nearest: String?)
    /// `<4h` without what is compared.
    case noField
    case noValue(FilterField)
    /// A field that has no order was compared.
    case notOrdered(FilterField)
    case unknownGrade(FilterField, String, known: [String])
    /// It stands on another scale.
    case gradeOf(FilterField, String)
    case unknownPlaybook(String, known: [String])
    case unknownClock(String, known: [String])
    /// Neither one of the world's nor one that is in use.
    case unknownCurrency(String, known: [String])
    case unknownStatus(String, known: [FilterStatus])
    case unknownKind(String, known: [String])
    /// Rows of this kind have no such thing.
    case notOf(FilterSubject, FilterField)
    case notAPlan(String)
    case notAScore(String)
    case notABand(String)
    case notAnAmount(String)
    case notATime(FilterField, String)
    /// It is a date: hours mean nothing.
    case notDays(FilterField, String)
    /// A time of day is no day to be on.
    case notADay(String)
    /// `or`, `and` or `-` with nothing on that side.
    case nothingBefore(String)
    case nothingAfter(String)
    case emptyGroup
    case notClosed
    case notOpened
    case quoteNotClosed
    case tooDeep
    case tooLong
  }

  public var problem: Problem
  /// The place in the text, in characters.
  public var range: Range<Int>

  public init(_ problem: Problem, _ range: Range<Int>) {
    self.problem = problem
    self.range = range
  }

  /// Whether more typing may well mend it.
  public var isUnfinished: Bool {
    switch problem {
    case .noValue, .nothingAfter, .emptyGroup, .notClosed, .quoteNotClosed: true
    default: false
    }
  }
}
