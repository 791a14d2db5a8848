import EscalationDomain
import Screen

extension Form {
  /// An empty form for an act.
  init(_ kind: Kind, on subject: Subject, in model: Model) {
    self.kind = kind
    self.subject = subject
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
          id: .owner, label: "Owner", hint: "now \(subject.owner ?? Form.nobody); a name, or \(Form.nobody)",
          isRequired: true,
          entry: .name(
            TextField(), known: model.people.filter { $0 != subject.owner } + [Form.nobody], highlighted: nil))
      ]
    case .severity:
      let grades = model.policies?.playbook(subject.playbook)?.severities ?? []
      let choices = grades.map { FormField.Choice(id: $0.id, name: $0.name, band: $0.band, meaning: $0.meaning) }
      let present = choices.firstIndex { $0.id == subject.severity } ?? 0
      fields = [
        FormField(id: .severity, label: "To", hint: "", isRequired: true, entry: .choice(choices, present)),
        FormField(.reason, "Reason", hint: "optional: why it changes"),
      ]
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
      ]
    }
  }
}

extension FormField {
  fileprivate init(_ id: ID, _ label: String, hint: String, required: Bool = false, rows: Int = 1) {
    self.init(id: id, label: label, hint: hint, isRequired: required, entry: .text(TextField(), rows: rows))
  }

  fileprivate init(_ id: ID, _ label: String, time hint: String, required: Bool = false) {
    self.init(id: id, label: label, hint: hint, isRequired: required, entry: .time(TextField()))
  }
}
