/// What a newly installed policy means for an escalation that is open (CLOCKS, Policy lives in the store).
public enum PolicyChange {
  public struct Adoption: Hashable, Sendable {
    public var occurred: Instant
    public var fact: PolicyAdoption
    /// Every open deadline before and after; those that stay are left out.
    public var moves: [DeadlineMove]
  }

  /// The step to the newest edition, or nil where none of the changed texts concerns this escalation.
  ///
  /// - Parameter texts: the ids of the playbooks and calendars that changed.
  public static func adoption(
    _ history: History, policies: PolicyBook, texts: [String], now: Instant
  ) throws -> Adoption? {
    let edition = policies.current.edition
    guard let before = try Escalation.replayIfOpened(history, policies: policies, now: now),
      before.ended == nil || !before.openClocks.isEmpty, before.edition < edition,
      concerns(before, texts, policies.current)
    else { return nil }
    let trial = Event(
      sequence: .max, escalation: before.id, occurred: now, recorded: now, actor: Draft.clockActor, source: .derived,
      fact: .policyAdopted(PolicyAdoption(edition: edition, moves: [])))
    let after = try Escalation.replay(history.adding([trial]), policies: policies, now: now)
    let moves = DeadlineMove.between(before, after).filter(\.moves)
    let logged = moves.filter { $0.before.deadline != $0.after.deadline }.map { move in
      PolicyAdoption.Move(
        rule: move.rule, cycle: (after.clock(move.rule) ?? before.clock(move.rule))?.cycle ?? 1,
        from: move.before.deadline, to: move.after.deadline)
    }
    return Adoption(occurred: now, fact: PolicyAdoption(edition: edition, moves: logged), moves: moves)
  }

  private static func concerns(_ record: Escalation, _ texts: [String], _ policy: Policy) -> Bool {
    if texts.contains(record.playbook) { return true }
    if record.openClocks.contains(where: { texts.contains($0.calendar) }) { return true }
    let own = policy.calendarID(
      rule: nil, account: record.account, playbook: policy.playbooks[record.playbook]?.value)
    return texts.contains(own)
  }
}
