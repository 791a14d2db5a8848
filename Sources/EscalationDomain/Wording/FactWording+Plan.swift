extension Fact {
  /// The corrective action plan, as the timeline says it.
  func planSentence(zone: Zone) -> String {
    switch self {
    case .planWritten(let change): change.sentence
    case .planLookSet(let look, let due):
      "\(look.label): \(due.map { "by \($0.words(in: zone))" } ?? "at no fixed time")"
    case .planLooked(let finding): finding.sentence
    case .planSignedOff(let customer): "\(customer) signed the plan off"
    case .milestoneAdded(let milestone):
      "milestone \(milestone.id): \(milestone.title) · \(milestone.kind.rawValue)"
        + (milestone.owner.map { " · \($0)" } ?? "") + (milestone.due.map { " · due \($0.words(in: zone))" } ?? "")
        + (milestone.after.isEmpty ? "" : " · after \(milestone.after.joined(separator: ", "))")
    case .milestoneChanged(let id, let change): "milestone \(id): \(change.sentence)"
    case .milestonesShifted(let shifts):
      shifts.map { "milestone \($0.id) is due \($0.due?.words(in: zone) ?? "at no fixed time")" }
        .joined(separator: "; ")
    case .milestonesOrdered(let order): "milestones in the order \(order.joined(separator: ", "))"
    case .milestoneStarted(let id): "milestone \(id) under way"
    case .milestoneDone(let id, let evidence): "milestone \(id) done" + Fact.tail(evidence)
    case .milestoneDropped(let id): "milestone \(id) dropped"
    case .milestoneReopened(let id): "milestone \(id) open again"
    default: ""
    }
  }
}

extension Fact {
  /// Every text of the plan that came from a person.
  var planTexts: [String] {
    switch self {
    case .planWritten(let c):
      [c.problem, c.outcome, c.verifier, c.metric?.name, c.metric?.baseline, c.metric?.target, c.metric?.now]
        .compactMap(\.self) + (c.exitCriteria ?? [])
    case .planLooked(let finding): [finding.note].compactMap(\.self)
    case .planSignedOff(let customer): [customer]
    case .milestoneAdded(let milestone): [milestone.title, milestone.owner].compactMap(\.self)
    case .milestoneChanged(_, let change): [change.title, change.owner].compactMap(\.self)
    case .milestoneDone(_, let evidence): [evidence].compactMap(\.self)
    default: []
    }
  }
}

extension PlanChange {
  fileprivate var sentence: String {
    func part(_ name: String, _ text: String?) -> String? { text.map { "\(name): \($0.nonEmpty ?? "none")" } }
    let parts = [
      part("problem", problem), part("outcome", outcome), metric.map { "metric: \($0.sentence)" },
      exitCriteria.map { "exit criteria: \($0.isEmpty ? "none" : $0.joined(separator: "; "))" },
      part("verified by", verifier),
    ]
    return "plan · " + parts.compactMap(\.self).joined(separator: " · ")
  }
}

extension SuccessMetric {
  /// `daily users, from 40 to 120, now 65`.
  public var sentence: String {
    var parts = [name?.nonEmpty].compactMap(\.self)
    let way = [baseline?.nonEmpty.map { "from \($0)" }, target?.nonEmpty.map { "to \($0)" }].compactMap(\.self)
    if !way.isEmpty { parts.append(way.joined(separator: " ")) }
    if let now = now?.nonEmpty { parts.append("now \(now)") }
    return parts.joined(separator: ", ")
  }
}

extension PlanFinding {
  fileprivate var sentence: String {
    "\(look.label): \(holds ? "it holds" : "it does not hold")" + Fact.tail(note)
  }
}

extension MilestoneChange {
  fileprivate var sentence: String {
    [
      title.map { "now “\($0)”" }, kind.map(\.rawValue), owner.map { "owner \($0.nonEmpty ?? "nobody")" },
      after.map { $0.isEmpty ? "after nothing" : "after \($0.joined(separator: ", "))" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}
