import EscalationDomain
import Screen

extension Form {
  /// An empty form for an act.
  ///
  /// - Parameters:
  ///   - item: the line of the Work pane that it is about, if it is about one.
  ///   - person: the same of the People pane.
  ///   - part: the same of the Plan pane.
  init(
    _ kind: Kind, on subject: Subject, about item: WorkItem? = nil, person: PeopleItem? = nil, part: PlanItem? = nil,
    in model: Model
  ) {
    self.kind = kind
    self.subject = subject
    self.item = item
    self.person = person
    self.part = part
    switch kind {
    case .acknowledge: fields = [FormField(.note, "Note", hint: "optional: what was said", rows: 2)]
    case .update:
      fields = [
        FormField(.text, "Text", hint: "what the customer was told", required: true, rows: 3),
        FormField(.channel, "Channel", hint: "optional: call, email, portal …"),
        FormField(.next, "Next by", time: "optional: 17:00, tomorrow 9:30, fri 17:00, +4h, +1bd"),
      ]
    case .note: fields = [FormField(.text, "Note", hint: "what the team should know", required: true, rows: 3)]
    case .assign:
      fields = [
        FormField(
          .owner, "Owner", hint: "now \(subject.owner ?? Form.nobody); a name, or \(Form.nobody)", required: true,
          known: model.people.filter { $0 != subject.owner } + [Form.nobody])
      ]
    case .severity: fields = Form.grades(.severity, subject, model)
    case .level: fields = Form.grades(.level, subject, model)
    case .stage: fields = Form.grades(.stage, subject, model)
    case .pause:
      fields = [
        FormField(.reason, "Reason", hint: "what is waited for", required: true),
        FormField(
          .until, "Until", time: "when the customer is expected back: tomorrow 9:30, +2d, +1bd", required: true),
      ]
    case .resume: fields = [FormField(.note, "Note", hint: "optional: why it goes on")]
    case .resolve:
      fields = [
        FormField(.summary, "Summary", hint: "how it was resolved", rows: 3),
        FormField(.rootCause, "Root cause", hint: "optional: what was behind it", rows: 2),
        FormField(.prevention, "Prevention", hint: "optional: what keeps it from happening again"),
      ]
    case .message, .file: fields = []
    case .view: fields = Form.viewFields(nil, model)
    case .close, .task, .hypothesis, .confirmed, .findings, .role, .told, .path, .notNeeded, .override:
      fields = Form.workFields(kind, subject, item, model)
    case .contact, .slot, .executive, .reached: fields = Form.peopleFields(kind, subject, person, model)
    case .milestone, .changeMilestone, .shift, .finishMilestone, .dropMilestone, .planText, .metric, .exitCriteria,
      .lookDue, .finding, .signOff, .outline:
      fields = Form.planFields(kind, subject, part, model)
    case .decision, .blocker, .review, .startRoom, .attendance, .timebox, .roomNote, .skipOnAgenda, .addToAgenda,
      .minutesFile:
      fields = Form.roomFields(kind, subject, model)
    case .open: fields = Form.openingFields
    case .move, .reopen, .cancel, .raise: fields = Form.courseFields(kind, subject, model)
    case .addRisk, .assessRisk, .reviewRisk, .closeRisk, .promoteRisk: fields = Form.riskFields(kind, model)
    }
  }

  private static func grades(_ scale: Scale, _ subject: Subject, _ model: Model) -> [FormField] {
    let playbook = model.playbook(of: subject)
    let (grades, present) =
      switch scale {
      case .severity: (playbook?.severities ?? [], subject.severity)
      case .level: (playbook?.levels ?? [], subject.level)
      case .stage: (playbook?.stages ?? [], subject.stage)
      }
    let choices = grades.map {
      FormField.Choice(
        id: $0.id, name: $0.name, band: $0.band, meaning: $0.meaning, isPresent: $0.id == present)
    }
    // Only a severity may change without a word; a stage is entered by somebody's judgment.
    let isReasoned = scale == .stage
    return [
      FormField(.grade, "To", choices, at: choices.firstIndex(where: \.isPresent) ?? 0),
      FormField(.reason, "Reason", hint: isReasoned ? "why" : "optional: why it changes", required: isReasoned),
    ]
  }
}

extension FormField {
  init(_ id: ID, _ label: String, hint: String, required: Bool = false, rows: Int = 1, text: String? = nil) {
    let field = TextField(text ?? "", lines: rows > 1)
    self.init(id: id, label: label, hint: hint, isRequired: required, entry: .text(field, rows: rows))
  }

  init(_ id: ID, _ label: String, text: String, hint: String, required: Bool = false) {
    self.init(id: id, label: label, hint: hint, isRequired: required, entry: .text(TextField(text), rows: 1))
  }

  init(_ id: ID, _ label: String, time hint: String, required: Bool = false) {
    self.init(id: id, label: label, hint: hint, isRequired: required, entry: .time(TextField()))
  }

  init(_ id: ID, _ label: String, hint: String, required: Bool = false, known: [String], text: String? = nil) {
    self.init(
      id: id, label: label, hint: hint, isRequired: required,
      entry: .name(text.map { TextField($0) } ?? TextField(), known: known, highlighted: nil))
  }

  init(_ id: ID, _ label: String, _ choices: [Choice], at index: Int = 0) {
    self.init(id: id, label: label, hint: "", isRequired: true, entry: .choice(choices, index))
  }
}

extension Model {
  /// The playbook that governs a record, in the record's edition where that is known.
  func playbook(of subject: Subject) -> Playbook? {
    policies?.playbook(subject.playbook, edition: records[subject.id]?.escalation.edition)
  }

  /// The same of a record that is at hand.
  func playbook(of record: Escalation) -> Playbook? {
    policies?.playbook(record.playbook, edition: record.edition)
  }
}
