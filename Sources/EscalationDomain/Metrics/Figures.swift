/// What a window of time comes to, for all records or for one group of them. Each figure counts by one rule:
///
/// | figure | records and cycles counted |
/// |---|---|
/// | opened, by detection and by month | opened within the window |
/// | time to acknowledge | first answered within it; elapsed from the opening |
/// | time to resolve, root causes | resolved within it and still resolved or closed as it ends, none that was withdrawn or a duplicate; elapsed from the opening to the resolution that stands |
/// | attainment | cycles ended within it, and cycles past their deadline as it ends; periods that only pass (watch, stage) are no promise and are left out |
/// | outcomes, CSAT, churned ARR | closed within it and still closed as it ends |
///
/// Everything is as it stood at the window's last moment: what happens later changes no past window.
public struct Figures: Hashable, Sendable {
  public internal(set) var opened = Openings()
  public internal(set) var byMonth: [LocalMonth: Openings] = [:]
  public internal(set) var timeToAcknowledge = Spread()
  public internal(set) var timeToResolve = Spread()
  public internal(set) var attainment: [AttainmentKey: Attainment] = [:]
  /// Under none: closed without saying what came of it.
  public internal(set) var outcomes: [Closing.Outcome?: Int] = [:]
  /// By the root cause as it was written down.
  public internal(set) var causes = Tallied<Int>()
  /// Resolved without a root cause.
  public internal(set) var withoutCause = 0
  public internal(set) var csat = Satisfaction()
  public internal(set) var churned = ChurnedRevenue()

  public init() {}

  /// Escalations opened, by who saw the trouble first.
  public struct Openings: Hashable, Sendable {
    public internal(set) var early = 0
    public internal(set) var reactive = 0
    /// The log does not say.
    public internal(set) var unknown = 0

    public init() {}

    public var total: Int { early + reactive + unknown }
  }

  public struct Satisfaction: Hashable, Sendable {
    public internal(set) var count = 0
    var sum = 0

    public init() {}

    /// Of 1 to 10.
    public var mean: Ratio? { Ratio(Int64(sum), over: Int64(count)) }
  }

  /// What churned customers paid a year, each currency by itself.
  public struct ChurnedRevenue: Hashable, Sendable {
    public internal(set) var totals = MoneyTotals()
    /// Churned, and nobody wrote down what they paid.
    public internal(set) var unknown = 0

    public init() {}

    mutating func add(_ account: AccountFacts) {
      if let arr = account.arr { totals.add(arr) } else { unknown += 1 }
    }
  }
}

extension Figures {
  /// Kept: recovered, or retained with a loss.
  public var resolvedOutcomes: Int { outcomes[.recovered, default: 0] + outcomes[.retainedWithLoss, default: 0] }
  public var churnedOutcomes: Int { outcomes[.churned, default: 0] }

  /// Per cent churned of what was kept or churned.
  public var escalationToChurn: Ratio? { .percent(churnedOutcomes, of: resolvedOutcomes + churnedOutcomes) }

  /// All cycles together.
  public var allAttainment: Attainment { attainment.values.reduce(Attainment(), +) }

  public var isEmpty: Bool { self == Figures() }
}

extension Closing.Outcome {
  /// It was never an escalation to resolve.
  public var isVoid: Bool { self == .withdrawn || self == .duplicate }
}
