extension Model {
  /// The key to press for something in a place, as texts tell it.
  func keyName(_ id: ConsoleCommand.ID, in scope: ConsoleCommand.Scope) -> String {
    settings.keymap.name(of: id, in: scope)
  }

  /// The key that says yes.
  var yesKey: String { keyName(.confirm, in: .confirmation) }
}
