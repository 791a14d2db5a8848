/// What a console asks of a store about the plans of all accounts. See ``EscalationStoring``.
public protocol PlanStoring: Sendable {
  /// The milestones of open escalations, those that were dropped left out, in no order. At or after the last event this
  /// reads indexed columns only, and its cost does not grow with history.
  func milestones(now: Instant) throws -> [MilestoneRow]
}
