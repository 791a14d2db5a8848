extension Retrospective {
  /// Records whose end can be learnt from, or would be if somebody had written it down.
  public var counted: Fate { causes.entries.reduce(withoutCause) { $0 + $1.count } }

  /// Withdrawn or duplicates.
  public var left: Int { outcomes[.withdrawn, default: 0] + outcomes[.duplicate, default: 0] }

  /// The commonest cause first; of equals the one that lost more, then by name.
  public var rankedCauses: [Tallied<Fate>.Entry] { ranked(causes.entries) { ($0.count.total, $0.count.lost) } }

  /// The categories that occurred most, several where they are equal.
  public var commonestCauses: [String] {
    let ranked = rankedCauses
    return ranked.filter { $0.count.total == ranked.first?.count.total }.map(\.name)
  }

  /// Opened 90 days or more before the renewal, and later.
  public var early: Fate { byLeadTime.filter(\.key.isEarly).values.reduce(Fate(), +) }
  public var late: Fate { byLeadTime.filter { !$0.key.isEarly }.values.reduce(Fate(), +) }

  public enum Comparison: String, Hashable, Sendable {
    case more
    case less
    case same
    /// One of the two has no record whose end is known.
    case unknown
  }

  /// Whether those opened early recovered more often than those opened late.
  public var earlyRecovered: Comparison {
    guard let early = early.recovery, let late = late.recovery else { return .unknown }
    return early == late ? .same : early > late ? .more : .less
  }

  /// What recovered most first: by records recovered, then by fewer lost, then by name.
  public var rankedInterventions: [Tallied<Fate>.Entry] {
    ranked(interventions.entries) { ($0.count.recovered, -$0.count.lost) }
  }

  /// What would have prevented most first: by records, then by those lost, then by name.
  public var rankedPreventions: [Tallied<Prevented>.Entry] {
    ranked(preventions.entries) { ($0.count.fate.total, $0.count.fate.lost) }
  }

  private func ranked<Count>(
    _ entries: [Tallied<Count>.Entry], _ weight: (Tallied<Count>.Entry) -> (Int, Int)
  ) -> [Tallied<Count>.Entry] {
    entries.enumerated().sorted { a, b in
      let (x, y) = (weight(a.element), weight(b.element))
      return x == y ? a.offset < b.offset : x > y
    }.map(\.element)
  }
}
