import EscalationDomain

extension EscalationJSON {
  /// `explain ID CLOCK --json`: the clock, each stretch, and the sum.
  public static func explanation(_ explanation: Explanation, policy: Policy?, now: Instant) -> JSONValue {
    .object([
      "clock": clock(explanation.cycle, policy: policy, now: now), "counts_from": .maybe(explanation.cycle.countsFrom),
      "end": .maybe(explanation.end), "counted_seconds": .int(explanation.counted),
      "asked_seconds": .maybe(explanation.asked), "adds": .bool(explanation.adds),
      "stretches": .list(explanation.stretches.map(stretch)),
    ])
  }

  private static func stretch(_ stretch: Explanation.Stretch) -> JSONValue {
    var kind = "counted"
    var name: String?
    switch stretch.kind {
    case .counted: break
    case .closed: kind = "closed"
    case .paused: kind = "paused"
    case .holiday(let holiday): (kind, name) = ("holiday", holiday)
    }
    return .object([
      "from": .maybe(stretch.from), "to": .maybe(stretch.to), "kind": .text(kind), "holiday": .maybe(name),
      "seconds": .int(stretch.seconds),
    ])
  }
}
