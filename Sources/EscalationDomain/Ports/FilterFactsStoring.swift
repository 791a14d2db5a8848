/// What a filter may ask about escalations that their rows do not say.
public protocol FilterFactsStoring: Sendable {
  /// Of the escalations in a scope, as of `now`; only the kinds that are asked for are read. The cost of clocks is that of
  /// all open ones; that of tags, the openings and amendments in the logs of those escalations.
  func filterFacts(
    _ kinds: Set<FilterFacts.Kind>, of scope: ListQuery.Scope, now: Instant
  ) throws -> FilterFacts
}
