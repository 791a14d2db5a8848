import Screen

extension Composer {
  /// Who has the keys.
  var scope: ConsoleCommand.Scope {
    switch step {
    case .choosing: .templates
    case .reading: .message
    case .filling, .naming: .form
    case .replacing, .asking: .confirmation
    }
  }
}

extension Model {
  /// Among the templates, or down the text.
  mutating func move(_ command: ConsoleCommand.ID, in old: Composer) {
    var composer = old
    if composer.step == .choosing {
      let count = composer.choices?.count ?? 0
      composer.highlighted = Model.stepped(command, from: composer.highlighted, count: count, page: max(1, count))
    } else if let letter = composer.letter {
      let layout = LetterLayout(self, letter, composer.step)
      composer.letter?.offset = Model.moved(
        command, from: letter.offset, count: layout.text.count, page: layout.textHeight)
    }
    overlay = .compose(composer)
  }
}
