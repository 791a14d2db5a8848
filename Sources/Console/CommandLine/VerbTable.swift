import EscalationDomain

/// The command line's verbs with their options, as the command line itself tells them.
public struct VerbTable: Hashable, Sendable {
  public struct Verb: Hashable, Sendable {
    /// `ack`, or `task add` in two parts.
    public var path: [String]
    public var help: String
    public var options: [Option]
    public var arguments: [Argument]

    public init(path: [String], help: String, options: [Option] = [], arguments: [Argument] = []) {
      self.path = path
      self.help = help
      self.options = options
      self.arguments = arguments
    }
  }

  public struct Option: Hashable, Sendable {
    /// With its dashes, every way to write it; the first one is shown.
    public var names: [String]
    /// What follows it; none for a flag.
    public var value: String?
    public var help: String

    public init(names: [String], value: String? = nil, help: String = "") {
      self.names = names
      self.value = value
      self.help = help
    }
  }

  public struct Argument: Hashable, Sendable {
    public var name: String
    public var isOptional: Bool
    /// It names an escalation.
    public var isEscalation: Bool

    public init(name: String, isOptional: Bool = false, isEscalation: Bool = false) {
      self.name = name
      self.isOptional = isOptional
      self.isEscalation = isEscalation
    }
  }

  public var verbs: [Verb]

  public init(verbs: [Verb]) { self.verbs = verbs }

  /// The verb that a line begins with, the longest path first.
  func verb(of words: [String]) -> Verb? {
    verbs.filter { words.starts(with: $0.path) && !$0.path.isEmpty }.max { $0.path.count < $1.path.count }
  }

  /// What may follow the beginning of a path, in the order of the table.
  func next(after words: [String]) -> [String] {
    var seen: Set<String> = []
    return verbs.filter { $0.path.count > words.count && $0.path.starts(with: words) }.map { $0.path[words.count] }
      .filter { seen.insert($0).inserted }
  }
}

extension VerbTable.Verb {
  /// `severity <id> <severity> [--reason <reason>]`.
  var usage: String { usageParts.joined(separator: " ") }

  /// The same in pieces that are read whole: a line is broken between them.
  var usageParts: [String] {
    let arguments = arguments.map { $0.isOptional ? "[<\($0.name)>]" : "<\($0.name)>" }
    let options = options.map { option in
      "[\(option.names[0])\(option.value.map { " <\($0)>" } ?? "")]"
    }
    return path + arguments + options
  }

  /// The words behind the path that are no options and no values of options.
  func positionals(in words: ArraySlice<String>) -> [String] {
    var found: [String] = []
    var isValue = false
    var isRest = false
    for word in words {
      if isRest {
        found.append(word)
      } else if isValue {
        isValue = false
      } else if word == "--" {
        isRest = true
      } else if word.hasPrefix("-"), word.count > 1 {
        isValue = !word.contains("=") && option(word)?.value != nil
      } else {
        found.append(word)
      }
    }
    return found
  }

  func option(_ name: String) -> VerbTable.Option? { options.first { $0.names.contains(name) } }
}
