import EscalationDomain

/// Lets a filter's `-paused` stand among the arguments of a list, and `-4h` behind `since`, where the parser would take
/// them for options.
enum FilterArguments {
  /// The verbs that take a filter.
  private static let verbs = [["list"], ["register"], ["milestone", "list"], ["view", "save"]]

  /// Puts a blank before what a filter turns round: the parser then takes it for a word, and ``ListFilter`` takes the blank
  /// away. One that is most likely a mistyped option is refused, and what stands behind `--` is left alone.
  static func guarded(_ arguments: [String]) throws -> [String] {
    if arguments.first == "since" { return arguments.map(pastTime) }
    guard let verb = verbs.first(where: { arguments.starts(with: $0) }) else { return arguments }
    let own = arguments.dropFirst(verb.count)
    let end = own.firstIndex(of: "--") ?? own.endIndex
    guard own[..<end].contains(where: isNegated) else { return arguments }
    let options = try options(of: verb)
    var guarded = arguments
    for index in own.indices where index < end && isNegated(arguments[index]) {
      let before = arguments[index - 1]
      // Its value, or what stands in its place.
      if options.valued.contains(before) { continue }
      let name = String(arguments[index].dropFirst())
      if FilterFlag(rawValue: name.lowercased()) == nil, options.all.contains("--\(name)") {
        throw CommandFailure(
          .usage, "“-\(name)” is no option; write --\(name), or \"-\\\"\(name)\\\"\" for rows without that word")
      }
      guarded[index] = " \(arguments[index])"
    }
    return guarded
  }

  /// `-4h` is a time, and its last letter no call for help; no option begins with a digit.
  private static func pastTime(_ argument: String) -> String {
    argument.hasPrefix("-") && argument.dropFirst().first?.isNumber ?? false ? " \(argument)" : argument
  }

  /// `-x` alone is an option that there is none of; so is `-h`, which there is.
  private static func isNegated(_ argument: String) -> Bool {
    argument.hasPrefix("-") && !argument.hasPrefix("--") && argument.count > 2
  }

  private static func options(of verb: [String]) throws -> (all: Set<String>, valued: Set<String>) {
    let path = verb.joined(separator: " ")
    let arguments = try CommandReference.read().verbs.first { $0.path == path }?.command.arguments ?? []
    func names(_ arguments: [CommandReference.Argument]) -> Set<String> {
      Set(arguments.flatMap { ($0.names ?? []).map { "--\($0.name)" } })
    }
    return (names(arguments.filter { $0.kind != "positional" }), names(arguments.filter { $0.kind == "option" }))
  }
}
