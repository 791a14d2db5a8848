import ArgumentParser
import EscalationDomain
import Messages

/// What fills a template besides the record, and where it goes.
struct FillOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp(
      "A field's value, before the record's; the same name again makes a list, an empty value leaves it out.",
      valueName: "field=value"))
  var set: [String] = []

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("When the next word is promised; to the customer it becomes a clock.", valueName: "time"))
  var next: String?

  @Option(help: "How it goes out; by default the template's first channel.") var channel: String?

  @Option(help: ArgumentHelp("To whom; may be given more than once.", valueName: "name")) var to: [String] = []

  @Flag(name: .customLong("to-all"), help: "To everyone on the notify matrix who is still to be told this way.")
  var toAll = false

  /// Values by name, in lists where a name came more than once.
  func given() throws -> [String: MessageFields.Value] {
    var values: [String: [String]] = [:]
    for text in set {
      guard let mark = text.firstIndex(of: "="), let name = String(text[..<mark]).nonEmpty else {
        throw CommandFailure(.usage, "“\(text)” sets nothing; write --set field=value")
      }
      if name == MessageComposition.promise { throw CommandFailure(.usage, "\(name) is a time; say --next TIME") }
      values[name, default: []].append(String(text[text.index(after: mark)...]))
    }
    return values.mapValues { $0.count == 1 ? .text($0[0]) : .list($0) }
  }
}
