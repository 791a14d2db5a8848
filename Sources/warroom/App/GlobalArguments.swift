/// Lets the global options stand before the verb as well as after it.
enum GlobalArguments {
  /// Global options that take a value.
  private static let valued: Set<String> = ["--store", "--now", "--as-of", "--actor", "--zone"]
  private static let flags: Set<String> = ["--read-only"]

  /// Moves global options that lead the line behind the verb that follows them. Without a verb the line is the board's.
  static func hoisted(_ arguments: [String], verbs: Set<String>) -> [String] {
    var leading: [String] = []
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      let name = argument.prefix { $0 != "=" }
      if flags.contains(argument) || (valued.contains(String(name)) && argument.contains("=")) {
        leading.append(argument)
        index += 1
      } else if valued.contains(argument), index + 1 < arguments.count {
        leading += arguments[index...index + 1]
        index += 2
      } else {
        break
      }
    }
    let rest = Array(arguments[index...])
    guard !leading.isEmpty, let verb = rest.first, verbs.contains(verb) else { return arguments }
    // A noun is followed by its own verb, and the options belong to that.
    let depth = nouns.contains(verb) && rest.count > 1 && !rest[1].hasPrefix("-") ? 2 : 1
    return rest.prefix(depth) + leading + rest.dropFirst(depth)
  }

  private static let nouns: Set<String> = ["account", "contact", "calendar", "playbook"]
}
