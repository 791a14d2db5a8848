/// A milestone of an open escalation as a list of all accounts' shows it. Dropped ones are in no such list.
public struct MilestoneRow: Hashable, Sendable {
  /// What it is known by among those of all escalations.
  public struct Name: Hashable, Sendable {
    public var escalation: EscalationID
    public var milestone: String

    public init(_ escalation: EscalationID, _ milestone: String) {
      self.escalation = escalation
      self.milestone = milestone
    }
  }

  public var escalation: EscalationID
  /// What the escalation is about.
  public var subject: String
  public var account: String
  public var grade: String
  public var band: Int
  public var milestone: Milestone
  public var status: MilestoneState.Status
  /// Those that must be over before it and are not.
  public var blockedBy: [String]
  public var added: Instant
  /// When it was reached.
  public var completed: Instant?
  /// Its place in the plan, from 0.
  public var place: Int

  public init(
    escalation: EscalationID, subject: String, account: String, grade: String, band: Int, milestone: Milestone,
    status: MilestoneState.Status, blockedBy: [String], added: Instant, completed: Instant?, place: Int
  ) {
    self.escalation = escalation
    self.subject = subject
    self.account = account
    self.grade = grade
    self.band = band
    self.milestone = milestone
    self.status = status
    self.blockedBy = blockedBy
    self.added = added
    self.completed = completed
    self.place = place
  }

  public var name: Name { Name(escalation, milestone.id) }
  public var isOpen: Bool { status != .done && status != .dropped }

  /// Past the due time means after it, not at it, as for its clock.
  public func isLate(at now: Instant) -> Bool { isOpen && milestone.due.map { $0 < now } ?? false }

  /// What a record's plan brings to the list; nothing once the record has ended. O(milestones × dependencies).
  public static func rows(of record: Escalation) -> [MilestoneRow] {
    guard record.status.isOpen else { return [] }
    let plan = record.work.plan
    let grade = GradeLabel(severity: record.severity, level: record.level, stage: record.stage)?.short ?? "-"
    return plan.milestones.enumerated().compactMap { place, state in
      let status = plan.status(of: state)
      guard status != .dropped else { return nil }
      return MilestoneRow(
        escalation: record.id, subject: record.title, account: record.account.name, grade: grade, band: record.band,
        milestone: state.milestone, status: status,
        blockedBy: state.isOpen ? plan.blockers(of: state).map(\.id) : [], added: state.added.at,
        completed: state.completion?.stamp.at, place: place)
    }
  }
}

extension [MilestoneRow] {
  /// By due time, those without one last; then by severity, escalation and place in the plan. O(n log n).
  public var inDueOrder: [MilestoneRow] {
    sorted { a, b in
      let x = (a.milestone.due ?? .max, a.band)
      let y = (b.milestone.due ?? .max, b.band)
      if x != y { return x < y }
      return a.escalation == b.escalation ? a.place < b.place : a.escalation < b.escalation
    }
  }

  /// The open ones by due time, then those that are done, the last one first. O(n log n).
  public var inListOrder: [MilestoneRow] {
    filter(\.isOpen).inDueOrder
      + filter { !$0.isOpen }.sorted { a, b in
        let (x, y) = (a.completed ?? .min, b.completed ?? .min)
        if x != y { return x > y }
        return a.escalation == b.escalation ? a.place < b.place : a.escalation < b.escalation
      }
  }

  /// Plan by plan: the escalation whose open milestone is due first stands first, and its plan in its own order.
  /// O(n log n).
  public var inPlanOrder: [MilestoneRow] {
    var first: [EscalationID: Instant] = [:]
    for row in self where row.isOpen {
      let due = row.milestone.due ?? .max
      first[row.escalation] = Swift.min(first[row.escalation] ?? .max, due)
    }
    return sorted { a, b in
      if a.escalation == b.escalation { return a.place < b.place }
      // A plan of which nothing is left to do comes last.
      let x = (first[a.escalation] == nil ? 1 : 0, first[a.escalation] ?? .max, a.band)
      let y = (first[b.escalation] == nil ? 1 : 0, first[b.escalation] ?? .max, b.band)
      return x == y ? a.escalation < b.escalation : x < y
    }
  }
}
