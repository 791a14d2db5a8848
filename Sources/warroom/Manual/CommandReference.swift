import ArgumentParser
import EscalationDomain
import Foundation

/// The command line as data, read from the parser itself, so that the man page and the README cannot go stale.
struct CommandReference: Decodable {
  struct Command: Decodable {
    var commandName: String
    var abstract: String?
    var discussion: String?
    var shouldDisplay: Bool?
    var arguments: [Argument]?
    var subcommands: [Command]?
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }
    var kind: String
    var abstract: String?
    var names: [Name]?
    var valueName: String?
    var isOptional: Bool
    var isRepeating: Bool
    var shouldDisplay: Bool?
  }

  var command: Command

  static func read() throws -> CommandReference {
    try JSONDecoder().decode(CommandReference.self, from: Data(Warroom._dumpHelp().utf8))
  }

  /// Options that each verb shares; told once.
  static let shared: Set<String> = ["store", "now", "as-of", "read-only", "actor", "zone", "config", "version", "help"]

  /// Every verb with its path of names, depth first, `help` left out.
  var verbs: [(path: String, command: Command)] {
    func flatten(_ command: Command, _ path: [String]) -> [(String, Command)] {
      let children = (command.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay ?? true }
      let own = path.isEmpty || !children.isEmpty ? [] : [(path.joined(separator: " "), command)]
      return own + children.flatMap { flatten($0, path + [$0.commandName]) }
    }
    return flatten(command, [])
  }
}

extension CommandReference.Argument {
  var isShared: Bool { names?.contains { CommandReference.shared.contains($0.name) } ?? false }
  var isShown: Bool { shouldDisplay ?? true }

  /// `--store <file>`, `<id>`, `[<words> ...]`.
  var spelling: String {
    let value = valueName ?? "value"
    let dots = isRepeating ? " ..." : ""
    switch kind {
    case "positional": return isOptional ? "[<\(value)>\(dots)]" : "<\(value)>\(dots)"
    case "flag": return option
    default: return "\(option) <\(value)>\(dots)"
    }
  }

  private var option: String {
    (names ?? []).sorted { $0.name.count > $1.name.count }.map { $0.kind == "long" ? "--\($0.name)" : "-\($0.name)" }
      .first ?? ""
  }
}
