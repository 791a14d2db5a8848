/// What a console and the commands ask of a store about the register of every risk and escalation. See
/// ``EscalationStoring``.
public protocol RegisterStoring: Sendable {
  /// The first rows of a query, and how many there are.
  ///
  /// Looks through every row that the query's scope may hold, a piece at a time so that writers get their turn, and
  /// holds on to no more than are wanted: what is asked for while it runs waits for it, so it is never called on a
  /// drawing thread.
  /// - Parameter limit: how many are wanted; none means all.
  func registerPage(_ query: RegisterQuery, atMost limit: Int?, now: Instant) throws -> RegisterPage
}

extension RiskReading where Self: EscalationStoring & TeamStoring {
  /// The zone in which an account lives, by which the dates of its risks count.
  public func zone(ofAccount name: String, now: Instant) throws -> Zone {
    let facts = try account(name) ?? AccountFacts(name: name)
    return try policies().current.zone(of: facts, playbook: team(now: now).playbook(for: facts))
  }
}
