import EscalationDomain

extension Form {
  /// The fields of forms about what is asked of a record and about closing it.
  static func workFields(_ kind: Kind, _ subject: Subject, _ item: WorkItem?, _ model: Model) -> [FormField] {
    let playbook = model.playbook(of: subject)
    switch kind {
    case .task:
      return [
        FormField(.title, "Task", hint: "what is to be done", required: true, rows: 2),
        FormField(.owner, "Owner", hint: "optional: who does it", known: model.people),
        FormField(.due, "Due", time: "optional: 17:00, tomorrow 9:30, fri 17:00, +4h, +1bd"),
      ]
    case .hypothesis: return hypothesis(playbook, subject, model)
    case .confirmed: return [FormField(.note, "Note", hint: "optional: what the customer said", rows: 2)]
    case .findings:
      return [
        FormField(.rootCause, "Root cause", hint: "what was behind it", rows: 2),
        FormField(.prevention, "Prevention", hint: "what keeps it from happening again", rows: 2),
      ]
    case .role:
      let roles = playbook?.room.roles ?? []
      var present = 0
      if case .role(let role, _) = item?.what { present = roles.firstIndex(of: role) ?? 0 }
      return [
        FormField(.role, "Role", roles.map { FormField.Choice(id: $0, name: "") }, at: present),
        FormField(.owner, "Who", hint: "a name, or \(nobody)", required: true, known: model.people + [nobody]),
      ]
    case .told:
      // Through another channel than the matrix names they would still be to be told.
      var asked: String?
      if case .obligation(let duty) = item?.what { asked = duty.channel }
      let channel = FormField(.channel, "Channel", hint: "email, call, Slack …", required: true)
      let note = FormField(.note, "Note", hint: "optional: what was said, who picked up, the message's number", rows: 2)
      return asked == nil ? [channel, note] : [note]
    case .path: return [FormField(.note, "Note", hint: "optional: what they were told or asked")]
    case .notNeeded: return [FormField(.reason, "Reason", hint: "why not", required: true, rows: 2)]
    case .override:
      var roles: [String] = []
      if case .gate(let gate) = item?.what { roles = gate.overriddenBy }
      let whose = roles.isEmpty ? "the role in which you decide" : roles.joined(separator: " or ")
      return [
        FormField(.authority, "As", hint: whose, required: true, known: roles),
        FormField(.reason, "Reason", hint: "why it may be passed over", required: true, rows: 2),
      ]
    case .close:
      return [
        FormField(.outcome, "Outcome", outcomes),
        FormField(.csat, "CSAT", hint: "optional: how satisfied the customer is, 1 to 10"),
        FormField(.reason, "Reason", hint: "optional: why it ends so"),
      ]
    case .acknowledge, .update, .note, .assign, .severity, .level, .stage, .pause, .resume, .resolve, .message, .file,
      .contact, .slot, .executive, .reached, .open, .move, .reopen, .cancel, .raise,
      .milestone, .changeMilestone, .shift, .finishMilestone, .dropMilestone,
      .planText, .metric, .exitCriteria, .lookDue, .finding, .signOff, .outline,
      .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk,
      .view, .decision, .blocker, .review, .startRoom, .attendance, .timebox, .roomNote, .skipOnAgenda, .addToAgenda,
      .minutesFile:
      return []
    }
  }

  private static let outcomes = Closing.Outcome.allCases.map {
    FormField.Choice(id: $0.rawValue, name: "", meaning: $0.meaning)
  }

  private static func hypothesis(_ playbook: Playbook?, _ subject: Subject, _ model: Model) -> [FormField] {
    let menu = playbook?.hypotheses ?? []
    let entries = menu.map { FormField.Choice(id: $0.id, name: "", meaning: "\($0.label): \($0.action)") }
    let likely = model.records[subject.id]?.escalation.likelyHypothesis(of: playbook ?? Playbook(id: "", name: ""))
    var fields: [FormField] = []
    if !menu.isEmpty {
      let other = FormField.Choice(id: Form.otherCause, name: "", meaning: "a cause that the playbook does not list")
      let start = menu.firstIndex { $0.id == likely?.id } ?? 0
      fields.append(FormField(.hypothesis, "Menu", entries + [other], at: start))
    }
    fields += [
      FormField(
        .cause, "Cause", hint: menu.isEmpty ? "what is behind it" : "in a sentence; else the menu's words",
        required: menu.isEmpty, rows: 2),
      FormField(
        .intervention, "Doing", hint: menu.isEmpty ? "what is done about it" : "else the menu's first action"),
      FormField(
        .owner, "Owner", hint: "else \(subject.owner ?? Form.nobody)",
        known: model.people.filter { $0 != subject.owner }),
      FormField(.due, "By", time: menu.isEmpty ? "by when" : "else when the first action is due"),
      FormField(.success, "Success", hint: "how it will show that it worked"),
    ]
    if !(playbook?.toolkits.isEmpty ?? true) {
      fields.append(
        FormField(
          .competitor, "Competitor", hint: "optional: whom they look at",
          known: playbook?.toolkits.map(\.competitor) ?? []))
    }
    return fields
  }

  /// What is chosen for a cause outside the menu.
  static let otherCause = "other"
}

extension Closing.Outcome {
  /// What it says of the customer.
  fileprivate var meaning: String {
    switch self {
    case .recovered: "solved, and the customer stays as it was"
    case .retainedWithLoss: "the customer stays with less"
    case .churned: "the customer leaves"
    case .withdrawn: "there was no case, or the customer took it back"
    case .duplicate: "another record holds it"
    }
  }
}
