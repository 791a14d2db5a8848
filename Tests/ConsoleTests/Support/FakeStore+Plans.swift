import EscalationDomain

extension FakeStore: PlanStoring {
  func milestones(now: Instant) throws -> [MilestoneRow] {
    try records(now: now).flatMap(MilestoneRow.rows)
  }
}
