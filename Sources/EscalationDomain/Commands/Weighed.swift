/// What a command would bring about, worked out before anybody says yes.
public struct Weighed: Hashable, Sendable {
  public var facts: [Fact]
  /// Every deadline before and after.
  public var deadlines: [DeadlineMove]
  /// What else would stand otherwise, in the order of ``Standing/allCases``.
  public var changes: [Change]

  /// What a list says of an escalation.
  public enum Standing: String, Hashable, Sendable, CaseIterable {
    case status, severity, level, stage, owner
  }

  /// One of them before and after; nil where it has none.
  public struct Change: Hashable, Sendable {
    public var what: Standing
    public var before: String?
    public var after: String?
  }
}

extension Decision {
  /// What a command would bring about, or why a rule refuses it. O(events of that escalation).
  public func weigh(_ command: Command) throws -> Weighed {
    let facts = try decide(command).map(\.fact)
    let before = try Escalation.replay(history, policies: policies, now: act.occurred)
    let after = try Escalation.replay(history.adding(trial(facts)), policies: policies, now: act.occurred)
    let changes = Weighed.Standing.allCases.compactMap { what in
      let (old, new) = (before.value(of: what), after.value(of: what))
      return old == new ? nil : Weighed.Change(what: what, before: old, after: new)
    }
    return Weighed(facts: facts, deadlines: DeadlineMove.between(before, after), changes: changes)
  }
}

extension Escalation {
  fileprivate func value(of what: Weighed.Standing) -> String? {
    switch what {
    case .status: status.rawValue
    case .severity: severity
    case .level: level
    case .stage: stage
    case .owner: owner
    }
  }
}
