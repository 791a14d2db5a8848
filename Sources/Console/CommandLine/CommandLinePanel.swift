import EscalationDomain
import Screen

/// The command line at the foot of the screen.
public struct CommandLinePanel: Equatable, Sendable {
  /// The words that fit where the cursor is, and which of them stands there.
  struct Completion: Hashable, Sendable {
    /// The line before the word.
    var lead: String
    var candidates: [String]
    var index: Int
  }

  public internal(set) var field = TextField()
  var completion: Completion?
  /// Index into the lines of earlier runs, where one of them stands in the field.
  var recalled: Int?
  /// What was typed before one was recalled: those that begin so are shown.
  var typed = ""
  /// It runs, or waits for the verbs to be read.
  var running: CommandLineRun?
  var isWaiting = false
}

/// What a command said, to read.
public struct OutputPanel: Hashable, Sendable {
  public let title: String
  public let text: [String]
  public internal(set) var offset = 0
}

extension CommandLinePanel {
  /// What may stand where the cursor is: verbs, options, ids, themes.
  static func completion(of line: String, in model: Model) -> Completion {
    let split = CommandWords(line)
    let isNew = split.words.isEmpty || (line.last?.isWhitespace ?? true) && split.openQuote == nil
    let word = isNew ? nil : split.words.last
    let before = isNew ? split.texts : split.texts.dropLast()
    let lead = word.map { String(line.prefix($0.start)) } ?? line
    let typed = (word?.text ?? "").lowercased()
    let fits = candidates(after: Array(before), typed, model).filter { $0.lowercased().hasPrefix(typed) }
    return Completion(lead: lead, candidates: fits.map(CommandWords.quoted), index: 0)
  }

  private static func candidates(after words: [String], _ typed: String, _ model: Model) -> [String] {
    if words == ["theme"] { return model.viewer.themes }
    let table = model.verbs ?? VerbTable(verbs: [])
    let path = table.next(after: words)
    if words.isEmpty { return path + CommandLineMeaning.own.filter { !path.contains($0) } }
    guard let verb = table.verb(of: words) else { return path }
    let rest = words[verb.path.count...]
    if let last = rest.last, let option = verb.option(last), let value = option.value {
      return values(of: value, model)
    }
    if typed.hasPrefix("-") {
      return verb.options.filter { option in !option.names.contains(where: rest.contains) }.map { $0.names[0] }
    }
    let count = verb.positionals(in: rest).count
    let first = verb.arguments.indices.contains(count) ? verb.arguments[count] : nil
    var found = path
    if first?.isEscalation ?? false {
      found += model.board.shown.prefix(200).map { model.board.board.rows[$0].id.text }
      // The id may be left out: what follows it may stand there too.
      if verb.arguments.count > count + 1 { found += values(of: verb.arguments[count + 1].name, model) }
    } else if let first {
      found += values(of: first.name, model)
    }
    return found
  }

  /// What a word of that meaning is likely to be.
  private static func values(of name: String, _ model: Model) -> [String] {
    let playbook = model.subject.flatMap { model.playbook(of: $0) }
    switch name {
    case "owner", "person", "who": return model.people
    case "severity": return playbook?.severities.map(\.id) ?? []
    case "level": return playbook?.levels.map(\.id) ?? []
    case "stage": return playbook?.stages.map(\.id) ?? []
    case "playbook": return (model.policies?.book.current.playbooks.keys).map { $0.sorted() } ?? []
    case "theme": return model.viewer.themes
    default: return []
    }
  }
}
