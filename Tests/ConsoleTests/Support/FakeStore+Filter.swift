import EscalationDomain

extension FakeStore: FilterFactsStoring {
  func filterFacts(
    _ kinds: Set<FilterFacts.Kind>, of scope: ListQuery.Scope, now: Instant
  ) throws -> FilterFacts {
    let records = try records(now: now)
    return FilterFacts(records.filter { scope == .all || $0.status.isOpen == (scope == .open) }, kinds: kinds)
  }
}
