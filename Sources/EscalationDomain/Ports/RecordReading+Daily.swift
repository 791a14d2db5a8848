extension RecordReading {
  /// What the room must do today. The cost grows with what is open, not with all history.
  public func dailyChecklist(now: Instant) throws -> DailyChecklist {
    var groups: [DailyChecklist.Group] = []
    try eachHistory(inRoom: now..<now + 1, with: [], now: now) { history, policies in
      guard let record = try Escalation.replayIfOpened(history, policies: policies, now: now) else { return }
      let policy = policies.editions[record.edition] ?? policies.current
      if let group = DailyChecklist.Group(record, history, policy: policy, now: now) { groups.append(group) }
    }
    return DailyChecklist(groups, now: now)
  }

  /// A handover at `now` to a shift that ends at `until`. The cost grows with what is open, not with all history.
  public func brief(until: Instant, policies: PolicyBook, now: Instant) throws -> Brief {
    var records: [Escalation] = []
    try eachRecord(inRoom: now + -AgendaReason.afterlife..<now + 1, with: [], now: now) { records.append($0) }
    return Brief(records, policies: policies, until: until, now: now)
  }
}
