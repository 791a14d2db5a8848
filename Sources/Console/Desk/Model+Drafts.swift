import EscalationDomain
import Screen

/// What is kept of forms and messages that were begun: written down as it is typed, offered again in the next run.
extension Model {
  /// Whatever is begun and not saved in this run, open or left. O(drafts).
  var ownDrafts: [String: SavedDraft] {
    var saved: [SavedDraft] = []
    for form in drafts.values { saved.append(SavedDraft(form, at: now)) }
    for letter in letters.values where letter.hasText { saved.append(SavedDraft(letter, at: now)) }
    switch overlay {
    case .form(let form):
      if isWorthKeeping(form) {
        saved.append(SavedDraft(form, at: now))
      } else if form.phase != .performing {
        saved.removeAll { $0.isOf(form) }
      }
    case .compose(let composer):
      if let letter = composer.letter, letter.hasText { saved.append(SavedDraft(letter, at: now)) }
    default: break
    }
    return Dictionary(saved.map { ("\(run)/\($0.place)", $0) }, uniquingKeysWith: { _, open in open })
  }

  /// Whether something was typed that would be missed.
  func isWorthKeeping(_ form: Form) -> Bool { form.hasText && form.texts != fresh(form).texts }

  /// Those of this run and of earlier ones, the newest first.
  var listedDrafts: [(id: String, draft: SavedDraft)] {
    let own = ownDrafts
    let before = (desk.drafts ?? [:]).filter { !isOwn($0.key) }
    return before.merging(own) { $1 }.map { (id: $0.key, draft: desk.drafts?[$0.key] ?? $0.value) }
      .sorted { ($1.draft.changed, $0.id) < ($0.draft.changed, $1.id) }
  }

  func isOwn(_ id: String) -> Bool { id.hasPrefix("\(run)/") }

  /// Brings what is kept in step with what is typed. O(drafts).
  mutating func keepDrafts() {
    let old = desk.drafts ?? [:]
    var new = old.filter { !isOwn($0.key) }
    for (id, draft) in ownDrafts {
      var draft = draft
      if let known = old[id] {
        // Looking at it is no change.
        var same = draft
        same.changed = known.changed
        if same == known { draft = known }
      }
      new[id] = draft
    }
    if new.count > Desk.mostDrafts {
      let kept = new.sorted { ($1.value.changed, $0.key) < ($0.value.changed, $1.key) }.prefix(Desk.mostDrafts)
      new = Dictionary(uniqueKeysWithValues: kept.map { ($0.key, $0.value) })
    }
    if new != old { desk.drafts = new.isEmpty ? nil : new }
  }

  /// Says once what waits from earlier runs, as soon as it can be told what of it is still open.
  mutating func tellOfDrafts() {
    guard keepsDesk, board.isLoaded, !hasToldDrafts else { return }
    hasToldDrafts = true
    let waiting = listedDrafts.filter { !isOwn($0.id) }
    guard !waiting.isEmpty else { return }
    let names = waiting.prefix(2).map { _, draft in isOffBoard(draft) ? "\(draft.title) (off the board)" : draft.title }
    let (count, them) = waiting.count == 1 ? ("A draft", "it") : ("\(waiting.count) drafts", "them")
    let list = names.joined(separator: ", ") + (waiting.count > 2 ? " …" : "")
    tell(.told, "\(count) from before: \(list); D lists \(them)")
  }

  /// Whether what it is about has left the board.
  func isOffBoard(_ draft: SavedDraft) -> Bool {
    guard board.isLoaded, !draft.isOfRisk else { return false }
    let were = draft.many.map { Set($0).subtracting(draft.ended ?? []) } ?? [draft.escalation]
    let ids = were.filter { !$0.isEmpty }
    return !ids.isEmpty && ids.allSatisfy { board.row(EscalationID($0)) == nil }
  }

  /// The draft of an earlier run for a form that opens; from then on it is this run's.
  mutating func adopted(_ form: Form) -> Form? {
    let found = listedDrafts.first { !isOwn($0.id) && $0.draft.isOf(form) && $0.draft.isForAll(of: form) }
    guard let (id, saved) = found else { return nil }
    desk.drafts?[id] = nil
    if desk.drafts?.isEmpty ?? false { desk.drafts = nil }
    return filled(form, with: saved)
  }

  func filled(_ form: Form, with saved: SavedDraft) -> Form {
    var form = form
    // What there is to choose from may follow from what is chosen before it.
    for _ in 0..<3 {
      form.take(saved)
      form.follow(self)
    }
    form.focus = form.fields.firstIndex { !$0.text.isEmpty && $0.isTyped } ?? 0
    if let basis = saved.basis { form.basis = Basis(basis) }
    return form
  }

  /// The message of an earlier run for a template that is taken.
  func savedLetter(_ name: Letter.Name) -> (id: String, draft: SavedDraft)? {
    listedDrafts.first { id, draft in
      !isOwn(id) && draft.form == Form.Kind.message.rawValue && draft.escalation == name.escalation.text
        && draft.template == name.template
    }
  }

  mutating func adopted(_ letter: Letter) -> Letter? {
    guard let (id, saved) = savedLetter(letter.name) else { return nil }
    desk.drafts?[id] = nil
    if desk.drafts?.isEmpty ?? false { desk.drafts = nil }
    var letter = letter
    letter.take(saved)
    return letter
  }
}

extension Form {
  /// What its fields hold, by their ids.
  var texts: [FormField.ID: String] {
    Dictionary(fields.map { ($0.id, $0.text) }, uniquingKeysWith: { first, _ in first })
  }
}

extension FormField {
  /// Whether it is typed in, not chosen from a list.
  var isTyped: Bool {
    if case .choice = entry { return false }
    return true
  }

  /// Puts a text in, or chooses the entry of that id where there is one.
  mutating func put(_ text: String) {
    switch entry {
    case .text(let field, let rows): entry = .text(TextField(text, lines: field.hasLines), rows: rows)
    case .time: entry = .time(TextField(text))
    case .name(_, let known, _): entry = .name(TextField(text), known: known, highlighted: nil)
    case .choice(let choices, let index):
      entry = .choice(choices, choices.firstIndex { $0.id == text } ?? index)
    }
  }
}

extension Letter {
  /// Puts back what was kept of it: its fields are asked for again, those that were typed in among them.
  mutating func take(_ saved: SavedDraft) {
    let names = (template.fields + template.optional).map { FormField.ID.field($0) }
    form.fields = (names + [.next, .to, .channel]).compactMap { id in
      guard let text = saved.texts[SavedDraft.key(id)] else { return nil }
      if id == .next { return FormField(id: id, label: "", hint: "", isRequired: false, entry: .time(TextField(text))) }
      return FormField(id, "", text: text, hint: "")
    }
    if let subject = saved.subject, let body = saved.body { edited = Text(subject: subject, body: body) }
    isOut = saved.isOut ?? false
    isDraft = true
  }
}
