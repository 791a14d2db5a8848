import EscalationDomain
import Messages
import Screen

extension Model {
  /// Shows the templates; the cursor stands on what was left half written, else on what comes next.
  mutating func openComposer() -> [Effect] {
    guard let subject else { return [] }
    overlay = .compose(Composer(subject))
    let effects = records.want(subject.id)
    refreshComposer(isNew: true)
    return effects
  }

  /// Takes in what the record says now.
  mutating func refreshComposer(isNew: Bool = false) {
    guard case .compose(var composer) = overlay else { return }
    let isFirst = isNew || composer.choices == nil
    let held = composer.choices.flatMap { $0.indices.contains(composer.highlighted) ? $0[composer.highlighted] : nil }
    composer.choices = choices(for: composer.subject.id) ?? composer.choices
    if let choices = composer.choices {
      func isLeft(_ choice: Composer.Choice) -> Bool { letter(choice, composer) != nil || isSaved(choice, composer) }
      let stay = choices.firstIndex { $0.template.id == held?.template.id }
      composer.highlighted = (isFirst ? choices.firstIndex(where: isLeft) : stay) ?? 0
    }
    if var letter = composer.letter {
      renew(&letter)
      composer.letter = letter
    }
    overlay = .compose(composer)
  }

  /// What was left of a template.
  func letter(_ choice: Composer.Choice, _ composer: Composer) -> Letter? {
    letters[Letter.Name(escalation: composer.subject.id, template: choice.template.id)]
  }

  /// Whether something was left of it in an earlier run.
  private func isSaved(_ choice: Composer.Choice, _ composer: Composer) -> Bool {
    savedLetter(Letter.Name(escalation: composer.subject.id, template: choice.template.id)) != nil
  }

  /// Takes the highlighted template, with what was typed and left.
  mutating func pickTemplate() {
    guard case .compose(var composer) = overlay, let choices = composer.choices,
      choices.indices.contains(composer.highlighted)
    else { return }
    let choice = choices[composer.highlighted]
    let new = Letter(choice.template, on: composer.subject)
    var letter = letter(choice, composer) ?? adopted(new) ?? new
    letters[letter.name] = nil
    letter.offset = 0
    renew(&letter)
    composer.letter = letter
    composer.step = .reading
    overlay = .compose(composer)
  }

  /// One step back: from a question or the fields to the text, from there to the templates, from there away.
  mutating func leaveComposer() {
    guard case .compose(var composer) = overlay else { return }
    switch composer.step {
    case .choosing:
      overlay = nil
      return
    case .reading:
      if let letter = composer.letter { keep(letter) }
      composer.letter = nil
      composer.step = .choosing
    case .filling:
      if var letter = composer.letter {
        letter.form.problems = [:]
        pinNext(&letter)
        composer.letter = letter
      }
      composer.step = .reading
    case .naming, .asking: composer.step = .reading
    case .replacing(let form): composer.step = .naming(form)
    }
    overlay = .compose(composer)
  }

  private mutating func keep(_ letter: Letter) {
    var draft = letter
    if case .weighing = draft.phase { draft.phase = .open }
    draft.isDraft = true
    letters[letter.name] = letter.hasText ? draft : nil
    if letter.hasText, !letter.phase.isUnderWay { tell(.told, "\(letter.title): kept as a draft") }
  }

  /// Changes the letter that is open, if one is.
  mutating func changeLetter(_ change: (inout Letter, inout Composer.Step) -> Void) {
    guard case .compose(var composer) = overlay, var letter = composer.letter else { return }
    change(&letter, &composer.step)
    composer.letter = letter
    overlay = .compose(composer)
  }

  /// Keys that are no command go to the field that has the focus.
  mutating func typeInLetter(_ key: Key) {
    guard case .compose(var composer) = overlay else { return }
    switch composer.step {
    case .filling:
      guard var letter = composer.letter, letter.form.type(key) else { return }
      fill(&letter)
      composer.letter = letter
    case .naming(var form):
      // While it is being written the name stays.
      guard form.phase == .editing else { return }
      _ = form.type(key)
      composer.step = .naming(form)
    case .choosing, .reading, .replacing, .asking: return
    }
    overlay = .compose(composer)
  }

  /// What moves and saves in a form does so among a letter's fields and at a file's name.
  mutating func editLetter(_ command: ConsoleCommand.ID, _ key: Key) -> [Effect] {
    guard case .compose(var composer) = overlay else { return [] }
    switch (command, composer.step) {
    case (.leaveForm, _): leaveComposer()
    case (.discardDraft, .naming(var form)):
      guard form.phase == .editing else { break }
      form.fields = form.fields.map { FormField($0.id, $0.label, hint: $0.hint, required: $0.isRequired) }
      composer.step = .naming(form)
      overlay = .compose(composer)
    case (.discardDraft, _): startOver()
    case (.submit, .naming(let form)): return form.phase == .editing ? writeFile(form, over: false) : []
    case (.submit, .filling):
      submitFields(key)
    case (_, .filling):
      guard var letter = composer.letter else { return [] }
      if command == .nextField { letter.form.goOn(key) } else { letter.form.goBack(key) }
      // A suggestion may have been taken.
      fill(&letter)
      composer.letter = letter
      overlay = .compose(composer)
    default: break
    }
    return []
  }

  /// Back to the text once nothing is wrong; else to the field where something is.
  private mutating func submitFields(_ key: Key) {
    guard case .compose(var composer) = overlay, var letter = composer.letter, !letter.form.fields.isEmpty else {
      return
    }
    letter.form.fields[letter.form.focus].takeHighlighted()
    fill(&letter)
    if key == .enter, letter.form.focus < letter.form.fields.count - 1 {
      letter.form.focus += 1
    } else {
      let missing = letter.draft?.missing ?? []
      // What another field brings along is not missing: a contact comes with whom it goes to.
      letter.form.problems = letter.form.check(reading(for: letter.form)).filter { id, _ in
        letter.form.text(id).nonEmpty != nil || id.fieldName.map(missing.contains) ?? true
      }
      if let first = letter.form.fields.firstIndex(where: { letter.form.problems[$0.id] != nil }) {
        letter.form.focus = first
      } else {
        pinNext(&letter)
        composer.step = .reading
      }
    }
    composer.letter = letter
    overlay = .compose(composer)
  }

  /// A promise is an instant from now on: `+3h` must not move while the text that names it stays.
  private func pinNext(_ letter: inout Letter) {
    let reading = reading(for: letter.form)
    guard let index = letter.form.fields.firstIndex(where: { $0.id == .next }),
      let instant = (try? Form.instant(letter.form.text(.next), reading, in: .next)) ?? nil, instant > now
    else { return }
    let local = viewer.zone.local(instant)
    let words = "\(local.date) \(Instant.clock(local.secondOfDay))"
    // Where clocks are set back an hour comes twice.
    let read = (try? Form.instant(words, reading, in: .next)) ?? nil
    let isSame = read.map { $0 > now && (instant - $0).magnitude < 60 } ?? false
    letter.form.fields[index].entry = .time(TextField(isSame ? words : "\(instant)"))
    fill(&letter)
  }

  /// Goes to the fields, the first that is missing first.
  mutating func fillInLetter() {
    changeLetter { letter, step in
      let first = letter.form.fields.firstIndex { $0.isRequired && $0.text.nonEmpty == nil }
      letter.form.focus = first ?? 0
      step = .filling
    }
  }

  /// The template as it comes, with nothing typed.
  mutating func startOver() {
    guard case .compose(let composer) = overlay, let old = composer.letter, !old.phase.isUnderWay else { return }
    var new = Letter(old.template, on: old.subject)
    new.isOut = old.isOut
    renew(&new)
    changeLetter { letter, _ in letter = new }
  }
}
