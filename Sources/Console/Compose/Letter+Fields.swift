import EscalationDomain
import Messages
import Screen

extension Letter {
  init(_ template: MessageTemplate, on subject: Subject) {
    self.template = template
    self.subject = subject
    form = Form(.message, on: subject, fields: [])
  }

  /// Asks for what is lacking now, and keeps what was typed. A field that the record has come to fill goes, unless
  /// somebody typed in it.
  mutating func askForLacking(_ composition: MessageComposition) {
    let lacking = self.lacking(composition)
    let required = template.fields
    var fields = lacking.filter(required.contains).map { field($0, isRequired: true) }
    let promises = template.audience == .customer || (required + template.optional).contains(MessageComposition.promise)
    if promises { fields.append(nextField(isRequired: required.contains(MessageComposition.promise))) }
    fields += lacking.filter { !required.contains($0) }.map { field($0, isRequired: false) }
    fields += [toField(composition), channelField]
    form.fields = fields.map { new in
      guard let old = form.fields.first(where: { $0.id == new.id }) else { return new }
      var kept = new
      kept.take(old.entry)
      return kept
    }
    form.focus = min(form.focus, max(0, form.fields.count - 1))
  }

  /// Names that nobody gave a value, and those that were typed. In a text that was gone over, what is still marked.
  private func lacking(_ composition: MessageComposition) -> [String] {
    let names = (template.fields + template.optional).filter { $0 != MessageComposition.promise }
    let typed = names.filter { !form.text(.field($0)).isEmpty }
    if let edited { return names.filter { edited.marks($0) } }
    var bare = composition
    bare.given = [:]
    let values = bare.fields(for: template).values
    return names.filter { values[$0] == nil || typed.contains($0) }
  }

  private func field(_ name: String, isRequired: Bool) -> FormField {
    let list = template.lists(name) ? "; between items stands a ;" : ""
    return FormField(
      .field(name), FormField.words(name).capitalizedFirst,
      hint: isRequired ? "what the text says there\(list)" : "optional\(list)", required: isRequired,
      rows: isRequired ? 2 : 1)
  }

  private func nextField(isRequired: Bool) -> FormField {
    let examples = "17:00, tomorrow 9:30, fri 17:00, +4h, +1bd"
    return FormField(.next, "Next by", time: isRequired ? examples : "optional: \(examples)", required: isRequired)
  }

  private func toField(_ composition: MessageComposition) -> FormField {
    var usual = composition
    (usual.to, usual.toAll) = ([], template.countsAs.contains(.notification))
    let names = (try? usual.draft(template))?.to ?? []
    let hint = names.isEmpty ? "names, with commas between them" : "else \(names.joined(separator: ", "))"
    // A notice tells somebody: where nobody is left to tell, it takes a name.
    return FormField(
      .to, "To", hint: hint, required: names.isEmpty && template.countsAs.contains(.notification),
      known: composition.readers
    ).naming(.whole)
  }

  private var channelField: FormField {
    let usual = template.channels.first.map { "else \($0)" } ?? "how it goes out: email, call, Slack …"
    return FormField(.channel, "Channel", hint: usual, known: template.channels)
  }

  /// Whom the field names; a comma may be part of a contact's name.
  func readers(of record: Escalation) -> [String] {
    guard let typed = form.text(.to).nonEmpty else { return [] }
    if record.contacts.contains(where: { $0.name == typed }) { return [typed] }
    var seen: Set<String> = []
    return typed.split { $0 == "," || $0 == ";" }.compactMap { String($0).nonEmpty }.filter { seen.insert($0).inserted }
  }

  /// What was typed, by field.
  var given: [String: MessageFields.Value] {
    var values: [String: MessageFields.Value] = [:]
    for field in form.fields {
      guard case .field(let name) = field.id, let text = field.text.nonEmpty else { continue }
      let items = text.split(separator: ";").compactMap { String($0).nonEmpty }
      values[name] = template.lists(name) && items.count > 1 ? .list(items) : .text(text)
    }
    return values
  }
}

extension FormField {
  /// What another field of its kind holds, among the names that are known by now.
  fileprivate mutating func take(_ old: Entry) {
    switch (entry, old) {
    case (.name(_, let known, _), .name(let field, _, let highlighted)):
      entry = .name(field, known: known, highlighted: highlighted)
    case (.name(_, let known, _), .text(let field, _)), (.name(_, let known, _), .time(let field)):
      entry = .name(field, known: known, highlighted: nil)
    default: entry = old
    }
  }
}

extension MessageComposition {
  /// Whom a message is likely to go to: who is still to be told first.
  fileprivate var readers: [String] {
    var seen: Set<String> = []
    return (stillToTell(by: nil) + record.contacts.map(\.name)).filter { seen.insert($0).inserted }
  }
}

extension FormField {
  /// A template's field in words: `brought_in` is “brought in”.
  static func words(_ name: String) -> String {
    name == MessageComposition.promise ? "next by" : String(name.map { $0 == "_" ? " " : $0 })
  }
}

extension FormField.ID {
  /// The template's name for it.
  var fieldName: String? {
    switch self {
    case .field(let name): name
    case .next: MessageComposition.promise
    default: nil
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

extension Letter.Text {
  func marks(_ field: String) -> Bool {
    let mark = MessageDraft.mark(field)
    return subject.contains(mark) || body.contains(mark)
  }

  /// With values in the place of their marks.
  func filled(_ values: [String: MessageFields.Value], _ names: [String]) -> Letter.Text {
    var text = self
    for name in names where marks(name) {
      guard let value = values[name]?.text else { continue }
      text.subject = text.subject.replacing(MessageDraft.mark(name), with: value)
      text.body = text.body.replacing(MessageDraft.mark(name), with: value)
    }
    return Letter.Text(subject: MessageText.subject(text.subject), body: MessageText.body(text.body))
  }
}
