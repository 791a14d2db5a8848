import EscalationDomain

/// `retrospective --json`: the names that the verb's help documents.
public enum RetrospectiveJSON {
  public static func report(_ look: Retrospective) -> JSONValue {
    .object([
      "quarter": .text(look.quarter.description), "zone": .text(look.zone.id),
      "since": .maybe(look.window.lowerBound), "until": .maybe(look.window.upperBound),
      "closed": .int(Int64(look.counted.total + look.left)), "outcomes": MetricsJSON.outcomes(look.outcomes),
      "churned_arr": MetricsJSON.money(look.churned), "churned_without_arr": .int(Int64(look.churned.unknown)),
      "commonest_causes": .texts(look.commonestCauses),
      "causes": .list(look.rankedCauses.map { fate($0.count, "category", .text($0.name)) }),
      "without_cause": fate(look.withoutCause),
      "earlier_entry": .object([
        "recovered_more_often": .text(look.earlyRecovered.rawValue), "early": fate(look.early), "late": fate(look.late),
        "by_days_before_renewal": .list(
          look.byLeadTime.sorted { $0.key < $1.key }.map { fate($0.value, "days", .text($0.key.words)) }),
        "without_renewal": fate(look.withoutRenewal),
        "by_grade_at_opening": .list(look.byEntry.entries.map { fate($0.count, "grade", .text($0.name)) }),
      ]),
      "interventions": .list(
        look.rankedInterventions.map { fate($0.count, "intervention", .text($0.name)) }),
      "without_intervention": fate(look.withoutIntervention),
      "preventions": .list(
        look.rankedPreventions.map { entry in
          fate(entry.count.fate, "prevention", .text(entry.name)).adding([
            "churned_arr": MetricsJSON.money(entry.count.churned)
          ])
        }),
      "without_prevention": fate(look.withoutPrevention),
      "gates_overridden": .list(look.overrides.map(override)),
    ])
  }

  private static func fate(_ fate: Retrospective.Fate, _ name: String? = nil, _ value: JSONValue = .null) -> JSONValue {
    let counts: [(String, JSONValue)] = [
      ("records", .int(Int64(fate.total))), ("recovered", .int(Int64(fate.recovered))),
      ("lost", .int(Int64(fate.lost))),
      ("unknown", .int(Int64(fate.unknown))), ("recovered_percent", .maybe(fate.recovery)),
    ]
    return .object(((name.map { [($0, value)] } ?? []) + counts).map { .init(name: $0.0, value: $0.1) })
  }

  private static func override(_ override: Retrospective.Override) -> JSONValue {
    .object([
      "id": .text(override.id.text), "gate": .text(override.gate), "by": .text(override.stamp.by),
      "authority": .text(override.authority), "why": .maybe(override.stamp.why), "at": .maybe(override.stamp.at),
    ])
  }
}

extension Retrospective.LeadTime {
  /// In dates before the renewal.
  var words: String {
    switch self {
    case .over120: "over 120"
    case .from90: "90-120"
    case .from60: "60-89"
    case .from30: "30-59"
    case .under30: "0-29"
    case .afterwards: "after the renewal"
    }
  }
}
