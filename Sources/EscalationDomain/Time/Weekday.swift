/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case mon = 1
  case tue, wed, thu, fri, sat, sun

  /// `mon` … `sun`, as calendar files and targets spell it.
  public var name: String { String(describing: self) }

  public init?(name: some StringProtocol) {
    guard let day = Weekday.allCases.first(where: { $0.name == name }) else { return nil }
    self = day
  }

  public static func < (a: Weekday, b: Weekday) -> Bool { a.rawValue < b.rawValue }
}
