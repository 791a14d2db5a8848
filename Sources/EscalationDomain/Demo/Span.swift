/// A length of time as a person says it: how long ago, how long from now.
struct Span: Hashable, Sendable {
  let seconds: Int64

  static func minutes(_ minutes: Int64, _ seconds: Int64 = 0) -> Span { Span(seconds: minutes * 60 + seconds) }
  static func hours(_ hours: Int64, _ minutes: Int64 = 0, _ seconds: Int64 = 0) -> Span {
    Span(seconds: (hours * 60 + minutes) * 60 + seconds)
  }
  static func days(_ days: Int64, _ hours: Int64 = 0, _ minutes: Int64 = 0) -> Span {
    Span(seconds: ((days * 24 + hours) * 60 + minutes) * 60)
  }

  /// Later by so many minutes, of a time that has gone by.
  func after(minutes: Int64) -> Span { Span(seconds: seconds - minutes * 60) }
}
