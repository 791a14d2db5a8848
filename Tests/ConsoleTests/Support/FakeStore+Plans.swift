import EscalationDomain

extension FakeStore: PlanStoring {
  func milestones(now: Instant) throws -> [MilestoneRow] {
    try check()
    let records = try histories().compactMap {
      try Escalation.replayIfOpened($0, policies: policyBook, now: now)
    }
    return records.flatMap(MilestoneRow.rows)
  }
}
