import EscalationDomain

/// What is done about an escalation and what is still asked: `checklist[]`, `gates[]`, `obligations[]` and the rest.
extension EscalationJSON {
  static func work(_ record: Escalation, policy: Policy, now: Instant) -> [JSONValue.Member] {
    let view = WorkView(record, policy: policy, now: now)
    return [
      .init(name: "checklist", value: checklist(view)), .init(name: "gates", value: gates(view.gates)),
      .init(name: "obligations", value: obligations(view)), .init(name: "tasks", value: tasks(record)),
      .init(name: "hypotheses", value: hypotheses(record)),
      .init(name: "likely_hypothesis", value: .maybe(view.likelyHypothesis?.id)),
      .init(name: "paths", value: paths(view)), .init(name: "roles", value: roles(record, view)),
      .init(name: "customer_confirmed", value: confirmation(record)),
      .init(name: "steps", value: steps(record, view)),
    ]
  }

  /// `checklist list --json`: every item that is asked for now.
  public static func checklist(_ view: WorkView) -> JSONValue {
    .list(
      view.items.map { list, item in
        let answer: (state: String, stamp: Work.Stamp?) =
          switch item.answer {
          case .open: ("open", nil)
          case .done(let stamp): ("done", stamp)
          case .notNeeded(let stamp): ("not-needed", stamp)
          case .carriedOver(let stamp): ("carried-over", stamp)
          }
        return .object([
          "checklist": .text(list.id), "checklist_label": .text(list.label), "when": .text(list.when.rawValue),
          "step": .maybe(list.step), "item": .text(item.item.id), "label": .text(item.item.label),
          "need": .text(item.need.rawValue), "state": .text(answer.state),
        ]).adding(stamp(answer.stamp))
      })
  }

  /// `gate list --json`, and what `close --json` answers where a gate is open.
  public static func gates(_ gates: [GateState]) -> JSONValue {
    .list(
      gates.map { gate in
        var authority: String?
        var missing: JSONValue = .null
        let state: (name: String, stamp: Work.Stamp?)
        switch gate.state {
        case .satisfied: state = ("satisfied", nil)
        case .open(let lack): (state, missing) = (("open", nil), self.missing(lack))
        case .overridden(let stamp, let override): (state, authority) = (("overridden", stamp), override.authority)
        case .notNeeded(let stamp): state = ("not-needed", stamp)
        }
        return .object([
          "id": .text(gate.id), "label": .text(gate.label), "need": .text(gate.need.rawValue),
          "state": .text(state.name), "missing": missing, "overridden_by": .texts(gate.overriddenBy),
          "added": .bool(gate.isAdded), "as": .maybe(authority),
        ]).adding(stamp(state.stamp))
      })
  }

  /// `notify list --json`: the matrix, with proof.
  public static func obligations(_ view: WorkView) -> JSONValue {
    .list(
      view.obligations.map { obligation in
        var note: String?
        let state: (name: String, stamp: Work.Stamp?)
        switch obligation.state {
        case .open: state = ("open", nil)
        case .told(let stamp, let said): (state, note) = (("told", stamp), said)
        case .notNeeded(let stamp): state = ("not-needed", stamp)
        }
        return .object([
          "stakeholder": .text(obligation.stakeholder), "channel": .maybe(obligation.channel),
          "state": .text(state.name), "due": .maybe(obligation.state == .open ? view.noticeClock?.deadline : nil),
          "via": .maybe(obligation.channel ?? obligation.via), "note": .maybe(note),
        ]).adding(stamp(state.stamp))
      })
  }

  public static func tasks(_ record: Escalation) -> JSONValue {
    .list(
      record.work.tasks.map { state in
        var note: String?
        let condition: (name: String, stamp: Work.Stamp?)
        switch state.condition {
        case .open: condition = ("open", nil)
        case .done(let stamp, let said): (condition, note) = (("done", stamp), said)
        case .dropped(let stamp): condition = ("dropped", stamp)
        }
        return .object([
          "id": .text(state.task.id), "title": .text(state.task.title), "owner": .maybe(state.task.owner),
          "due": .maybe(state.task.due), "origin": .maybe(state.task.origin), "state": .text(condition.name),
          "added": .maybe(state.added.at), "added_by": .text(state.added.by), "note": .maybe(note),
        ]).adding(stamp(condition.stamp))
      })
  }

  /// Oldest first; the last one holds.
  public static func hypotheses(_ record: Escalation) -> JSONValue {
    .list(
      record.work.hypotheses.map { stated in
        .object([
          "hypothesis": .maybe(stated.value.hypothesis), "cause": .text(stated.value.cause),
          "intervention": .maybe(stated.value.intervention), "owner": .maybe(stated.value.owner),
          "deadline": .maybe(stated.value.deadline), "success": .maybe(stated.value.success),
          "competitor": .maybe(stated.value.competitor),
        ]).adding(stamp(stated.stamp))
      })
  }

  public static func paths(_ view: WorkView) -> JSONValue {
    .list(
      view.paths.map { state in
        var (since, note): (Instant?, String?)
        var to = state.path.to
        let condition: (name: String, stamp: Work.Stamp?)
        switch state.state {
        case .quiet: condition = ("quiet", nil)
        case .called(let at): (condition, since) = (("called", nil), at)
        case .raised(let stamp, let brought, let said): (condition, to, note) = (("raised", stamp), brought, said)
        }
        return .object([
          "id": .text(state.path.id), "label": .text(state.path.label), "clock": .maybe(state.path.clock),
          "to": .texts(to), "state": .text(condition.name), "called_since": .maybe(since),
          "called_by": .maybe(state.noticed?.stamp.by), "note": .maybe(note ?? state.noticed?.value.note),
        ]).adding(stamp(condition.stamp))
      })
  }

  // MARK: Parts

  /// The playbook's roles, each with who plays it.
  private static func roles(_ record: Escalation, _ view: WorkView) -> JSONValue {
    let known = view.playbook.room.roles
    let more = record.work.roles.keys.filter { !known.contains($0) }.sorted()
    return .object(
      (known + more).map { JSONValue.Member(name: $0.snakeCase, value: .maybe(record.work.roles[$0])) })
  }

  private static func steps(_ record: Escalation, _ view: WorkView) -> JSONValue {
    .list(
      view.playbook.process.map { step in
        let done = record.work.steps[step.id]
        return .object([
          "id": .text(step.id), "label": .text(step.label), "group": .maybe(step.group),
          "accountable": .maybe(step.accountable), "responsible": .texts(step.responsible),
          "consulted": .texts(step.consulted), "informed": .texts(step.informed),
          "state": .text(done == nil ? "open" : "done"),
        ]).adding(stamp(done))
      })
  }

  private static func confirmation(_ record: Escalation) -> JSONValue {
    guard let confirmed = record.work.customerConfirmed else { return .null }
    return .object(["note": .maybe(confirmed.value)]).adding(stamp(confirmed.stamp))
  }

  /// What would satisfy a gate: a kind, a sentence, and the figures or items that it has.
  private static func missing(_ missing: GateState.Missing) -> JSONValue {
    var (has, needs, step): (Int?, Int?, String?)
    var lists: [GateState.Missing.OpenItems] = []
    let kind: String
    switch missing {
    case .rootCause: kind = "root-cause"
    case .prevention(let count, let asked): (kind, has, needs) = ("prevention", count, asked)
    case .customerConfirmation: kind = "customer-confirmed"
    case .decisions(let open): (kind, lists) = ("checklists-decided", open)
    case .healthStreak(let count, let asked): (kind, has, needs) = ("health-streak", count, asked)
    case .step(let id, _): (kind, step) = ("step", id)
    }
    return .object([
      "kind": .text(kind), "text": .text(missing.sentence), "has": .maybe(has.map(Int64.init)),
      "needs": .maybe(needs.map(Int64.init)), "step": .maybe(step),
      "checklists": .list(
        lists.map { list in
          .object([
            "checklist": .text(list.checklist), "open": .texts(list.labels),
            "once_resolved": .bool(list.awaitsResolution),
          ])
        }),
    ])
  }

  private static func stamp(_ stamp: Work.Stamp?) -> KeyValuePairs<String, JSONValue> {
    ["by": .maybe(stamp?.by), "at": .maybe(stamp?.at), "reason": .maybe(stamp?.why)]
  }
}
