/// How far an escalation's plan has come, as a row of the board tells it.
public struct PlanProgress: Hashable, Sendable {
  /// Reached, and all that were not dropped.
  public var done: Int
  public var of: Int
  /// The open milestone that is due first; none where nothing is left to do.
  public var next: Next?

  public struct Next: Hashable, Sendable {
    public var id: String
    public var title: String
    public var owner: String?
    public var due: Instant?

    public init(id: String, title: String, owner: String?, due: Instant?) {
      self.id = id
      self.title = title
      self.owner = owner
      self.due = due
    }

    /// Past the due time means after it, not at it, as for its clock.
    public func isLate(at now: Instant) -> Bool { due.map { $0 < now } ?? false }
  }

  public init(done: Int, of: Int, next: Next?) {
    self.done = done
    self.of = of
    self.next = next
  }

  /// Nil where the plan has no milestones.
  public init?(_ plan: Plan) {
    let (done, of) = plan.progress
    guard of > 0 else { return nil }
    let next = plan.next?.milestone
    self.init(
      done: done, of: of, next: next.map { Next(id: $0.id, title: $0.title, owner: $0.owner, due: $0.due) })
  }
}
