import EscalationDomain
import Screen

extension Form {
  /// The fields of forms about a corrective action plan, filled with what is known of the line.
  static func planFields(_ kind: Kind, _ subject: Subject, _ part: PlanItem?, _ model: Model) -> [FormField] {
    switch kind {
    case .milestone: return newMilestone(subject, model)
    case .changeMilestone: return change(part, subject, model)
    case .shift: return shift(part, subject, model)
    case .finishMilestone:
      return [FormField(.evidence, "Evidence", hint: "optional: what shows it, a link, a figure", rows: 2)]
    case .dropMilestone: return [FormField(.reason, "Reason", hint: "why it is not pursued", required: true, rows: 2)]
    case .planText: return text(part, model)
    case .metric:
      var known: SuccessMetric?
      if case .metric(let metric) = part?.what { known = metric }
      return [
        FormField(.metric, "Metric", hint: "what shows whether it works: daily users", text: known?.name),
        FormField(.baseline, "Baseline", hint: "its value at the beginning: 40", text: known?.baseline),
        FormField(.target, "Target", hint: "the value it should have: 120", text: known?.target),
        FormField(.measured, "Now", hint: "the value it has now: 65", text: known?.now),
      ]
    case .exitCriteria:
      guard case .exitCriteria(let criteria) = part?.what else { return [] }
      return (criteria + [""]).enumerated().map { criterion($0, $1) }
    case .lookDue: return lookDue(part, model)
    case .finding:
      let choices = [
        FormField.Choice(id: "holds", name: "it holds", meaning: ""),
        FormField.Choice(id: "fails", name: "it does not hold", meaning: ""),
      ]
      return [
        FormField(.found, "Found", choices), FormField(.note, "Note", hint: "optional: what was seen", rows: 2),
      ]
    case .signOff: return [FormField(.name, "By", hint: "who signs it off for the customer", required: true)]
    default: return []
    }
  }

  private static let times = "17:00, tomorrow 9:30, fri 17:00, +4h, +1bd"

  private static func newMilestone(_ subject: Subject, _ model: Model) -> [FormField] {
    [
      FormField(.title, "Milestone", hint: "what is to be reached", required: true, rows: 2),
      FormField(.kind, "Kind", kinds(nil)),
      FormField(.owner, "Owner", hint: "optional: who brings it about", known: model.people),
      FormField(.start, "Start", time: "optional: from when on"),
      FormField(.due, "Due", time: "optional: \(times)"),
      after(nil, subject, model),
    ]
  }

  private static func change(_ part: PlanItem?, _ subject: Subject, _ model: Model) -> [FormField] {
    guard let known = part?.milestone?.milestone else { return [] }
    let start = known.start.map { "now \($0.words(in: model.viewer.zone)); a time, or none" }
    return [
      FormField(.title, "Milestone", hint: "what is to be reached", required: true, rows: 2, text: known.title),
      FormField(
        .kind, "Kind", kinds(known.kind), at: Milestone.Kind.allCases.firstIndex(of: known.kind) ?? 0),
      FormField(
        .owner, "Owner", hint: "nobody; a name", known: model.people.filter { $0 != known.owner }, text: known.owner),
      FormField(.start, "Start", time: start ?? "optional: from when on"),
      after(known, subject, model),
    ]
  }

  /// What must be over before it: any other of the plan that is open, by id or by its words.
  private static func after(_ milestone: Milestone?, _ subject: Subject, _ model: Model) -> FormField {
    let all = model.records[subject.id]?.escalation.work.plan.milestones ?? []
    let known = all.filter { $0.isOpen && $0.id != milestone?.id }.map { "\($0.id) \($0.milestone.title)" }
    return FormField(
      .after, "After", hint: "optional: what must be over first, like M1, M2", known: known,
      text: milestone?.after.joined(separator: ", ")
    ).naming(.id)
  }

  private static func kinds(_ present: Milestone.Kind?) -> [FormField.Choice] {
    Milestone.Kind.allCases.map { kind in
      FormField.Choice(id: kind.rawValue, name: "", meaning: kind.meaning, isPresent: kind == present)
    }
  }

  private static func shift(_ part: PlanItem?, _ subject: Subject, _ model: Model) -> [FormField] {
    guard let known = part?.milestone else { return [] }
    let now = known.milestone.due?.words(in: model.viewer.zone) ?? "no fixed time"
    let waiting = model.records[subject.id]?.escalation.work.plan.dependents(of: known.id) ?? []
    var fields = [FormField(.by, "Due", time: "now \(now); a time, or none", required: true)]
    if !waiting.isEmpty {
      let ids = waiting.map(\.id).joined(separator: ", ")
      let choices = [
        FormField.Choice(id: withDependents, name: "with what depends on it", meaning: "\(ids), by as many days"),
        FormField.Choice(id: "alone", name: "alone", meaning: "\(ids) stay where they are"),
      ]
      fields.append(FormField(.along, "Moves", choices))
    }
    return fields + [FormField(.reason, "Reason", hint: "optional: why it moves")]
  }

  static let withDependents = "with"

  private static func text(_ part: PlanItem?, _ model: Model) -> [FormField] {
    guard case .text(let part, let known) = part?.what else { return [] }
    if part == .verifier {
      let others = model.people.filter { $0 != known }
      return [FormField(.text, part.label, hint: part.hint, known: others, text: known)]
    }
    // A root cause can be put better and not be taken back.
    return [
      FormField(.text, part.label, hint: part.hint, required: part == .rootCause, rows: 4, text: known)
    ]
  }

  private static func lookDue(_ part: PlanItem?, _ model: Model) -> [FormField] {
    guard case .look(_, let due, _) = part?.what else { return [] }
    let now = due.map { "now \($0.words(in: model.viewer.zone)); a time, or none" } ?? times
    return [FormField(.by, "By", time: now, required: true)]
  }

  private static func criterion(_ index: Int, _ text: String) -> FormField {
    FormField(
      .criterion(index), "Exit \(index + 1)", hint: index == 0 ? "what must be so for the end, one a line" : "one more",
      text: text)
  }

  /// Lines up to the one of that id, for what somebody else added.
  mutating func growCriteria(to id: FormField.ID) {
    guard case .criterion(let wanted) = id, case .criterion(let last) = fields.last?.id, last < wanted else { return }
    fields += (last + 1...wanted).map { Form.criterion($0, "") }
  }

  /// A line for one more criterion follows the last one.
  mutating func followCriteria() {
    guard case .criterion(let last) = fields.last?.id, fields.last?.text.nonEmpty != nil else { return }
    fields.append(Form.criterion(last + 1, ""))
  }
}

extension Milestone.Kind {
  fileprivate var meaning: String {
    switch self {
    case .corrective: "mends what is broken"
    case .preventive: "keeps it from coming back"
    case .detective: "shows it sooner when it does"
    }
  }
}
