import ArgumentParser
import EscalationDomain
import Interchange

/// Verbs that change an escalation's course.

struct PauseCommand: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "pause", abstract: "Wait on the customer: pausable clocks stand still.")
  @OptionGroup var act: ActOptions
  @Option(help: "What we wait for.") var reason: String
  @Option(parsing: .unconditional, help: ArgumentHelp("When the customer is expected to be back.", valueName: "time"))
  var until: String
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { context in
      .pause(reason: reason, until: try context.times().ahead(until, as: "expected back"))
    }
  }
}

struct Resume: ActVerb {
  static let configuration = CommandConfiguration(commandName: "resume", abstract: "End a pause.")
  @OptionGroup var act: ActOptions
  @Option(help: "Why it goes on.") var note: String?
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .resume(note: note) } }
}

struct Resolve: ActVerb {
  static let configuration = CommandConfiguration(commandName: "resolve", abstract: "Record that it is resolved.")
  @OptionGroup var act: ActOptions
  @Option(help: "What solved it.") var summary: String?
  @Option(name: .customLong("root-cause"), help: "Why it happened.") var rootCause: String?
  @Option(help: "What keeps it from happening again; may be given more than once.") var prevention: [String] = []
  @OptionGroup var global: GlobalOptions

  func run() throws {
    try perform { _ in
      .resolve(Resolution(summary: summary?.nonEmpty, rootCause: rootCause?.nonEmpty, prevention: prevention))
    }
  }
}

struct Reopen: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "reopen", abstract: "Open it again: new cycles start, the old ones stay.")
  @OptionGroup var act: ActOptions
  @Option(help: "Why.") var reason: String
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .reopen(reason: reason) } }
}

struct Close: ActVerb {
  static let configuration = CommandConfiguration(commandName: "close", abstract: "Close it for good.")
  @OptionGroup var act: ActOptions
  @Option(help: "recovered, retained-with-loss, churned, withdrawn or duplicate.") var outcome: String?
  @Option(help: "The customer's satisfaction, 1 to 10.") var csat: Int?
  @Option(help: "Anything to add.") var reason: String?
  @OptionGroup var global: GlobalOptions

  func run() throws {
    let outcome = try outcome.map { text in
      guard let outcome = Closing.Outcome(rawValue: text) else {
        let known = Closing.Outcome.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandFailure(.usage, "“\(text)” is no outcome; known: \(known)")
      }
      return outcome
    }
    do {
      try perform { _ in .close(Closing(outcome: outcome, csat: csat), reason: reason) }
    } catch let failure as CommandFailure {
      if act.json, case .gatesOpen(let gates) = failure.refusal {
        Output.json(.object(["id": .text(act.id), "closed": .bool(false), "gates": EscalationJSON.gates(gates)]))
      }
      throw failure
    }
  }
}

struct Cancel: ActVerb {
  static let configuration = CommandConfiguration(
    commandName: "cancel", abstract: "Take it off the board as not an escalation after all.")
  @OptionGroup var act: ActOptions
  @Option(help: "Why.") var reason: String
  @OptionGroup var global: GlobalOptions

  func run() throws { try perform { _ in .cancel(reason: reason) } }
}
