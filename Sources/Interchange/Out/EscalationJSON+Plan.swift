import EscalationDomain

/// The corrective action plan: `cap{…, milestones[]}`.
extension EscalationJSON {
  /// `cap show --json`.
  public static func cap(_ record: Escalation, now: Instant) -> JSONValue {
    let plan = record.work.plan
    let progress = plan.progress
    return .object([
      "problem": .maybe(plan.problem), "root_cause": .maybe(record.resolution?.rootCause),
      "outcome": .maybe(plan.outcome),
      "metric": plan.metric.map {
        .object([
          "name": .maybe($0.name), "baseline": .maybe($0.baseline), "target": .maybe($0.target), "now": .maybe($0.now),
        ])
      } ?? .null,
      "exit_criteria": .texts(plan.exitCriteria), "verifier": .maybe(plan.verifier),
      "verification": look(.verification, plan), "review": look(.review, plan),
      "signed_off": plan.signedOff.map {
        .object(["name": .text($0.value), "by": .text($0.stamp.by), "at": .maybe($0.stamp.at)])
      } ?? .null,
      "done": .int(Int64(progress.done)), "of": .int(Int64(progress.of)), "next": .maybe(plan.next?.id),
      "milestones": milestones(record, now: now),
    ])
  }

  /// `milestone list --json`, in the order that people gave them.
  public static func milestones(_ record: Escalation, now: Instant) -> JSONValue {
    let plan = record.work.plan
    return .list(
      plan.milestones.map { state in
        let milestone = state.milestone
        return .object([
          "id": .text(state.id), "title": .text(milestone.title), "kind": .text(milestone.kind.rawValue),
          "owner": .maybe(milestone.owner), "start": .maybe(milestone.start), "due": .maybe(milestone.due),
          "status": .text(plan.status(of: state).rawValue),
          "late": .bool(state.isLate(at: now)),
          "depends_on": .texts(milestone.after), "blocked_by": .texts(plan.blockers(of: state).map(\.id)),
          "evidence": .maybe(state.completion?.evidence), "completed": .maybe(state.completion?.stamp.at),
        ])
      })
  }

  /// An element of `milestone shift --dry-run --json`.
  public static func shift(_ shift: MilestoneShift, in plan: Plan) -> JSONValue {
    let old = plan.milestone(shift.id)?.milestone
    func times(_ start: Instant?, _ due: Instant?) -> JSONValue {
      .object(["start": .maybe(start), "due": .maybe(due)])
    }
    return .object([
      "id": .text(shift.id), "title": .maybe(old?.title), "before": times(old?.start, old?.due),
      "after": times(shift.start, shift.due),
    ])
  }

  private static func look(_ look: PlanLook, _ plan: Plan) -> JSONValue {
    let finding = plan.findings[look]
    return .object([
      "due": .maybe(plan.looks[look]), "holds": finding.map { .bool($0.value.holds) } ?? .null,
      "note": .maybe(finding?.value.note), "by": .maybe(finding?.stamp.by), "at": .maybe(finding?.stamp.at),
    ])
  }
}
