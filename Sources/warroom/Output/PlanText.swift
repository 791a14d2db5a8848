import EscalationDomain

/// A corrective action plan in words.
struct PlanText {
  let record: Escalation
  let now: Instant
  let zone: Zone

  static let header = ["  status", "id", "milestone", "kind", "owner", "due", "after", ""]

  private var plan: Plan { record.work.plan }

  /// The root cause alone is no plan.
  var isEmpty: Bool { plan.isEmpty }

  func print() {
    Output.table(facts.map { ["  \($0.0)", $0.1] })
    if !milestones.isEmpty { Output.table(milestones, header: PlanText.header) }
  }

  var facts: [(String, String)] {
    var facts: [(String, String)] = []
    func add(_ name: String, _ text: String?) { if let text { facts.append((name, text)) } }
    add("problem", plan.problem)
    add("root cause", record.resolution?.rootCause)
    add("outcome", plan.outcome)
    add("metric", plan.metric?.sentence)
    for criterion in plan.exitCriteria { add("exit", criterion) }
    add("verifier", plan.verifier)
    for look in PlanLook.allCases {
      if let finding = plan.findings[look] {
        let what = finding.value.holds ? "it holds" : "it does not hold"
        let stamp = "\(finding.stamp.by), \(finding.stamp.at.words(in: zone))"
        add(look.rawValue, "\(what), \(stamp)" + (finding.value.note.map { ": \($0)" } ?? ""))
      } else {
        add(look.rawValue, plan.looks[look].map { "due \($0.words(in: zone))" })
      }
    }
    add("signed off", plan.signedOff.map { "\($0.value), \($0.stamp.at.words(in: zone))" })
    let (done, all) = plan.progress
    if all > 0 { add("progress", "\(done) of \(all) milestones") }
    return facts
  }

  var milestones: [[String]] {
    plan.milestones.map { state in
      let milestone = state.milestone
      let status = state.isLate(at: now) ? "late" : plan.status(of: state).rawValue
      return [
        "  \(status)", state.id, milestone.title,
        milestone.kind.rawValue,
        milestone.owner ?? "nobody", milestone.due?.words(in: zone) ?? "-",
        milestone.after.isEmpty ? "-" : milestone.after.joined(separator: ", "), detail(state),
      ]
    }
  }

  private func detail(_ state: MilestoneState) -> String {
    switch state.condition {
    case .open: ""
    case .started(let stamp): "since \(stamp.at.words(in: zone))"
    case .done(let stamp, let evidence):
      "\(stamp.by), \(stamp.at.words(in: zone))" + (evidence.map { ": \($0)" } ?? "")
    case .dropped(let stamp):
      "\(stamp.by), \(stamp.at.words(in: zone))" + (stamp.why.map { ": \($0)" } ?? "")
    }
  }
}
