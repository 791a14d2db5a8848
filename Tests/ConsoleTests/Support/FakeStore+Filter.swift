import EscalationDomain

extension FakeStore: FilterFactsStoring {
  func filterFacts(
    _ kinds: Set<FilterFacts.Kind>, of scope: ListQuery.Scope, now: Instant
  ) throws -> FilterFacts {
    try check()
    let records = try histories().compactMap {
      try Escalation.replayIfOpened($0, policies: policyBook, now: now)
    }
    return FilterFacts(records.filter { scope == .all || $0.status.isOpen == (scope == .open) }, kinds: kinds)
  }
}
