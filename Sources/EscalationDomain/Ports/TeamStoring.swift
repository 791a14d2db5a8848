/// What the commands ask of a store about the team. See ``EscalationStoring``.
public protocol TeamStoring: Sendable {
  /// The team as of `now`. O(entries).
  func team(now: Instant) throws -> Team
  /// Writes a fact down about a playbook's team, checked, in one transaction.
  func write(_ fact: TeamFact, of playbook: String, why: String?, act: Act) throws -> Team
}
