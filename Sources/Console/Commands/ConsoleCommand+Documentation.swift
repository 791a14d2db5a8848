import Screen

extension ConsoleCommand {
  /// Every command of a scope by group, each named once with all of its keys: what help and documentation show.
  public static func grouped(
    in scope: Scope, keymap: Keymap = .standard
  ) -> [(group: Group, commands: [Documented])] {
    Group.allCases.compactMap { group in
      var entries: [Documented] = []
      for command in all(in: scope) where command.group == group {
        let keys = keymap.keys(of: command, in: scope)
        if let known = entries.firstIndex(where: { $0.id == command.id }) {
          entries[known].keys += keys.filter { !entries[known].keys.contains($0) }
        } else {
          entries.append(
            Documented(
              id: command.id, keys: keys, label: command.label, help: command.help, verb: command.verb,
              synonyms: command.synonyms))
        }
      }
      return entries.isEmpty ? nil : (group, entries)
    }
  }

  /// A command as it is told to people.
  public struct Documented: Hashable, Sendable {
    public var id: ID
    public var keys: [Key]
    public var label: String
    public var help: String
    public var verb: String?
    /// Never shown, only searched.
    public var synonyms = ""

    /// As it is told: without what is only searched.
    var shown: Documented {
      var shown = self
      shown.synonyms = ""
      return shown
    }

    /// `enter, l, right`.
    public var keyNames: String { keys.map(\.name).joined(separator: ", ") }
  }

  /// The keys as a table for the README and the manual, a section a place.
  public static var markdownTable: String {
    var text = ""
    for scope in Scope.allCases {
      text += "### \(scope.title)\n\n| Keys | What it does | Command |\n|---|---|---|\n"
      for (_, commands) in grouped(in: scope) {
        for command in commands {
          let keys = command.keys.map { "`\($0.name.replacing("|", with: "\\|"))`" }.joined(separator: " ")
          text += "| \(keys) | \(command.help) | \(command.verb.map { "`warroom \($0)`" } ?? "") |\n"
        }
      }
      text += "\n"
    }
    return text
  }
}
