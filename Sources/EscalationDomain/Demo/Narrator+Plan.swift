/// The words for a corrective action plan.
extension Narrator {
  func charted(
    _ ago: Span, problem: String, outcome: String, metric: String, from baseline: String, to target: String,
    now: String? = nil, until exit: String..., by verifier: Teammate
  ) -> [Beat] {
    let change = PlanChange(
      problem: problem, outcome: outcome,
      metric: SuccessMetric(name: metric, baseline: baseline, target: target, now: now), exitCriteria: exit,
      verifier: verifier.rawValue)
    return beat(ago, .plan(.write(change, rootCause: nil)), nil)
  }

  /// The playbook's outline as milestones.
  func outlined(_ ago: Span) -> [Beat] { beat(ago, .plan(.addOutline), nil) }

  /// - Parameters:
  ///   - start: how long from now it begins, and `due`: how long from now it is due; negative where that has gone by.
  ///   - after: what must be over before it.
  func milestone(
    _ ago: Span, _ title: String, _ owner: Teammate?, from start: Span? = nil, due: Span?,
    kind: Milestone.Kind = .corrective, after: String...
  ) -> [Beat] {
    let plan = MilestonePlan(
      title: title, kind: kind, owner: owner?.rawValue, start: start.map { now + $0.seconds },
      due: due.map { now + $0.seconds }, after: after)
    return beat(ago, .plan(.add(plan)), nil)
  }

  func taken(_ ago: Span, _ milestone: String, by owner: Teammate) -> [Beat] {
    beat(ago, .plan(.change(milestone, MilestoneChange(owner: owner.rawValue))), nil)
      + beat(ago, .plan(.start(milestone)), nil)
  }

  func reached(_ ago: Span, _ milestone: String, _ evidence: String? = nil) -> [Beat] {
    beat(ago, .plan(.finish(milestone, evidence: evidence)), nil)
  }

  func dropped(_ ago: Span, _ milestone: String, _ reason: String) -> [Beat] {
    beat(ago, .plan(.drop(milestone, reason: reason)), nil)
  }
}
