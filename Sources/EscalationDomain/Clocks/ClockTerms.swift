/// What a cycle has from its rule and the edition it runs under.
///
/// Thousands of cycles on a board have the same, so it is held once for all that were copied from one another: a cycle
/// is then small, and cheap to copy.
public struct ClockTerms: Hashable, Sendable {
  public var rule: String
  public var label: String
  public var target: Target
  /// Ends by itself at its deadline, as met.
  public var elapses: Bool
  public var pausable: Bool
  public var warnings: WarningPlan
  public var calendar: String
  public var calendarVersion: Int
  public var policyVersion: Int
  public var edition: Int

  /// Shared between copies of a cycle; never changed in place.
  final class Shared: Hashable, Sendable {
    let terms: ClockTerms

    init(_ terms: ClockTerms) { self.terms = terms }

    static func == (a: Shared, b: Shared) -> Bool { a === b || a.terms == b.terms }

    func hash(into hasher: inout Hasher) { hasher.combine(terms) }
  }
}

extension ClockCycle {
  public var terms: ClockTerms {
    get { shared.terms }
    set { if newValue != shared.terms { shared = ClockTerms.Shared(newValue) } }
  }

  public var rule: String { shared.terms.rule }
  public var label: String {
    get { shared.terms.label }
    set { terms.label = newValue }
  }
  public var target: Target {
    get { shared.terms.target }
    set { terms.target = newValue }
  }
  /// Ends by itself at its deadline, as met.
  public var elapses: Bool { shared.terms.elapses }
  public var pausable: Bool { shared.terms.pausable }
  public var warnings: WarningPlan { shared.terms.warnings }
  public var calendar: String { shared.terms.calendar }
  public var calendarVersion: Int { shared.terms.calendarVersion }
  public var policyVersion: Int { shared.terms.policyVersion }
  public var edition: Int { shared.terms.edition }
}
