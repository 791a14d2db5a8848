import YAMLReading

/// Lets the options of every verb stand before the verb as well as after it.
enum GlobalArguments {
  /// Options that take a value; the board's own may lead too, as it is the verb where none is named.
  private static let valued: Set<String> = [
    "--store", "--now", "--as-of", "--actor", "--zone", "--theme", "--size", "--format",
    "--config",
  ]
  private static let flags: Set<String> = ["--read-only", "--once", "--plain"]
  private static let answers: Set<String> = ["--help", "-h", "--version"]

  struct Verb {
    /// The verbs that a noun has.
    var own: Set<String> = []
    /// Whether it does something without one of them.
    var standsAlone = false
    /// Whether what it does then is listing.
    var lists = false
  }

  /// Whether the line is the board's: options with their values, and nothing else.
  static func nameNoVerb(_ arguments: [String]) -> Bool { leadingOptions(arguments).count == arguments.count }

  /// Moves options that lead the line behind the verb that follows them. Without a verb the line is the board's.
  ///
  /// - Parameter verbs: each verb with the verbs of its own; a noun has some, and the options belong to those.
  static func hoisted(_ arguments: [String], verbs: [String: Verb]) throws -> [String] {
    let leading = Array(leadingOptions(arguments))
    let rest = Array(arguments.dropFirst(leading.count))
    guard let verb = rest.first else { return arguments }
    // Questions about the program are answered whatever stands before them.
    if answers.contains(verb) || verb == "help" { return rest }
    if verb.hasPrefix("-") { return arguments }
    guard let known = verbs[verb] else { throw unknown(verb, among: verbs.keys.sorted(), of: "warroom") }
    var depth = 1
    let own = known.own
    if known.standsAlone {
      if let next = rest.dropFirst().first {
        if own.contains(next) {
          depth = 2
        } else if known.lists, !next.hasPrefix("-"), next != "help", !next.contains(where: \.isNumber) {
          throw unknown(next, among: own.sorted(), of: "warroom \(verb)")
        }
      }
    } else if !own.isEmpty {
      guard rest.count > 1, !answers.contains(rest[1]), rest[1] != "help" else { return rest }
      // `gate W-1` is `gate list W-1`: no verb has a digit, and an id has.
      if !own.contains(rest[1]), !rest[1].hasPrefix("-"), rest[1].contains(where: \.isNumber),
        let look = ["list", "show"].first(where: own.contains)
      {
        return [verb, look] + leading + Array(rest.dropFirst())
      }
      guard own.contains(rest[1]) else { throw unknown(rest[1], among: own.sorted(), of: "warroom \(verb)") }
      depth = 2
    }
    return Array(rest.prefix(depth)) + leading + Array(rest.dropFirst(depth))
  }

  private static func unknown(_ word: String, among known: [String], of command: String) -> CommandFailure {
    let hint = NearestWord.of(word, among: known).map { "did you mean \($0)? " } ?? ""
    return CommandFailure(.usage, "there is no verb “\(word)”; \(hint)see \(command) --help")
  }

  private static func leadingOptions(_ arguments: [String]) -> ArraySlice<String> {
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      let name = String(argument.prefix { $0 != "=" })
      if flags.contains(argument) || (valued.contains(name) && argument.contains("=")) {
        index += 1
      } else if valued.contains(argument), index + 1 < arguments.count {
        index += 2
      } else {
        break
      }
    }
    return arguments[..<index]
  }
}
