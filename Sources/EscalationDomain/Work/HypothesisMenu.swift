extension Escalation {
  /// The menu's entry for the dimension that stands lowest in the latest score that tells of dimensions.
  ///
  /// Source: PLAYBOOKS `health`: the weakest dimension suggests the likely hypothesis.
  public func likelyHypothesis(of playbook: Playbook) -> Hypothesis? {
    let scores = work.scores.values.sorted { $0.date > $1.date } + [work.trigger?.score].compactMap(\.self)
    return scores.first { !$0.dimensions.isEmpty }.flatMap(playbook.suggestedHypothesis)
  }
}

extension Decision {
  /// By when the first action of a hypothesis is due, from the act on by the account's calendar; none where the
  /// playbook gives it no time or one that waits for a fact.
  public func due(of hypothesis: Hypothesis) throws -> Instant? {
    guard let target = hypothesis.due else { return nil }
    return try due(target, Escalation.replay(history, policies: policies, now: act.occurred))
  }

  /// A target from the act on, by the calendar of the record's account; none where it waits for a fact.
  func due(_ target: Target, _ record: Escalation) throws -> Instant? {
    let policy = try policies.policy(record.edition)
    let id = policy.calendarID(
      rule: nil, account: record.account, playbook: policy.playbooks[record.playbook]?.value)
    guard let calendar = policy.calendars[id]?.value else {
      throw PolicyError.unknownCalendar(id, edition: policy.edition)
    }
    let context = TargetContext(renewal: record.account.renewal, qbr: record.account.qbr, neededBy: record.neededBy)
    return try target.due(from: act.occurred, on: calendar, context: context).deadline
  }

  /// What stating a hypothesis comes to: the statement, with what the menu, the record and its calendar know filled in,
  /// and the menu's first action as a task of its own, unless that is under way already.
  ///
  /// - Parameters:
  ///   - statement: what is left out or empty is filled in.
  ///   - addsAction: whether the first action becomes a task.
  public func stating(_ statement: HypothesisStatement, addsAction: Bool = true) throws -> [Command] {
    let record = try Escalation.replay(history, policies: policies, now: act.occurred)
    var statement = statement
    statement.owner = statement.owner?.nonEmpty ?? record.owner
    guard let id = statement.hypothesis else { return [.stateHypothesis(statement)] }
    let menu = try policy(of: record).hypotheses
    guard let entry = menu.first(where: { $0.id.lowercased() == id.lowercased() }) else {
      throw Refusal.unknownHypothesis(id, known: menu.map(\.id))
    }
    let due = try due(of: entry)
    statement.hypothesis = entry.id
    statement.cause = statement.cause.nonEmpty ?? entry.label
    statement.intervention = statement.intervention?.nonEmpty ?? entry.action
    statement.deadline = statement.deadline ?? due
    let origin = "hypothesis:\(entry.id)"
    if !addsAction || record.work.tasks.contains(where: { $0.isOpen && $0.task.origin == origin }) {
      return [.stateHypothesis(statement)]
    }
    return [
      .stateHypothesis(statement), .addTask(title: entry.action, owner: statement.owner, due: due, origin: origin),
    ]
  }
}
