import EscalationDomain
import Screen

/// Texts of more than one row: line ends in them, and the person's editor on them.
extension FormField {
  /// Whether it is worth an editor: several rows, or a text that is told to somebody.
  var isLong: Bool {
    guard case .text(let field, let rows) = entry else { return false }
    return rows > 1 || field.hasLines
  }
}

extension Form {
  /// The field with the focus, where that is a long text and can be typed in.
  var longField: FormField? {
    guard phase == .editing, fields.indices.contains(focus), fields[focus].isLong else { return nil }
    return fields[focus]
  }
}

extension ConsoleCommand {
  func editing(in model: Model) -> Availability { model.typedForm?.longField == nil ? .elsewhere : .available }
}

extension Model {
  /// Whether what is typed goes to a text that may have several lines.
  var isInLongText: Bool { typedForm?.longField != nil }

  mutating func editText() -> [Effect] { typedForm?.longField.map { [.editText($0.text)] } ?? [] }

  /// Takes the text back from the editor. Nothing else took keys meanwhile, so the field is the one that had them.
  mutating func textEdited(_ text: String, trouble: String?) {
    let text = Model.withoutLastLineEnd(text)
    if case .form(var form) = overlay, form.longField != nil {
      form.fields[form.focus].put(text)
      form.problems[form.fields[form.focus].id] = nil
      overlay = .form(form)
    } else {
      changeLetter { letter, _ in
        if letter.form.longField != nil { letter.form.fields[letter.form.focus].put(text) }
      }
      refillLetter()
    }
    if let trouble { tell(.failed, trouble) }
  }

  private mutating func refillLetter() {
    guard case .compose(var composer) = overlay, var letter = composer.letter else { return }
    fill(&letter)
    composer.letter = letter
    overlay = .compose(composer)
  }

  /// Editors end the last line of a file too.
  private static func withoutLastLineEnd(_ text: String) -> String {
    var text = text[...]
    while let last = text.last, last.isNewline { text.removeLast() }
    return String(text)
  }
}
