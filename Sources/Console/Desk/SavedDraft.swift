import EscalationDomain

/// A form or a message that was begun and not saved, as it is written down: what its fields held, by their names.
public struct SavedDraft: Hashable, Codable, Sendable {
  /// The form's kind, by its raw value.
  public var form: String
  /// Empty for one that is still to be opened.
  public var escalation: String
  /// The line of a pane that it is about, spelled out.
  public var line: String?
  /// A message's template.
  public var template: String?
  /// `Note · W-12 · Acme`.
  public var title: String
  public var texts: [String: String]
  /// The lists in which somebody made a choice.
  public var chosen: [String]?
  /// What stood in the record as it was begun.
  public var basis: [String: String]?
  /// A message's text that somebody went over: its subject and its body.
  public var subject: String?
  public var body: String?
  /// The message may have gone out already.
  public var isOut: Bool?
  /// Whom it is for, where that is a selection; none in what an older console wrote.
  public var many: [String]?
  /// Those of them that had ended when it was begun: that they have is no reason to leave them out.
  public var ended: [String]?
  /// When it was last typed in, in seconds since 1970.
  public var changed: Int64
}

extension SavedDraft {
  /// A name for what has one within a form: a field, a line of a pane. Cases are spelled as they are declared, with what
  /// they carry, so that a newer console finds them again.
  static func key(_ name: some Hashable) -> String { String(describing: name) }

  /// A text as far as it is kept, cut between two characters.
  static func bounded(_ text: String) -> String {
    guard text.utf8.count > Desk.mostBytes else { return text }
    var kept = ""
    var bytes = 0
    for character in text {
      bytes += character.utf8.count
      if bytes > Desk.mostBytes { break }
      kept.append(character)
    }
    return kept
  }

  init(_ form: Form, at now: Instant) {
    self.form = form.kind.rawValue
    escalation = form.subject.id.text
    line = form.line
    title = form.title
    texts = SavedDraft.texts(of: form)
    chosen = form.chosen.isEmpty ? nil : form.chosen.map(SavedDraft.key).sorted()
    basis = form.basis.values.isEmpty ? nil : form.basis.values
    if !form.many.isEmpty {
      many = form.many.map(\.id.text)
      let over = form.many.filter { !$0.status.isOpen }
      ended = over.isEmpty ? nil : over.map(\.id.text)
    }
    changed = now.seconds
  }

  init(_ letter: Letter, at now: Instant) {
    form = Form.Kind.message.rawValue
    escalation = letter.subject.id.text
    template = letter.template.id
    title = letter.title
    texts = SavedDraft.texts(of: letter.form)
    subject = letter.edited.map { SavedDraft.bounded($0.subject) }
    body = letter.edited.map { SavedDraft.bounded($0.body) }
    if case .posting = letter.phase { isOut = true } else if letter.isOut { isOut = true }
    changed = now.seconds
  }

  private static func texts(of form: Form) -> [String: String] {
    var texts: [String: String] = [:]
    for field in form.fields where !field.text.isEmpty { texts[key(field.id)] = bounded(field.text) }
    return texts
  }

  /// What tells two drafts of one run apart.
  var place: String { [form, escalation, line ?? template ?? ""].joined(separator: "/") }

  /// Whether it is of that form on that escalation and line.
  func isOf(_ form: Form) -> Bool {
    self.form == form.kind.rawValue && escalation == form.subject.id.text && line == form.line
  }

  /// Whether it is for those that the form is for, too.
  func isForAll(of form: Form) -> Bool { Set(many ?? []) == Set(form.many.map(\.id.text)) }
}

extension Form {
  /// The line of a pane that it is about, spelled out.
  var line: String? {
    item.map { SavedDraft.key($0.name) } ?? person.map { SavedDraft.key($0.name) }
      ?? part.map { SavedDraft.key($0.name) }
  }

  /// Puts what was kept into the fields that are there. Answers whether anything was left over.
  mutating func take(_ saved: SavedDraft) {
    let kept = Set(saved.chosen ?? [])
    for index in fields.indices {
      let id = fields[index].id
      if kept.contains(SavedDraft.key(id)) { chosen.insert(id) }
      guard let text = saved.texts[SavedDraft.key(id)] else { continue }
      fields[index].put(text)
    }
  }
}
