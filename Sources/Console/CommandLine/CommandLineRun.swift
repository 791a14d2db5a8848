import EscalationDomain

/// A line on its way to the command line.
public struct CommandLineRun: Hashable, Sendable {
  /// As it was typed.
  public var line: String
  /// What the program is given.
  public var arguments: [String]
  /// Cells of a line where its words will be shown; none where they are spoken.
  public var columns: Int?

  public init(line: String, arguments: [String], columns: Int? = nil) {
    self.line = line
    self.arguments = arguments
    self.columns = columns
  }
}

/// What came of it.
public struct CommandLineResult: Hashable, Sendable {
  /// The exit status; 0 where all went well.
  public var status: Int32
  public var output: String
  public var errors: String
  /// It said more than is kept.
  public var isCut: Bool
  /// It was stopped, for it took longer than that many seconds.
  public var stoppedAfter: Int?

  public init(status: Int32, output: String, errors: String = "", isCut: Bool = false, stoppedAfter: Int? = nil) {
    self.status = status
    self.output = output
    self.errors = errors
    self.isCut = isCut
    self.stoppedAfter = stoppedAfter
  }
}

extension CommandLineResult {
  /// All that was said where it went well, else what was asked for before the error.
  var lines: [String] {
    let said = (output + (status == 0 && !errors.isEmpty ? errors : "")).split(
      separator: "\n", omittingEmptySubsequences: false)
    return said.map(String.init).dropLastEmpty + (isCut ? ["… and more; a shell shows it all"] : [])
  }

  /// Why it failed, in one line.
  public var reason: String {
    if let stoppedAfter { return "it was stopped after \(stoppedAfter) seconds" }
    let last = errors.split(separator: "\n").last.map(String.init) ?? "it ended with status \(status)"
    return last.hasPrefix("warroom: ") ? String(last.dropFirst(9)) : last
  }
}

extension [String] {
  fileprivate var dropLastEmpty: [String] {
    var lines = self
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines
  }
}

/// What a line means to the console.
enum CommandLineMeaning: Hashable, Sendable {
  case nothing
  case key(ConsoleCommand.ID)
  case theme(String)
  case go(EscalationID)
  case run([String])
  /// It cannot be run here, and why.
  case refused(String)
}

extension CommandLineMeaning {
  /// Words that are the console's own, beside the command line's verbs.
  static let own = ["quit", "help", "theme"]

  init(_ line: String, in model: Model) {
    let split = CommandWords(line)
    var words = split.texts
    if let quote = split.openQuote {
      self = .refused("the quote \(quote) is not closed")
      return
    }
    if words.first == "warroom" { words.removeFirst() }
    guard let first = words.first else {
      self = .nothing
      return
    }
    switch first {
    case "quit" where words.count == 1, "q" where words.count == 1: self = .key(.quit)
    case "help" where words.count == 1: self = .key(.help)
    case "theme" where words.count <= 2 && !(model.verbs?.verbs.contains { $0.path.first == "theme" } ?? false):
      guard words.count == 2 else {
        self = .refused("name a theme: \(model.viewer.themes.joined(separator: ", "))")
        return
      }
      self =
        model.viewer.themes.contains(words[1])
        ? .theme(words[1])
        : .refused("there is no theme “\(words[1])”; known: \(model.viewer.themes.joined(separator: ", "))")
    default:
      if words.count == 1, model.board.row(EscalationID(first)) != nil {
        self = .go(EscalationID(first))
      } else if let reason = Self.needsTerminal(words) {
        self = .refused(reason)
      } else {
        self = .run(Self.filled(words, in: model))
      }
    }
  }

  /// Verbs that would take the terminal which this console has.
  private static func needsTerminal(_ words: [String]) -> String? {
    let isAnswered = words.contains("--help") || words.contains("-h")
    if isAnswered { return nil }
    if words[0].hasPrefix("-"), words[0] != "--version" { return "begin with a verb, such as list or ack" }
    switch words[0] {
    case "board" where !words.contains("--once"): return "the board is what you look at; --once prints it"
    case "demo" where !words.contains("--keep"): return "the demo needs a terminal of its own"
    case "setup": return "setup needs a terminal of its own; run it in a shell"
    default: break
    }
    if words[0] == "message", words.contains("--edit") {
      return "an editor needs the terminal; m writes a message here, and e there opens the editor"
    }
    return nil
  }

  /// The selected escalation's id put where the verb wants one and none is given.
  private static func filled(_ words: [String], in model: Model) -> [String] {
    guard let id = model.subject?.id.text, !words.contains("--help"), !words.contains("-h"),
      let verb = model.verbs?.verb(of: words), let first = verb.arguments.first, first.isEscalation, !first.isOptional
    else { return words }
    let given = verb.positionals(in: words[verb.path.count...])
    let wanted = verb.arguments.filter { !$0.isOptional }.count
    // With a word to spare, the first one is an id if it looks like one: ids have digits, or are on the board.
    let hasID = given.first.map { $0.contains(where: \.isNumber) || model.board.row(EscalationID($0)) != nil } ?? false
    guard given.count < wanted || (!hasID && given.count < verb.arguments.count) else { return words }
    if given.count < wanted, hasID, given.first.map({ model.isKnown($0) }) ?? false { return words }
    return verb.path + [id] + words[verb.path.count...]
  }
}

extension Model {
  /// An escalation that this console has seen.
  fileprivate func isKnown(_ id: String) -> Bool {
    board.row(EscalationID(id)) != nil || records[EscalationID(id)] != nil
  }
}
