import EscalationDomain
import Screen

extension Form {
  /// What a person types for no fixed time.
  static let noTime = "none"

  /// The milestones that a text names, by their ids.
  static func ids(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
  }

  /// What is wrong with the fields of a form about the plan, beyond what is wrong in any form.
  func planProblems(_ reading: Reading) -> [FormField.ID: String] {
    var problems: [FormField.ID: String] = [:]
    if let start = time(.start, reading), let due = time(.due, reading) ?? dueKept, start > due {
      let refusal = Refusal.startAfterDue(start: start, due: due)
      problems[.start] = refusal.sentence(zone: reading.zone)
    }
    if let refusal = wrongAfter(reading.plan) { problems[.after] = refusal.sentence(zone: reading.zone) }
    if kind == .shift, let milestone = part?.milestone?.milestone, time(.by, reading) == milestone.due {
      problems[.by] = milestone.due == nil ? "has no due time already" : "is due then already"
    }
    return problems
  }

  /// When the milestone is due, where the form leaves that as it is.
  private var dueKept: Instant? { kind == .changeMilestone ? part?.milestone?.milestone.due : nil }

  private func wrongAfter(_ plan: Plan) -> Refusal? {
    let known = plan.milestones.map(\.id)
    var ids: [String] = []
    for typed in Form.ids(text(.after)) {
      guard let id = known.first(where: { $0.lowercased() == typed.lowercased() }) else {
        return .unknownMilestone(typed, known: known)
      }
      ids.append(id)
    }
    guard kind == .changeMilestone, let own = part?.milestone?.id else { return nil }
    return plan.circle(through: own, after: ids).map { .circle($0) }
  }

  /// What the milestones are called that are typed.
  func afterRemark(_ plan: Plan) -> String? {
    let typed = Form.ids(text(.after)).map { $0.lowercased() }
    let named = plan.milestones.filter { typed.contains($0.id.lowercased()) }
    if named.isEmpty { return nil }
    // All of them must leave room for the form.
    return named.map { "\($0.id) \(Fit.truncated($0.milestone.title, to: 24))" }.joined(separator: " · ")
  }

  private func time(_ id: FormField.ID, _ reading: Reading) -> Instant? {
    (try? Form.instant(text(id), reading, in: id)) ?? nil
  }

  /// The shift that the fields ask for.
  func planShift(_ reading: Reading) -> PlanShift? {
    guard kind == .shift, let id = part?.milestone?.id else { return nil }
    let isAlone = fields.contains { $0.id == .along && $0.text != Form.withDependents }
    return PlanShift(milestone: id, due: time(.by, reading), withDependents: !isAlone)
  }

  /// The acts that the fields ask for, in their order; they must have been checked.
  func planCommands(_ reading: Reading) -> [Command] {
    func optional(_ id: FormField.ID) -> String? { text(id).nonEmpty }
    switch kind {
    case .milestone:
      return [
        .plan(
          .add(
            MilestonePlan(
              title: text(.title), kind: Milestone.Kind(rawValue: text(.kind)) ?? .corrective,
              owner: optional(.owner), start: time(.start, reading), due: time(.due, reading),
              after: Form.ids(text(.after)))))
      ]
    case .changeMilestone: return changes(reading)
    case .shift:
      // The time that was looked at is the time that is meant: “+1d” counts from the look.
      guard case .reviewing(.shift(let review)) = phase else { return [] }
      let asked = review.asked
      return [
        .plan(
          .shift(
            asked.milestone, due: asked.due, withDependents: asked.withDependents, reason: optional(.reason)))
      ]
    case .finishMilestone:
      return part?.milestone.map { [.plan(.finish($0.id, evidence: optional(.evidence)))] } ?? []
    case .dropMilestone: return part?.milestone.map { [.plan(.drop($0.id, reason: text(.reason)))] } ?? []
    case .lookDue:
      guard case .look(let look, _, _) = part?.what else { return [] }
      return [.plan(.setLook(look, due: time(.by, reading)))]
    case .finding:
      guard case .look(let look, _, _) = part?.what else { return [] }
      return [.plan(.look(PlanFinding(look: look, holds: text(.found) == "holds", note: optional(.note))))]
    case .signOff: return [.plan(.signOff(by: text(.name)))]
    case .outline: return [.plan(.addOutline)]
    default: return [.plan(written)]
    }
  }

  /// Only what was changed is written: what somebody else changes meanwhile stays.
  private func changes(_ reading: Reading) -> [Command] {
    guard let known = part?.milestone?.milestone else { return [] }
    var change = MilestoneChange()
    if text(.title) != known.title { change.title = text(.title) }
    if text(.kind) != known.kind.rawValue { change.kind = Milestone.Kind(rawValue: text(.kind)) }
    if text(.owner).nonEmpty != known.owner { change.owner = text(.owner) }
    let after = Form.ids(text(.after))
    if after.map({ $0.lowercased() }) != known.after.map({ $0.lowercased() }) { change.after = after }
    var commands: [Command] = []
    let typed = text(.start).nonEmpty
    if typed != nil, time(.start, reading) != known.start {
      commands.append(.plan(.setStart(known.id, time(.start, reading))))
    }
    if change != MilestoneChange() || commands.isEmpty { commands.insert(.plan(.change(known.id, change)), at: 0) }
    return commands
  }

  private var written: PlanCommand {
    var change = PlanChange()
    switch part?.what {
    case .text(.problem, _): change.problem = text(.text)
    case .text(.outcome, _): change.outcome = text(.text)
    case .text(.verifier, _): change.verifier = text(.text)
    case .text(.rootCause, _): return .write(change, rootCause: text(.text))
    case .metric(let known):
      func changed(_ id: FormField.ID, _ old: String?) -> String? { text(id).nonEmpty == old ? nil : text(id) }
      change.metric = SuccessMetric(
        name: changed(.metric, known?.name), baseline: changed(.baseline, known?.baseline),
        target: changed(.target, known?.target), now: changed(.measured, known?.now))
    default:
      change.exitCriteria = fields.compactMap { field in
        if case .criterion = field.id { field.text.nonEmpty } else { nil }
      }
    }
    return .write(change, rootCause: nil)
  }
}
