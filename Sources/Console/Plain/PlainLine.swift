import EscalationDomain

/// What a line means to whoever has the board read aloud: a word of its own, or a line of the command line.
public enum PlainLine: Hashable, Sendable {
  case nothing
  case list
  case show(EscalationID)
  case help
  case quit
  /// The arguments of a verb.
  case run([String])
  case refused(String)

  /// What can be said, in a line.
  public static let words = """
    list: every open escalation; list with a filter, such as list owner:me due<4h: some of them; show W-12: one of \
    them; any verb of the command line, such as ack W-12 --note called; quit: leave. Changes are told as they happen: \
    what anyone does, in the timeline's words; each clock that warns, is breached or met; each milestone that is late.
    """

  /// - Parameter verbs: those of the command line.
  public init(_ line: String, in model: Model, verbs: Set<String>) {
    let words = CommandWords(line).texts
    switch words.first?.lowercased() {
    case "list" where words.count == 1, "l" where words.count == 1: self = .list
    case "show" where words.count == 2, "s" where words.count == 2: self = .show(model.plainID(words[1]))
    case "show" where words.count == 1, "s" where words.count == 1: self = .refused("say whose: show W-12")
    case "quit", "q", "exit": self = .quit
    case "help" where words.count == 1, "h", "?": self = .help
    default:
      switch CommandLineMeaning(line, in: model) {
      case .nothing: self = .nothing
      case .go(let id): self = .show(id)
      case .refused(let reason): self = .refused(reason)
      case .run(let arguments) where arguments.first.map { verbs.contains($0) || $0 == "--version" } ?? false:
        self = .run(arguments)
      case .run, .key, .theme:
        self = .refused("there is no “\(words.first ?? "")”; say list, show ID, a verb such as ack, help or quit")
      }
    }
  }
}

extension Model {
  /// The id as the board spells it.
  fileprivate func plainID(_ typed: String) -> EscalationID {
    board.board.rows.first { $0.id.text.lowercased() == typed.lowercased() }?.id ?? EscalationID(typed)
  }
}
