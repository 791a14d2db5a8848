/// What a quarter's closed records teach. Source: PLAYBOOKS `health`, retrospective.
///
/// Counted are records that were closed within the quarter and are still closed as one looks, so that a root cause or a
/// prevention item written down in the meeting itself counts. *Recovered* are those kept, with a loss or without;
/// *lost* are those that churned. What was withdrawn or a duplicate teaches nothing and is only counted. Where nobody
/// wrote down what a question asks, the answer says in how many records.
public struct Retrospective: Hashable, Sendable {
  public let quarter: Quarter
  public let zone: Zone
  public let window: Range<Instant>

  public internal(set) var outcomes: [Closing.Outcome?: Int] = [:]
  public internal(set) var churned = Figures.ChurnedRevenue()

  /// By category: the menu's hypothesis that was held last, else the root cause as it was written down.
  public internal(set) var causes = Tallied<Fate>()
  public internal(set) var withoutCause = Fate()

  public internal(set) var byLeadTime: [LeadTime: Fate] = [:]
  public internal(set) var withoutRenewal = Fate()
  /// By the stage, else the level, else the severity at opening.
  public internal(set) var byEntry = Tallied<Fate>()

  /// By the last intervention that was stated.
  public internal(set) var interventions = Tallied<Fate>()
  public internal(set) var withoutIntervention = Fate()

  public internal(set) var preventions = Tallied<Prevented>()
  public internal(set) var withoutPrevention = Fate()

  /// Oldest first.
  public internal(set) var overrides: [Override] = []

  public init(_ quarter: Quarter, zone: Zone) {
    self.quarter = quarter
    self.zone = zone
    window = quarter.range(in: zone)
  }

  /// How records ended.
  public struct Fate: Hashable, Sendable {
    public internal(set) var recovered = 0
    public internal(set) var lost = 0
    /// Closed without saying what came of it.
    public internal(set) var unknown = 0

    public init() {}

    public var total: Int { recovered + lost + unknown }

    /// Per cent recovered of those whose end is known.
    public var recovery: Ratio? { .percent(recovered, of: recovered + lost) }

    static func + (a: Fate, b: Fate) -> Fate {
      var sum = a
      sum.recovered += b.recovered
      sum.lost += b.lost
      sum.unknown += b.unknown
      return sum
    }
  }

  /// How long before the renewal a record was opened, in dates of the account.
  public enum LeadTime: Int, Hashable, Sendable, CaseIterable, Comparable {
    case over120
    case from90
    case from60
    case from30
    case under30
    case afterwards

    init(days: Int) {
      switch days {
      case 121...: self = .over120
      case 90...: self = .from90
      case 60...: self = .from60
      case 30...: self = .from30
      case 0...: self = .under30
      default: self = .afterwards
      }
    }

    /// While the decision is still open: 90 days ahead or more. Source: PLAYBOOKS `health`, aim.
    public var isEarly: Bool { self <= .from90 }

    public static func < (a: LeadTime, b: LeadTime) -> Bool { a.rawValue < b.rawValue }
  }

  /// Records that an improvement would have prevented.
  public struct Prevented: Hashable, Sendable {
    public internal(set) var fate = Fate()
    public internal(set) var churned = Figures.ChurnedRevenue()

    public init() {}
  }

  /// A gate that was passed over in a record of the quarter.
  public struct Override: Hashable, Sendable {
    public var id: EscalationID
    public var gate: String
    public var authority: String
    public var stamp: Work.Stamp
  }
}
