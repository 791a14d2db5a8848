extension Target {
  /// What this needs to know besides its start and a calendar; empty for most.
  public var facts: Set<AccountDateOrField> {
    switch self {
    case .accountDate(let date, _): [.accountDate(date)]
    case .neededBy: [.neededBy]
    case .promised: [.promised]
    case .deadlineOf(let rule): [.rule(rule)]
    case .window(let opens, let late): opens.facts.union(late.facts)
    case .earliest(let targets): targets.reduce(into: []) { $0.formUnion($1.facts) }
    case .elapsed, .working, .businessDays, .days, .sameDay, .instant, .slots: []
    }
  }
}
